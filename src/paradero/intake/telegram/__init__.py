"""What Telegram Desktop exports of one channel or group as JSON (`result.json`).

Every field is one that its own writer puts out, now or in years past: https://github.com/telegramdesktop/tdesktop, file
Telegram/SourceFiles/export/output/export_output_json.cpp. It names no album, gives no number of whose post is passed
on, no zone of its local times and no public address.
"""
