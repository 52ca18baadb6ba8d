"""The two indexes of one process: all sightings and all open enquiries, brought up to what the records hold when asked.

The audit log says what has changed. Its entries are sealed one onto the other while nobody else can write (see
`records.logs`), so the order of their numbers is the order in which acts became visible. The highest number of a row is
no such mark: on PostgreSQL a row with a lower number may become visible later, and would be missed for ever. The digest
of the last entry that an index has seen names everything that happened up to then, so an index that belongs to another
database, or to one that a backup was restored into, is noticed and built anew.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db.models import QuerySet

from paradero.identity import Model, SightingIndex
from paradero.procedures.model_in_use import model_in_use
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

Entry = tuple[str, str, date | None]
"""Reference, description as it is kept, and the day of the report, where it is of one."""


class Indexes:
    """What a process searches in. Not for several threads at once."""

    def __init__(self) -> None:
        """Hold nothing yet: an index is built when it is first asked for."""
        self._sightings: SightingIndex | None = None
        self._sightings_seen = _NOTHING
        self._enquiries: SightingIndex | None = None
        self._enquiries_seen = _NOTHING
        self._model = model_in_use()
        self.left_out: set[str] = set()
        """What could not be put into an index. The job of its item or enquiry fails as well, so a person hears of it;
        all others are searched."""

    @property
    def model(self) -> Model:
        """The model of the index given last; the one in use may be another by now."""
        return self._model

    def sightings(self) -> SightingIndex:
        """Return the index of all sightings of one person each, as they are held now."""
        now = _now()  # before the rows are read: what comes later is read next time, and adding twice adds nothing
        if self._model != (model := model_in_use()):
            self._model, self._sightings = model, None
        if self._sightings is None or not _still_there(self._sightings_seen):
            index = SightingIndex(model=self._model)
            self._add(index, _rows_of_sightings(comparable()))
            self._sightings, self._enquiries = index, None
        else:
            self._renew(self._sightings, CHANGES_SIGHTINGS, _named_sightings, since=self._sightings_seen)
        self._sightings_seen = now
        return self._sightings

    def enquiries(self) -> SightingIndex:
        """Return the index of all open enquiries, which weighs by how common names are among the sightings."""
        rarity = self.sightings().rarity
        now = _now()
        if self._enquiries is None or not _still_there(self._enquiries_seen):
            index = SightingIndex(rarity=rarity, holds="enquiries", model=self._model)
            self._add(index, _rows_of_enquiries(_open()))
            self._enquiries = index
        else:
            self._renew(self._enquiries, CHANGES_ENQUIRIES, _named_enquiries, since=self._enquiries_seen)
        self._enquiries_seen = now
        return self._enquiries

    def _renew(
        self,
        index: SightingIndex,
        acts: tuple[str, ...],
        rows: Callable[[list[str]], Iterator[Entry]],
        *,
        since: Head,
    ) -> None:
        """Look at everything again that these acts have named since; what is gone from the records leaves the index."""
        later = AuditEntry.objects.filter(seq__gt=since.seq, act__in=acts)
        refs = list(dict.fromkeys(later.order_by("seq").values_list("ref", flat=True)))
        for ref in refs:
            if ref in index:
                index.remove(ref)
        for start in range(0, len(refs), AT_ONCE):
            self._add(index, rows(refs[start : start + AT_ONCE]))

    def _add(self, index: SightingIndex, rows: Iterable[Entry]) -> None:
        for ref, description, published_on in rows:
            try:
                index.add(ref, from_json(Description, description), published_on=published_on)
            except Exception:  # noqa: BLE001 -- one description that cannot be read keeps no other from being found
                self.left_out.add(ref)
            else:
                self.left_out.discard(ref)


_NOTHING = Head(seq=0, hash="")


def _now() -> Head:
    return head(AuditEntry) or _NOTHING


def _still_there(seen: Head) -> bool:
    """Tell whether the records are a continuation of those that an index has seen."""
    return seen == _NOTHING or AuditEntry.objects.filter(seq=seen.seq, hash=seen.hash).exists()


def _named_sightings(refs: list[str]) -> Iterator[Entry]:
    """Yield the sightings that are named themselves or by their item."""
    yield from _rows_of_sightings(comparable().filter(ref__in=refs))
    yield from _rows_of_sightings(comparable().filter(report__item__ref__in=refs))


def _rows_of_sightings(chosen: QuerySet[Sighting]) -> Iterator[Entry]:
    return chosen.order_by("pk").values_list("ref", "description", "report__published_on").iterator()


def _named_enquiries(refs: list[str]) -> Iterator[Entry]:
    return _rows_of_enquiries(_open().filter(ref__in=refs))


def _rows_of_enquiries(chosen: QuerySet[Enquiry]) -> Iterator[Entry]:
    rows = chosen.order_by("pk").values_list("ref", "description")
    return ((ref, description, None) for ref, description in rows.iterator())


def _open() -> QuerySet[Enquiry]:
    return Enquiry.objects.filter(is_open=True)
