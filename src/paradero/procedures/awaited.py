"""Tells what became of the searches that one command caused, whoever made them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db.models import Q

from paradero.procedures.acting import Desk
from paradero.procedures.job_answers import Awaited
from paradero.records.models import Job

AT_ONCE = 500


def awaited(subjects: Collection[str], *, desk: Desk) -> Awaited:  # noqa: ARG001 -- as every procedure's
    """Return what became of the searches of these items and enquiries. It opens nothing and logs nothing."""
    jobs = [job for some in _parts(subjects) for job in Job.objects.filter(subject__in=some).order_by("pk")]
    still_open = [job for job in jobs if job.done_at is None]
    return Awaited(
        new=tuple(dict.fromkeys(ref for job in jobs for ref in job.proposed)),
        waiting=sum(job.parked_at is None for job in still_open),
        parked=tuple(job.ref for job in still_open if job.parked_at),
    )


def worth_waiting_for(subjects: Collection[str], *, desk: Desk, at: datetime) -> bool:  # noqa: ARG001 -- as above
    """Tell whether one of these searches is due or being made now; one that failed is not waited for."""
    soon = Q(available_at__lte=at) | Q(lease_until__isnull=False)
    jobs = Job.objects.filter(soon, done_at__isnull=True, parked_at__isnull=True)
    return any(jobs.filter(subject__in=some).exists() for some in _parts(subjects))


def _parts(subjects: Collection[str]) -> Iterator[list[str]]:
    refs = list(subjects)
    return (refs[start : start + AT_ONCE] for start in range(0, len(refs), AT_ONCE))
