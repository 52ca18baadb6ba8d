"""Shows what is proven of an item and what is not, from checks made at that moment."""

from dataclasses import dataclass
from datetime import date, datetime

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.timestamps import TokenRefused, check_token
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.came_with import unlock_came_with
from paradero.procedures.report_views import item_facts
from paradero.procedures.seal_days import ORIGINAL, SETTLES, as_sealed
from paradero.procedures.stamp_days import trusted_roots
from paradero.procedures.verify_days import leaves_of
from paradero.procedures.views import ItemFacts
from paradero.records.models import CustodyEntry, DayLeaf, Item, Timestamp
from paradero.terms import merkle
from paradero.terms.chain import first_break


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStep:
    """One entry of the custody log about the item."""

    seq: int
    at: datetime
    by: str
    act: str
    """`"reduced"`, `"sealed"`, `"arrived again"`, `"read"`, `"destroyed"` ..."""
    tool: str
    count: int
    """How many parts were left out, how many reports were read."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPage:
    """What is proven of an item."""

    item: ItemFacts
    destroyed: bool
    bytes_hold: bool
    """The sealed bytes were opened and have the digest."""
    custody: tuple[CustodyStep, ...]
    custody_holds: bool
    """Every entry of the whole log follows from the one before it."""
    reduced: bool
    """What is sealed is a copy of what was received without its personal parts."""
    captured_at: datetime | None
    """When a crawler fetched it, as its archive says."""
    day: DayProof | None
    """`None` until its day is over."""
    settles_hours: int


def show_proof(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> ProofPage:
    """Return what is proven of an item; its bytes, the custody log and its day are checked for it.

    Raises:
        NotHeld: If there is no such item.
    """
    with act("show proof", desk=desk, actor=actor, at=at, ref=ref):
        item = held_under(ref, Item.objects.filter(ref=ref).first(), kind="item")
        destroyed, holds = _bytes(item, desk)
        entries = CustodyEntry.objects.filter(ref=ref).order_by("seq")
        custody = tuple(_step(entry) for entry in entries)
        return ProofPage(
            item=item_facts(item),
            destroyed=destroyed,
            bytes_hold=holds,
            custody=custody,
            custody_holds=first_break(entry.link() for entry in CustodyEntry.objects.order_by("seq").iterator())
            is None,
            reduced=any(step.act == "reduced" for step in custody),
            captured_at=unlock_came_with(item, desk=desk).captured_at if holds else None,
            day=_day(ref, desk),
            settles_hours=int(SETTLES.total_seconds() // 3600),
        )


def _bytes(item: Item, desk: Desk) -> tuple[bool, bool]:
    """Open the item and tell whether it was destroyed by order, and whether it is what was sealed."""
    try:
        for _ in desk.store.pieces(item.sha256):
            pass
    except SealDestroyed:
        return True, False
    except (SealBroken, SealMissing, KeyBrokenError):
        return False, False
    return False, True


def _step(entry: CustodyEntry) -> CustodyStep:
    at = datetime.fromisoformat(entry.at)
    return CustodyStep(seq=entry.seq, at=at, by=entry.actor, act=entry.act, tool=entry.reader, count=entry.count)


def _day(ref: str, desk: Desk) -> DayProof | None:
    leaf = DayLeaf.objects.filter(item=ref, what=ORIGINAL).select_related("day").first()
    if leaf is None:
        return None
    sealed, leaves = as_sealed(leaf.day), list(leaves_of(leaf.day.day))
    steps = merkle.inclusion_proof([merkle.leaf_hash(each) for each in leaves], leaf.place)
    return DayProof(
        day=leaf.day.day,
        place=leaf.place,
        size=sealed.size,
        root=sealed.root,
        hash=sealed.hash,
        steps=tuple(step.hex() for step in steps),
        holds=sealed.holds(leaves[leaf.place], place=leaf.place, proof=steps),
        stamps=tuple(_stamp(each, sealed.hash, desk) for each in leaf.day.timestamps.order_by("stamped_at")),
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
