"""A judgement is one person's own, seen by others only after their own, and can be taken back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import TakenIn
from paradero.procedures.judge_candidate import judge_candidate, pair_of
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.undo_judgement import NothingToUndo, undo_judgement
from paradero.procedures.views import CandidatePage
from paradero.records.models import AuditEntry, Candidate, Judgement
from paradero.records.standing import standing
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

Page = Callable[[Actor], CandidatePage]


@pytest.fixture
def candidate(desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str) -> str:
    assert ruslans_report.new
    (ref, *_) = propose_candidates(enquiry_refs=[galinas_enquiry], desk=desk, actor=marta, at=at).new
    return ref


@pytest.fixture
def page(desk: Desk, candidate: str, at: datetime) -> Page:
    return lambda actor: show_candidate(candidate, desk=desk, actor=actor, at=at)


def test_anothers_judgement_is_hidden_until_ones_own_is_given(
    desk: Desk, candidate: str, page: Page, marta: Actor, oleh: Actor, at: datetime
) -> None:
    """Who has seen a colleague's answer does not judge, but agrees."""
    judge_candidate(candidate, verdict=Verdict.SAME, reason="the scar", desk=desk, actor=marta, at=at)
    before = page(oleh)
    judge_candidate(candidate, verdict=Verdict.UNSURE, desk=desk, actor=oleh, at=at)
    after = page(oleh)

    assert (before.own, before.others, before.row.own_verdict) == (None, None, None)
    assert "the scar" not in repr(before)
    assert [row.own_verdict for row in list_candidates(desk=desk, actor=Actor(ref="vera"), at=at)] == [None]
    assert after.own is not None
    assert after.others is not None
    assert after.own.verdict is Verdict.UNSURE
    assert [(other.by, other.verdict, other.reason) for other in after.others] == [("marta", Verdict.SAME, "the scar")]


def test_taking_ones_own_back_hides_the_others_again(
    desk: Desk, candidate: str, page: Page, marta: Actor, oleh: Actor, at: datetime
) -> None:
    for actor in (marta, oleh):
        judge_candidate(candidate, verdict=Verdict.SAME, desk=desk, actor=actor, at=at)
    undone = undo_judgement(candidate, desk=desk, actor=oleh, at=at + timedelta(minutes=1))

    assert (undone.verdict, undone.at) == (None, at + timedelta(minutes=1))
    assert (page(oleh).own, page(oleh).others) == (None, None)
    assert page(marta).others == ()
    assert Judgement.objects.count() == 2, "an undone judgement is kept"


def test_judging_anew_keeps_the_judgement_before_as_undone(
    desk: Desk, candidate: str, marta: Actor, at: datetime
) -> None:
    judge_candidate(candidate, verdict=Verdict.SAME, desk=desk, actor=marta, at=at)
    earlier = at - timedelta(hours=1)  # a clock may go wrong
    judged = judge_candidate(candidate, verdict=Verdict.DIFFERENT, desk=desk, actor=marta, at=earlier)

    kept = Judgement.objects.values_list("verdict", "undoing__at", "undoing__person")
    assert list(kept) == [("same", at, "marta"), ("different", None, None)]
    assert judged.at == at


def test_five_who_hold_it_for_the_same_person_confirm_nothing(
    desk: Desk, candidate: str, page: Page, at: datetime
) -> None:
    before = Candidate.objects.values().get(ref=candidate)
    for name in ("marta", "oleh", "vera", "lucia", "mateo"):
        judge_candidate(candidate, verdict=Verdict.SAME, desk=desk, actor=Actor(ref=name), at=at)

    assert Candidate.objects.values().get(ref=candidate) == before
    assert page(Actor(ref="marta")).row.probability == before["probability"]


def test_eight_at_once_leave_one_standing_judgement_each(desk: Desk, candidate: str, at: datetime) -> None:
    def judge(turn: int) -> None:
        try:
            actor = Actor(ref=("marta", "oleh")[turn % 2])
            judge_candidate(candidate, verdict=list(Verdict)[turn % 3], desk=desk, actor=actor, at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        for done in [pool.submit(judge, turn) for turn in range(24)]:
            done.result()

    assert sorted(standing().values_list("person", flat=True)) == ["marta", "oleh"]
    assert Judgement.objects.count() == AuditEntry.objects.filter(act__startswith="judge").count() == 24


def test_the_database_itself_refuses_a_second_standing_judgement(candidate: str, at: datetime) -> None:
    left, right = pair_of(candidate)
    Judgement.objects.create(left=left, right=right, person="marta", verdict="same", at=at)

    with pytest.raises(IntegrityError, match="one standing judgement"), transaction.atomic():
        Judgement.objects.create(left=left, right=right, person="marta", verdict="different", at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(left=left, right=right, person="oleh", verdict="confirmed", at=at)


def test_there_is_nothing_to_undo_before_one_has_judged(
    desk: Desk, candidate: str, marta: Actor, oleh: Actor, at: datetime
) -> None:
    judge_candidate(candidate, verdict=Verdict.SAME, desk=desk, actor=marta, at=at)

    with pytest.raises(NothingToUndo, match=candidate):
        undo_judgement(candidate, desk=desk, actor=oleh, at=at)
    with pytest.raises(NotHeld, match="C-0000-0000"):
        judge_candidate("C-0000-0000", verdict=Verdict.SAME, desk=desk, actor=oleh, at=at)
    assert Judgement.objects.count() == 1


def test_what_nobody_can_type_is_left_out_of_a_reason(
    desk: Desk, candidate: str, page: Page, marta: Actor, at: datetime
) -> None:
    """PostgreSQL keeps no zero byte: the judgement would be lost with a fault."""
    reason = " Имя матери\x00 совпадает.\r\n\tВозраст\x1b[2J \ud800тоже. "
    judge_candidate(candidate, verdict=Verdict.SAME, reason=reason, desk=desk, actor=marta, at=at)

    own = page(marta).own
    assert own
    assert own.reason == "Имя матери совпадает.\n\tВозраст[2J тоже."
