"""Descriptions held by the sound of their names: one enquiry meets all sightings, or one sighting all enquiries."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from paradero.identity.asked_names import texts_of
from paradero.identity.circumstances import Circumstances
from paradero.identity.comparing import compare
from paradero.identity.held_names import HeldRarity
from paradero.identity.model import MODEL, Model
from paradero.identity.rarity import Rarity
from paradero.identity.search.names_index import NamesIndex
from paradero.terms.matching import Explanation
from paradero.terms.person import Description

MOST_COMPARED = 24
"""How many of the nearest names are compared in full."""


class SightingIndex:
    """Sightings to be asked with an enquiry; or enquiries to be asked with a sighting (`holds="enquiries"`)."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Description]] = (),
        *,
        rarity: Rarity | None = None,
        holds: Literal["sightings", "enquiries"] = "sightings",
        model: Model = MODEL,
    ) -> None:
        """Take in the entries.

        Args:
            entries: Reference and description of each.
            rarity: Counts to weigh by, kept by another index; without it this index counts what it holds. Give an
                index of enquiries the sightings' counts, so that a pair weighs the same from either side.
            holds: Which side of the comparison the entries are.
            model: The weighing model.
        """
        self._names = NamesIndex()
        self.rarity = rarity or HeldRarity(self._names)
        """How common names are, by sound."""
        self._counts_itself = rarity is None
        self._holds = holds
        self._model = model
        self._circumstances = Circumstances()
        self._held: list[tuple[str, Description, date | None] | None] = []
        self._places: dict[str, int] = {}
        self._unnamed: set[int] = set()
        for ref, description in entries:
            self.add(ref, description)

    def __len__(self) -> int:
        """Return how many entries are held."""
        return len(self._places)

    def __contains__(self, ref: object) -> bool:
        """Tell whether an entry of that reference is held."""
        return ref in self._places

    def add(self, ref: str, description: Description, *, published_on: date | None = None) -> None:
        """Hold one more entry; one that has the same reference gives way to it."""
        if ref in self._places:
            self.remove(ref)
        place = self._places[ref] = len(self._held)
        self._held.append((ref, description, published_on))
        texts = texts_of(description)
        self._names.add(place, texts)
        self._circumstances.add(place, description)
        if not texts:
            self._unnamed.add(place)
        if self._counts_itself:
            self.rarity.size += 1

    def remove(self, ref: str) -> None:
        """Let an entry go.

        Raises:
            KeyError: If no entry of that reference is held.
        """
        place = self._places.pop(ref)
        held = self._held[place]
        self._held[place] = None
        self._unnamed.discard(place)
        if held is not None:
            self._names.remove(place)
            self._circumstances.remove(place, held[1])
            if self._counts_itself:
                self.rarity.size -= 1

    def search(
        self, description: Description, *, limit: int = 20, published_on: date | None = None
    ) -> list[tuple[str, Explanation]]:
        """Return the entries nearest to a description with their explanations, heaviest first, then by reference.

        `published_on` is the day of the sighting's report, where the sighting is the one that asks.
        """
        explained = [self._explain(description, place, published_on) for place in self._candidates(description, limit)]
        explained.sort(key=lambda row: (-row[1].match_weight_bits, row[0]))
        return explained[:limit]

    def _explain(self, asked: Description, place: int, published_on: date | None) -> tuple[str, Explanation]:
        held = self._held[place]
        if held is None:
            raise KeyError(place)
        ref, entry, entry_published_on = held
        sought, seen = (asked, entry) if self._holds == "sightings" else (entry, asked)
        day = published_on or entry_published_on
        return ref, compare(sought, seen, rarity=self.rarity, published_on=day, model=self._model)

    def _candidates(self, description: Description, limit: int) -> list[int]:
        texts = texts_of(description)
        most = max(MOST_COMPARED, limit)
        by_name = [place for place, _ in self._names.search_each([texts], most)[0]]
        among = self._unnamed if texts else None
        return list(dict.fromkeys([*by_name, *self._circumstances.sharing(description, among=among, most=most)]))
