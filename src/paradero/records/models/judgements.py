"""What people hold about two of those the desk knows, and which two a machine finds alike.

A *subject* is an enquiry (the person a family seeks) or a sighting (the person a report shows). Two of them are named
by their references, the smaller first, so that a pair is written in one way. Nothing is merged (rule R8): that two are
held for one person is a row of its own, and so is that somebody took it back. Triggers let both only grow and refuse a
second standing judgement of one person about one pair (see `records.kept_judgements`).
"""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from paradero.records.models.fields import one_of, ref_of
from paradero.terms.verdict import Verdict


def two_in_order(*, name: str) -> models.CheckConstraint:
    """Return the constraint that the left reference is smaller than the right, so no one is paired with itself."""
    return models.CheckConstraint(condition=Q(left__lt=F("right")), name=name)


class Judgement(models.Model):
    """What one person holds about two subjects. It is never changed; an undone one has an `Undoing`."""

    left = ref_of()
    right = ref_of()
    person = models.CharField(max_length=200)
    verdict = models.CharField(max_length=10)
    reason = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; found from either subject."""

        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["left", "right", "person"], name="judgement_of_a_pair"),
            models.Index(fields=["right"], name="judgement_of_the_right"),
        ]
        constraints: ClassVar = [
            two_in_order(name="judgement_is_of_two"),
            one_of("verdict", Verdict, name="judgement_is_known"),
        ]

    def __str__(self) -> str:
        """Return the two references and whose judgement it is."""
        return f"{self.left} and {self.right} by {self.person}"


class Undoing(models.Model):
    """That a judgement was taken back: by whom, when, and why if they said."""

    judgement = models.OneToOneField(Judgement, models.PROTECT, related_name="undoing")
    person = models.CharField(max_length=200)
    reason = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        """Return which judgement was undone and by whom."""
        return f"{self.judgement}, undone by {self.person}"


class Likeness(models.Model):
    """Two enquiries that may seek one person, or two sightings that may show one, with the explanation."""

    left = ref_of()
    right = ref_of()
    match_weight_bits = models.FloatField()
    probability = models.FloatField()
    explanation = models.TextField()
    model = models.CharField(max_length=100)
    weighed_at = models.DateTimeField()

    class Meta:
        """Likeliest first; a pair is proposed once, and only within its kind."""

        ordering: ClassVar = ["-match_weight_bits", "pk"]
        indexes: ClassVar = [models.Index(fields=["right"], name="likeness_of_the_right")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["left", "right"], name="likeness_is_proposed_once"),
            two_in_order(name="likeness_is_of_two"),
            models.CheckConstraint(
                condition=Q(left__startswith="E-", right__startswith="E-")
                | Q(left__startswith="S-", right__startswith="S-"),
                name="likeness_is_within_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(probability__gte=0) & Q(probability__lte=1), name="likeness_probability_is_one"
            ),
        ]

    def __str__(self) -> str:
        """Return the two references."""
        return f"{self.left} and {self.right}"
