"""Takes one's own judgement of two reports' origins back."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_origin import name_both, settle
from paradero.procedures.origin_pairs import standing_around_two, take_back, two_reports
from paradero.procedures.origin_views import OriginJudged
from paradero.procedures.undo_judgement import NothingToUndo
from paradero.records.origin_standing import hold_origins


def undo_origin_judgement(
    first: str, second: str, *, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> OriginJudged:
    """Return that no judgement of the person stands any more; the one that stood is kept, its undoing beside it.

    Taking back is never refused, and works for what was destroyed too. What nobody holds any more the machine decides.

    Raises:
        NotHeld: If one of the two is not here.
        ReportsRefused: If they are not two reports.
        NothingToUndo: If the person has not judged them, or undid it before.
    """
    with act("undo origin judgement", desk=desk, actor=actor, at=at) as done:
        hold_origins(to_judge=True)
        two = two_reports(first, second)
        name_both(done, two)
        before = standing_around_two(two)
        own = before.own(actor)
        if own is None:
            raise NothingToUndo(f"You have no judgement of the origins of {two[0]} and {two[1]} to undo.")
        moment = take_back(own, reason=reason, actor=actor, at=at)
        return settle(done, before, before.without(own), verdict=None, desk=desk, at=moment)
