"""Bundles of evidence that leave the house: one person proposes, another approves, and only then is one made."""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from paradero.records.models.fields import ref_field

_APPROVED = Q(approved_by__isnull=False, approved_at__isnull=False)


class Bundle(models.Model):
    """A bundle on its way: proposed, approved by somebody else, made (rule R3)."""

    ref = ref_field()
    items = models.JSONField()
    """References of the items, in order."""
    purpose = models.CharField(max_length=300)
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=200, null=True)
    approved_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    """When it was made last; made again, it is the same."""
    fingerprint = models.CharField(max_length=64, null=True)

    class Meta:
        """Newest first; the database too refuses a bundle that one person alone let out."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True) | _APPROVED,
                name="bundle_approval_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="bundle_takes_two_people",
            ),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True, fingerprint__isnull=True)
                | (_APPROVED & Q(made_at__isnull=False, fingerprint__isnull=False)),
                name="bundle_is_made_once_approved",
            ),
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref
