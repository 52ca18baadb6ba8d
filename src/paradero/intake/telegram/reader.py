"""From the export of one channel or group to a report for every post."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from paradero.intake.item_reader import Declared, JsonReader, published
from paradero.intake.json_fields import words
from paradero.intake.paragraphs import paragraphs
from paradero.intake.telegram.albums import posts
from paradero.intake.telegram.files import media
from paradero.intake.telegram.personal import IN_GROUPS, IN_SAVED_MESSAGES, Path, personal
from paradero.intake.telegram.pointers import Chat, address, chat_of, points_to
from paradero.intake.telegram.text import said, says_something
from paradero.intake.telegram.values import Message, local_day, moment
from paradero.intake.unreadable import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report

PLATFORM = "Telegram"

_CHANNELS = frozenset({"public_channel", "private_channel"})
_GROUPS = frozenset({"public_supergroup", "private_supergroup", "private_group"})
_SAVED = frozenset({"saved_messages"})
_ACCOUNT = frozenset({"chats", "left_chats", "contacts", "sessions", "personal_information"})
_KIND_SHOWN = 40
_MOST_MESSAGES = 250_000


def read_telegram(value: Any, text: str, name: str, declared: Declared) -> tuple[Report, ...]:
    """Return a report for every post that says or shows something; notices of the service are left out.

    Raises:
        Unreadable: If it is no export of one channel or group, or no message says or shows anything.
    """
    messages, chat = _messages(value, name), chat_of(value)
    reports: list[Report] = []
    place = 1
    for post in posts(messages):
        if post[0].get("type", "message") == "message":
            reports.extend(_report(post, place, text, name, chat, declared))
        place += len(post)
    if not reports:
        raise Unreadable(f"{name}: no message in this Telegram export has text, a picture, a video or sound.")
    return tuple(reports)


def _messages(value: dict[str, Any], name: str) -> list[Message]:
    messages = value.get("messages")
    if not isinstance(messages, list):
        raise Unreadable(
            f"{name}: this is the export of a whole Telegram account, with private chats and contacts. Export the "
            "one channel or group: its menu, Export chat history, format JSON."
        )
    kind = words(value.get("type"))
    if kind and kind not in _CHANNELS | _GROUPS | _SAVED:
        raise Unreadable(
            f"{name}: this is a private conversation ({kind[:_KIND_SHOWN]}). Paradero takes in channels and groups."
        )
    if len(messages) > _MOST_MESSAGES:
        raise Unreadable(
            f"{name}: this Telegram export holds {len(messages):,} messages, and {_MOST_MESSAGES:,} are read at once. "
            "Export a shorter period."
        )
    wrong = next((place for place, message in enumerate(messages, start=1) if not isinstance(message, dict)), None)
    if wrong:
        raise Unreadable(f"{name}: message {wrong:,} of this Telegram export is not a message. Export it again.")
    return messages


def _report(
    post: Sequence[Message], place: int, sealed: str, name: str, chat: Chat, declared: Declared
) -> Iterator[Report]:
    """Yield the report of a post that says or shows something; an album speaks with its one message that has words."""
    speaks = next((at for at, message in enumerate(post) if says_something(message)), 0)
    message = post[speaks]
    text, pieces = said(message, sealed, place=place + speaks, name=name)
    pictures = tuple(each for part in post for each in media(part, declared.beside))
    if not text.strip() and not pictures:
        return
    stated_at = moment(message.get("date_unixtime"))
    day = stated_at.date() if stated_at else local_day(message.get("date"))
    published_on, known_from = published(day, declared, stated_by=DateKnownFrom.EXPORT)
    author = words(message.get("author")) or words(message.get("from"))
    yield Report(
        text=text,
        blocks=tuple(Block(span=span, kind=BlockKind.BODY) for span in paragraphs(text)),
        pieces=pieces,
        source=chat.name or declared.source,
        author=author if author != chat.name else None,
        passed_on_from=words(message.get("forwarded_from")) or words(message.get("saved_from")),
        address=address(message, chat),
        platform=PLATFORM,
        published_on=published_on,
        published_at=stated_at,
        date_known_from=known_from,
        edited=any(map(_was_edited, post)),
        points_to=points_to(message, chat),
        media=pictures,
    )


def _was_edited(message: Message) -> bool:
    """Tell whether an export states when a message was last changed; the oldest state an unset moment for all."""
    return bool(moment(message.get("edited_unixtime")) or local_day(message.get("edited")))


def _knows(value: Any) -> bool:
    return isinstance(value, dict) and (isinstance(value.get("messages"), list) or bool(_ACCOUNT & value.keys()))


def _reader(rule: str, kinds: frozenset[str] | None, *tables: Mapping[Path, str]) -> JsonReader:
    knows: Callable[[Any], bool] = _knows
    if kinds is not None:
        knows = lambda value: _knows(value) and words(value.get("type")) in kinds  # noqa: E731
    return JsonReader(
        kind="Telegram export",
        name=f"paradero telegram {rule} 3",
        knows=knows,
        read=read_telegram,
        personal=personal(*tables),
    )


TELEGRAM = (
    _reader("channel", _CHANNELS),
    _reader("saved messages", _SAVED, IN_SAVED_MESSAGES),
    _reader("group", None, IN_GROUPS),
)
"""One for each kind of chat, for what is nobody's publication differs; the last takes what names no kind it knows."""
