"""The index of one side of a search, sightings or enquiries, brought up to what the records hold when it is asked for.

The audit log says what has changed. Its entries are sealed one onto the other while nobody else can write (see
`records.logs`), so the order of their numbers is the order in which acts became visible. The highest number of a row is
no such mark: on PostgreSQL a row with a lower number may become visible later, and would be missed for ever. The digest
of the last entry that an index has seen names everything that happened up to then, so an index that belongs to another
database, or to one that a backup was restored into, is noticed and built anew; in memory and on the disk alike.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paradero.identity import Model, SightingIndex
from paradero.identity.index import Entry, Side
from paradero.identity.rarity import Rarity
from paradero.identity.search.stored import StoredIndexError
from paradero.records.logs import head
from paradero.records.models import AuditEntry
from paradero.terms.chain import Head
from paradero.terms.person import Description
from paradero.terms.plain import from_json

_LOG = logging.getLogger(__name__)
FOLDER = "indexes"
"""Within the desk's folder; it can be deleted at any time, and is no part of a backup."""
AT_ONCE = 500
"""So many references are asked for in one statement."""
SAVE_AFTER = 1_000
"""After so many changes an index is put on the disk anew; a process that starts follows fewer from the audit log."""

Row = tuple[str, str, date | None]
"""Reference, description as it is kept, and the day of the report, where it is of one."""
_NOTHING = Head(seq=0, hash="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Where one side stands in the records."""

    holds: Side
    every: Callable[[], Iterator[Row]]
    named: Callable[[Sequence[str]], Iterator[Row]]
    """Gives what some references name: themselves, or what they are the item of."""
    count: Callable[[], int]
    acts: tuple[str, ...]
    """Acts after which what their entry names is looked at again."""


class Following:
    """The index of one side. Not for several threads at once."""

    def __init__(self, records: Records, folder: Path | None = None) -> None:
        """Follow these records; where a folder is given, the index lies there between one process and the next."""
        self._records, self._folder = records, folder
        self._index: SightingIndex | None = None
        self._seen = _NOTHING
        self._changed = 0
        self.left_out: set[str] = set()
        """What could not be read. The job of its item or enquiry fails as well, so a person hears of it; all others are
        searched."""

    def forget(self) -> None:
        """Let the index go: it is opened or built anew when it is next asked for."""
        self._index = None

    def brought_up(self, *, model: Model, rarity: Rarity | None = None) -> SightingIndex:
        """Return the index as the records are now."""
        if self._index is not None and rarity is not None and self._index.rarity is not rarity:
            self._index = None
        now = head(AuditEntry) or _NOTHING  # before rows are read: what comes later is read next time, and replaces
        opened = self._index is None and self._open(model, rarity)
        if self._index is None or not _still_there(self._seen):
            index = self._build(model, rarity, now)
        else:
            index = self._index
            self._renew(index, now)
            if opened and not self._complete(index, now):
                index = self._build(model, rarity, now)
        self._index, self._seen = index, now
        return index

    def _empty(self, model: Model, rarity: Rarity | None) -> SightingIndex:
        return SightingIndex(rarity=rarity, holds=self._records.holds, model=model, fetch=self._fetched)

    def _open(self, model: Model, rarity: Rarity | None) -> bool:
        """Take the index from the disk, if there is one of these records."""
        if self._folder is None:
            return False
        index = self._empty(model, rarity)
        try:
            said = index.open(self._folder)
            seen, left_out = Head(seq=said["seq"], hash=said["hash"]), set(said["left_out"])
        except (StoredIndexError, KeyError):
            return False
        self._index, self._seen, self.left_out, self._changed = index, seen, left_out, 0
        return True

    def _build(self, model: Model, rarity: Rarity | None, now: Head) -> SightingIndex:
        index = self._empty(model, rarity)
        self.left_out = set()
        self._add(index, self._records.every())
        self._save(index, now)
        return index

    def _complete(self, index: SightingIndex, now: Head) -> bool:
        """Tell whether as many are held as there are; where somebody writes meanwhile it cannot be told."""
        held = len(index) + len(self.left_out)
        return held == self._records.count() or now != (head(AuditEntry) or _NOTHING)

    def _renew(self, index: SightingIndex, now: Head) -> None:
        """Look at everything again that the acts have named since; what is gone from the records leaves the index."""
        later = AuditEntry.objects.filter(seq__gt=self._seen.seq, act__in=self._records.acts)
        refs = list(dict.fromkeys(later.order_by("seq").values_list("ref", flat=True)))
        removed = [ref for ref in refs if ref in index]
        for ref in removed:
            index.remove(ref)
        self.left_out.difference_update(refs)
        for start in range(0, len(refs), AT_ONCE):
            self._add(index, self._records.named(refs[start : start + AT_ONCE]))
        self._changed += len(refs)
        if self._changed >= SAVE_AFTER or any(ref not in index for ref in removed):
            self._save(index, now)

    def _save(self, index: SightingIndex, now: Head) -> None:
        """Put the index on the disk; where it cannot be written to, searching goes on from memory."""
        if self._folder is None:
            return
        try:
            if index.save(self._folder, seq=now.seq, hash=now.hash, left_out=sorted(self.left_out)):
                self._changed = 0
        except OSError as trouble:
            _LOG.warning("The index could not be put into %s (%s): it is made anew at the next start.", FOLDER, trouble)

    def _add(self, index: SightingIndex, rows: Iterable[Row]) -> None:
        for ref, description, published_on in rows:
            entry = self._read(ref, description, published_on)
            if entry is not None:
                index.add(ref, entry[1])

    def _fetched(self, refs: Sequence[str]) -> Iterator[Entry]:
        read = (self._read(*row) for row in self._records.named(refs))
        return (entry for entry in read if entry is not None)

    def _read(self, ref: str, description: str, published_on: date | None) -> Entry | None:
        try:
            entry = ref, from_json(Description, description), published_on
        except Exception:  # noqa: BLE001 -- one description that cannot be read keeps no other from being found
            self.left_out.add(ref)
            return None
        self.left_out.discard(ref)
        return entry


def _still_there(seen: Head) -> bool:
    """Tell whether the records are a continuation of those that an index has seen."""
    return seen == _NOTHING or AuditEntry.objects.filter(seq=seen.seq, hash=seen.hash).exists()
