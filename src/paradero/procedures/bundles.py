"""Proposes and approves bundles of evidence: nobody lets one out alone (rule R3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under, person_of
from paradero.records.models import Bundle, Candidate, Item
from paradero.terms.refs import new_ref
from paradero.terms.refusal import Refusal

LONGEST_PURPOSE = 300
MOST_ITEMS = 2_000


class BundleNeedsTwo(Refusal):
    """Who proposed a bundle may not approve it."""


class BundleNotReady(Refusal):
    """A bundle cannot be proposed, approved or made as things stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRow:
    """A bundle on its way, as the desk lists it."""

    ref: str
    items: tuple[str, ...]
    purpose: str
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    made_at: datetime | None
    fingerprint: str | None


def propose_bundle(items: Sequence[str], *, purpose: str, desk: Desk, actor: Actor, at: datetime) -> str:
    """Return the reference of a bundle that is proposed; somebody else has to approve it.

    Raises:
        BundleNotReady: If it names no item, too many, or no purpose.
        NotHeld: If an item is not here.
    """
    wanted, why = list(dict.fromkeys(items)), purpose.strip()
    if not wanted or len(wanted) > MOST_ITEMS:
        raise BundleNotReady(f"A bundle holds one to {MOST_ITEMS:,} items, not {len(wanted):,}.")
    if not why or len(why) > LONGEST_PURPOSE:
        raise BundleNotReady(f"Say what the bundle is for, in at most {LONGEST_PURPOSE} letters.")
    with act("propose bundle", desk=desk, actor=actor, at=at) as done:
        for ref in wanted:
            held_under(ref, Item.objects.filter(ref=ref).first(), kind="item")
        row = Bundle.objects.create(ref=new_ref("B"), items=wanted, purpose=why, proposed_by=actor.ref, proposed_at=at)
        done.ref, done.count = row.ref, len(wanted)
        done.further += [("bundle proposed", ref, 1) for ref in wanted]
    return row.ref


def items_behind(enquiry: str) -> tuple[str, ...]:
    """Return the items in which somebody was proposed for an enquiry, in the order in which they were taken in."""
    shown = Candidate.objects.filter(enquiry__ref=enquiry).values_list("sighting__report__item", flat=True)
    return tuple(Item.objects.filter(pk__in=shown).order_by("pk").values_list("ref", flat=True))


def approve_bundle(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> None:
    """Let a bundle out that somebody else proposed.

    Raises:
        NotHeld: If there is no such bundle.
        BundleNeedsTwo: If whoever approves proposed it.
        BundleNotReady: If it is approved already.
    """
    with act("approve bundle", desk=desk, actor=actor, at=at, ref=ref):
        row = held_under(ref, Bundle.objects.filter(ref=ref).first(), kind="bundle")
        if row.approved_by:
            raise BundleNotReady(f"{ref} was approved already, by {row.approved_by}.")
        if person_of(row.proposed_by) == person_of(actor.ref):
            raise BundleNeedsTwo(f"{ref} was proposed by you. Ask a colleague to look at it and approve it.")
        row.approved_by, row.approved_at = actor.ref, at
        row.save(update_fields=["approved_by", "approved_at"])


def list_bundles(*, limit: int = 50, desk: Desk, actor: Actor, at: datetime) -> tuple[BundleRow, ...]:
    """Return the bundles on their way and those that were made, newest first."""
    with act("list bundles", desk=desk, actor=actor, at=at) as done:
        rows = tuple(_row(row) for row in Bundle.objects.order_by("-pk")[:limit])
        done.count = len(rows)
        return rows


def _row(row: Bundle) -> BundleRow:
    return BundleRow(
        ref=row.ref,
        items=tuple(row.items),
        purpose=row.purpose,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        made_at=row.made_at,
        fingerprint=row.fingerprint,
    )
