"""A judgement and its entry in the log stand together or not at all, wherever the process is killed (R11, R15)."""

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.procedures.conftest import GALINA_ASKS, SERHII_ASKED_FOR
from tests.stories.test_killed_at_every_step import AFTER_COMMIT, OF_ENQUIRING, killed_in

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.undo_judgement import undo_judgement
from paradero.procedures.verify import verify
from paradero.records.models import AuditEntry, Judgement, Undoing
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

Work = Callable[[], str]


@pytest.fixture
def judging(desk: Desk, marta: Actor, at: datetime) -> Work:
    refs = [open_enquiry(asked, desk=desk, actor=marta, at=at).ref for asked in (GALINA_ASKS, SERHII_ASKED_FOR)]
    return lambda: judge_pair(*refs, verdict=Verdict.DIFFERENT, desk=desk, actor=marta, at=at).left


@pytest.fixture
def undoing(desk: Desk, marta: Actor, at: datetime, judging: Work) -> Work:
    judging()
    judged = Judgement.objects.get()
    return lambda: undo_judgement(judged.left, judged.right, desk=desk, actor=marta, at=at).left


@pytest.mark.parametrize("step", OF_ENQUIRING)
def test_a_judgement_is_logged_or_was_never_given(desk: Desk, judging: Work, step: str) -> None:
    acknowledged = killed_in(step, judging)
    stored = 1 if step in AFTER_COMMIT else 0

    assert acknowledged is None
    assert Judgement.objects.count() == AuditEntry.objects.filter(act="judge different").count() == stored
    assert verify(desk=desk).troubles == ()
    judging()
    assert Judgement.objects.filter(undoing__isnull=True).count() == 1
    assert AuditEntry.objects.filter(act="judge different").count() == stored + 1


@pytest.mark.parametrize("step", OF_ENQUIRING)
def test_an_undoing_is_logged_or_never_happened(desk: Desk, undoing: Work, step: str) -> None:
    assert killed_in(step, undoing) is None
    stored = 1 if step in AFTER_COMMIT else 0

    assert Undoing.objects.count() == AuditEntry.objects.filter(act="undo judgement").count() == stored
    assert verify(desk=desk).troubles == ()
