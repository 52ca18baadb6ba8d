"""What is new meets what waits, from either side, and only what is new is proposed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, SERHII_ASKED_FOR, TIMUR_CAPTURED, TakeIn, WorkOff

from paradero.identity import MODEL
from paradero.procedures import standing_search
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.job_answers import Ending
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.search_reach import Reach, reach_now
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.undo_judgement import undo_judgement
from paradero.procedures.work import Worker
from paradero.records.leases import ask, still_open
from paradero.records.models import AuditEntry, Candidate, Enquiry, Item, Job, Search
from paradero.terms.jobs import JobKind
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_new_sighting_finds_the_enquiry_that_waits(
    work_off: WorkOff, galinas_enquiry: str, take: TakeIn, at: datetime
) -> None:
    work_off()
    assert not Candidate.objects.exists()
    taken = take(RUSLAN_CAPTURED)
    (attempt,) = work_off()

    best = Candidate.objects.get(ref=attempt.new[0])
    assert (attempt.subject, attempt.ending) == (taken.item_ref, Ending.DONE)
    assert best.enquiry.ref == galinas_enquiry
    assert (best.sighting.label, best.model, best.proposed_at) == ("Ruslan Doroshenkov", MODEL.name, at)
    assert list(Job.objects.exclude(proposed=[]).values_list("proposed", flat=True)) == [list(attempt.new)]


def test_a_pair_weighs_the_same_from_either_side(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, ruslans_report: TakenIn
) -> None:
    work_off()
    asked = [
        open_enquiry(replace(GALINA_ASKS, own_reference=number), desk=desk, actor=marta, at=at).ref
        for number in ("found by the enquiry", "found by the item")
    ]
    Job.objects.filter(subject=asked[1]).delete()
    work_off()
    ask(JobKind.ITEM, ruslans_report.item_ref, at=at)
    work_off()

    one, other = Candidate.objects.order_by("pk")
    assert [one.enquiry.ref, other.enquiry.ref] == asked
    assert one.explanation == other.explanation


@pytest.mark.usefixtures("galinas_enquiry")
def test_what_was_proposed_judged_or_undone_is_not_proposed_again(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, ruslans_report: TakenIn
) -> None:
    work_off()
    (candidate,) = Candidate.objects.all()
    before = Candidate.objects.values().get()
    judge_candidate(candidate.ref, verdict=Verdict.DIFFERENT, desk=desk, actor=marta, at=at)
    ask(JobKind.ITEM, ruslans_report.item_ref, at=at)
    work_off()
    undo_judgement(candidate.ref, desk=desk, actor=marta, at=at)
    ask(JobKind.ENQUIRY, candidate.enquiry.ref, at=at)
    work_off()

    assert Candidate.objects.values().get() == before
    assert AuditEntry.objects.filter(act="propose candidate").count() == 1


@pytest.mark.usefixtures("galinas_enquiry")
def test_a_standing_search_leaves_what_an_older_model_weighed(
    work_off: WorkOff, ruslans_report: TakenIn, at: datetime
) -> None:
    """People judge the explanation they were shown; weighing anew is an act that somebody asks for."""
    work_off()
    Candidate.objects.update(model="an older one", match_weight_bits=3.0)
    ask(JobKind.ITEM, ruslans_report.item_ref, at=at)
    work_off()

    assert Candidate.objects.values_list("model", "match_weight_bits").get() == ("an older one", 3.0)


def test_new_sightings_that_find_nobody_move_up_to_when_an_enquiry_was_searched(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, ruslans_report: TakenIn, take: TakeIn
) -> None:
    """A mother who is told that nothing was found is told up to when."""
    asked = open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)
    work_off()
    taken, later = take(TIMUR_CAPTURED, published_on=date(2024, 6, 2)), at + timedelta(days=1)
    work_off(at=later)
    latest, first = show_enquiry(asked.ref, desk=desk, actor=marta, at=later).searches[:2]

    assert (latest.at, latest.reports, latest.published_up_to) == (later, 2, date(2024, 6, 2))
    assert latest.sightings == first.sightings + len(taken.sightings)
    assert first.sightings == len(ruslans_report.sightings)


def test_a_report_that_shows_nobody_was_searched_too(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, take: TakeIn, galinas_enquiry: str
) -> None:
    work_off()
    take("El puente sobre el río sigue cerrado por las obras.\n")
    work_off()

    latest, *_ = show_enquiry(galinas_enquiry, desk=desk, actor=marta, at=at).searches
    assert (latest.sightings, latest.reports) == (0, 1)


def test_while_an_item_waits_nothing_is_said_to_be_searched_up_to_now(
    desk: Desk, marta: Actor, at: datetime, worker: Worker, work_off: WorkOff, take: TakeIn, galinas_enquiry: str
) -> None:
    work_off()
    before = Search.objects.count()
    take(TIMUR_CAPTURED)
    take("Olena Verezhak, médica militar de Zhytomyr, está desaparecida, según su hermana.\n")

    assert worker.work_one()
    assert Search.objects.count() == before
    assert worker.work_one()
    assert Search.objects.count() == before + 1
    assert show_enquiry(galinas_enquiry, desk=desk, actor=marta, at=at).searches[0].reports == 2


def test_all_that_is_held_is_counted_once_for_many_items(
    take: TakeIn, work_off: WorkOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A count of a million sightings takes longer than holding one item against the enquiries."""
    for number in range(3):
        take(f"El puente sobre el río sigue cerrado por las obras, día {number}.\n")
    counted: list[Reach] = []
    monkeypatch.setattr(standing_search, "reach_now", lambda: counted.append(reach_now()) or counted[-1])

    assert len(work_off()) == 3
    assert [reach.reports for reach in counted] == [3]


def test_a_standing_search_says_nothing_of_an_enquiry_that_waits_for_its_own(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, take: TakeIn
) -> None:
    """It has not met what was taken in before it."""
    take(TIMUR_CAPTURED)
    asked = open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)
    work_off(at_most=1)

    assert Search.objects.filter(enquiry=None).exists()
    assert show_enquiry(asked.ref, desk=desk, actor=marta, at=at).searches == ()
    work_off()
    assert show_enquiry(asked.ref, desk=desk, actor=marta, at=at).searches[0].reports == 1


def test_what_is_gone_ends_quietly(work_off: WorkOff, ruslans_report: TakenIn, galinas_enquiry: str) -> None:
    Item.objects.update(destroyed_at=datetime.fromisoformat("2026-11-20T10:00:00+00:00"))
    Enquiry.objects.update(is_open=False)
    attempts = work_off()

    assert [(attempt.ending, attempt.new) for attempt in attempts] == [(Ending.DONE, ())] * 2
    assert not Candidate.objects.exists()
    assert not Search.objects.exists()
    logged = AuditEntry.objects.filter(act="nothing left to search").values_list("ref", flat=True)
    assert set(logged) == {ruslans_report.item_ref, galinas_enquiry}


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
def test_a_new_model_has_every_open_enquiry_searched_once_more(worker: Worker, work_off: WorkOff) -> None:
    work_off()
    assert worker.catch_up() == 0
    Search.objects.update(model="an older one")
    assert worker.catch_up() == 0, "the model is the one of the last time"

    assert replace(worker, _caught_up_with="an older one").catch_up() == 1
    assert replace(worker, _caught_up_with=None).catch_up() == 0, "it is asked for already"
    assert [job.kind for job in still_open()] == [JobKind.ENQUIRY.value]
    (attempt,) = work_off()
    assert attempt.new == ()
    assert replace(worker, _caught_up_with=None).catch_up() == 0


def test_somebody_may_still_ask_for_everything(
    desk: Desk, marta: Actor, at: datetime, work_off: WorkOff, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    assert ruslans_report.sightings
    asked_for = propose_candidates(enquiry_refs=[galinas_enquiry], desk=desk, actor=marta, at=at)

    assert len(asked_for.new) == 1
    assert [attempt.new for attempt in work_off()] == [(), ()]
