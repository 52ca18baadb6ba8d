"""Who acts, and what the acts are handed."""

from dataclasses import dataclass
from pathlib import Path

from paradero.intake import SealedStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does the act. The reference goes into the audit log, so it is a user name and never more."""

    ref: str
    """A desk user's name, or `"cli:<user>"` for the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every procedure is handed: the sealed store and the folder that holds it."""

    store: SealedStore
    home: Path

    @property
    def anchors(self) -> Path:
        """The file, outside the database, that keeps the head of each chain after every act."""
        return self.home / "anchors.log"
