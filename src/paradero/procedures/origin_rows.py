"""Makes of kept judgements of origins what is shown of them."""

from collections.abc import Collection

from paradero.procedures.origin_held import by_pair, effect, is_disputed
from paradero.procedures.origin_views import JudgedTwo, ReportRow
from paradero.procedures.views import JudgementView
from paradero.records.models import OriginJudgement, Report
from paradero.records.origin_standing import standing_of_origins
from paradero.terms.verdict import Verdict


def report_row(report: Report) -> ReportRow:
    """Return a report as a list names it."""
    return ReportRow(
        item_ref=report.item.ref,
        position=report.position,
        source=report.source.name if report.source else None,
        language=report.language,
        published_on=report.published_on,
        origin_ref=report.origin.ref,
    )


def judgement_view(row: OriginJudgement, *, with_reason: bool) -> JudgementView:
    """Return who judged, when and how, and why where that may be known."""
    reason = row.reason if with_reason else None
    return JudgementView(by=row.person, verdict=Verdict(row.verdict), reason=reason, at=row.at)


def judged_two(rows: Collection[OriginJudgement]) -> JudgedTwo:
    """Return what stands of one pair."""
    first = next(iter(rows))
    return JudgedTwo(
        left=report_row(first.left),
        right=report_row(first.right),
        judgements=tuple(judgement_view(row, with_reason=False) for row in rows),
        effect=effect(rows),
        disputed=is_disputed(rows),
    )


def judged_among(origins: Collection[int]) -> tuple[JudgedTwo, ...]:
    """Return what people hold of the reports of some origins, given by their keys; the oldest judgement first."""
    sides = ("left", "right")
    standing = standing_of_origins().select_related(*(f"{side}__{name}" for side in sides for name in _SHOWN))
    found = {row.pk: row for side in sides for row in standing.filter(**{f"{side}__origin__in": set(origins)})}
    rows = sorted(found.values(), key=lambda row: (row.at, row.pk))
    return tuple(judged_two(of_two) for of_two in by_pair(rows).values())


_SHOWN = ("item", "origin", "source")


def disputed_among(origins: Collection[int]) -> frozenset[str]:
    """Return the references of origins that count as one while somebody holds two of their reports for two."""
    judged = judged_among(origins)
    return frozenset(
        two.left.origin_ref for two in judged if two.disputed and two.left.origin_ref == two.right.origin_ref
    )
