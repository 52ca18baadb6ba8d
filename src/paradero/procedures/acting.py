"""Who acts, and what the acts are handed."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from paradero.intake.item_keys import ItemKeys
from paradero.intake.sealed_store import SealedStore
from paradero.terms.refusal import Refusal

ANCHORS = "anchors.log"
"""The file of the folder that keeps the heads of the two logs."""


_USER_NAME = re.compile(r"(?:(?:cli|worker):)?[\w.@+-]{1,150}")


class NotHeld(Refusal):
    """The desk holds nothing under this reference."""


Row = TypeVar("Row")


def held_under(ref: str, found: Row | None, *, kind: str) -> Row:
    """Return what was found under a reference, else raise `NotHeld`."""
    if found is None:
        raise NotHeld(f"There is no {kind} {ref} here. Check the reference number.")
    return found


class ActorRefused(Refusal):
    """Whoever acts has no name that may stand in the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does the act. The reference goes into the audit log, so it is a user name and never more."""

    ref: str
    """A desk user's name, or `"cli:<user>"` for the command line, `"worker:<user>"` for whoever does the jobs."""

    def __post_init__(self) -> None:
        """Refuse what is no user name: the log is for ever, and a free text in it could name anybody (rule R10)."""
        if not _USER_NAME.fullmatch(self.ref):
            raise ActorRefused(
                f"{self.ref!r} is no user name, and the log takes nothing else. Use at most 150 letters, digits and "
                "the signs . @ + - _, without spaces."
            )


def person_of(ref: str) -> str:
    """Return whose reference it is: one person at the desk and at a terminal is one, in capitals or not.

    >>> person_of("cli:Marta") == person_of("marta")
    True
    """
    return ref.rpartition(":")[2].casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every procedure is handed: the sealed store and the folder that holds it."""

    store: SealedStore
    home: Path

    @property
    def anchors(self) -> Path:
        """The file, outside the database, that keeps the head of each chain after every act."""
        return self.home / ANCHORS


def open_desk(home: Path) -> Desk:
    """Return the desk of a prepared folder.

    Raises:
        KeyFileRefused: If the folder was never prepared, or its keys do not belong together.
    """
    keys = ItemKeys(home / "keys.sqlite", home / "secret" / "kek")
    return Desk(store=SealedStore(home / "store", keys), home=home)
