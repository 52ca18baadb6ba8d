import json
from datetime import date
from typing import Any

import pytest
from tests.intake.reports import lines, opened

from paradero.intake import Unreadable, sealed_place
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import BlockKind, Media, Report
from paradero.terms.spans import Span

CHANNEL = "Шукай своїх разом"


def message(**fields: Any) -> dict[str, Any]:
    return {"id": 7, "type": "message", "date": "2024-05-22T23:40:10", "from": CHANNEL, "text": ""} | fields


def export(*messages: dict[str, Any], escaped: bool = False, **chat: Any) -> str:
    whole = {"name": CHANNEL, "type": "public_channel", "id": 1500000001, "messages": list(messages)} | chat
    return json.dumps(whole, ensure_ascii=escaped, indent=1)


def only(text: str, **declared: Any) -> Report:
    (report,) = opened(text, "result.json", **declared).reports
    return report


def test_a_message_is_a_report_of_its_channel() -> None:
    report = only(export(message(text="Мати впізнала Сергія Хоменка.", forwarded_from="Вести с переправы")))

    assert report.text == "Мати впізнала Сергія Хоменка."
    assert (report.source, report.platform, report.author) == (CHANNEL, "Telegram", None)
    assert report.passed_on_from == "Вести с переправы"
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)


def test_notices_of_the_service_and_unsupported_messages_are_left_out() -> None:
    reports = opened(
        export(
            {"id": 1, "type": "service", "date": "2024-05-01T00:00:00", "action": "create_channel", "text": "x"},
            {"id": 2, "type": "unsupported"},
            message(text="Друге"),
            message(text="Третє"),
        ),
        "result.json",
    ).reports

    assert [report.text for report in reports] == ["Друге", "Третє"]


@pytest.mark.parametrize("escaped", [True, False])
def test_runs_of_text_are_joined_and_each_keeps_its_place(escaped: bool) -> None:  # noqa: FBT001
    runs = [
        "Мати ",
        {"type": "bold", "text": 'Сергія "Грома" Хоменка'},
        "\n\nвпізнала 😀 ",
        {"type": "link", "text": "x"},
    ]
    sealed = export(message(text=runs), escaped=escaped)
    report = only(sealed)

    assert report.text == 'Мати Сергія "Грома" Хоменка\n\nвпізнала 😀 x'
    assert lines(report, BlockKind.BODY) == ['Мати Сергія "Грома" Хоменка', "впізнала 😀 x"]
    at = report.text.index("Хоменка")
    place = sealed_place(report, Span(at, at + len("Хоменка")))
    assert place is not None
    assert json.loads(f'"{place.of(sealed)}"') == "Хоменка"


def test_telegrams_own_broken_escapes_are_read() -> None:
    r"""Telegram Desktop writes control characters as \x0B, which is no JSON."""
    report = only(export(message(text="uno@dos")).replace("@", "\\x0B"))

    assert report.text == "uno\x0bdos"


@pytest.mark.parametrize(
    "escape", ["\\u0000", "\\x00", "\\ud800", "\\udc00x", "\\u001b", "\\x1B", "\\u0007", "\\u009b"]
)
def test_what_is_no_character_becomes_the_sign_for_that(escape: str) -> None:
    """No database keeps NUL or half a character, a terminal obeys ESC, and the report must not be lost for them."""
    report = only(export(message(text="uno@dos")).replace("@", escape))

    assert report.text.startswith("uno\ufffd")


def test_the_member_who_wrote_in_a_group_is_the_author() -> None:
    report = only(export(message(text="Хто знає?", **{"from": "Iryna Sukhodil"}), type="public_supergroup"))

    assert (report.source, report.author) == (CHANNEL, "Iryna Sukhodil")


def test_a_signature_counts_more_than_the_channels_name() -> None:
    assert only(export(message(text="Мати", author="Iryna Sukhodil"))).author == "Iryna Sukhodil"


@pytest.mark.parametrize(
    ("fields", "media"),
    [
        (
            {"file": "video_files/v.mp4", "media_type": "video_file", "duration_seconds": 33, "file_size": 51_000},
            Media(kind="video", address="video_files/v.mp4", duration_s=33, size_bytes=51_000),
        ),
        (
            {"photo": "photos/p.jpg", "photo_file_size": 900, "width": 1, "height": 1},
            Media(kind="image", address="photos/p.jpg", size_bytes=900),
        ),
        (
            {"file": "round.mp4", "media_type": "video_message", "duration_seconds": "x", "file_size": -4},
            Media(kind="video", address="round.mp4"),
        ),
        ({"file": "v.ogg", "media_type": "voice_message"}, Media(kind="audio", address="v.ogg")),
        ({"file": "i.png", "mime_type": "image/png"}, Media(kind="image", address="i.png")),
        (
            {"file": "(File not included. Change data exporting settings to download.)", "media_type": "video_file"},
            Media(kind="video", address="(File not included. Change data exporting settings to download.)"),
        ),
        (
            {"file": "(File not included.)", "file_name": "captura.mp4", "media_type": "video_file"},
            Media(kind="video", address="captura.mp4"),
        ),
    ],
)
def test_pictures_videos_and_sounds_are_known_by_what_the_export_says(fields: dict[str, Any], media: Media) -> None:
    """A clip without a word is a report too: other posts may carry the same clip."""
    report = only(export(message(**fields)))

    assert report.media == (media,)
    assert (report.text, report.blocks) == ("", ())


@pytest.mark.parametrize("fields", [{"file": "s.tgs", "media_type": "sticker"}, {"file": "a.pdf"}, {"poll": {}}])
def test_a_message_that_says_and_shows_nothing_is_left_out(fields: dict[str, Any]) -> None:
    reports = opened(export(message(**fields), message(text="Мати")), "result.json").reports

    assert [report.text for report in reports] == ["Мати"]


def test_a_collectors_saved_messages_name_where_they_were_saved_from() -> None:
    text = export(
        message(text="Мати", saved_from="Вести с переправы", **{"from": None}), type="saved_messages", name=None
    )
    report = only(text, source="colección de marta")

    assert (report.source, report.passed_on_from) == ("colección de marta", "Вести с переправы")


def test_a_found_source_and_date_count_more_than_the_declared() -> None:
    report = only(export(message(text="Мати")), source="otra", published_on=date(2020, 1, 1))

    assert (report.source, report.published_on) == (CHANNEL, date(2024, 5, 22))


def test_a_message_without_a_readable_date_takes_the_declared_one() -> None:
    report = only(export(message(text="Мати", date="ayer")), published_on=date(2024, 5, 23))

    assert (report.published_on, report.date_known_from) == (date(2024, 5, 23), DateKnownFrom.DECLARED)


def test_a_text_that_begins_with_a_bracket_is_no_broken_json() -> None:
    item = opened("[Vídeo] Una madre reconoce a su hijo.", "nota.txt")

    assert item.kind == "plain text"


def test_an_export_is_known_by_its_content_under_any_name() -> None:
    assert opened(export(message(text="Мати")), "descarga").kind == "Telegram export"


def test_a_word_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(Unreadable, match="line 2"):
        opened('{"name":\nNaN}', "result.json")


def test_a_channel_cannot_call_itself_what_a_screen_obeys() -> None:
    report = only(export(message(text="Мати", author="Iryna\n\u202eSukhodil"), name="Шукай\u202e своїх\x1b\nразом"))

    assert (report.source, report.author) == ("Шукай своїх\ufffd разом", "Iryna Sukhodil")
