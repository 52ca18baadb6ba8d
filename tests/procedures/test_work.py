"""A job is done once, by whoever holds its lease; one that fails is put off, then parked, and stops no other."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connections
from django.db.utils import IntegrityError, OperationalError
from tests.procedures.conftest import GALINA_ASKS, SERHII_ASKED_FOR, WorkOff

from paradero.procedures import standing_search
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.job_answers import Ending
from paradero.procedures.list_jobs import list_jobs
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.retry_job import NotParked, retry_job
from paradero.procedures.work import LEASE, StopAskedError, Worker
from paradero.records import leases
from paradero.records.leases import MOST_ATTEMPTS, LeaseLostError, ask
from paradero.records.models import AuditEntry, Enquiry, Job, Search
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

GONE = "E-0000-0000"
"""A job of an enquiry that is not here is done at once: enough where only the lease matters."""


def other(worker: Worker, *, at: datetime) -> Worker:
    """Give another worker of the same desk, as another process would have it."""
    return Worker(desk=worker.desk, actor=worker.actor, clock=lambda: at)


def break_description(ref: str) -> None:
    """Let an enquiry hold what no search can read."""
    Enquiry.objects.filter(ref=ref).update(description='{"names": "Ruslan Doroshenkov"}')


def test_what_waits_is_asked_for_once(at: datetime) -> None:
    for _ in range(3):
        ask(JobKind.ENQUIRY, GONE, at=at)

    assert Job.objects.get().asked == 3
    with pytest.raises(IntegrityError):
        Job.objects.create(ref="J-X", kind=JobKind.ENQUIRY.value, subject=GONE, created_at=at, available_at=at)


def test_what_is_asked_for_while_it_is_done_is_done_once_more(worker: Worker, at: datetime) -> None:
    """The worker that is at it may have looked before there was anything to see."""
    ask(JobKind.ENQUIRY, GONE, at=at)
    job = leases.take(worker=worker.ref, at=at, until=at + LEASE)
    assert job
    ask(JobKind.ENQUIRY, GONE, at=at)
    leases.end(job, at=at)

    assert worker.work_one()
    assert worker.work_one() is None
    assert Job.objects.get().done_at == at


def test_what_was_done_may_be_asked_for_again(work_off: WorkOff, at: datetime) -> None:
    for _ in range(2):
        ask(JobKind.ENQUIRY, GONE, at=at)
        assert len(work_off()) == 1

    assert Job.objects.filter(done_at=at).count() == 2


def test_a_lease_keeps_others_away_until_it_runs_out(worker: Worker, at: datetime) -> None:
    ask(JobKind.ENQUIRY, GONE, at=at)
    job = leases.take(worker=worker.ref, at=at, until=at + LEASE)
    assert job

    assert other(worker, at=at + LEASE - timedelta(seconds=1)).work_one() is None
    taken_over = other(worker, at=at + LEASE).work_one()
    assert taken_over
    assert (taken_over.job_ref, taken_over.ending) == (job.ref, Ending.DONE)
    with pytest.raises(LeaseLostError):
        leases.end(job, at=at)
    with pytest.raises(LeaseLostError):
        leases.hold_on(job, until=at + 2 * LEASE)


def test_who_lost_the_lease_writes_nothing(
    desk: Desk, marta: Actor, worker: Worker, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that was stopped for a minute, as in a laptop that slept, wakes up and finds its job done."""
    open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)
    look = standing_search.reach_now
    asleep = True

    def slept() -> object:
        nonlocal asleep
        if asleep:
            asleep = False
            done = other(worker, at=at + LEASE).work_one()
            assert done
            assert done.ending is Ending.DONE
        return look()

    monkeypatch.setattr(standing_search, "reach_now", slept)
    attempt = worker.work_one()

    assert attempt
    assert attempt.ending is Ending.LOST
    assert AuditEntry.objects.filter(act="search for candidates").count() == Search.objects.count() == 1


def test_a_long_job_keeps_its_lease_and_lets_go_when_the_worker_is_to_end(worker: Worker, at: datetime) -> None:
    ask(JobKind.ITEM, "I-0000-0000", at=at)
    job = leases.take(worker=worker.ref, at=at, until=at + LEASE)
    assert job
    keep_on = worker._keep_on(job, at)
    worker.clock = lambda: at + LEASE / 2
    keep_on()
    assert Job.objects.get().lease_until == at + LEASE / 2 + LEASE

    worker.stop = lambda: True
    with pytest.raises(StopAskedError):
        keep_on()
    leases.give_back(job)
    assert (Job.objects.get().attempts, Job.objects.get().lease_until) == (0, None)


def test_a_poisoned_job_is_put_off_then_parked_and_stops_no_other(
    desk: Desk, marta: Actor, work_off: WorkOff, at: datetime
) -> None:
    poisoned = open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at).ref
    break_description(poisoned)
    healthy = open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at).ref
    first = work_off()
    assert [(one.subject, one.ending) for one in first] == [(poisoned, Ending.PUT_OFF), (healthy, Ending.DONE)]

    later = [at + timedelta(hours=hour) for hour in range(1, MOST_ATTEMPTS + 3)]
    endings = [one.ending for moment in later for one in work_off(at=moment)]
    assert endings == [Ending.PUT_OFF] * (MOST_ATTEMPTS - 2) + [Ending.PARKED]
    listed = list_jobs(desk=desk, actor=marta, at=at)
    (row,) = listed.rows
    assert (listed.waiting, listed.parked, row.subject, row.attempts) == (0, 1, poisoned, MOST_ATTEMPTS)
    assert row.fault
    assert row.fault.startswith("ValidationError in terms/plain.py, line ")
    assert "Doroshenkov" not in row.fault
    assert AuditEntry.objects.filter(act="park job", ref=row.ref).count() == 1


def test_a_job_that_kills_its_worker_each_time_is_parked_as_well(worker: Worker, at: datetime) -> None:
    ask(JobKind.ENQUIRY, GONE, at=at)
    for attempt in range(MOST_ATTEMPTS):
        moment = at + attempt * LEASE
        assert leases.take(worker=f"W-{attempt}", at=moment, until=moment + LEASE)
    after = at + MOST_ATTEMPTS * LEASE
    assert other(worker, at=after - timedelta(seconds=1)).work_one() is None
    assert Job.objects.get().parked_at is None

    assert other(worker, at=after).work_one() is None
    job = Job.objects.get()
    assert (job.parked_at, job.fault) == (after, "Its worker ended without a word, 5 times.")


def test_what_was_parked_is_tried_again_by_a_person_or_when_it_is_asked_for_anew(
    desk: Desk, marta: Actor, work_off: WorkOff, at: datetime
) -> None:
    ask(JobKind.ENQUIRY, GONE, at=at)
    leases.park(Job.objects.all(), at=at, fault="It failed.")
    assert work_off() == []
    ref = Job.objects.get().ref
    retry_job(ref, desk=desk, actor=marta, at=at)
    assert Job.objects.get().attempts == 0
    leases.park(Job.objects.all(), at=at, fault="It failed.")
    ask(JobKind.ENQUIRY, GONE, at=at)

    assert [attempt.ending for attempt in work_off()] == [Ending.DONE]
    with pytest.raises(NotParked, match="is done"):
        retry_job(ref, desk=desk, actor=marta, at=at)
    with pytest.raises(NotHeld):
        retry_job("J-0000-0000", desk=desk, actor=marta, at=at)


def test_trouble_of_the_database_is_not_the_jobs(
    desk: Desk, marta: Actor, worker: Worker, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)

    def gone() -> None:
        raise OperationalError("the server closed the connection")

    with monkeypatch.context() as broken:
        broken.setattr(standing_search, "reach_now", gone)
        with pytest.raises(OperationalError):
            worker.work_one()
    assert Job.objects.get().fault is None
    assert other(worker, at=at + LEASE).work_one()


def test_workers_at_once_never_do_one_job_twice(worker: Worker, at: datetime) -> None:
    subjects = [f"E-0000-{number:04}" for number in range(40)]
    for subject in subjects:
        ask(JobKind.ENQUIRY, subject, at=at)
    done: list[str] = []

    def work() -> None:
        own = other(worker, at=at)
        try:
            while attempt := own.work_one():
                assert attempt.ending is Ending.DONE
                done.append(attempt.subject)
        finally:
            connections.close_all()

    at_once(work, workers=4)
    assert sorted(done) == subjects
    assert Job.objects.filter(done_at__isnull=False, attempts=1).count() == len(subjects)
    assert AuditEntry.objects.filter(act="nothing left to search").count() == len(subjects)


def at_once(work: Callable[[], None], *, workers: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
