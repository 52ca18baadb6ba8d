"""Whoever does a job may be killed at any step: what it brings is there once, and its end is logged once."""

from datetime import datetime, timedelta

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, SERHII_ASKED_FOR
from tests.stories.test_killed_at_every_step import DECLARED, killed_in

from paradero.intake import Parcel, open_bytes
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt
from paradero.procedures.job_answers import Ending
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.receive import receive
from paradero.procedures.standing_search import ACTS
from paradero.procedures.take_in import take_in
from paradero.procedures.verify import verify
from paradero.procedures.work import LEASE, Worker
from paradero.reading import read
from paradero.records.models import AuditEntry, Candidate, Item, Job, Report, Search
from paradero.terms.failpoint import STEPS
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

OF_WORKING = [step for step in STEPS if step.startswith(("job:", "act:"))]
AFTER_COMMIT = {"act: committed", "act: anchored"}


@pytest.fixture
def enquiry_before_report(desk: Desk, marta: Actor, at: datetime) -> tuple[str, str]:
    """The enquiry's job and the item's both find the same pair."""
    asked = open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at).ref
    open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)
    data = RUSLAN_CAPTURED.encode()
    taken = take_in(data, name="a.txt", declared=DECLARED, desk=desk, actor=marta, at=at)
    return asked, taken.item_ref


def worker_at(desk: Desk, at: datetime) -> Worker:
    return Worker(desk=desk, actor=Actor(ref="worker:marta"), clock=lambda: at)


def test_the_steps_are_those_of_a_job() -> None:
    assert len(OF_WORKING) == 7


@pytest.mark.parametrize("step", OF_WORKING)
@pytest.mark.parametrize("kind", [JobKind.ITEM, JobKind.ENQUIRY])
def test_a_job_is_done_once_wherever_its_worker_is_killed(
    desk: Desk, at: datetime, enquiry_before_report: tuple[str, str], step: str, kind: JobKind
) -> None:
    subject = enquiry_before_report[kind is JobKind.ITEM]
    Job.objects.exclude(subject=subject, kind=kind.value).delete()

    def work() -> str:
        return str(worker_at(desk, at).work_one())

    assert killed_in(step, work) is None
    stored = 1 if step in AFTER_COMMIT else 0
    assert Candidate.objects.count() == logged(kind) == Search.objects.count() == stored
    assert Job.objects.filter(done_at__isnull=False).count() == stored
    assert verify(desk=desk).troubles == ()

    assert worker_at(desk, at).work_one() is None, "the dead worker's lease still runs"
    after = worker_at(desk, at + LEASE).work_one()
    assert (after.ending if after else Ending.DONE) is Ending.DONE
    assert worker_at(desk, at + 2 * LEASE).work_one() is None
    assert Candidate.objects.count() == logged(kind) == Search.objects.count() == 1
    (job,) = Job.objects.all()
    assert job.proposed == [Candidate.objects.get().ref]
    assert AuditEntry.objects.filter(act="propose candidate", ref=job.proposed[0]).count() == 1
    assert verify(desk=desk).troubles == ()


def logged(kind: JobKind) -> int:
    return AuditEntry.objects.filter(act=ACTS[kind]).count()


@pytest.mark.usefixtures("enquiry_before_report")
@pytest.mark.parametrize("step", OF_WORKING)
def test_killed_at_every_job_the_work_ends_whole(desk: Desk, at: datetime, step: str) -> None:
    """Three jobs, of which two find the same pair; each of the first three workers dies."""
    Job.objects.filter(kind=JobKind.READ.value).delete()
    moments = [at + number * LEASE for number in range(4)]
    for moment in moments[:3]:
        killed_in(step, lambda moment=moment: str(worker_at(desk, moment).work_one()))  # type: ignore[misc]
    last = worker_at(desk, moments[3] + timedelta(seconds=1))
    while last.work_one():
        pass

    assert Job.objects.filter(done_at__isnull=False).count() == Job.objects.count() == 3
    assert Candidate.objects.count() == AuditEntry.objects.filter(act="propose candidate").count() == 1
    assert logged(JobKind.ENQUIRY) == 2
    assert logged(JobKind.ITEM) == 1
    assert verify(desk=desk).troubles == ()


@pytest.mark.parametrize("step", [*(step for step in OF_WORKING if step != "job: searched"), "read: read"])
def test_an_item_is_read_once_wherever_its_worker_is_killed(desk: Desk, marta: Actor, at: datetime, step: str) -> None:
    parcel = Parcel(name="a.txt", size_bytes=1, pieces=[RUSLAN_CAPTURED.encode()], declared=DECLARED)
    (receipt,) = receive([parcel], desk=desk, actor=marta, clock=lambda: at)
    assert isinstance(receipt, Receipt)
    read(open_bytes(RUSLAN_CAPTURED.encode(), name="a.txt", declared=DECLARED).reports[0])  # loads the reader's tools

    assert killed_in(step, lambda: str(worker_at(desk, at).work_one(JobKind.READ))) is None
    stored = 1 if step in AFTER_COMMIT else 0
    assert Report.objects.count() == AuditEntry.objects.filter(act="read item").count() == stored
    assert Job.objects.filter(kind=JobKind.ITEM.value).count() == stored

    after = worker_at(desk, at + LEASE).work_one(JobKind.READ)
    assert (after.ending if after else Ending.DONE) is Ending.DONE
    assert Report.objects.count() == AuditEntry.objects.filter(act="read item").count() == 1
    assert Item.objects.get(ref=receipt.item_ref).read_at is not None
    assert verify(desk=desk).troubles == ()
