"""Whom the reports show, and what they say of them."""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from paradero.records.models.enquiries import Enquiry
from paradero.records.models.fields import one_of, ref_field, values_of
from paradero.records.models.items import Report
from paradero.terms.account import SOUGHT_ROLES, MentionKind, Role
from paradero.terms.claims import Hedge, Modality, Status


class Sighting(models.Model):
    """A person as one report shows them. Nothing is merged: two reports of one person are two sightings (rule R8)."""

    ref = ref_field()
    report = models.ForeignKey(Report, models.PROTECT, related_name="sightings")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    label = models.TextField()
    role = models.CharField(max_length=20)
    statuses = models.JSONField(default=list)
    description = models.TextField()

    class Meta:
        """A place in the account is one sighting, and only those a family may seek become one."""

        ordering: ClassVar = ["report_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "position"], name="sighting_has_its_own_place"),
            one_of("kind", MentionKind, name="sighting_kind_is_known"),
            models.CheckConstraint(
                condition=Q(role__in=sorted(role.value for role in SOUGHT_ROLES))
                | Q(role=Role.MENTIONED.value, kind=MentionKind.NAMED.value),
                name="sighting_may_be_sought",
            ),
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class Claim(models.Model):
    """One assertion of a report, of a person or of nobody in particular. Its words lie in the sealed report."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="claims")
    sighting = models.ForeignKey(Sighting, models.PROTECT, null=True, related_name="claims")
    status = models.CharField(max_length=20, null=True)
    modality = models.CharField(max_length=40)
    hedge = models.CharField(max_length=20)
    count_low = models.PositiveIntegerField(null=True)
    count_high = models.PositiveIntegerField(null=True)
    count_exact = models.BooleanField(null=True)
    chain = models.JSONField(default=list)
    from_captivity = models.BooleanField()
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()

    class Meta:
        """Only values the house knows."""

        ordering: ClassVar = ["report_id", "span_start", "pk"]
        constraints: ClassVar = [
            one_of("modality", Modality, name="claim_modality_is_known"),
            one_of("hedge", Hedge, name="claim_hedge_is_known"),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__in=values_of(Status)), name="claim_status_is_known"
            ),
            models.CheckConstraint(condition=Q(span_end__gte=F("span_start")), name="claim_span_runs_forward"),
            models.CheckConstraint(
                condition=Q(count_low__isnull=True) | Q(count_high__isnull=True) | Q(count_high__gte=F("count_low")),
                name="claim_count_bounds_are_in_order",
            ),
        ]

    def __str__(self) -> str:
        """Return where it stands."""
        return f"{self.report_id}:{self.span_start}-{self.span_end}"


class NameKey(models.Model):
    """A name of a sighting or an enquiry as search looks for it: folded, and as it is in any of the scripts."""

    sighting = models.ForeignKey(Sighting, models.CASCADE, null=True, related_name="name_keys")
    enquiry = models.ForeignKey(Enquiry, models.CASCADE, null=True, related_name="name_keys")
    folded = models.CharField(max_length=200, db_index=True)
    neutral = models.CharField(max_length=200, db_index=True)

    class Meta:
        """It belongs to one of the two."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sighting__isnull=True) ^ Q(enquiry__isnull=True), name="name_key_belongs_to_one"
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the row; a name is not for logs."""
        return f"name key {self.pk}"
