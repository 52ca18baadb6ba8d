"""The two indexes of one process: all sightings and all open enquiries, brought up to what the records hold when asked.

The audit log says what has changed. Its entries are sealed one onto the other while nobody else can write (see
`records.logs`), so the order of their numbers is the order in which acts became visible. The highest number of a row is
no such mark: on PostgreSQL a row with a lower number may become visible later, and would be missed for ever. The digest
of the last entry that an index has seen names everything that happened up to then, so an index that belongs to another
database, or to one that a backup was restored into, is noticed and built anew.
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from paradero.identity import SightingIndex
from paradero.procedures.search_reach import comparable
from paradero.records.logs import head
from paradero.records.models import AuditEntry, Enquiry, Sighting
from paradero.terms.chain import Head
from paradero.terms.person import Description
from paradero.terms.plain import from_json

CHANGES_SIGHTINGS = ("take in", "remove sighting")
"""Acts after which the item's sightings, or the sighting, that the entry names are looked at again."""
CHANGES_ENQUIRIES = ("open enquiry", "close enquiry", "reopen enquiry")
"""Acts after which the enquiry that the entry names is looked at again."""

AT_ONCE = 500
"""So many references are asked for in one statement."""


class Indexes:
    """What a process searches in. Not for several threads at once."""

    def __init__(self) -> None:
        """Hold nothing yet: an index is built when it is first asked for."""
        self._sightings: SightingIndex | None = None
        self._sightings_at = Head(seq=0, hash="")
        self._enquiries: SightingIndex | None = None
        self._enquiries_at = Head(seq=0, hash="")

    def sightings(self) -> SightingIndex:
        """Return the index of all sightings of one person each, as they are held now."""
        now = _now()  # before the rows are read: what comes later is read next time, and adding twice adds nothing
        if self._sightings is None or not _still_there(self._sightings_at):
            self._sightings, self._enquiries = SightingIndex(), None
            _add_sightings(self._sightings, comparable())
        else:
            _renew_sightings(self._sightings, _named(CHANGES_SIGHTINGS, since=self._sightings_at))
        self._sightings_at = now
        return self._sightings

    def enquiries(self) -> SightingIndex:
        """Return the index of all open enquiries, which weighs by how common names are among the sightings."""
        rarity = self.sightings().rarity
        now = _now()
        if self._enquiries is None or not _still_there(self._enquiries_at):
            self._enquiries = SightingIndex(_open_enquiries(None), rarity=rarity, holds="enquiries")
        else:
            _renew_enquiries(self._enquiries, _named(CHANGES_ENQUIRIES, since=self._enquiries_at))
        self._enquiries_at = now
        return self._enquiries


def _now() -> Head:
    return head(AuditEntry) or Head(seq=0, hash="")


def _still_there(seen: Head) -> bool:
    """Tell whether the records are a continuation of those that an index has seen."""
    return not seen.seq or AuditEntry.objects.filter(seq=seen.seq, hash=seen.hash).exists()


def _named(acts: tuple[str, ...], *, since: Head) -> list[str]:
    """Return the references that these acts named since an index was last asked for, each once."""
    later = AuditEntry.objects.filter(seq__gt=since.seq, act__in=acts)
    return list(dict.fromkeys(later.order_by("seq").values_list("ref", flat=True)))


def _renew_sightings(index: SightingIndex, refs: list[str]) -> None:
    for ref in refs:
        if ref in index:
            index.remove(ref)
    for some in _parts(refs):
        _add_sightings(index, comparable().filter(ref__in=some))
        _add_sightings(index, comparable().filter(report__item__ref__in=some))


def _add_sightings(index: SightingIndex, chosen: QuerySet[Sighting]) -> None:
    rows = chosen.order_by("pk").values_list("ref", "description", "report__published_on")
    for ref, description, published_on in rows.iterator():
        index.add(ref, from_json(Description, description), published_on=published_on)


def _renew_enquiries(index: SightingIndex, refs: list[str]) -> None:
    for ref in refs:
        if ref in index:
            index.remove(ref)
    for some in _parts(refs):
        for ref, description in _open_enquiries(some):
            index.add(ref, description)


def _open_enquiries(refs: list[str] | None) -> Iterator[tuple[str, Description]]:
    chosen = Enquiry.objects.filter(is_open=True).order_by("pk")
    if refs is not None:
        chosen = chosen.filter(ref__in=refs)
    for ref, description in chosen.values_list("ref", "description").iterator():
        yield ref, from_json(Description, description)


def _parts(refs: list[str]) -> Iterator[list[str]]:
    return (refs[start : start + AT_ONCE] for start in range(0, len(refs), AT_ONCE))
