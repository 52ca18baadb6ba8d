"""What every reader of items takes and gives."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the collector says of the bytes. It fills what they do not state themselves."""

    source: str | None = None
    published_on: date | None = None
    language: str | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the files that came with it, by the name under which its bytes speak of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """What was left out before the bytes were sealed: personal parts of people who published nothing."""

    rule: str
    """Name and version of the rule that says what is left out."""
    fields: int
    """How many parts were left out."""
    received_sha256: str
    """Of the bytes as they were received, which are kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Where and when a crawler found the bytes: when somebody looked, never when it was published."""

    address: str
    captured_at: datetime
    record_id: str | None
    """The name that the archive gives the record, as `"urn:uuid:..."`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a reader made of the bytes."""

    kind: str
    """`"plain text"`, `"HTML page"`, `"Telegram export"` ..."""
    media_type: str
    reader: str
    """Name and version."""
    reports: tuple[Report, ...]
    data: bytes = b""
    """What is to be sealed: the bytes themselves, or the reduced copy."""
    stream: Iterable[bytes] | None = None
    """What is to be sealed, of a picture, video or sound: to be read once."""
    reduction: Reduction | None = None
    capture: Capture | None = None

    @property
    def pieces(self) -> Iterable[bytes]:
        """Return what is to be sealed, in pieces."""
        return [self.data] if self.stream is None else self.stream

    @property
    def beside(self) -> dict[str, str]:
        """Return the SHA-256 of the files that its reports carry and that came with it, by their address."""
        carried = (media for report in self.reports for media in report.media)
        return {media.address: media.sha256 for media in carried if media.sha256 and media.address}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReader:
    """Reads one kind of item."""

    kind: str
    media_type: str
    name: str
    """Name and version, kept with every item."""
    knows: Callable[[str, str], bool]
    """Tells from the file's name and its characters whether they are of this kind."""
    read: Callable[[str, str, Declared], tuple[Report, ...]]
    """Gives the reports from the file's name, its characters and what was declared; raises `Unreadable`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonReader:
    """Reads one kind of JSON."""

    kind: str
    name: str
    """Name and version, kept with every item."""
    knows: Callable[[Any], bool]
    """Tells whether a parsed value is of this kind."""
    read: Callable[[Any, str, str, Declared], tuple[Report, ...]]
    """Gives the reports from the value, its text, the file's name and what was declared; raises `Unreadable`."""
    personal: Callable[[tuple[str, ...]], bool] = lambda _path: False
    """Tells of a member, by its keys from the outermost, whether it is left out before sealing; lists have no key."""


def published(
    stated: date | None, declared: Declared, *, stated_by: DateKnownFrom
) -> tuple[date | None, DateKnownFrom]:
    """Return the day of publication and how it is known: what the bytes state goes before what was declared."""
    if stated:
        return stated, stated_by
    return declared.published_on, DateKnownFrom.DECLARED if declared.published_on else DateKnownFrom.UNKNOWN
