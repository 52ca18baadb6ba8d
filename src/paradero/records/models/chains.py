"""The two logs that can only grow: who did and read what, and what became of each item.

They hold references, kinds, digests and counts, never a name of a person sought or a free text (rule R10). Triggers in
the database refuse to change or delete an entry (see `records.append_only`).
"""

from typing import Any, ClassVar

from django.db import models

from paradero.terms.chain import Link, canonical


class ChainEntry(models.Model):
    """One link of a chain: `hash` seals everything else in the row onto the entry before it."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.CharField(max_length=40)
    """ISO 8601 in UTC, kept as text: what is sealed is exactly what is kept."""
    actor = models.CharField(max_length=200)
    act = models.CharField(max_length=60)
    ref = models.CharField(max_length=20, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        """In order."""

        abstract = True
        ordering: ClassVar = ["seq"]

    def __str__(self) -> str:
        """Return its place and act."""
        return f"{self.seq} {self.act}"

    def facts(self) -> dict[str, str | int | None]:
        """Return what is sealed."""
        return {"seq": self.seq, "at": self.at, "actor": self.actor, "act": self.act, "ref": self.ref}

    def link(self) -> Link:
        """Return the entry as a link of the chain's arithmetic."""
        return Link(seq=self.seq, entry=canonical(self.facts()), previous=self.previous, hash=self.hash)


class AuditEntry(ChainEntry):
    """Who did or read what, written in the same transaction as the act (rule R11)."""

    count = models.PositiveBigIntegerField(default=0)
    """How many things the act touched, as the rows of a list."""

    objects: ClassVar[models.Manager["AuditEntry"]]

    class Meta(ChainEntry.Meta):
        """In order."""

    def facts(self) -> dict[str, str | int | None]:
        """Return what is sealed."""
        return super().facts() | {"count": self.count}


class CustodyEntry(ChainEntry):
    """What became of an item: reduced, sealed, arrived again, read, destroyed by order."""

    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=100, blank=True)
    count = models.PositiveBigIntegerField(default=0)
    """How many parts a reduction left out, or reports were read; not sealed where it is none, as in old entries."""

    objects: ClassVar[models.Manager["CustodyEntry"]]

    class Meta(ChainEntry.Meta):
        """In order."""

    def facts(self) -> dict[str, str | int | None]:
        """Return what is sealed."""
        counted = {"count": self.count} if self.count else {}
        return super().facts() | {"sha256": self.sha256, "reader": self.reader} | counted


class CheckedHead(models.Model):
    """Up to where a log was found whole, so that whoever looks next begins there; `verify` begins at the beginning."""

    log = models.CharField(max_length=20, primary_key=True)
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Return the log and the place."""
        return f"{self.log} up to {self.seq}"
