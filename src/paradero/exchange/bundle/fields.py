"""Takes values out of an object from outside: each is of its kind, or the object is refused."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from paradero.exchange.bundle.refused import Wrong

LONGEST_ADDRESS = 4_000
_LONGEST = 500
_LARGEST = 1 << 53
"""Up to here every reader of JSON keeps a number as it is."""
_REF = re.compile(r"[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}")
_DIGEST = {bits: re.compile(rf"[0-9a-f]{{{bits // 4}}}") for bits in (256, 512)}
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")


class Fields:
    """The members of one object; what is not there, not of its kind, or not asked for is `Wrong`."""

    def __init__(self, value: Any, names: frozenset[str]) -> None:
        """Hold an object to having exactly these members."""
        if not isinstance(value, Mapping) or value.keys() != names:
            raise Wrong(f"has a line without exactly the fields {', '.join(sorted(names))}")
        self._value = value

    def raw(self, name: str) -> Any:
        """Return the value as it is."""
        return self._value[name]

    def text(self, name: str, *, longest: int = _LONGEST) -> str:
        """Return a text in one line, without controls and half characters."""
        value = self._value[name]
        if not isinstance(value, str) or not 0 < len(value) <= longest or _has_control(value):
            raise _wrong(name, f"is no line of 1 to {longest} characters")
        return value

    def text_or_none(self, name: str, *, longest: int = _LONGEST) -> str | None:
        """Return a text, or `None` for what is not known."""
        return None if self._value[name] is None else self.text(name, longest=longest)

    def number(self, name: str) -> int:
        """Return a whole number from 0."""
        value = self._value[name]
        if type(value) is not int or not 0 <= value <= _LARGEST:
            raise _wrong(name, "is no whole number from 0")
        return value

    def digest(self, name: str, *, bits: int = 256) -> str:
        """Return a digest in hexadecimal, in small letters."""
        value = self._value[name]
        if not isinstance(value, str) or not _DIGEST[bits].fullmatch(value):
            raise _wrong(name, f"is no digest of {bits} bits")
        return value

    def digest_or_none(self, name: str) -> str | None:
        """Return a digest of 256 bits, or `None`."""
        return None if self._value[name] is None else self.digest(name)

    def digests(self, name: str, *, most: int) -> tuple[str, ...]:
        """Return a list of digests of 256 bits."""
        value = self._value[name]
        if not isinstance(value, list | tuple) or len(value) > most:
            raise _wrong(name, f"is no list of at most {most} digests")
        if not all(isinstance(one, str) and _DIGEST[256].fullmatch(one) for one in value):
            raise _wrong(name, "holds something else than digests")
        return tuple(value)

    def ref(self, name: str) -> str:
        """Return a reference number."""
        value = self._value[name]
        if not isinstance(value, str) or not _REF.fullmatch(value):
            raise _wrong(name, "is no reference")
        return value

    def media_type(self, name: str) -> str:
        """Return a media type without parameters."""
        value = self.text(name, longest=100)
        if not _MEDIA_TYPE.fullmatch(value):
            raise _wrong(name, "is no media type")
        return value

    def day(self, name: str) -> date:
        """Return a day written as `2026-11-20`."""
        value = self.text(name)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _wrong(name, "is no day") from None
        if day.isoformat() != value:
            raise _wrong(name, "is no day")
        return day

    def day_or_none(self, name: str) -> date | None:
        """Return a day, or `None`."""
        return None if self._value[name] is None else self.day(name)

    def moment(self, name: str) -> datetime:
        """Return a moment in UTC, written as `moment_text` writes it."""
        value = self.text(name)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise _wrong(name, "is no moment") from None
        if moment.tzinfo is None or moment_text(moment) != value:
            raise _wrong(name, "is no moment in UTC")
        return moment.astimezone(UTC)


def moment_text(moment: datetime) -> str:
    """Return a moment in the one form it has here, in UTC."""
    return moment.astimezone(UTC).isoformat()


def _has_control(text: str) -> bool:
    if text.isprintable():  # then it has none, and this is much quicker told
        return False
    return any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)


def _wrong(name: str, what: str) -> Wrong:
    return Wrong(f"has a line whose {name!r} {what}")
