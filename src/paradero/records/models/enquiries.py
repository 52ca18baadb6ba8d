"""What families ask, and what was proposed to them."""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import Q

from paradero.records.models.fields import ref_field


class Enquiry(models.Model):
    """A family's request. Their own words are kept verbatim."""

    ref = ref_field()
    language = models.CharField(max_length=10)
    own_words = models.TextField()
    description = models.TextField()
    label = models.TextField()
    enquirer = models.CharField(max_length=300, null=True)
    own_reference = models.CharField(max_length=100, null=True, unique=True)
    is_open = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=200)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-opened_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["-opened_at", "-id"], name="enquiry_newest_first")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(own_reference=""), name="enquiry_own_reference_is_not_blank")
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class Search(models.Model):
    """One search and how far it went: of one enquiry, or the standing search of every enquiry that was open then.

    A standing search counts for an enquiry once it has had a search of its own by the same model.
    """

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, null=True, related_name="searches")
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    sightings = models.PositiveIntegerField()
    reports = models.PositiveIntegerField()
    sources = models.JSONField(default=list)
    taken_in_up_to = models.DateTimeField(null=True)
    published_up_to = models.DateField(null=True)
    model = models.CharField(max_length=100)

    class Meta:
        """Latest first."""

        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        """Return the enquiry's reference, where it is of one, and the moment."""
        return f"{self.enquiry or 'every enquiry'} at {self.at:%Y-%m-%d %H:%M}"


class Candidate(models.Model):
    """A sighting proposed for an enquiry, with its explanation."""

    ref = ref_field()
    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="candidates")
    sighting = models.ForeignKey("records.Sighting", models.PROTECT, related_name="candidates")
    match_weight_bits = models.FloatField()
    probability = models.FloatField()
    explanation = models.TextField()
    model = models.CharField(max_length=100)
    proposed_at = models.DateTimeField()
    reweighed_at = models.DateTimeField(null=True)

    class Meta:
        """Likeliest first; a sighting is proposed once for an enquiry."""

        ordering: ClassVar = ["-match_weight_bits", "pk"]
        indexes: ClassVar = [models.Index(fields=["-match_weight_bits", "id"], name="candidate_likeliest_first")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["enquiry", "sighting"], name="candidate_is_proposed_once"),
            models.CheckConstraint(
                condition=Q(probability__gte=0) & Q(probability__lte=1), name="candidate_probability_is_one"
            ),
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref
