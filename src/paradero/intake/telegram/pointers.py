"""What a message points to: whose post it passes on, what it answers, what it links to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from paradero.intake.json_fields import words
from paradero.intake.telegram.values import Message, moment, number
from paradero.terms.report import Pointer, PointerKind

_WITH_ADDRESSES = frozenset({"public_channel", "private_channel", "public_supergroup", "private_supergroup"})
_CHANNEL = re.compile(r"channel([1-9][0-9]{0,18})", re.ASCII)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """The channel or group of an export."""

    name: str | None
    number: int | None = None
    """By which Telegram's own addresses name it; `None` where they cannot."""


def chat_of(value: dict[str, Any]) -> Chat:
    """Return the channel or group that an export says it is of."""
    addressed = words(value.get("type")) in _WITH_ADDRESSES
    return Chat(name=words(value.get("name")), number=number(value.get("id")) if addressed else None)


def address(message: Message, chat: Chat) -> str | None:
    """Return Telegram's own address of a message, which opens for members only: the export states no public name.

    Before exports stated moments, they wrote the chat's number in another way; then there is none.

    Source: https://core.telegram.org/api/links.
    """
    return _address(chat.number, message.get("id")) if moment(message.get("date_unixtime")) else None


def points_to(message: Message, chat: Chat) -> tuple[Pointer, ...]:
    """Return what a message passes on, answers and links to, each once."""
    return tuple(dict.fromkeys([*_passed_on(message), *_answered(message, chat), *_linked(message.get("text"))]))


def _passed_on(message: Message) -> Iterator[Pointer]:
    """Yield whose post it is: a name without a number, or not even that where the account is gone."""
    for field in ("forwarded_from", "saved_from"):
        if field in message:
            yield Pointer(kind=PointerKind.FORWARDS, name=words(message[field]))


def _answered(message: Message, chat: Chat) -> Iterator[Pointer]:
    answered = number(message.get("reply_to_message_id"))
    if answered is None:
        return
    elsewhere = words(message.get("reply_to_peer_id"))
    channel = _CHANNEL.fullmatch(elsewhere) if elsewhere else None
    if elsewhere is None or (channel and int(channel[1]) == chat.number):
        stated = moment(message.get("date_unixtime"))
        there = _address(chat.number, answered) if stated else None
        yield Pointer(kind=PointerKind.REPLIES_TO, address=there, name=chat.name)
    else:
        there = _address(int(channel[1]), answered) if channel else None
        yield Pointer(kind=PointerKind.REPLIES_TO, address=there)


def _linked(text: Any) -> Iterator[Pointer]:
    for run in text if isinstance(text, list) else []:
        if not isinstance(run, dict):
            continue
        kind = run.get("type")
        written = run.get("href") if kind == "text_link" else run.get("text") if kind == "link" else None
        if there := _web_address(words(written)):
            yield Pointer(kind=PointerKind.LINKS_TO, address=there)


def _web_address(written: str | None) -> str | None:
    """Return an address of the web, with the scheme that Telegram's own clients put before one without."""
    if not written:
        return None
    if not _WEB.fullmatch(written):
        if not _WITHOUT_SCHEME.fullmatch(written):
            return None
        written = f"https://{written}"
    try:
        return written if urlsplit(written).hostname else None
    except ValueError:
        return None


def _address(chat: int | None, message: Any) -> str | None:
    there = number(message)
    return f"https://t.me/c/{chat}/{there}" if chat and there else None
