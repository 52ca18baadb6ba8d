"""Searches enquiries anew against every sighting, because somebody asked for it. A proposal decides nothing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

from paradero.procedures.act import Act, act, anew
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import Proposed
from paradero.procedures.indexes import Indexes
from paradero.procedures.proposing import propose
from paradero.procedures.search_reach import MOST_FOR_ONE, Reach, reach_now
from paradero.procedures.searched import keep_search
from paradero.records.models import Candidate, Enquiry, Sighting
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json, to_json

Progress = Callable[[int, int], None]
Found = list[tuple[str, Explanation]]
"""References of sightings and why."""


@dataclass(slots=True)
class _Tally:
    new: list[str] = field(default_factory=list)
    kept: int = 0
    reweighed: int = 0


def propose_candidates(
    *,
    enquiry_refs: Collection[str] | None = None,
    desk: Desk,
    actor: Actor,
    at: datetime,
    progress: Progress = lambda _done, _of: None,
) -> Proposed:
    """Return what was proposed newly, what was found again, and what a newer model weighs differently.

    A pair that was proposed before stays as it is, unless another model made its explanation; then it is weighed
    anew, `reweighed_at` says when, and the audit log has it. Groups are nobody's counterpart and are passed over.
    How far the search went is kept for each enquiry. What is new in the desk is searched without being asked for:
    `standing_search`.

    Args:
        enquiry_refs: These enquiries alone, else every open one.
        desk: The store and the folder.
        actor: Who searches.
        at: When.
        progress: Called with how many are compared and how many there are.

    Raises:
        NotHeld: If one of the enquiries is not here.
    """
    enquiries = _enquiries(enquiry_refs)
    reach = reach_now()
    indexes = Indexes(desk.home)
    index, model = indexes.sightings(), indexes.model
    tally = _Tally()
    for place, enquiry in enumerate(enquiries, start=1):
        offered = index.search(from_json(Description, enquiry.description), limit=MOST_FOR_ONE)
        found = [(ref, why) for ref, why in offered if why.probability >= model.threshold]
        anew(lambda: _write_down(enquiry, found, reach, model.name, desk=desk, actor=actor, at=at, tally=tally))  # noqa: B023
        progress(place, len(enquiries))
    return Proposed(
        new=tuple(tally.new),
        kept=tally.kept,
        reweighed=tally.reweighed,
        enquiries=len(enquiries),
        sightings=reach.sightings,
    )


def _enquiries(refs: Collection[str] | None) -> list[Enquiry]:
    chosen = Enquiry.objects.filter(is_open=True).order_by("pk")
    if refs is None:
        return list(chosen)
    held = list(chosen.filter(ref__in=refs))
    missing = sorted(set(refs) - {enquiry.ref for enquiry in held})
    if missing:
        raise NotHeld(f"There is no open enquiry {', '.join(missing)} here. Check the reference number.")
    return held


def _write_down(
    enquiry: Enquiry,
    found: Found,
    reach: Reach,
    model: str,
    *,
    desk: Desk,
    actor: Actor,
    at: datetime,
    tally: _Tally,
) -> None:
    """Write what one enquiry found as one act; the tally counts it only once it stands."""
    own = _Tally()
    with act("search for candidates", desk=desk, actor=actor, at=at, ref=enquiry.ref) as done:
        for ref, why in found:
            _propose(enquiry, ref, why, tally=own, done=done, at=at)
        done.count = len(own.new)
        keep_search(enquiry, reach, model=model, actor=actor, at=at)
    tally.new += own.new
    tally.kept += own.kept
    tally.reweighed += own.reweighed


def _propose(enquiry: Enquiry, sighting_ref: str, why: Explanation, *, tally: _Tally, done: Act, at: datetime) -> None:
    held = Candidate.objects.filter(enquiry=enquiry, sighting__ref=sighting_ref).first()
    if held is None:
        sighting = Sighting.objects.get(ref=sighting_ref)
        tally.new.append(propose(enquiry.pk, sighting.pk, why, done=done, at=at))
    elif held.model == why.model:
        tally.kept += 1
    else:
        _reweigh(held, why, at=at)
        tally.reweighed += 1
        done.further.append(("weigh candidate anew", held.ref, 0))


def _reweigh(held: Candidate, why: Explanation, *, at: datetime) -> None:
    held.match_weight_bits, held.probability = why.match_weight_bits, why.probability
    held.explanation, held.model, held.reweighed_at = to_json(why), why.model, at
    held.save(update_fields=["match_weight_bits", "probability", "explanation", "model", "reweighed_at"])
