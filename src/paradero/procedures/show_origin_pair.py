"""Shows two reports whose origins are judged: both texts, the machine's reasons, what is held and what would follow."""

from datetime import datetime

from django.db.models import Q

from paradero.intake.provenance.reasons import Reason
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_origin import name_both
from paradero.procedures.marked_pieces import cut, marks_of
from paradero.procedures.origin_held import is_disputed
from paradero.procedures.origin_pairs import Standing, Two, chain_of, standing_around_two, two_reports
from paradero.procedures.origin_rows import judged_two, judgement_view, report_row
from paradero.procedures.origin_views import OriginFollows, OriginPairPage, ReportSide
from paradero.procedures.sealed_reports import unlock
from paradero.records.models import OriginLink, Report
from paradero.terms.spans import Span
from paradero.terms.verdict import Verdict


def show_origin_pair(
    first: str, second: str, *, for_the_eye: bool = False, desk: Desk, actor: Actor, at: datetime
) -> OriginPairPage:
    """Return the page of two reports; a colleague's reason is left out until the actor has given a judgement too.

    Args:
        first: A report, by its item's reference and its place where there are several.
        second: The other one.
        for_the_eye: A person looks at it, so that a wish in a report is marked; never for a program (rule R6).
        desk: The store and the folder.
        actor: Who looks.
        at: When.

    Raises:
        NotHeld: If one of the two is not here.
        ReportsRefused: If they are not two reports.
        SealDestroyed: If an item was destroyed by order.
    """
    with act("show origin pair", desk=desk, actor=actor, at=at) as done:
        two = two_reports(first, second)
        name_both(done, two)
        standing = standing_around_two(two)
        own = standing.own(actor)
        reasons, uncertain = _machines(two)
        left, right = (_side(report, for_the_eye=for_the_eye, desk=desk) for report in two)
        return OriginPairPage(
            left=left,
            right=right,
            reasons=reasons,
            uncertain=uncertain,
            own=judgement_view(own, with_reason=True) if own else None,
            others=tuple(judgement_view(row, with_reason=bool(own)) for row in standing.of_two if row != own),
            disputed=is_disputed(standing.of_two),
            if_same=follows(standing, Verdict.SAME, desk=desk, actor=actor, at=at),
            if_different=follows(standing, Verdict.DIFFERENT, desk=desk, actor=actor, at=at),
        )


def what_would_follow(
    first: str, second: str, *, desk: Desk, actor: Actor, at: datetime
) -> tuple[OriginFollows, OriginFollows]:
    """Return what "same" and what "different" would do; nothing is kept.

    Raises:
        NotHeld: If one of the two is not here.
        ReportsRefused: If they are not two reports.
    """
    with act("show origin consequences", desk=desk, actor=actor, at=at) as done:
        two = two_reports(first, second)
        name_both(done, two)
        standing = standing_around_two(two)
        same, different = (
            follows(standing, verdict, desk=desk, actor=actor, at=at) for verdict in (Verdict.SAME, Verdict.DIFFERENT)
        )
        return same, different


def follows(standing: Standing, verdict: Verdict, *, desk: Desk, actor: Actor, at: datetime) -> OriginFollows:
    """Return what a verdict would do, as a part of another act."""
    without = standing.without(standing.own(actor))
    new = standing.given(verdict, actor=actor, at=at)
    chain = chain_of(without, new)
    if chain:
        return OriginFollows(contradicts=tuple(judged_two(rows) for rows in chain))
    after = without.also(new)
    change = standing.change_to(after, desk=desk)
    before = len({report.origin_id for report in standing.two})
    sides = tuple(tuple(report_row(report) for report in group) for group in change.groups)
    return OriginFollows(
        before=before,
        after=change.origins,
        sides=sides if change.origins != before else (),
        disputed=is_disputed(after.of_two),
    )


def _side(report: Report, *, for_the_eye: bool, desk: Desk) -> ReportSide:
    unlocked = unlock(report, desk=desk)
    text = unlocked.report.text
    marked = marks_of(unlocked.report, unlocked.account, for_the_eye=for_the_eye)
    return ReportSide(row=report_row(report), text=cut(text, Span(0, len(text)), marked))


def _machines(two: Two) -> tuple[tuple[tuple[Reason, float], ...], bool]:
    """Return the machine's reasons for a link between the two, and whether it is uncertain."""
    one, other = two
    link = OriginLink.objects.filter(Q(report=one, other=other) | Q(report=other, other=one)).first()
    if link is None:
        return (), False
    return tuple((Reason(name), float(number)) for name, number in link.reasons), link.uncertain
