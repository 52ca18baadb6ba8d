"""Compares enquiries with sightings and proposes those that may be the same person. A proposal decides nothing."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from paradero.identity import MODEL, THRESHOLD, SightingIndex
from paradero.procedures.act import Act, act, anew
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import Proposed
from paradero.records.models import Candidate, Enquiry, Report, Search, Sighting, Source
from paradero.terms.account import MentionKind
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json, to_json
from paradero.terms.refs import new_ref

MOST_FOR_ONE = 20
"""How many sightings an enquiry is offered at most in one search."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reach:
    """How far a search went."""

    sightings: int
    reports: int
    sources: list[str]
    taken_in_up_to: datetime | None
    published_up_to: date | None


@dataclass(slots=True)
class _Tally:
    new: list[str]
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

    Args:
        enquiry_refs: These enquiries alone, else every open one.
        sighting_refs: These sightings alone, as those of an item just taken in, else every one.
        desk: The store and the folder.
        actor: Who searches.
        at: When.
        progress: Called with how many enquiries are done and how many there are.

    Raises:
        NotHeld: If one of the enquiries is not here.
    """
    enquiries = _enquiries(enquiry_refs)
    index, reach = _index(), _reach()
    wanted = None if sighting_refs is None else frozenset(sighting_refs)
    tally = _Tally(new=[])
    for place, enquiry in enumerate(enquiries, start=1):
        found = _found(index, enquiry, wanted)
        if found or wanted is None:
            searched = reach if wanted is None else None
            anew(lambda: _write_down(enquiry, found, searched, tally, desk=desk, actor=actor, at=at))  # noqa: B023
        progress(place, len(enquiries))
    return Proposed(
        new=tuple(tally.new),
        kept=tally.kept,
        reweighed=tally.reweighed,
        enquiries=len(enquiries),
        sightings=reach.sightings if wanted is None else len(wanted),
    )


def _enquiries(refs: Collection[str] | None) -> list[Enquiry]:
    chosen = Enquiry.objects.filter(is_open=True)
    if refs is None:
        return list(chosen.order_by("pk"))
    held = list(chosen.filter(ref__in=refs).order_by("pk"))
    missing = sorted(set(refs) - {enquiry.ref for enquiry in held})
    if missing:
        raise NotHeld(f"There is no open enquiry {', '.join(missing)} here. Check the reference number.")
    return held


def _comparable() -> QuerySet[Sighting]:
    return Sighting.objects.exclude(kind=MentionKind.GROUP.value)


def _index() -> SightingIndex:
    sightings = _comparable().order_by("pk").values_list("ref", "description")
    return SightingIndex((ref, from_json(Description, description)) for ref, description in sightings.iterator())


def _reach() -> _Reach:
    latest = Report.objects.aggregate(taken_in=Max("item__taken_in_at"), published=Max("published_on"))
    return _Reach(
        sightings=_comparable().count(),
        reports=Report.objects.count(),
        sources=list(Source.objects.order_by("name").values_list("name", flat=True)),
        taken_in_up_to=latest["taken_in"],
        published_up_to=latest["published"],
    )


def _found(index: SightingIndex, enquiry: Enquiry, wanted: frozenset[str] | None) -> list[tuple[str, Explanation]]:
    offered = index.search(from_json(Description, enquiry.description), limit=MOST_FOR_ONE)
    return [(ref, why) for ref, why in offered if why.probability >= THRESHOLD and (wanted is None or ref in wanted)]


def _write_down(
    enquiry: Enquiry,
    found: Iterable[tuple[str, Explanation]],
    reach: _Reach | None,
    tally: _Tally,
    *,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> None:
    before = (len(tally.new), tally.kept, tally.reweighed)
    try:
        with act("search for candidates", desk=desk, actor=actor, at=at, ref=enquiry.ref) as done:
            for ref, why in found:
                _propose(enquiry, ref, why, tally, done, at=at)
            done.count = len(tally.new) - before[0]
            if reach:
                _keep_search(enquiry, reach, actor=actor, at=at)
    except BaseException:
        tally.new[before[0] :], tally.kept, tally.reweighed = [], before[1], before[2]
        raise


def _propose(enquiry: Enquiry, sighting_ref: str, why: Explanation, tally: _Tally, done: Act, *, at: datetime) -> None:
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


def _keep_search(enquiry: Enquiry, reach: _Reach, *, actor: Actor, at: datetime) -> None:
    Search.objects.create(
        enquiry=enquiry,
        at=at,
        actor=actor.ref,
        sightings=reach.sightings,
        reports=reach.reports,
        sources=reach.sources,
        taken_in_up_to=reach.taken_in_up_to,
        published_up_to=reach.published_up_to,
        model=MODEL,
    )
