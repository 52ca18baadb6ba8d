"""What was published, as it was taken in."""

# ruff: noqa: DJ001 -- "not known" is None in the whole house, distinct from an empty text

from typing import ClassVar

from django.db import models
from django.db.models import Q

from paradero.records.models.fields import one_of, ref_field
from paradero.records.models.sources import Source
from paradero.terms.dates import DateKnownFrom
from paradero.terms.edges import Confidence, EdgeKind, Evidence


class Origin(models.Model):
    """Where one piece of news began, as far as near-identical text tells; its reports count as one."""

    ref = ref_field()
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class Item(models.Model):
    """Published bytes, sealed. The row is written only once the sealed file is durable (rule R15)."""

    ref = ref_field()
    sha256 = models.CharField(max_length=64, unique=True)
    size_bytes = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    kind = models.CharField(max_length=100)
    reader = models.CharField(max_length=100)
    collector = models.CharField(max_length=200)
    taken_in_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    """When its reports were written down; one that waits to be read has none yet, and media have nothing to read."""
    archive = models.ForeignKey("Archive", models.PROTECT, null=True, related_name="items")
    """What it was taken out of."""
    sealed_came_with = models.BinaryField(null=True)
    """Where and when it was captured, and the digests of what came with it, under its own key."""
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        """What must never be."""

        constraints: ClassVar = [models.CheckConstraint(condition=Q(size_bytes__gt=0), name="item_is_not_empty")]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class Archive(models.Model):
    """A file that many items were taken out of, each sealed by itself; the file is not kept, what it was is."""

    ref = ref_field()
    taken_in_at = models.DateTimeField()
    collector = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, null=True)
    """Of the whole file; of a bundle, its fingerprint. That it was read to its end stands in the custody log."""
    size_bytes = models.PositiveBigIntegerField(null=True)

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref


class SealRecord(models.Model):
    """What was written down of an item when it was sealed: one text, made once, under the item's own key."""

    item = models.OneToOneField(Item, models.PROTECT, primary_key=True, related_name="seal_record")
    sha256 = models.CharField(max_length=64)
    """Of the text, in which a random number stands: so it tells nothing to who does not have the text."""
    locked = models.BinaryField()

    def __str__(self) -> str:
        """Return the item's reference."""
        return f"seal record of {self.item}"


class Arrival(models.Model):
    """One taking-in of an item's bytes: the same bytes twice are one item with two arrivals."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="arrivals")
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    declared_source = models.CharField(max_length=300, null=True)
    declared_published_on = models.DateField(null=True)
    declared_language = models.CharField(max_length=10, null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        """Return the item's reference and the moment."""
        return f"{self.item} at {self.at:%Y-%m-%d %H:%M}"


class Report(models.Model):
    """One published text inside an item. The text and what was read in it lie under the item's own key."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="reports")
    position = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    published_on = models.DateField(null=True)
    date_known_from = models.CharField(max_length=40)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="reports")
    origin = models.ForeignKey(Origin, models.PROTECT, related_name="reports")
    text_digest = models.CharField(max_length=64)
    sealed_report = models.BinaryField()
    sealed_account = models.BinaryField()
    sealed_telling = models.BinaryField(null=True)
    """What its origin is worked out from; of a report taken in before there was such, it is made when needed."""
    address_key = models.BigIntegerField(null=True, db_index=True)
    """A keyed digest of the address where it was published, by which an edge finds it."""
    sealed_ends = models.BinaryField(null=True)
    """What its edges lead to, in their order, under the item's own key."""
    reader = models.CharField(max_length=200)

    class Meta:
        """In the item's order; each place once; a date and how it is known go together."""

        ordering: ClassVar = ["item_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "position"], name="report_has_its_own_place"),
            models.CheckConstraint(condition=Q(position__gte=1), name="report_places_count_from_one"),
            one_of("date_known_from", DateKnownFrom, name="report_date_is_known_somehow"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | ~Q(date_known_from=DateKnownFrom.UNKNOWN.value),
                name="report_date_says_how_it_is_known",
            ),
        ]

    def __str__(self) -> str:
        """Return the item's reference and the place in it."""
        return f"{self.item}/{self.position}"


class OriginLink(models.Model):
    """Why a report is held to go back to the origin of another: found by the machine, and confirmed by nobody."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="origin_links")
    other = models.ForeignKey(Report, models.CASCADE, related_name="+")
    log_odds = models.FloatField()
    uncertain = models.BooleanField()
    reasons = models.JSONField()
    """A list of [reason, number]; what each means says `intake.provenance.reasons`."""

    class Meta:
        """Each two once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "other"], name="two_reports_are_linked_once"),
            models.CheckConstraint(condition=~Q(report=models.F("other")), name="no_report_is_linked_to_itself"),
        ]

    def __str__(self) -> str:
        """Return both reports."""
        return f"{self.report_id} to {self.other_id}"


class Edge(models.Model):
    """An edge of the provenance graph: from a report to what it goes back to or refers to.

    The row holds no name and no address, for both may be a person's: they lie in `Report.sealed_ends` under the item's
    own key, and are gone with it (rule R10). Plain are the kind, the evidence, the confidence, which kept report it
    leads to, and a keyed digest, which nobody can look a name up with who has the table alone.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="edges")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    evidence = models.CharField(max_length=40)
    confidence = models.CharField(max_length=40)
    other = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="referred_to_by")
    """The kept report it leads to, whichever of the two came first; `None` while that is not here."""
    by_name = models.BooleanField(default=False)
    """Whether the other is told by its source's name and the same news, since no address is given."""
    end_key = models.BigIntegerField(null=True, db_index=True)
    """A keyed digest of the address it leads to, else of the name."""

    class Meta:
        """In the report's order."""

        ordering: ClassVar = ["report_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "position"], name="edge_has_its_own_place"),
            models.CheckConstraint(condition=~Q(report=models.F("other")), name="no_edge_leads_to_its_own_report"),
            one_of("kind", EdgeKind, name="edge_is_of_a_known_kind"),
            one_of("evidence", Evidence, name="edge_evidence_is_known"),
            one_of("confidence", Confidence, name="edge_confidence_is_known"),
        ]

    def __str__(self) -> str:
        """Return the report it is of, and its kind."""
        return f"{self.report_id} {self.kind}"


class NewsKey(models.Model):
    """A number by which a report is found that may be the same news: of its words, its names' sound, its media.

    Names and media are digested under a key of the desk, so that nobody can look a name up in the table.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="news_keys")
    key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        """Return the report it is of."""
        return f"news key of {self.report_id}"
