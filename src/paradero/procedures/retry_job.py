"""Gives a job that was parked another chance."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.records.leases import unpark
from paradero.records.models import Job
from paradero.terms.refusal import Refusal


class NotParked(Refusal):
    """The job is done, or is tried again by itself."""


def retry_job(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> None:
    """Let a parked job be tried again, as often as a new one.

    Raises:
        NotHeld: If there is no such job.
        NotParked: If it does not wait for a person.
    """
    with act("retry job", desk=desk, actor=actor, at=at, ref=ref):
        job = held_under(ref, Job.objects.filter(ref=ref).first(), kind="job")
        if job.done_at:
            raise NotParked(f"{ref} is done; there is nothing to try again.")
        if not unpark(Job.objects.filter(pk=job.pk), at=at):
            raise NotParked(f"{ref} does not wait for a person: it is tried again by itself.")
