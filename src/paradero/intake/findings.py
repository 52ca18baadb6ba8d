"""What a check of the sealed store can find."""

from dataclasses import dataclass
from enum import Enum


class Drift(Enum):
    """How an item differs from what it should be; the value is the sentence's end."""

    BROKEN = "the sealed bytes are not the ones that were sealed"
    MISSING = "the sealed file is missing"
    NO_KEY = "its key is missing, so it cannot be opened"
    KEY_BROKEN = "its kept key is damaged, so it cannot be opened"
    STRANGER = "a file that does not belong in the store"
    TEMPORARY = "a file left over from an interrupted sealing; it may be swept"
    UNFINISHED = "a sealing was interrupted before it was acknowledged; it may be swept"
    LEFT_OVER = "destroyed by order, but its unreadable file is still there; it may be swept"
    DESTROYED = "destroyed by order"


HARMLESS = frozenset({Drift.TEMPORARY, Drift.UNFINISHED, Drift.LEFT_OVER, Drift.DESTROYED})
"""What an interrupted act or an order leaves: nothing that was acknowledged is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check of the store found."""

    drift: Drift
    sha256: str | None
    """The item, or `None` for a file that is no item."""
    file: str
    """The file's name inside the store."""

    @property
    def is_fault(self) -> bool:
        """Tell whether something that was acknowledged is lost or altered."""
        return self.drift not in HARMLESS

    @property
    def sentence(self) -> str:
        """Say which item it is and what is wrong."""
        return f"{'Item ' + self.sha256 if self.sha256 else self.file}: {self.drift.value}."
