"""One job after the other: taken, done and ended by whoever holds its lease, put off where it fails, parked at last."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import InterfaceError, OperationalError

import paradero
from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.close_days import close_days
from paradero.procedures.indexes import Indexes
from paradero.procedures.job_answers import Attempt, Ending
from paradero.procedures.model_in_use import model_in_use
from paradero.procedures.read_item import read_item
from paradero.procedures.searched import never_searched_by
from paradero.procedures.standing_search import search_for
from paradero.records import leases
from paradero.records.leases import MOST_ATTEMPTS, LeaseLostError
from paradero.records.models import Job
from paradero.terms.failpoint import reached
from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref

LEASE = timedelta(minutes=1)
"""How long a job stays with a worker that is not heard of."""
RENEWALS = 4
"""How often a lease is made longer before it would have run out."""
FIRST_PAUSE = timedelta(seconds=10)
LONGER = 6
"""Each pause after a failure is so many times the one before: ten seconds, a minute, six minutes, half an hour."""

LOOKS_AT_DAYS_EVERY = timedelta(hours=1)

_HOUSE = Path(paradero.__file__).parent


class StopAskedError(Exception):
    """The worker is to end and lets go of its job."""


@dataclass(slots=True, kw_only=True)
class Worker:
    """Who does the jobs, with the indexes it keeps from one to the next."""

    desk: Desk
    actor: Actor
    clock: Callable[[], datetime]
    stop: Callable[[], bool] = lambda: False
    """Asked between two comparisons."""
    lease: timedelta = LEASE
    ref: str = field(default_factory=lambda: new_ref("W"))
    """The lease's holder: of this process, and of no other."""
    indexes: Indexes = field(init=False)
    _caught_up_with: str | None = None
    _closes_days_at: datetime | None = None

    def __post_init__(self) -> None:
        """Take the indexes up that the desk's folder holds."""
        self.indexes = Indexes(self.desk.home)

    def work_one(self, kind: JobKind | None = None) -> Attempt | None:
        """Do the oldest job that is due, of a kind or of any, and return what became of it; `None` where none is due.

        A fault of the database is not the job's: it is raised, and the lease runs out by itself.
        """
        at = self.clock()
        self._park_spent(at)
        if not self._ready(at, kind):
            return None
        at = self.clock()
        job = leases.take(worker=self.ref, at=at, until=at + self.lease, kind=kind)
        if job is None:
            return None
        reached("job: taken")
        return self._attempt(job, at)

    def catch_up(self) -> int:
        """Ask for a search of every open enquiry that the model in use never searched for, and return how many.

        It takes no time where the model is the one of the last time.
        """
        model = model_in_use().name
        if model == self._caught_up_with:
            return 0
        asked = anew(lambda: self._ask_for(model)) if never_searched_by(model) else 0
        self._caught_up_with = model
        return asked

    def close_days(self) -> str | None:
        """Seal the days that are over, looking once an hour, and return why days wait for their stamp, if they do."""
        at = self.clock()
        if self._closes_days_at and at < self._closes_days_at:
            return None
        self._closes_days_at = at + LOOKS_AT_DAYS_EVERY
        return close_days(desk=self.desk, actor=self.actor, at=at).trouble

    def _ask_for(self, model: str) -> int:
        """Ask for what is behind now: another worker may have asked since anybody looked."""
        at = self.clock()
        with act("ask for searches", desk=self.desk, actor=self.actor, at=at) as done:
            behind = never_searched_by(model)
            for ref in behind:
                leases.ask(JobKind.ENQUIRY, ref, at=at)
            done.count = len(behind)
        return len(behind)

    def _ready(self, at: datetime, kind: JobKind | None) -> bool:
        """Tell whether a job is due, with both indexes built where it is a search: each searches on both sides.

        A look takes no lock, as taking the job would; and the index of a million sightings takes longer to build than
        a lease lasts.
        """
        due = leases.due(at=at).filter(**({"kind": kind.value} if kind else {})).order_by("available_at", "pk")
        oldest = due.values_list("kind", flat=True).first()
        if oldest is None:
            return False
        if oldest != JobKind.READ.value:
            self.indexes.enquiries()  # which weighs by the sightings' counts, and has their index built first
        return True

    def _attempt(self, job: Job, taken_at: datetime) -> Attempt:
        try:
            return self._ended(job, Ending.DONE, self._do(job, taken_at))
        except LeaseLostError:
            return self._ended(job, Ending.LOST)
        except StopAskedError:
            leases.give_back(job)
            return self._ended(job, Ending.GIVEN_BACK)
        except (OperationalError, InterfaceError):
            raise
        except Exception as fault:  # noqa: BLE001 -- one job that fails, however, stops no other
            return self._ended(job, self._failed(job, _told(fault)))

    def _do(self, job: Job, taken_at: datetime) -> tuple[str, ...]:
        """Do the job and return the candidates that it brought."""
        keep_on = self._keep_on(job, taken_at)
        hands: Any = {"desk": self.desk, "actor": self.actor, "clock": self.clock, "keep_on": keep_on}
        if job.kind == JobKind.READ.value:
            read_item(job, **hands)
            return ()
        return tuple(search_for(job, indexes=self.indexes, **hands))

    def _ended(self, job: Job, ending: Ending, new: tuple[str, ...] = ()) -> Attempt:
        return Attempt(job_ref=job.ref, kind=JobKind(job.kind), subject=job.subject, ending=ending, new=new)

    def _keep_on(self, job: Job, taken_at: datetime) -> Callable[[], None]:
        renewed_at = taken_at

        def keep_on() -> None:
            nonlocal renewed_at
            if self.stop():
                raise StopAskedError
            at = self.clock()
            if at - renewed_at >= self.lease / RENEWALS:
                leases.hold_on(job, until=at + self.lease)
                renewed_at = at

        return keep_on

    def _failed(self, job: Job, fault: str) -> Ending:
        at = self.clock()
        try:
            if job.attempts >= MOST_ATTEMPTS:
                self._park(job, fault=fault, at=at)
                return Ending.PARKED
            leases.put_off(job, until=at + FIRST_PAUSE * LONGER ** (job.attempts - 1), fault=fault)
        except LeaseLostError:
            return Ending.LOST
        return Ending.PUT_OFF

    def _park(self, job: Job, *, fault: str, at: datetime) -> None:
        with act("park job", desk=self.desk, actor=self.actor, at=at, ref=job.ref):
            if not leases.park(leases.held(job), at=at, fault=fault):
                raise LeaseLostError(job.ref)

    def _park_spent(self, at: datetime) -> None:
        """Park what ended its worker each time it was begun: nobody else would say so."""
        if not leases.spent(at=at).exists():
            return
        with act("park jobs", desk=self.desk, actor=self.actor, at=at) as done:
            for job in leases.spent(at=at):
                fault = f"Its worker ended without a word, {job.attempts} times."
                if leases.park(leases.spent(at=at).filter(pk=job.pk), at=at, fault=fault):
                    done.further.append(("park job", job.ref, 0))
            done.count = len(done.further)


def _told(fault: Exception) -> str:
    """Return the kind of a fault and the last place of the house that it passed: its own words may hold a name."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if _HOUSE in Path(frame.filename).parents]
    where = frames[-1] if frames else None
    place = f" in {Path(where.filename).relative_to(_HOUSE)}, line {where.lineno}" if where else ""
    return f"{type(fault).__name__}{place}."
