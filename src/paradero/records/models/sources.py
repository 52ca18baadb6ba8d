"""Who publishes, under which names, and how people grade them and what they say.

Nothing is merged (rule R8): every name that a report printed keeps a row of its own. That two names are one source is
an alias, which is reckoned with each time it is asked for and can be taken back. Triggers let all but `Source` only
grow (see `records.kept_sources`). A grade is a person's: no machine writes one, and nothing that matches or weighs
reads it.
"""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import Q

from paradero.records.models.fields import one_of, ref_field, ref_of
from paradero.terms.grades import Credibility, Reliability, SourceKind

LONGEST_NAME = 300


class Source(models.Model):
    """An outlet, channel or account under one name, as its reports print it."""

    ref = ref_field()
    name = models.CharField(max_length=LONGEST_NAME, unique=True)
    folded = models.CharField(max_length=LONGEST_NAME, db_index=True)
    """The name as `records.sources.source_key` has it."""
    kind = models.CharField(max_length=20, default=SourceKind.UNKNOWN.value)
    """As the format of its first report says; what a person says is a `KindGiven`."""

    class Meta:
        """Only kinds the house knows."""

        constraints: ClassVar = [one_of("kind", SourceKind, name="source_kind_is_known")]

    def __str__(self) -> str:
        """Return its reference: the name of an account can be a private person's."""
        return self.ref


class Given(models.Model):
    """What one person said, when, and why if they said why. The latest of a kind counts; nothing is overwritten."""

    person = models.CharField(max_length=200)
    reason = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        """In the order in which they were given."""

        abstract = True
        ordering: ClassVar = ["pk"]


class KindGiven(Given):
    """What a person says a source is."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="kinds_given")
    kind = models.CharField(max_length=20)

    class Meta(Given.Meta):
        """Only kinds the house knows."""

        constraints: ClassVar = [one_of("kind", SourceKind, name="kind_given_is_known")]

    def __str__(self) -> str:
        """Return what was said of which source."""
        return f"{self.source}: {self.kind}"


class SourceAlias(Given):
    """That a source publishes under another name too: a spelling, a handle, an address. One undone has an undoing."""

    ref = ref_field()
    source = models.ForeignKey(Source, models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=LONGEST_NAME)
    folded = models.CharField(max_length=LONGEST_NAME, db_index=True)

    class Meta(Given.Meta):
        """No alias of nothing."""

        constraints: ClassVar = [models.CheckConstraint(condition=~Q(folded=""), name="alias_is_not_blank")]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class AliasUndoing(Given):
    """That an alias was taken back."""

    alias = models.OneToOneField(SourceAlias, models.PROTECT, related_name="undoing")

    def __str__(self) -> str:
        """Return which alias was undone."""
        return f"{self.alias}, undone"


class SourceGrade(Given):
    """How reliable a person holds a source to be: A to F."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="grades")
    grade = models.CharField(max_length=1)

    class Meta(Given.Meta):
        """Only grades there are."""

        constraints: ClassVar = [one_of("grade", Reliability, name="source_grade_is_known")]

    def __str__(self) -> str:
        """Return the source and its grade."""
        return f"{self.source}: {self.grade}"


class InformationGrade(Given):
    """How credible a person holds what one report says: 1 to 6. The report is named by its item and its place in it."""

    item = ref_of()
    position = models.PositiveIntegerField()
    grade = models.CharField(max_length=1)

    class Meta(Given.Meta):
        """Only grades there are; found from the report."""

        indexes: ClassVar = [models.Index(fields=["item", "position"], name="grade_of_a_report")]
        constraints: ClassVar = [one_of("grade", Credibility, name="information_grade_is_known")]

    def __str__(self) -> str:
        """Return the report and its grade."""
        return f"{self.item}/{self.position}: {self.grade}"
