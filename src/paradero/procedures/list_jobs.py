"""Lists what the desk still has to do by itself, and what waits for a person."""

from datetime import datetime

from django.db.models import F, Min

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.job_answers import JobList, JobRow
from paradero.records.leases import still_open
from paradero.records.models import Job
from paradero.terms.jobs import JobKind


def list_jobs(*, limit: int = 50, desk: Desk, actor: Actor, at: datetime) -> JobList:
    """Return the jobs that are not done: those that wait for a person first, then the oldest.

    They name items and enquiries by reference alone.
    """
    with act("list jobs", desk=desk, actor=actor, at=at) as done:
        first = still_open().order_by(F("parked_at").asc(nulls_last=True), "created_at", "pk")
        rows = tuple(_row(job, at) for job in first[:limit])
        done.count = len(rows)
        going = still_open().filter(parked_at__isnull=True)
        return JobList(
            rows=rows,
            waiting=going.count(),
            parked=still_open().filter(parked_at__isnull=False).count(),
            oldest_at=going.aggregate(oldest=Min("created_at"))["oldest"],
        )


def _row(job: Job, at: datetime) -> JobRow:
    return JobRow(
        ref=job.ref,
        kind=JobKind(job.kind),
        subject=job.subject,
        created_at=job.created_at,
        attempts=job.attempts,
        available_at=job.available_at,
        being_done=job.lease_until is not None and job.lease_until > at,
        parked_at=job.parked_at,
        fault=job.fault,
    )
