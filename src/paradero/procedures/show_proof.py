"""Shows what is proven of an item and what is not, from checks made at that moment."""

from dataclasses import dataclass
from datetime import date, datetime

from paradero.exchange.bundle import ORIGINAL, SEAL_RECORD, item_of_record
from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.came_with import unlock_came_with
from paradero.procedures.day_leaves import Place, Ways, places_of_things
from paradero.procedures.prove_custody import CustodyProof, prove_custody
from paradero.procedures.prove_day import DayProof, is_under_its_day, prove_day
from paradero.procedures.report_views import item_facts
from paradero.procedures.seal_days import SETTLES
from paradero.procedures.seal_records import KeptRecord, digest_of, has_its_name, unlock_record
from paradero.procedures.views import ItemFacts
from paradero.records.models import Item, SealRecord
from paradero.terms.dates import DateKnownFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordProof:
    """What was written down of an item when it was sealed, and whether its day covers it."""

    holds: bool
    """It opens, is the one that was written down, and where a day covers it, its way leads to the day's root."""
    day: date | None = None
    """The day whose root covers it."""
    sha256: str = ""
    publisher: str | None = None
    address: str | None = None
    claimed_on: date | None = None
    claimed_from: DateKnownFrom | None = None
    name: str = ""
    """Under which the bytes came: it is in no bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPage:
    """What is proven of an item."""

    item: ItemFacts
    destroyed: bool
    bytes_hold: bool
    """The sealed bytes were opened and have the digest."""
    custody: CustodyProof
    record: RecordProof | None
    """`None` of an item that was sealed before there were seal records, or whose key was destroyed."""
    reduced: bool
    """What is sealed is a copy of what was received without its personal parts."""
    captured_at: datetime | None
    """When a crawler fetched it, as its archive says."""
    day: DayProof | None
    """`None` until its day is over."""
    settles_hours: int


def show_proof(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> ProofPage:
    """Return what is proven of an item; its bytes, its seal record, its custody and its day are checked for it.

    Raises:
        NotHeld: If there is no such item.
    """
    with act("show proof", desk=desk, actor=actor, at=at, ref=ref):
        item = held_under(ref, Item.objects.filter(ref=ref).first(), kind="item")
        destroyed, holds = _bytes(item, desk)
        ways, places = Ways(), {place.leaf.what: place for place in places_of_things([ref], ORIGINAL, SEAL_RECORD)}
        custody = prove_custody(ref, ways)
        return ProofPage(
            item=item_facts(item),
            destroyed=destroyed,
            bytes_hold=holds,
            custody=custody,
            record=_record(item, places.get(SEAL_RECORD), ways, desk),
            reduced=any(step.act == "reduced" for step in custody.steps),
            captured_at=unlock_came_with(item, desk=desk).captured_at if holds else None,
            day=_day(item, places.get(ORIGINAL), ways, desk),
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


def _day(item: Item, at: Place | None, ways: Ways, desk: Desk) -> DayProof | None:
    return prove_day(at, ways, sha256=item.sha256, desk=desk) if at else None


def _record(item: Item, at: Place | None, ways: Ways, desk: Desk) -> RecordProof | None:
    row = SealRecord.objects.select_related("item").filter(item=item).first()
    if row is None:
        return None if at is None else RecordProof(holds=False)
    try:
        kept = unlock_record(row, desk=desk)
    except SealDestroyed:
        return None
    except (SealBroken, SealMissing, KeyBrokenError):
        return RecordProof(holds=False)
    return _said(kept, at, ways)


def _said(kept: KeptRecord, at: Place | None, ways: Ways) -> RecordProof:
    said, digest = item_of_record(kept.text, tuple), digest_of(kept.text)
    return RecordProof(
        holds=has_its_name(kept, said) and (at is None or (at.leaf.sha256 == digest and is_under_its_day(at, ways))),
        day=at.day.day if at else None,
        sha256=digest,
        publisher=said.publisher,
        address=said.address,
        claimed_on=said.claimed_on,
        claimed_from=DateKnownFrom(said.claimed_from) if said.claimed_from else None,
        name=kept.name,
    )
