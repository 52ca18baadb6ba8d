"""How a piece of news spread: each origin with the reports that carry it, and why they are held for one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from paradero.intake.provenance.reasons import Reason
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.origin_rows import judged_among
from paradero.procedures.origin_views import JudgedTwo
from paradero.records.models import Origin, OriginLink, Report


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
class Spread:
    """The origins of some reports, the earliest first."""

    lanes: tuple[Lane, ...]


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
        return OriginPage(ref=ref, spread=spread_of([origin.pk]), judged=judged_among([origin.pk]))


def spread_of(origins: Iterable[int]) -> Spread:
    """Return how the news of some origins, given by their keys, spread."""
    rows = Report.objects.filter(origin__in=set(origins)).select_related("item", "origin", "source")
    ordered = sorted(rows, key=_when)
    numbers = {row.pk: number for number, row in enumerate(ordered, start=1)}
    links = list(OriginLink.objects.filter(report__in=numbers, other__in=numbers))
    by_origin: dict[str, list[Report]] = {}
    for row in ordered:
        by_origin.setdefault(row.origin.ref, []).append(row)
    lanes = (_lane(ref, reports, numbers, links) for ref, reports in by_origin.items())
    return Spread(lanes=tuple(lanes))


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
