"""What is still to be done, and by whom it is being done: the lease table."""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import Q

from paradero.records.models.fields import REF_LETTERS, one_of, ref_field
from paradero.terms.jobs import JobKind

_OPEN = Q(done_at__isnull=True)
_FREE = Q(lease_until__isnull=True, leased_by__isnull=True)


class Job(models.Model):
    """One thing to be done, kept in the transaction of what causes it, and done once whoever is killed meanwhile.

    A worker takes it for a while (the lease). What it brings and `done_at` are written in one transaction that only the
    holder of the lease can finish; a lease that ran out belongs to whoever takes the job next.
    """

    ref = ref_field()
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=REF_LETTERS)
    created_at = models.DateTimeField()
    available_at = models.DateTimeField()
    """Not before: later than `created_at` after a failure."""
    asked = models.PositiveIntegerField(default=1)
    """How often it was asked for while it was open; a worker that finds more than it took on leaves the job open."""
    attempts = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=REF_LETTERS, null=True)
    done_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    """Since when it waits for a person, because it failed too often."""
    fault = models.TextField(null=True)
    """How it failed last: the kind and the place of the fault, never its words, which may hold a name."""
    proposed = models.JSONField(default=list)
    """References of the candidates that it brought."""

    class Meta:
        """Oldest first; one open job for each thing to be done."""

        ordering: ClassVar = ["available_at", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["available_at", "id"],
                condition=Q(done_at__isnull=True, parked_at__isnull=True),
                name="job_next",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "subject"], condition=_OPEN, name="job_waits_once"),
            one_of("kind", JobKind, name="job_kind_is_known"),
            models.CheckConstraint(
                condition=_FREE | Q(lease_until__isnull=False, leased_by__isnull=False), name="job_lease_has_a_holder"
            ),
            models.CheckConstraint(condition=_OPEN | _FREE, name="job_done_is_leased_to_nobody"),
            models.CheckConstraint(
                condition=Q(parked_at__isnull=True) | (_OPEN & _FREE & Q(fault__isnull=False)),
                name="job_parked_says_why",
            ),
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref
