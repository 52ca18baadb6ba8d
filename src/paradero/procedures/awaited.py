"""Tells what became of the searches that one command caused, whoever made them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db.models import Max, Q

from paradero.procedures.acting import Desk
from paradero.procedures.job_answers import Awaited
from paradero.records.leases import still_open
from paradero.records.models import Candidate, Job
from paradero.terms.jobs import JobKind

AT_ONCE = 500


def proposed_so_far(*, desk: Desk) -> int:  # noqa: ARG001 -- as every procedure's
    """Return a mark: a candidate that is proposed later is new to whoever took it before they caused a search."""
    return Candidate.objects.aggregate(last=Max("pk"))["last"] or 0


def awaited(subjects: Collection[str], *, since: int, desk: Desk) -> Awaited:  # noqa: ARG001 -- as above
    """Return what became of the searches of these items and enquiries. It opens nothing and logs nothing.

    What an earlier search of the same ones brought, before the mark of `proposed_so_far`, is not new.
    """
    jobs = [job for some in _parts(subjects) for job in Job.objects.filter(subject__in=some).order_by("pk")]
    still_open = [job for job in jobs if job.done_at is None]
    return Awaited(
        new=_new([ref for job in jobs for ref in job.proposed], since=since),
        waiting=sum(job.parked_at is None for job in still_open),
        parked=tuple(job.ref for job in still_open if job.parked_at),
    )


def worth_waiting_for(
    subjects: Collection[str],
    *,
    kind: JobKind | None = None,
    desk: Desk,  # noqa: ARG001 -- as above
    at: datetime,
) -> bool:
    """Tell whether a job of these, of one kind or any, is due or being done now; one that failed is not waited for."""
    soon = Q(available_at__lte=at) | Q(lease_until__isnull=False)
    jobs = still_open(kind).filter(soon, parked_at__isnull=True)
    return any(jobs.filter(subject__in=some).exists() for some in _parts(subjects))


def _new(proposed: Collection[str], *, since: int) -> tuple[str, ...]:
    later = Candidate.objects.filter(pk__gt=since)
    new = {ref for some in _parts(proposed) for ref in later.filter(ref__in=some).values_list("ref", flat=True)}
    return tuple(dict.fromkeys(ref for ref in proposed if ref in new))


def _parts(of: Collection[str]) -> Iterator[list[str]]:
    refs = list(of)
    return (refs[start : start + AT_ONCE] for start in range(0, len(refs), AT_ONCE))
