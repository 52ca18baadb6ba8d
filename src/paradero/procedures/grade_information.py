"""Grades how credible what one report says is, apart from how reliable its source is. It raises no claim."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, NotHeld, held_under
from paradero.procedures.judging import written
from paradero.procedures.source_views import Graded
from paradero.records.models import InformationGrade, Item, Report
from paradero.terms.grades import Credibility


def grade_information(
    item: str,
    position: int = 1,
    *,
    grade: Credibility,
    reason: str | None = None,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> Graded:
    """Return the grade of a report as it stands; every earlier one, anybody's, stays in its history.

    Args:
        item: The item's reference.
        position: The report's place in it, from 1.
        grade: 1 to 6.
        reason: Why, if they say; it stands in no log.
        desk: The store and the folder.
        actor: Who grades.
        at: When.

    Raises:
        NotHeld: If there is no such item, or no such report in it.
    """
    with act(f"grade information {grade.value}", desk=desk, actor=actor, at=at, ref=item):
        held_under(item, Item.objects.filter(ref=item).first(), kind="item")
        if not Report.objects.filter(item__ref=item, position=position).exists():
            raise NotHeld(f"There is no report {position} in {item}. Its page counts them from 1.")
        InformationGrade.objects.create(
            item=item, position=position, grade=grade.value, person=actor.ref, reason=written(reason), at=at
        )
    return Graded(ref=item, position=position, grade=grade, at=at)
