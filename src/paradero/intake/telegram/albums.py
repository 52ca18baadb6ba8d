"""Albums: several messages that readers see as one post, of which the export does not say so."""

from collections.abc import Iterator, Sequence
from typing import Any

from paradero.intake.telegram.files import album_kind
from paradero.intake.telegram.text import says_something
from paradero.intake.telegram.values import Message, number, second

LARGEST = 10
"""As many pictures, videos, sounds or files Telegram lets anybody post as one."""

_SAME_IN_ALL = ("type", "from", "from_id", "author", "forwarded_from", "saved_from", "reply_to_message_id", "via_bot")


def posts(messages: Sequence[Message]) -> Iterator[Sequence[Message]]:
    """Yield the messages post by post, in order: an album as all its messages, any other as one.

    Telegram gives the parts of an album numbers in a row, the same second, one sender and one caption. So messages are
    one post if each is nothing but a picture or file, all of a kind that stand together, all of one sender, source
    and second, their numbers in a row, no more than `LARGEST` of them, and at most one with words. Where there are
    more, or two with words, nobody can tell whose picture is whose, and each stays a post of its own: a picture
    under the wrong words would be false evidence, and one by itself is only less of it.
    """
    row: list[Message] = []
    for message in messages:
        if row and not _follows(row[-1], message):
            yield from _told(row)
            row = []
        row.append(message)
    yield from _told(row)


def _told(row: list[Message]) -> Iterator[Sequence[Message]]:
    if len(row) > LARGEST or sum(map(says_something, row)) > 1:
        yield from ([message] for message in row)
    elif row:
        yield row


def _follows(one: Message, other: Message) -> bool:
    before, after = number(one.get("id")), number(other.get("id"))
    if before is None or after != before + 1:
        return False
    shared = _shared(one)
    return shared is not None and shared == _shared(other)


def _shared(message: Message) -> tuple[Any, ...] | None:
    kind, at = album_kind(message), second(message)
    return (kind, at, *map(message.get, _SAME_IN_ALL)) if kind and at else None
