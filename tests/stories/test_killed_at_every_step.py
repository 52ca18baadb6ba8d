"""Acknowledged means stored, whenever the process is killed (rule R15); and never is anything half there."""

import os
import signal
import traceback
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connections
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED

from paradero.intake import Declared, open_bytes
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.sweep import sweep
from paradero.procedures.take_in import LEASE, take_in
from paradero.procedures.verify import verify
from paradero.procedures.work import Worker
from paradero.reading import read
from paradero.records.models import Arrival, AuditEntry, CustodyEntry, Enquiry, Item, Job, Report
from paradero.terms.failpoint import STEPS, VARIABLE
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

DECLARED = Declared(source="El Faro del Sur", published_on=date(2024, 5, 24))
OF_ENQUIRING = [step for step in STEPS if step.startswith("act:")]
OF_TAKING_IN = [step for step in STEPS if step.startswith(("receive:", "seal:", "act:", "read:"))]
AFTER_COMMIT = {"act: committed", "act: anchored", "read: read"}

Work = Callable[[], str]


def killed_in(step: str, work: Work) -> str | None:
    """Do the work in a child that dies at the step, and return what it acknowledged before."""
    connections.close_all()
    acknowledged, tell = os.pipe()
    child = os.fork()
    if child == 0:
        # A browser's test leaves an event loop behind, and Django keeps other connections for one who has none, as the
        # child: what it finds there is the parent's, and stays open until the child is gone.
        _inherited = [connections[alias] for alias in connections]
        for alias in connections:
            del connections[alias]
        try:
            os.environ[VARIABLE] = step
            os.write(tell, work().encode())
        except BaseException:  # noqa: BLE001 -- the child must end here; what went wrong is told with the failed test
            traceback.print_exc()
        finally:
            os._exit(7)
    os.close(tell)
    with os.fdopen(acknowledged) as heard:
        said = heard.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{step} was never reached"
    assert os.WTERMSIG(status) == signal.SIGKILL
    return said or None


@pytest.fixture
def taking_in(desk: Desk, marta: Actor, at: datetime) -> Work:
    (report,) = open_bytes(RUSLAN_CAPTURED.encode(), name="a.txt", declared=DECLARED).reports
    read(report)  # the reader's tools are loaded once, before any child is born

    def work() -> str:
        data = RUSLAN_CAPTURED.encode()
        return take_in(data, name="a.txt", declared=DECLARED, desk=desk, actor=marta, at=at).item_ref

    return work


@pytest.fixture
def read_what_is_left(desk: Desk, at: datetime) -> Callable[[], None]:
    """What a killed process had begun to read is read by a worker, once the lease has run out."""
    worker = Worker(desk=desk, actor=Actor(ref="worker:marta"), clock=lambda: at + LEASE)

    def work() -> None:
        while worker.work_one(JobKind.READ):
            pass

    return work


@pytest.fixture
def enquiring(desk: Desk, marta: Actor, at: datetime) -> Work:
    return lambda: open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at).ref


def test_the_steps_are_those_of_the_promise() -> None:
    assert len(OF_ENQUIRING) == 4
    assert len(OF_TAKING_IN) == 12


@pytest.mark.parametrize("step", OF_TAKING_IN)
def test_taking_in_is_whole_or_nothing_wherever_it_is_killed(
    desk: Desk, taking_in: Work, read_what_is_left: Callable[[], None], step: str
) -> None:
    acknowledged = killed_in(step, taking_in)
    stored = 1 if step in AFTER_COMMIT else 0

    assert acknowledged is None
    rows = [model.objects.count() for model in (Item, Arrival, CustodyEntry, AuditEntry, Job)]
    assert rows == [stored] * 5
    assert not Report.objects.exists(), "it is read in an act of its own"
    found = verify(desk=desk)
    assert [trouble.sentence for trouble in found.troubles if not trouble.harmless] == []
    sweep(desk=desk)
    assert verify(desk=desk).troubles == ()

    ref = taking_in()
    read_what_is_left()
    assert Item.objects.get().ref == ref
    assert Arrival.objects.count() == AuditEntry.objects.filter(act="take in").count() == stored + 1
    assert Report.objects.count() == AuditEntry.objects.filter(act="read item").count() == 1
    assert desk.store.open(Item.objects.get().sha256) == RUSLAN_CAPTURED.encode()
    assert verify(desk=desk).troubles == ()


@pytest.mark.parametrize("step", OF_TAKING_IN)
def test_without_a_sweep_the_next_taking_in_goes_on_as_well(
    desk: Desk, taking_in: Work, read_what_is_left: Callable[[], None], step: str
) -> None:
    killed_in(step, taking_in)
    taking_in()
    read_what_is_left()

    assert Item.objects.count() == Report.objects.count() == 1
    assert verify(desk=desk).sound


@pytest.mark.parametrize("step", OF_ENQUIRING)
def test_an_enquiry_is_there_once_or_not_at_all(desk: Desk, enquiring: Work, step: str) -> None:
    acknowledged = killed_in(step, enquiring)
    stored = 1 if step in AFTER_COMMIT else 0

    assert acknowledged is None
    assert Enquiry.objects.count() == AuditEntry.objects.count() == stored
    assert verify(desk=desk).troubles == ()
    again = enquiring()
    assert Enquiry.objects.get().ref == again
    assert Enquiry.objects.get().own_words == GALINA_ASKS.own_words
    assert verify(desk=desk).troubles == ()
