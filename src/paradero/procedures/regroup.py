"""Groups reports anew after somebody judged their origins: no more is changed than the judgement asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q

from paradero.intake.provenance import Corrections, OriginFound, brought_together, origins_of, shipped
from paradero.procedures.acting import Desk
from paradero.procedures.origin_moves import Readable, barred, brought_along, move, origin_for, readable
from paradero.procedures.origin_views import Effect
from paradero.procedures.origins import MOST_REGROUPED, keep_links
from paradero.records.models import OriginLink, Report

AS_FEW_AS_MAY_BE = -1e9
"""Log-odds that any two have: an origin that has to be parted is parted into two, each report going where most speaks
for it, and not into all that the machine would make of it today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of the reports of one origin or two, before it is done."""

    groups: tuple[tuple[Report, ...], ...]
    """The reports of each origin afterwards, those that can be told; the earliest first."""
    held: Corrections
    closed: tuple[Report, ...] = ()
    found: tuple[OriginFound, ...] = ()
    rows: tuple[Report, ...] = ()
    """What the places in `found` stand for."""

    @property
    def origins(self) -> int:
        """How many origins they are afterwards."""
        return len(self.groups)

    @property
    def parts(self) -> bool:
        """Whether reports that have one origin would have two."""
        gone_to = {(report.origin_id, place) for place, group in enumerate(self.groups) for report in group}
        return len(gone_to) > len({origin for origin, _ in gone_to})


def change_for(two: tuple[Report, Report], *, before: Effect, after: Effect, held: Corrections, desk: Desk) -> Change:
    """Return what becomes of the reports of two origins where the judgements of the two do something else than before.

    Args:
        two: The reports that were judged.
        before: What the standing judgements of the two did.
        after: What they do now.
        held: All that people hold of the reports of both origins now, by their keys.
        desk: The store and the folder.
    """
    origins = {report.origin_id for report in two}
    about = Report.objects.filter(origin__in=origins).select_related("item", "origin").order_by("pk")
    reports = list(about)
    if before is after or not {before, after} & {Effect.TOGETHER, Effect.APART}:
        return _by_origin(reports, held)
    if after is Effect.TOGETHER:
        return _together(reports, held)
    if after is Effect.APART:
        return _parted(two, reports, held, desk=desk) if len(origins) == 1 else _by_origin(reports, held)
    return _as_the_machine_finds(reports, held, were_apart=before is Effect.APART, desk=desk)


def carry_out(change: Change, *, at: datetime) -> tuple[str, ...]:
    """Give every report its origin; return the references of the origins that a report left, for the log."""
    taken: set[int] = set()
    left: list[str] = []
    for members in change.groups:
        origin = origin_for(members, taken=taken, barred=barred(members, change.closed, change.held), at=at)
        taken.add(origin.pk)
        left += move([*members, *brought_along(members, change.closed, change.held)], to=origin)
    for found in change.found:
        keep_links(found, change.rows, of=[change.rows[place] for place in found.members])
    _forget_links_between([*(each for group in change.groups for each in group), *change.closed])
    return tuple(dict.fromkeys(left))


def _forget_links_between(reports: Sequence[Report]) -> None:
    """Delete the machine's reasons for one origin where two are in two."""
    links = OriginLink.objects.filter(Q(report__in=reports) | Q(other__in=reports))
    links.exclude(report__origin=F("other__origin")).delete()


def _by_origin(reports: Iterable[Report], held: Corrections) -> Change:
    return Change(groups=tuple(tuple(group) for group in _now(reports).values()), held=held)


def _now(reports: Iterable[Report]) -> dict[int, list[Report]]:
    found: dict[int, list[Report]] = {}
    for report in reports:
        found.setdefault(report.origin_id, []).append(report)
    return found


def _together(reports: Sequence[Report], held: Corrections) -> Change:
    """Join the origins as they are: nothing is compared, so nobody is parted from anybody."""
    by_key = {report.pk: report for report in reports}
    groups = [[report.pk for report in group] for group in _now(reports).values()]
    joined = brought_together(groups, held)
    return Change(groups=tuple(tuple(by_key[key] for key in group) for group in joined), held=held)


def _parted(two: tuple[Report, Report], reports: Sequence[Report], held: Corrections, *, desk: Desk) -> Change:
    if tuple(report.pk for report in two) not in held.apart():
        return _by_origin(reports, held)  # others hold them for one all the same
    if len(reports) > MOST_REGROUPED:
        circles = [circle for circle in held.circles() if two[1].pk in circle]
        leaving = circles[0] if circles else {two[1].pk}
        staying = tuple(report for report in reports if report.pk not in leaving)
        return Change(groups=(staying, tuple(each for each in reports if each.pk in leaving)), held=held)
    return _compared(readable(reports, desk=desk), held, least=AS_FEW_AS_MAY_BE)


def _as_the_machine_finds(reports: Sequence[Report], held: Corrections, *, were_apart: bool, desk: Desk) -> Change:
    if len(reports) <= MOST_REGROUPED:
        kept = readable(reports, desk=desk)
        if not kept.closed:
            return _compared(kept, held, least=shipped().one_from)
    if not were_apart:
        return _by_origin(reports, held)
    # Not all can be compared: they become one again, for one voice that passes for two is the worse error.
    numbers = [report.pk for report in reports]
    return _together(reports, replace(held, same=held.same | {(numbers[0], other) for other in numbers[1:]}))


def _compared(kept: Readable, held: Corrections, *, least: float) -> Change:
    among = held.among([report.pk for report in kept.rows])
    found = origins_of(kept.tellings, replace(shipped(), one_from=least), among)
    return Change(
        groups=tuple(tuple(kept.rows[place] for place in each.members) for each in found),
        held=held,
        closed=kept.closed,
        found=tuple(_without_weak_links(each, among) for each in found),
        rows=kept.rows,
    )


def _without_weak_links(found: OriginFound, among: Corrections) -> OriginFound:
    """Leave out what only people hold for one: the machine does not."""
    circles = among.circles()
    links = (
        link
        for link in found.links
        if link.log_odds >= shipped().one_from or not any({link.one, link.other} <= circle for circle in circles)
    )
    return replace(found, links=tuple(links))
