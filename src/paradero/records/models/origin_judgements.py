"""What people hold about the origins of reports: that two go back to one beginning, or to two.

The machine's links are `OriginLink`, and they are written anew whenever it groups anew. What a person holds is a row of
its own, never changed; that somebody took it back is one more. Triggers let both only grow and refuse a second standing
judgement of one person about one pair (see `records.kept_judgements`).
"""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models

from paradero.records.models.fields import one_of
from paradero.records.models.items import Report
from paradero.records.models.judgements import two_in_order
from paradero.terms.verdict import Verdict


class OriginJudgement(models.Model):
    """What one person holds about two reports: "same" is one origin. An undone one has an `OriginUndoing`."""

    left = models.ForeignKey(Report, models.PROTECT, related_name="+")
    right = models.ForeignKey(Report, models.PROTECT, related_name="+")
    person = models.CharField(max_length=200)
    verdict = models.CharField(max_length=10)
    reason = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; the report that was kept first is the left one."""

        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["left", "right", "person"], name="origin_judgement_of_a_pair"),
        ]
        constraints: ClassVar = [
            two_in_order(name="origin_judgement_is_of_two"),
            one_of("verdict", Verdict, name="origin_judgement_is_known"),
        ]

    def __str__(self) -> str:
        """Return the keys of the two reports and whose judgement it is."""
        return f"reports {self.left_id} and {self.right_id} by {self.person}"


class OriginUndoing(models.Model):
    """That a judgement of two reports was taken back: by whom, when, and why if they said."""

    judgement = models.OneToOneField(OriginJudgement, models.PROTECT, related_name="undoing")
    person = models.CharField(max_length=200)
    reason = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        """Return which judgement was undone and by whom."""
        return f"{self.judgement}, undone by {self.person}"
