"""The reader of what Telegram Desktop exports of a channel or group as JSON (`result.json`): one report a message.

The fields are those that Telegram Desktop's own writer puts out: https://github.com/telegramdesktop/tdesktop, file
Telegram/SourceFiles/export/output/export_output_json.cpp.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from paradero.intake.item_reader import Declared, JsonReader, published
from paradero.intake.json_text import Text, escapes
from paradero.intake.one_line import one_line
from paradero.intake.paragraphs import paragraphs
from paradero.intake.unreadable import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Media, Report, SealedPiece
from paradero.terms.spans import Span

PLATFORM = "Telegram"

_TYPES_TAKEN_IN = frozenset(
    {"public_channel", "public_supergroup", "private_channel", "private_supergroup", "private_group", "saved_messages"}
)
_ACCOUNT_PARTS = frozenset({"chats", "left_chats", "contacts", "sessions", "personal_information"})
_MEDIA_KINDS = {
    "video_file": "video",
    "video_message": "video",
    "animation": "video",
    "voice_message": "audio",
    "audio_file": "audio",
}


def read_telegram(value: Any, text: str, name: str, declared: Declared) -> tuple[Report, ...]:
    """Return a report for every message that says or shows something; notices of the service are left out.

    Raises:
        Unreadable: If it is no export of one channel or group, or no message says or shows anything.
    """
    chat = _chat(value, name)
    source = _words(chat.get("name"))
    reports = tuple(
        report
        for place, message in enumerate(chat["messages"], start=1)
        if _is_post(message, place, name) and (report := _report(message, place, text, name, source, declared))
    )
    if not reports:
        raise Unreadable(f"{name}: no message in this Telegram export has text, a picture, a video or sound.")
    return reports


def _chat(value: dict[str, Any], name: str) -> dict[str, Any]:
    if not isinstance(value.get("messages"), list):
        raise Unreadable(
            f"{name}: this is the export of a whole Telegram account, with private chats and contacts. Export the "
            "one channel or group: its menu, Export chat history, format JSON."
        )
    kind = value.get("type")
    if kind is not None and kind not in _TYPES_TAKEN_IN:
        raise Unreadable(f"{name}: this is a private conversation ({kind}). Paradero takes in channels and groups.")
    return value


def _is_post(message: Any, place: int, name: str) -> bool:
    if not isinstance(message, dict):
        raise Unreadable(f"{name}: message {place:,} of this Telegram export is not a message. Export it again.")
    return bool(message.get("type", "message") == "message")


def _report(
    message: dict[str, Any], place: int, sealed: str, name: str, source: str | None, declared: Declared
) -> Report | None:
    text, pieces = _mapped(_runs(message.get("text", ""), place, name), sealed)
    media = tuple(_media(message))
    if not text.strip() and not media:
        return None
    published_on, known_from = published(_day(message.get("date")), declared, stated_by=DateKnownFrom.EXPORT)
    author = _words(message.get("author")) or _words(message.get("from"))
    passed_on_from = _words(message.get("forwarded_from")) or _words(message.get("saved_from"))
    return Report(
        text=text,
        blocks=tuple(Block(span=span, kind=BlockKind.BODY) for span in paragraphs(text)),
        pieces=pieces,
        source=source or declared.source,
        author=author if author != source else None,
        passed_on_from=passed_on_from,
        platform=PLATFORM,
        published_on=published_on,
        date_known_from=known_from,
        media=media,
    )


def _runs(value: Any, place: int, name: str) -> Iterator[Text]:
    """Yield the runs of a message's text: it is one string, or a list of strings and of objects with a text."""
    for run in value if isinstance(value, list) else [value]:
        text = run.get("text") if isinstance(run, dict) else run
        if not isinstance(text, str):
            raise Unreadable(f"{name}: the text of message {place:,} of this Telegram export has a wrong shape.")
        if isinstance(text, Text):
            yield text


def _mapped(runs: Iterator[Text], sealed: str) -> tuple[str, tuple[SealedPiece, ...]]:
    """Return the runs as one text and its pieces: plain characters and escapes take turns, each as long as it lasts."""
    text: list[str] = []
    pieces: list[SealedPiece] = []
    at = 0
    for run in runs:
        text.append(run)
        for stretch, meant in escapes(run.sealed.of(sealed)):
            kept = Span(run.sealed.start + stretch.start, run.sealed.start + stretch.end)
            pieces.append(SealedPiece(text=Span(at, at + len(meant)), sealed=kept))
            at += len(meant)
    return "".join(text), tuple(pieces)


def _media(message: dict[str, Any]) -> Iterator[Media]:
    photo, file = _words(message.get("photo")), _words(message.get("file"))
    if photo:
        yield Media(kind="image", address=photo, size_bytes=_count(message.get("photo_file_size")))
    kind, file_name = _media_kind(message), _words(message.get("file_name"))
    if file and kind:
        yield Media(
            kind=kind,
            address=file_name if file_name and file.startswith("(") else file,
            size_bytes=_count(message.get("file_size")),
            duration_s=_count(message.get("duration_seconds")),
        )


def _media_kind(message: dict[str, Any]) -> str | None:
    family = (_words(message.get("mime_type")) or "").partition("/")[0]
    named = _MEDIA_KINDS.get(_words(message.get("media_type")) or "")
    if named or message.get("media_type"):
        return named
    return family if family in {"image", "video", "audio"} else None


def _day(written: Any) -> date | None:
    """Return the day as the export writes it, in the exporter's own time zone, which it does not name."""
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


def _words(value: Any) -> str | None:
    return (one_line(value) or None) if isinstance(value, str) else None


def _count(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 else None


def _knows(value: Any) -> bool:
    return isinstance(value, dict) and (isinstance(value.get("messages"), list) or bool(_ACCOUNT_PARTS & value.keys()))


def _is_personal(path: tuple[str, ...]) -> bool:
    """Tell what is no publication: a visiting card that somebody sent, and who reacted."""
    return path[:1] == ("messages",) and (path[1:] == ("contact_information",) or path[1:] == ("reactions", "recent"))


TELEGRAM = JsonReader(
    kind="Telegram export", name="paradero telegram 2", knows=_knows, read=read_telegram, personal=_is_personal
)
