"""Proves that something was sealed on a day: its leaf, the way up to the day's root, and what was stamped of it."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from paradero.intake.timestamps import TokenRefused, check_token
from paradero.procedures.acting import Desk
from paradero.procedures.day_leaves import Place, Ways, as_sealed
from paradero.procedures.stamp_days import trusted_roots
from paradero.records.models import Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """An authority's word on the item's day."""

    authority: str
    at: datetime
    holds: bool | None
    """`None` where the desk's settings name no root certificate to check it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayProof:
    """That an item was sealed on a day, and the way from it to the day's root."""

    day: date
    place: int
    size: int
    root: str
    hash: str
    steps: tuple[str, ...]
    """Hashes in hexadecimal, lowest first (RFC 6962)."""
    holds: bool
    stamps: tuple[Stamp, ...]


def is_under_its_day(at: Place, ways: Ways) -> bool:
    """Tell whether the way up from a leaf leads to the root of its day, and the day's text has the hash kept of it."""
    day = as_sealed(at.day)
    return hashlib.sha256(bytes(day)).hexdigest() == day.hash and day.holds(
        bytes(at.leaf), place=at.place, proof=ways.up_from(at)
    )


def prove_day(at: Place, ways: Ways, *, sha256: str, desk: Desk) -> DayProof:
    """Return what proves that something with this SHA-256 was sealed on the day of its leaf."""
    return DayProof(
        day=at.day.day,
        place=at.place,
        size=at.day.size,
        root=at.day.root,
        hash=at.day.hash,
        steps=tuple(step.hex() for step in ways.up_from(at)),
        holds=at.leaf.sha256 == sha256 and is_under_its_day(at, ways),
        stamps=tuple(_stamp(each, at.day.hash, desk) for each in at.day.timestamps.order_by("stamped_at")),
    )


def _stamp(stamp: Timestamp, digest: str, desk: Desk) -> Stamp:
    roots = trusted_roots(desk.home)
    holds: bool | None = None
    if roots:
        try:
            check_token(bytes(stamp.token), digest=bytes.fromhex(digest), roots=roots)
            holds = True
        except TokenRefused:
            holds = False
    return Stamp(authority=stamp.authority, at=stamp.stamped_at, holds=holds)
