"""The days that are over, each with one root over all that was sealed on it, and what an authority stamped on it."""

from typing import ClassVar

from django.db import models

from paradero.records.models.fields import REF_LETTERS


class DayRoot(models.Model):
    """A sealed day, as `terms.daily_root` reckons it. Only days on which something was sealed, or logged, have one."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    """From 1, without gaps."""
    day = models.DateField(unique=True)
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    custody_after = models.PositiveBigIntegerField(default=0)
    custody_to = models.PositiveBigIntegerField(default=0)
    """The entries of the custody log that are its last leaves, those after the first number up to the second. They are
    kept in the log alone, which cannot change. Days sealed before there were such leaves have none."""
    names_custody = models.BooleanField(default=False)
    """Whether the day's text says so, and with it that each original on it has its seal record beside it."""
    blocks = models.BinaryField(default=bytes)
    """The hash of each block of leaves (`merkle.BLOCK`), in order: the way up from a leaf is found by them."""

    class Meta:
        """In order."""

        ordering: ClassVar = ["seq"]

    def __str__(self) -> str:
        """Return the day."""
        return f"{self.day:%Y-%m-%d}"


class DayLeaf(models.Model):
    """One thing that was sealed on a day. It outlives what it is of: it holds a reference and a digest alone.

    Entries of the custody log have none: they are there already, and stay.
    """

    day = models.ForeignKey(DayRoot, models.PROTECT, related_name="leaves")
    place = models.PositiveBigIntegerField()
    """From 0."""
    item = models.CharField(max_length=REF_LETTERS, db_index=True)
    what = models.CharField(max_length=60)
    """`"original"`, or `"derived "` and the purpose: of what is locked under the item's key, the digest is of that."""
    sha256 = models.CharField(max_length=64)

    class Meta:
        """Each place once; each thing is sealed on one day."""

        ordering: ClassVar = ["day", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "place"], name="a_leaf_has_its_own_place"),
            models.UniqueConstraint(fields=["item", "what"], name="a_thing_is_sealed_on_one_day"),
        ]

    def __str__(self) -> str:
        """Return what it is of."""
        return f"{self.what} of {self.item}"


class Timestamp(models.Model):
    """An authority's word that a day's root existed at a moment (RFC 3161)."""

    day = models.ForeignKey(DayRoot, models.PROTECT, related_name="timestamps")
    token = models.BinaryField()
    """In DER, as the authority gave it."""
    authority = models.CharField(max_length=300)
    stamped_at = models.DateTimeField()
    """By the authority's clock."""

    def __str__(self) -> str:
        """Return the day and who stamped it."""
        return f"{self.day} by {self.authority}"
