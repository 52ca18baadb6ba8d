"""How a piece of news spread: each origin with the reports that carry it, and why they are held for one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from string import ascii_uppercase

from paradero.intake.provenance.addresses import plain_address
from paradero.intake.provenance.edges import edge_of_link
from paradero.intake.provenance.reasons import Reason
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.edges_shown import confidence_of, outside_ends, shown_address
from paradero.procedures.origin_rows import judged_among
from paradero.procedures.origin_views import JudgedTwo
from paradero.records.models import Edge, Origin, OriginLink, Report
from paradero.terms.edges import READ_BY_MACHINE, Confidence, EdgeKind, Evidence, FarEnd
from paradero.terms.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One report of a piece of news."""

    number: int
    """Among all that are shown, from 1, the earliest first."""
    item_ref: str
    position: int
    source: str | None
    language: str
    published_on: date | None
    taken_in_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyOne:
    """Why two reports are held to go back to one origin: found by the machine, confirmed by nobody."""

    one: int
    """The number of the earlier one."""
    other: int
    uncertain: bool
    reasons: tuple[tuple[Reason, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One origin."""

    ref: str
    appearances: tuple[Appearance, ...]
    """The earliest first; what has no day comes last."""
    links: tuple[WhyOne, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideEnd:
    """Somebody or something that reports go back to and that is not held here: an account that posted a clip."""

    letter: str
    """By which drawing and list name it."""
    kind: EdgeKind
    """What all the edges do that lead to it."""
    evidence: Evidence
    name: str | None
    address: str | None
    platform: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadEdge:
    """An edge between what is shown: from a report to one it goes back to, or to an end outside."""

    kind: EdgeKind
    evidence: Evidence
    confidence: Confidence
    near: int
    """The number of the report that it starts from."""
    far: int | str
    """The number of a report, or the letter of an end that is not held."""

    @property
    def by_machine(self) -> bool:
        """Whether a machine had to interpret what is written."""
        return self.evidence in READ_BY_MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The origins of some reports, the earliest first."""

    lanes: tuple[Lane, ...]
    edges: tuple[SpreadEdge, ...] = ()
    """In order of the reports that they start from, the surest first."""
    ends: tuple[OutsideEnd, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPage:
    """One origin and all that carry it."""

    ref: str
    spread: Spread
    judged: tuple[JudgedTwo, ...] = ()
    """What people hold of its reports and of others: beside what the machine found."""


def show_origin(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> OriginPage:
    """Return the reports of an origin.

    Raises:
        NotHeld: If there is no such origin, as where its reports were found to go back to an earlier one.
    """
    with act("show origin", desk=desk, actor=actor, at=at, ref=ref):
        origin = held_under(ref, Origin.objects.filter(ref=ref).first(), kind="origin")
        return OriginPage(ref=ref, spread=spread_of([origin.pk], desk=desk), judged=judged_among([origin.pk]))


def spread_of(origins: Iterable[int], *, desk: Desk) -> Spread:
    """Return how the news of some origins, given by their keys, spread."""
    rows = Report.objects.filter(origin__in=set(origins)).select_related("item", "origin", "source")
    ordered = sorted(rows, key=_when)
    numbers = {row.pk: number for number, row in enumerate(ordered, start=1)}
    links = list(OriginLink.objects.filter(report__in=numbers, other__in=numbers))
    by_origin: dict[str, list[Report]] = {}
    for row in ordered:
        by_origin.setdefault(row.origin.ref, []).append(row)
    lanes = tuple(_lane(ref, reports, numbers, links) for ref, reports in by_origin.items())
    outside, ends = _outside(ordered, numbers, desk=desk)
    edges = [*_between(numbers), *(_of_link(why) for lane in lanes for why in lane.links), *outside]
    return Spread(lanes=lanes, edges=tuple(sorted(dict.fromkeys(edges), key=_surest_first)), ends=ends)


GRADES = tuple(Confidence)
MOST_OUTSIDE = 26
"""Ends that are not held, as many as there are letters: more could not be told apart in a drawing."""


def _surest_first(edge: SpreadEdge) -> tuple[int, int]:
    return edge.near, GRADES.index(edge.confidence)


def _between(numbers: Mapping[int, int]) -> Iterator[SpreadEdge]:
    """Yield the kept edges between two reports that are both shown."""
    for row in Edge.objects.filter(report__in=numbers, other__in=numbers).order_by("pk"):
        if row.other_id is not None:
            yield _edge(row, numbers[row.report_id], numbers[row.other_id])


def _edge(row: Edge, near: int, far: int | str) -> SpreadEdge:
    kind, evidence = EdgeKind(row.kind), Evidence(row.evidence)
    return SpreadEdge(kind=kind, evidence=evidence, confidence=confidence_of(row), near=near, far=far)


def _of_link(why: WhyOne) -> SpreadEdge:
    """Return why two are one as an edge from the later to the earlier."""
    kind, evidence, confidence = edge_of_link(why.reasons, uncertain=why.uncertain)
    return SpreadEdge(kind=kind, evidence=evidence, confidence=confidence, near=why.other, far=why.one)


def _outside(
    rows: Sequence[Report], numbers: Mapping[int, int], *, desk: Desk
) -> tuple[list[SpreadEdge], tuple[OutsideEnd, ...]]:
    """Return the edges to ends that are not held, and these: one for all reports that name it alike."""
    ends: dict[tuple[str, bool, str], OutsideEnd] = {}
    edges = []
    for row, end in outside_ends(rows, desk=desk):
        told = fold(end.name) if end.name else plain_address(end.address or "") or f"on {end.platform or ''}"
        alike = (row.kind, row.evidence == Evidence.STATED.value, told)
        if alike not in ends and len(ends) < MOST_OUTSIDE:
            ends[alike] = _end(row, end, ascii_uppercase[len(ends)])
        if alike in ends:
            edges.append(_edge(row, numbers[row.report_id], ends[alike].letter))
    return edges, tuple(ends.values())


def _end(row: Edge, end: FarEnd, letter: str) -> OutsideEnd:
    return OutsideEnd(
        letter=letter,
        kind=EdgeKind(row.kind),
        evidence=Evidence(row.evidence),
        name=end.name,
        address=shown_address(end.address),
        platform=end.platform,
    )


def _when(row: Report) -> tuple[date, datetime, int]:
    return row.published_on or date.max, row.item.taken_in_at, row.pk


def _lane(ref: str, reports: Sequence[Report], numbers: dict[int, int], links: Sequence[OriginLink]) -> Lane:
    here = {row.pk for row in reports}
    found = [_why(link, numbers) for link in links if link.report_id in here and link.other_id in here]
    return Lane(
        ref=ref,
        appearances=tuple(_appearance(row, numbers[row.pk]) for row in reports),
        links=tuple(sorted(found, key=lambda why: (why.one, why.other))),
    )


def _appearance(row: Report, number: int) -> Appearance:
    return Appearance(
        number=number,
        item_ref=row.item.ref,
        position=row.position,
        source=row.source.name if row.source else None,
        language=row.language,
        published_on=row.published_on,
        taken_in_at=row.item.taken_in_at,
    )


def _why(link: OriginLink, numbers: dict[int, int]) -> WhyOne:
    reasons = tuple((Reason(name), float(number)) for name, number in link.reasons)
    why = WhyOne(one=numbers[link.other_id], other=numbers[link.report_id], uncertain=link.uncertain, reasons=reasons)
    return why if why.one < why.other else replace(why, one=why.other, other=why.one)
