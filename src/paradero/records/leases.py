"""The lease table: a job is asked for, taken for a while, and ended by whoever holds it then, on either database."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from paradero.records.many import insert_columns
from paradero.records.models import Job
from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref

MOST_ATTEMPTS = 5
"""A job that was begun so often and never ended waits for a person."""


class LeaseLostError(Exception):
    """The job went to another worker, or was ended, while this one was at it; nothing of it may be written."""


def ask(kind: JobKind, subject: str, *, at: datetime) -> None:
    """Ask for something to be done, in the transaction of what causes it.

    While it waits it is not asked for twice. A worker that is at it already does it once more, as it may have begun
    too early; one that was parked gets another chance.

    Raises:
        IntegrityError: If another process asked for the same in the same moment; `act.anew` begins again.
    """
    waiting = still_open(kind).filter(subject=subject)
    if waiting.update(asked=F("asked") + 1):
        unpark(waiting, at=at)
        return
    Job.objects.create(ref=new_ref("J"), kind=kind.value, subject=subject, created_at=at, available_at=at)


def ask_first(kind: JobKind, subjects: Sequence[str], *, at: datetime) -> None:
    """Ask for something to be done for each of these, of which nothing was ever asked before."""
    count = len(subjects)
    refs = [new_ref("J") for _ in subjects]
    moments = dict.fromkeys(("created_at", "available_at"), [at] * count)
    insert_columns(Job, {"ref": refs, "subject": subjects, "kind": [kind.value] * count, **moments})


def still_open(kind: JobKind | None = None) -> QuerySet[Job]:
    """Return the jobs that are not done: waiting, being done, or parked."""
    jobs = Job.objects.filter(done_at__isnull=True)
    return jobs.filter(kind=kind.value) if kind else jobs


def due(*, at: datetime) -> QuerySet[Job]:
    """Return the jobs that a worker may take now."""
    return _free(at).filter(available_at__lte=at, attempts__lt=MOST_ATTEMPTS)


def spent(*, at: datetime) -> QuerySet[Job]:
    """Return the jobs whose workers ended without a word, each time, as often as a job is begun at most."""
    return _free(at).filter(attempts__gte=MOST_ATTEMPTS)


def take(
    *, worker: str, at: datetime, until: datetime, kind: JobKind | None = None, subject: str | None = None
) -> Job | None:
    """Lease the oldest job that is due to the worker and return it, or `None`; no two workers ever get the same.

    Args:
        worker: The reference of who takes it.
        at: Now.
        until: When the lease runs out.
        kind: Only a job of this kind.
        subject: Only a job of this item or enquiry.
    """
    moments = [connection.ops.adapt_datetimefield_value(moment) for moment in (until, at, at)]
    asked = {"kind": kind.value if kind else None, "subject": subject}
    only = {name: value for name, value in asked.items() if value}
    statement = _take(connection.vendor, only)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [worker, moments[0], moments[1], MOST_ATTEMPTS, moments[2], *only.values()])
        taken: list[tuple[Any, ...]] = cursor.fetchall()
    return Job.objects.get(pk=taken[0][0]) if taken else None


def hold_on(job: Job, *, until: datetime) -> None:
    """Make the lease longer.

    Raises:
        LeaseLostError: If it is another's by now.
    """
    if not held(job).update(lease_until=until):
        raise LeaseLostError(job.ref)


def end(job: Job, *, at: datetime) -> None:
    """Write that the job is done: the first statement of the transaction that writes what it brought.

    Whoever takes the lease over waits for that transaction or finds the job done. A job that was asked for again
    meanwhile stays open.

    Raises:
        LeaseLostError: If the lease is another's by now.
    """
    free: dict[str, Any] = {"lease_until": None, "leased_by": None, "fault": None}
    if held(job).filter(asked=job.asked).update(done_at=at, **free):
        return
    if not held(job).update(attempts=0, available_at=at, **free):
        raise LeaseLostError(job.ref)


def give_back(job: Job) -> None:
    """Let go of a job that was not begun in earnest; where the lease is lost, it is let go of already."""
    held(job).update(lease_until=None, leased_by=None, attempts=job.attempts - 1)


def put_off(job: Job, *, until: datetime, fault: str) -> None:
    """Let go of a job that failed, and leave it alone until then.

    Raises:
        LeaseLostError: If the lease is another's by now.
    """
    if not held(job).update(lease_until=None, leased_by=None, available_at=until, fault=fault):
        raise LeaseLostError(job.ref)


def park(jobs: QuerySet[Job], *, at: datetime, fault: str) -> int:
    """Let the jobs wait for a person, and return how many did not already."""
    own = jobs.filter(done_at__isnull=True, parked_at__isnull=True)
    return own.update(lease_until=None, leased_by=None, parked_at=at, fault=fault)


def unpark(jobs: QuerySet[Job], *, at: datetime) -> int:
    """Give parked jobs as many attempts as a new one has, and return how many were parked."""
    return jobs.filter(parked_at__isnull=False).update(parked_at=None, fault=None, attempts=0, available_at=at)


def held(job: Job) -> QuerySet[Job]:
    """Return the job, as long as it is leased as it was when it was taken."""
    return Job.objects.filter(pk=job.pk, leased_by=job.leased_by, attempts=job.attempts, done_at__isnull=True)


def _free(at: datetime) -> QuerySet[Job]:
    nobody = Q(lease_until__isnull=True) | Q(lease_until__lte=at)
    return Job.objects.filter(nobody, done_at__isnull=True, parked_at__isnull=True)


def _take(vendor: str, only: Iterable[str]) -> str:
    # A worker of PostgreSQL passes over what another is taking; SQLite's transactions that write exclude each other.
    besides = "FOR UPDATE SKIP LOCKED" if vendor == "postgresql" else ""
    return f"""
        UPDATE records_job SET leased_by = %s, lease_until = %s, attempts = attempts + 1 WHERE id = (
            SELECT id FROM records_job
            WHERE done_at IS NULL AND parked_at IS NULL AND available_at <= %s AND attempts < %s
                AND (lease_until IS NULL OR lease_until <= %s) {"".join(f"AND {name} = %s " for name in only)}
            ORDER BY available_at, id LIMIT 1 {besides}
        ) RETURNING id
    """  # noqa: S608 -- own words alone
