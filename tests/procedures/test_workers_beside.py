"""Several workers of one desk at once, and what each of them does before it holds a lease."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from django.db import connections
from django.db.utils import OperationalError
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, TIMUR_CAPTURED, TakeIn

from paradero.identity import SightingIndex
from paradero.procedures import act, work
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.following import Following
from paradero.procedures.job_answers import Ending
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.work import Worker
from paradero.records import leases
from paradero.records.leases import still_open
from paradero.records.models import Job, Search
from paradero.terms.refs import new_ref

pytestmark = pytest.mark.django_db(transaction=True)


class Together:
    """Lets two go on together from one place, unless the database lets only one of them get there."""

    def __init__(self) -> None:
        self._both = threading.Barrier(2)

    def wait(self) -> None:
        with suppress(threading.BrokenBarrierError):
            self._both.wait(timeout=1)


def other(worker: Worker) -> Worker:
    return Worker(desk=worker.desk, actor=worker.actor, clock=worker.clock)


def forget_searches() -> None:
    Job.objects.all().delete()
    Search.objects.all().delete()


@pytest.mark.usefixtures("galinas_enquiry")
def test_two_workers_that_notice_another_model_at_once_both_live_on(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the two would find the other's job in its way, and be gone for good."""
    forget_searches()
    together = Together()

    def both_have_looked(letter: str) -> str:
        together.wait()
        return new_ref(letter)

    monkeypatch.setattr(leases, "new_ref", both_have_looked)

    def catch_up(own: Worker) -> int:
        try:
            return own.catch_up()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=2) as pool:
        asked = sorted(pool.map(catch_up, [other(worker), other(worker)]))

    assert asked == [0, 1]
    assert Job.objects.get().asked == 1


def test_of_two_that_end_the_last_two_items_at_once_one_says_how_far_is_searched(
    worker: Worker, take: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would see the other's item wait, and a family would be told of an older search for ever."""
    for text in (RUSLAN_CAPTURED, TIMUR_CAPTURED):
        take(text)
    workers = [other(worker), other(worker)]
    for own in workers:
        own.indexes.enquiries()
    together = Together()
    monkeypatch.setattr(act, "reached", lambda step: together.wait() if step == "act: rows written" else None)

    def work_one(own: Worker) -> Ending | None:
        try:
            attempt = own.work_one()
        finally:
            connections.close_all()
        return attempt.ending if attempt else None

    with ThreadPoolExecutor(max_workers=2) as pool:
        assert list(pool.map(work_one, workers)) == [Ending.DONE, Ending.DONE]
    kept = Search.objects.get()
    assert (kept.enquiry, kept.reports) == (None, 2)


@pytest.mark.usefixtures("galinas_enquiry")
def test_a_worker_that_could_not_ask_asks_the_next_time(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_searches()

    def gone(*_: Any, **__: Any) -> None:
        raise OperationalError("the server closed the connection")

    with monkeypatch.context() as broken:
        broken.setattr(leases, "ask", gone)
        with pytest.raises(OperationalError):
            worker.catch_up()
    assert worker.catch_up() == 1


@pytest.mark.usefixtures("ruslans_report")
def test_no_index_is_built_while_a_lease_runs(
    desk: Desk, marta: Actor, at: datetime, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of a million takes longer than a lease lasts, and another worker would take the job over."""
    Job.objects.all().delete()
    open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at)
    built: list[str] = []
    at_the_lease: list[int] = []
    build, take = Following._build, leases.take

    def building(side: Following, *how: Any) -> SightingIndex:
        built.append(side._records.holds)
        return build(side, *how)

    def taking(**whose: Any) -> Job | None:
        at_the_lease.append(len(built))
        return take(**whose)

    monkeypatch.setattr(Following, "_build", building)
    monkeypatch.setattr(work.leases, "take", taking)

    assert worker.work_one()
    assert built == ["sightings", "enquiries"]
    assert at_the_lease == [2]
    assert not still_open().exists()
