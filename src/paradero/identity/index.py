"""Descriptions held by the sound of their names: one enquiry meets all sightings, or one sighting all enquiries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from paradero.identity.asked_names import texts_of
from paradero.identity.circumstances import Circumstances
from paradero.identity.comparing import compare
from paradero.identity.held_names import HeldRarity
from paradero.identity.model import MODEL, Model
from paradero.identity.rarity import Rarity
from paradero.identity.roster import Roster
from paradero.identity.search.names_index import NamesIndex
from paradero.identity.search.stored import (
    StoredIndexError,
    alone,
    read_columns,
    read_manifest,
    write_columns,
    write_manifest,
)
from paradero.terms.matching import Explanation
from paradero.terms.person import Description

MOST_COMPARED = 24
"""How many of the nearest names are compared in full."""

Entry = tuple[str, Description, date | None]
"""A reference, its description, and the day of its report where it is of one."""
Fetch = Callable[[Sequence[str]], Iterable[Entry]]
"""Gives the entries of some references, in any order; those that are gone are left out."""
Side = Literal["sightings", "enquiries"]


class HeldEntries:
    """Entries in memory, for an index that belongs to no database."""

    def __init__(self) -> None:
        self._held: dict[str, Entry] = {}

    def add(self, entry: Entry) -> None:
        """Hold an entry, in place of another of its reference."""
        self._held[entry[0]] = entry

    def remove(self, ref: str) -> None:
        """Let an entry go."""
        self._held.pop(ref, None)

    def __call__(self, refs: Sequence[str]) -> list[Entry]:
        """Return the entries of some references."""
        return [self._held[ref] for ref in refs if ref in self._held]


class SightingIndex:
    """Sightings to be asked with an enquiry; or enquiries to be asked with a sighting (`holds="enquiries"`)."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Description]] = (),
        *,
        rarity: Rarity | None = None,
        holds: Side = "sightings",
        model: Model = MODEL,
        fetch: Fetch | None = None,
    ) -> None:
        """Take in the entries.

        Args:
            entries: Reference and description of each.
            rarity: Counts to weigh by, kept by another index; without it this index counts what it holds. Give an
                index of enquiries the sightings' counts, so that a pair weighs the same from either side.
            holds: Which side of the comparison the entries are.
            model: The weighing model.
            fetch: Where the descriptions of those that are nearest are read; without it all are kept in memory.
        """
        self._held = HeldEntries()
        self._fetch = fetch or self._held
        self._keeps = fetch is None
        self._holds = holds
        self._model = model
        self._names, self._roster, self._circumstances = NamesIndex(), Roster(), Circumstances()
        self._counted = HeldRarity(self._names, self._roster)
        self.rarity = rarity or self._counted
        """How common names are, by sound."""
        for ref, description in entries:
            self.add(ref, description)

    def __len__(self) -> int:
        """Return how many entries are held."""
        return len(self._roster)

    def __contains__(self, ref: str) -> bool:
        """Tell whether an entry of that reference is held."""
        return self._roster.number(ref) is not None

    def add(self, ref: str, description: Description, *, published_on: date | None = None) -> None:
        """Hold one more entry; one that has the same reference gives way to it."""
        if ref in self:
            self.remove(ref)
        texts = texts_of(description)
        number = self._roster.add(ref)
        self._names.add(number, texts)
        self._circumstances.add(number, description, unnamed=not texts)
        if self._keeps:
            self._held.add((ref, description, published_on))

    def remove(self, ref: str) -> None:
        """Let an entry go.

        Raises:
            KeyError: If no entry of that reference is held.
        """
        number = self._roster.remove(ref)
        self._names.remove(number)
        self._circumstances.remove(number)
        self._held.remove(ref)

    def search(
        self, description: Description, *, limit: int = 20, published_on: date | None = None
    ) -> list[tuple[str, Explanation]]:
        """Return the entries nearest to a description with their explanations, heaviest first, then by reference.

        `published_on` is the day of the sighting's report, where the sighting is the one that asks.
        """
        near = [ref for number in self._candidates(description, limit) if (ref := self._roster.ref(number)) is not None]
        explained = [self._explain(description, entry, published_on) for entry in self._fetch(near)] if near else []
        explained.sort(key=lambda row: (-row[1].match_weight_bits, row[0]))
        return explained[:limit]

    def save(self, folder: Path, **said: Any) -> bool:
        """Put the index on the disk, without the descriptions, so that a kill leaves what was there or the whole of it.

        From then on it is read from there, and takes no more memory than is asked of it.

        Args:
            folder: Where; only the index may lie in it.
            said: What is to be known of it when it is opened: plain values.

        Returns:
            Whether it was put there; not where another process is at it.
        """
        with alone(folder) as allowed:
            if allowed:
                refs, order = self._roster.columns()
                keys, numbers = self._circumstances.columns()
                columns = {"refs": refs, "order": order, "keys": keys, "key_numbers": numbers}
                names = self._names.put(folder)
                write_manifest(folder, [*names, write_columns(folder, columns)], **said)
                self.open(folder)
        return allowed

    def open(self, folder: Path) -> dict[str, Any]:
        """Hold what `save` put into a folder, in place of what is held, and return what was said of it.

        Raises:
            StoredIndexError: If there is no index, other code or tables made it, or it is not as it was written.
        """
        said = read_manifest(folder)
        *names, others = said["parts"]
        columns = read_columns(folder, others)
        try:
            roster = Roster(columns["refs"], columns["order"])
            circumstances = Circumstances(columns["keys"], columns["key_numbers"])
        except KeyError as fault:
            raise StoredIndexError(f"A part of the index lacks its {fault.args[0]}.") from fault
        self._names, self._roster, self._circumstances = NamesIndex.opened(folder, names), roster, circumstances
        self._counted.count_in(self._names, self._roster)
        return said

    def _explain(self, asked: Description, entry: Entry, published_on: date | None) -> tuple[str, Explanation]:
        ref, held, entry_published_on = entry
        sought, seen = (asked, held) if self._holds == "sightings" else (held, asked)
        day = published_on or entry_published_on
        return ref, compare(sought, seen, rarity=self.rarity, published_on=day, model=self._model)

    def _candidates(self, description: Description, limit: int) -> list[int]:
        texts = texts_of(description)
        most = max(MOST_COMPARED, limit)
        by_name = [number for number, _ in self._names.search_each([texts], most)[0]]
        return list(
            dict.fromkeys([*by_name, *self._circumstances.sharing(description, unnamed=bool(texts), most=most)])
        )
