"""`paradero work`: does what the desk still has to do by itself; and the commands that wait for it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from types import FrameType
from typing import Annotated, Protocol

import typer
from django.db import connections
from django.db.utils import InterfaceError, OperationalError

from paradero.cli.endings import Ending
from paradero.cli.house import House, now, open_house, who
from paradero.cli.screen import complain, progress, say
from paradero.cli.words import some
from paradero.procedures.acting import Actor
from paradero.procedures.job_answers import Attempt, Awaited, Ending as End
from paradero.terms.jobs import JobKind

NoWait = Annotated[
    bool, typer.Option("--wait/--no-wait", help="Search at once, or leave that to the desk or to `paradero work`.")
]

LOOK_AGAIN_S = 0.2
"""How often a command that waits for another process's search looks whether it is made."""
LETS_GO_S = 30.0
"""How long a worker that was told to end may take over the comparison that it is at."""
AFTER_TROUBLE_S = 5.0
"""How long a worker lets a database rest that could not be reached."""


def work(
    *,
    once: Annotated[bool, typer.Option("--once", help="End when nothing is due any more.")] = False,
    every: Annotated[float, typer.Option(min=0.05, max=3600, help="Seconds between two looks for work.")] = 1.0,
    lease: Annotated[
        float, typer.Option(min=1, max=3600, help="Seconds after which a job of a killed worker is taken over.")
    ] = 60.0,
    beside: Annotated[
        int | None, typer.Option(hidden=True, help="End when this process is gone: an open desk.")
    ] = None,
) -> None:
    """Hold what is new against the enquiries, as it comes in, until Ctrl-C.

    Any number of these may run side by side, on one machine or on several that share a PostgreSQL database, also
    beside an open desk. Killed at any moment, nothing is lost and nothing is done twice. Told to end, it finishes what
    it has begun or gives it back.
    """
    house = open_house()
    from paradero.procedures.work import Worker

    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stopper(stopped))
    worker = Worker(
        desk=house.desk,
        actor=Actor(ref=f"worker:{who()}"),
        clock=now,
        stop=stopped.is_set,
        lease=timedelta(seconds=lease),
    )
    say("Waiting for work; Ctrl-C ends it." if not once else "Doing what is due.")
    ended = stopped.is_set if beside is None else lambda: stopped.is_set() or os.getppid() != beside
    tally = keep_working(worker, ended=ended, pause=stopped.wait, every=every, once=once)
    say(f"{some(tally.read, 'item')} read, {some(tally.searched, 'search')} made, {some(tally.new, 'new candidate')}.")
    if once and tally.parked:
        raise typer.Exit(Ending.BROKEN)


@dataclass(slots=True)
class Tally:
    """What a worker has done so far."""

    read: int = 0
    searched: int = 0
    new: int = 0
    parked: int = 0

    def count(self, attempt: Attempt) -> None:
        """Count one attempt."""
        done = attempt.ending is End.DONE
        self.read += done and attempt.kind is JobKind.READ
        self.searched += done and attempt.kind is not JobKind.READ
        self.new += len(attempt.new)
        self.parked += attempt.ending is End.PARKED


class Works(Protocol):
    """A worker as this module needs it; it is imported once Django is set up."""

    def catch_up(self) -> int:
        """Ask for what the model in use never searched for."""

    def close_days(self) -> str | None:
        """Seal the days that are over."""

    def work_one(self, kind: JobKind | None = None) -> Attempt | None:
        """Do the oldest job that is due, of a kind or of any."""


def keep_working(
    worker: Works, *, ended: Callable[[], bool], pause: Callable[[float], object], every: float, once: bool
) -> Tally:
    """Do what is due, again and again, until it is ended; with `once`, until nothing is due."""
    tally = Tally()
    while not ended():
        try:
            worker.catch_up()
            if trouble_of_days := worker.close_days():
                complain(trouble_of_days)
            attempt = worker.work_one()
        except (OperationalError, InterfaceError) as trouble:
            if once:
                raise
            complain(
                f"The database cannot be used ({type(trouble).__name__}). Next try in {AFTER_TROUBLE_S:.0f} seconds."
            )
            connections.close_all()
            pause(AFTER_TROUBLE_S)
            continue
        if attempt:
            tally.count(attempt)
            tell(attempt)
        elif once:
            break
        else:
            pause(every)
    return tally


def tell(attempt: Attempt) -> None:
    """Say what became of a job, in one line."""
    match attempt.ending:
        case End.DONE if attempt.kind is JobKind.READ:
            say(f"{attempt.subject}  read")
        case End.DONE:
            say(f"{attempt.subject}  {some(len(attempt.new), 'new candidate')}")
        case End.PUT_OFF:
            complain(f"{attempt.subject}  {attempt.job_ref} failed and is tried again later. See: paradero jobs")
        case End.PARKED:
            complain(f"{attempt.subject}  {attempt.job_ref} failed too often and waits for you. See: paradero jobs")
        case End.GIVEN_BACK:
            say(f"{attempt.subject}  given back; whoever works next begins it anew.")
        case End.LOST:
            say(f"{attempt.subject}  taken over by another worker.")


@contextmanager
def worker_beside(*, wanted: bool) -> Iterator[None]:
    """Let a worker run in a process of its own while the block lasts; it ends with this process, however that ends."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-c", "from paradero.cli.main import app; app()", "work", "--beside", str(os.getpid())]
    worker = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(LETS_GO_S)
        except subprocess.TimeoutExpired:  # its job goes to another worker when the lease has run out
            worker.kill()
            worker.wait()


def so_far(house: House) -> int:
    """Return the mark that `work_off` tells by what is new: take it before anything is stored."""
    from paradero.procedures.awaited import proposed_so_far

    return proposed_so_far(desk=house.desk)


def work_off(subjects: Collection[str], *, since: int, house: House, wait: bool, says: str) -> Awaited:
    """Return what the searches of these items and enquiries brought since; with `wait`, once they are made.

    What waits already is done first, in its order. A search that another process has begun is waited for.
    """
    from paradero.procedures.awaited import awaited

    if wait:
        read_off(subjects, house=house)
        _work_off(subjects, None, house=house, says=says)
    return awaited(subjects, since=since, desk=house.desk)


def read_off(subjects: Collection[str], *, house: House) -> None:
    """Have these items read, if they are still to be; one that another process has begun is waited for."""
    _work_off(subjects, JobKind.READ, house=house, says="Reading")


def _work_off(subjects: Collection[str], kind: JobKind | None, *, house: House, says: str) -> None:
    from paradero.procedures.awaited import worth_waiting_for
    from paradero.procedures.work import Worker

    left = dict.fromkeys(subjects)
    if not worth_waiting_for(left, kind=kind, desk=house.desk, at=now()):
        return
    worker = Worker(desk=house.desk, actor=house.actor, clock=now)
    with progress() as line:
        task = line.add_task(says, total=len(left))
        while worth_waiting_for(left, kind=kind, desk=house.desk, at=now()):
            attempt = worker.work_one(kind)
            if attempt is None:
                time.sleep(LOOK_AGAIN_S)
            elif attempt.ending is End.DONE and attempt.subject in left and (kind or attempt.kind is not JobKind.READ):
                del left[attempt.subject]
                line.advance(task)


def say_waiting(found: Awaited) -> None:
    """Say what is still to be read and searched, and what to do about it."""
    if found.waiting:
        say(f"{some(found.waiting, 'job')} still to be done, by an open desk or by: paradero work")
    for ref in found.parked:
        complain(f"{ref} failed too often and waits for you. See: paradero jobs")


def _stopper(stopped: threading.Event) -> Callable[[int, FrameType | None], None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    return stop
