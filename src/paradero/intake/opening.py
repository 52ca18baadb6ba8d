"""From bytes to reports: the readers are asked in order, and the first that knows the bytes reads them."""

from dataclasses import dataclass
from datetime import date

from paradero.terms.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the collector says of the bytes. It fills what they do not state themselves."""

    source: str | None = None
    published_on: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a reader made of the bytes."""

    kind: str
    """`"plain text"`, `"HTML page"` or `"Telegram export"`."""
    media_type: str
    reader: str
    """Name and version."""
    reports: tuple[Report, ...]
