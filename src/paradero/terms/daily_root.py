"""The root of a day: one digest for all that was sealed on it, chained to the day before.

A day is a short text in JSON. Its SHA-256 is what a timestamp authority is asked to stamp and what is kept outside the
database, so whoever holds the text needs no Paradero to check the stamp: `sha256sum` and `openssl ts` are enough.

An item that was destroyed by order leaves its leaf behind, so no root changes and no proof is lost.
"""

import hashlib
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from paradero.terms import merkle
from paradero.terms.chain import START, canonical

FIRST_KIND, KIND = "paradero day 1", "paradero day 2"
# They say what the text is, wherever it turns up, so that no other text the house hashes can pass for a day. A day of
# the second kind promises a leaf for each seal record and custody entry, so that no bundle can do without one of them.

Leaves = Callable[[date], Iterable[bytes]]
"""Gives the leaves of a day, as `bytes(Leaf)`, in the order of the custody log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyRoot:
    """The sealed day as it is kept; `bytes(sealed)` is its text, whose SHA-256 is `hash`."""

    day: date
    size: int
    """How many leaves there are; none is a day too."""
    root: str
    """In hexadecimal, as RFC 6962 has it."""
    previous: str
    """The hash of the sealed day before it, or `START` for the first."""
    custody: int | None = None
    """The last entry of the custody log that is a leaf of this day or of an earlier one. A day that says it has a seal
    record beside each original too; of a day of the first kind, as they were until then, it is `None`."""
    hash: str

    def __bytes__(self) -> bytes:
        """Return the text of the day, without its hash, as the one JSON text it has."""
        return day_text(day=self.day, size=self.size, root=self.root, previous=self.previous, custody=self.custody)

    def holds(self, leaf: bytes, *, place: int, proof: tuple[bytes, ...]) -> bool:
        """Tell whether `bytes(Leaf)` was sealed on this day at `place`, counted from 0."""
        return merkle.proves(
            merkle.leaf_hash(leaf), place=place, size=self.size, proof=proof, root=bytes.fromhex(self.root)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenDay:
    """The first day that does not hold, and in what way."""

    day: date
    what: str


def day_text(*, day: date, size: int, root: str, previous: str, custody: int | None) -> bytes:
    """Return what is stamped of a day; see `DailyRoot`."""
    facts: dict[str, str | int | None] = {"day": day.isoformat(), "size": size, "root": root, "previous": previous}
    if custody is None:
        return canonical(facts | {"kind": FIRST_KIND})
    return canonical(facts | {"kind": KIND, "custody": custody})


def seal_day(
    leaves: Iterable[bytes], *, day: date, previous: DailyRoot | None, custody: int | None = None
) -> DailyRoot:
    """Return the sealed day over leaves in their order, chained to the last day that was sealed.

    Args:
        leaves: Each as `bytes(Leaf)`.
        day: The day in UTC.
        previous: The day that was sealed last.
        custody: See `DailyRoot.custody`; `None` where an original has no seal record.

    Raises:
        ValueError: If that one is not an earlier day.
    """
    if previous and previous.day >= day:
        raise ValueError(f"{day} does not come after {previous.day}, which is sealed already")
    size, root = _root(leaves)
    before = previous.hash if previous else START
    text = day_text(day=day, size=size, root=root, previous=before, custody=custody)
    digest = hashlib.sha256(text).hexdigest()
    return DailyRoot(day=day, size=size, root=root, previous=before, custody=custody, hash=digest)


def first_broken_day(
    days: Iterable[DailyRoot], *, leaves_of: Leaves | None = None, kept: Mapping[date, str] | None = None
) -> BrokenDay | None:
    """Return the first day that does not hold, or `None` if all do.

    Args:
        days: The sealed days, earliest first.
        leaves_of: Where the leaves are to be had; without it only the days themselves are checked.
        kept: Hashes of days that were kept elsewhere, as in a timestamp: without them a cut end, or days that were
            all sealed anew, cannot be seen.
    """
    missing = dict(kept or {})
    previous: DailyRoot | None = None
    for sealed in days:
        passed_over = [day for day in sorted(missing) if day < sealed.day]
        if passed_over:
            return BrokenDay(day=passed_over[0], what="this day was kept elsewhere and is gone")
        fault = _fault(sealed, previous, missing.pop(sealed.day, None), leaves_of)
        if fault:
            return BrokenDay(day=sealed.day, what=fault)
        previous = sealed
    return BrokenDay(day=min(missing), what="this day was kept elsewhere and is gone") if missing else None


def _fault(sealed: DailyRoot, previous: DailyRoot | None, kept: str | None, leaves_of: Leaves | None) -> str | None:
    if sealed.previous != (previous.hash if previous else START) or (previous and previous.day >= sealed.day):
        return "this day does not follow from the one sealed before it"
    if hashlib.sha256(bytes(sealed)).hexdigest() != sealed.hash:
        return "this day was changed after it was sealed"
    if kept is not None and kept != sealed.hash:
        return "this day is not the one whose hash was kept elsewhere"
    if leaves_of and _root(leaves_of(sealed.day)) != (sealed.size, sealed.root):
        return "what is kept of this day is not what was sealed"
    return None


def _root(leaves: Iterable[bytes]) -> tuple[int, str]:
    """Return how many leaves there are, and their root in hexadecimal; they are read once."""
    places = itertools.count()
    digest = merkle.root(merkle.leaf_hash(leaf) for leaf, _ in zip(leaves, places, strict=False))
    return next(places), digest.hex()
