"""What is answered of jobs: what one attempt came to, what a command's searches brought, and what waits."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from paradero.terms.jobs import JobKind


class Ending(Enum):
    """How an attempt ended."""

    DONE = "done"
    PUT_OFF = "put off"
    """It failed, and is tried again later."""
    PARKED = "parked"
    """It failed too often and waits for a person."""
    LOST = "lost"
    """Another worker had taken it over."""
    GIVEN_BACK = "given back"
    """The worker was told to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What became of one job that was taken."""

    job_ref: str
    kind: JobKind
    subject: str
    ending: Ending
    new: tuple[str, ...] = ()
    """The candidates that it brought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What the searches that one command caused brought, and which are still to be made."""

    new: tuple[str, ...]
    """The candidates that they brought, in the order of the jobs."""
    waiting: int
    """So many are still to be made: nobody waited for them, or they failed and are tried again."""
    parked: tuple[str, ...]
    """Jobs that failed too often and wait for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """A job that is not done."""

    ref: str
    kind: JobKind
    subject: str
    created_at: datetime
    attempts: int
    available_at: datetime
    being_done: bool
    """A worker holds its lease now."""
    parked_at: datetime | None
    fault: str | None
    """How it failed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobList:
    """The jobs that are not done, those that wait for a person first."""

    rows: tuple[JobRow, ...]
    waiting: int
    """How many wait or are being done, those beyond the list too."""
    parked: int
    oldest_at: datetime | None
    """Since when the oldest of those that nobody has to look at waits."""
