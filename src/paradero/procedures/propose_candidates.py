"""Compares enquiries with sightings and proposes those that may be the same person. A proposal decides nothing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from paradero.identity import THRESHOLD, Rarity, SightingIndex
from paradero.procedures.act import Act, act, anew
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import Proposed
from paradero.procedures.search_reach import Reach, comparable, reach_now
from paradero.procedures.searched import held_against_all, keep_searches
from paradero.records.models import Candidate, Enquiry, Sighting
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json, to_json
from paradero.terms.refs import new_ref

MOST_FOR_ONE = 20
"""How many counterparts one enquiry, or one sighting, is offered at most in one search."""

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
    sighting_refs: Collection[str] | None = None,
    desk: Desk,
    actor: Actor,
    at: datetime,
    progress: Progress = lambda _done, _of: None,
) -> Proposed:
    """Return what was proposed newly, what was found again, and what a newer model weighs differently.

    A pair that was proposed before stays as it is, unless another model made its explanation; then it is weighed
    anew, `reweighed_at` says when, and the audit log has it. Groups are nobody's counterpart and are passed over.
    How far the search went is kept for each enquiry; after a search with new sightings, for each that has then met
    all there are.

    Args:
        enquiry_refs: These enquiries alone, else every open one.
        sighting_refs: These sightings alone, as those of an item just taken in, else every one.
        desk: The store and the folder.
        actor: Who searches.
        at: When.
        progress: Called with how many are compared and how many there are.

    Raises:
        NotHeld: If one of the enquiries is not here.
    """
    enquiries = _enquiries(enquiry_refs)
    reach = reach_now() if sighting_refs is None else None
    searched = _by_enquiry(enquiries) if sighting_refs is None else _by_sighting(enquiries, sighting_refs, progress)
    tally = _Tally()
    for place, (enquiry, found) in enumerate(searched, start=1):
        anew(lambda: _write_down(enquiry, found, reach, desk=desk, actor=actor, at=at, tally=tally))  # noqa: B023
        if reach:
            progress(place, len(enquiries))
    if sighting_refs is not None:
        anew(lambda: _keep_up(enquiries, sighting_refs, desk=desk, actor=actor, at=at))
    return Proposed(
        new=tuple(tally.new),
        kept=tally.kept,
        reweighed=tally.reweighed,
        enquiries=len(enquiries),
        sightings=reach.sightings if reach else len(sighting_refs or ()),
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


def _by_enquiry(enquiries: list[Enquiry]) -> Iterator[tuple[Enquiry, Found]]:
    """Ask all sightings with each enquiry, and yield every enquiry."""
    index = SightingIndex()
    rows = comparable().order_by("pk").values_list("ref", "description", "report__published_on")
    for ref, description, published_on in rows.iterator():
        index.add(ref, from_json(Description, description), published_on=published_on)
    for enquiry in enquiries:
        offered = index.search(from_json(Description, enquiry.description), limit=MOST_FOR_ONE)
        yield enquiry, [(ref, why) for ref, why in offered if why.probability >= THRESHOLD]


def _by_sighting(
    enquiries: list[Enquiry], refs: Collection[str], progress: Progress
) -> Iterator[tuple[Enquiry, Found]]:
    """Ask all enquiries with each sighting, and yield the enquiries that found something."""
    if not refs:
        return iter(())
    rarity = Rarity()
    for description in comparable().values_list("description", flat=True).iterator():
        rarity.add(from_json(Description, description))
    by_ref = {enquiry.ref: enquiry for enquiry in enquiries}
    sought = ((ref, from_json(Description, enquiry.description)) for ref, enquiry in by_ref.items())
    index = SightingIndex(sought, rarity=rarity, holds="enquiries")
    found: defaultdict[str, Found] = defaultdict(list)
    sightings = list(comparable().filter(ref__in=refs).select_related("report").order_by("pk"))
    for place, sighting in enumerate(sightings, start=1):
        seen = from_json(Description, sighting.description)
        for ref, why in index.search(seen, limit=MOST_FOR_ONE, published_on=sighting.report.published_on):
            if why.probability >= THRESHOLD:
                found[ref].append((sighting.ref, why))
        progress(place, len(sightings))
    return ((by_ref[ref], pairs) for ref, pairs in found.items())


def _write_down(
    enquiry: Enquiry, found: Found, reach: Reach | None, *, desk: Desk, actor: Actor, at: datetime, tally: _Tally
) -> None:
    """Write what one enquiry found as one act; the tally counts it only once it stands."""
    own = _Tally()
    with act("search for candidates", desk=desk, actor=actor, at=at, ref=enquiry.ref) as done:
        for ref, why in found:
            _propose(enquiry, ref, why, tally=own, done=done, at=at)
        done.count = len(own.new)
        if reach:
            keep_searches([enquiry], reach, actor=actor, at=at)
    tally.new += own.new
    tally.kept += own.kept
    tally.reweighed += own.reweighed


def _keep_up(enquiries: list[Enquiry], refs: Collection[str], *, desk: Desk, actor: Actor, at: datetime) -> None:
    """Write down, as one act, how far the enquiries are searched now that these sightings were held against them.

    The reach is counted first: what another process takes in meanwhile is then missed rather than claimed.
    """
    with act("search with new sightings", desk=desk, actor=actor, at=at) as done:
        reach = reach_now()
        up_to_now = held_against_all(enquiries, refs)
        keep_searches(up_to_now, reach, actor=actor, at=at)
        done.count = len(up_to_now)


def _propose(enquiry: Enquiry, sighting_ref: str, why: Explanation, *, tally: _Tally, done: Act, at: datetime) -> None:
    held = Candidate.objects.filter(enquiry=enquiry, sighting__ref=sighting_ref).first()
    if held is None:
        candidate = Candidate.objects.create(
            ref=new_ref("C"),
            enquiry=enquiry,
            sighting=Sighting.objects.get(ref=sighting_ref),
            match_weight_bits=why.match_weight_bits,
            probability=why.probability,
            explanation=to_json(why),
            model=why.model,
            proposed_at=at,
        )
        tally.new.append(candidate.ref)
        done.further.append(("propose candidate", candidate.ref, 0))
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
