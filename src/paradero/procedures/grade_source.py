"""Grades how reliable a source is. The grade is a person's: it weighs in no match and raises no claim."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.grading import own_source
from paradero.procedures.judging import written
from paradero.procedures.source_views import Graded
from paradero.records.models import SourceGrade
from paradero.records.sources import hold_sources
from paradero.terms.grades import Reliability


def grade_source(
    ref: str, *, grade: Reliability, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Graded:
    """Return the grade as it stands; every earlier one, anybody's, stays in its history.

    Raises:
        NotHeld: If there is no such source.
        SourceRefused: If it is held for another, which is then the one to grade.
    """
    with act(f"grade source {grade.value}", desk=desk, actor=actor, at=at, ref=ref):
        hold_sources()
        source = own_source(ref)
        SourceGrade.objects.create(source=source, grade=grade.value, person=actor.ref, reason=written(reason), at=at)
    return Graded(ref=ref, grade=grade, at=at)
