"""Archives of which the taking apart was begun and not ended, as where the machine went off."""

from django.db.models import QuerySet

from paradero.records.models import Archive, CustodyEntry

TAKEN_APART = "taken apart"
"""The custody log's word for an archive that was read to its end."""


def begun_archives() -> "QuerySet[Archive]":
    """Return the archives that were not read to their end; what was acknowledged of them is held."""
    ended = CustodyEntry.objects.filter(act=TAKEN_APART).values("ref")
    return Archive.objects.filter(size_bytes__isnull=False).exclude(ref__in=ended)  # a bundle's row has no size
