"""Moves reports from one origin to another: which can be compared, which origin a group gets, who left which."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.provenance import Corrections, Telling
from paradero.procedures.acting import Desk
from paradero.procedures.kept_tellings import unlock_telling
from paradero.records.models import Origin, Report
from paradero.terms.refs import new_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """Reports that can be compared, each with what is compared, and those that cannot be any more."""

    rows: tuple[Report, ...]
    tellings: tuple[Telling, ...]
    closed: tuple[Report, ...]
    """What was destroyed by order tells nothing any more; what was altered is named by `verify`, and hinders nobody."""


def readable(reports: Iterable[Report], *, desk: Desk) -> Readable:
    """Return what is kept of some reports, in their order."""
    opened = [(report, _opened(report, desk=desk)) for report in reports]
    return Readable(
        rows=tuple(report for report, telling in opened if telling),
        tellings=tuple(telling for _, telling in opened if telling),
        closed=tuple(report for report, telling in opened if telling is None),
    )


def _opened(report: Report, *, desk: Desk) -> Telling | None:
    try:
        return unlock_telling(report, desk=desk)
    except (SealDestroyed, SealBroken, SealMissing, KeyBrokenError):
        return None


def new_origin(*, at: datetime) -> Origin:
    """Return an origin that no report has yet."""
    return Origin.objects.create(ref=new_ref("O"), begun_at=at)


def origin_for(
    members: Sequence[Report], *, new: Report | None = None, taken: set[int], barred: set[int], at: datetime
) -> Origin:
    """Return the earliest origin of a group that no other group has; a report that is new has brought its own."""
    known = [report.origin for report in members if report != new] or [report.origin for report in members]
    free = [origin for origin in known if origin.pk not in taken | barred]
    return min(free, key=lambda origin: origin.pk) if free else new_origin(at=at)


def move(reports: Iterable[Report], *, to: Origin) -> list[str]:
    """Give reports an origin; return the reference of the one that each left, for the log."""
    left = []
    for report in reports:
        if report.origin_id != to.pk:
            left.append(report.origin.ref)
            report.origin = to
            report.save(update_fields=["origin"])
    return left


def barred(members: Collection[Report], closed: Iterable[Report], held: Corrections) -> set[int]:
    """Return the origins, by their keys, that have a report nobody can open and that is apart from a member."""
    apart = held.apart()
    return {each.origin_id for each in closed if any((each.pk, member.pk) in apart for member in members)}


def brought_along(members: Collection[Report], closed: Iterable[Report], held: Corrections) -> list[Report]:
    """Return the reports that nobody can open and that are held for one with a member."""
    circles = [circle for circle in held.circles() if any(member.pk in circle for member in members)]
    return [each for each in closed if any(each.pk in circle for circle in circles)]
