"""Descriptions held by the sound of their names: one enquiry meets all sightings, or one sighting all enquiries."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paradero.identity.comparing import compare
from paradero.identity.context import place_sounds
from paradero.identity.lexicon import known_names
from paradero.identity.model import MODEL, Model
from paradero.identity.parts import ways_to_read
from paradero.identity.rarity import Rarity, sound_keys, words_of
from paradero.identity.readings import first_sounds, skeleton, tokens
from paradero.identity.sounds import SoundDictionary
from paradero.terms.matching import Explanation
from paradero.terms.person import Description

MOST_COMPARED = 48
"""How many of the nearest names are compared in full."""
LEAST_SHARED = 2
"""How many things beside the name an unnamed person must share with the other side to be compared at all."""


def _circumstances(description: Description) -> Iterator[str]:
    """Give what is held of a description beside its name, as exact keys."""
    if description.home:
        sounds, towns = place_sounds(description.home)
        yield from (f"home:{skeleton(sound)}" for sound in sounds)
        yield from (f"home:{town}" for town in towns)
    if description.unit:
        yield from (f"unit:{word}" for word in description.unit.split() if word.isdigit())
    for kin in description.kin:
        names = {known.canonical for word in tokens(kin.name or "") for known in known_names(word)}
        yield from (f"{kin.relation.value}:{name}" for name in names)
    birth = description.birth
    if birth is not None and (birth.born_on or birth.year):
        yield f"year:{birth.born_on.year if birth.born_on else birth.year}"


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
        self.rarity = rarity or Rarity()
        """How common names are, by sound."""
        self._counts_itself = rarity is None
        self._holds = holds
        self._model = model
        self._sounds = SoundDictionary()
        self._postings: list[array[int]] = []
        self._circumstances: defaultdict[str, set[int]] = defaultdict(set)
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
        words = words_of(description)
        for key in {key for word in words for key in (*sound_keys(word), *_initials(word))}:
            number = self._sounds.number(key)
            if number == len(self._postings):
                self._postings.append(array("i"))
            self._postings[number].append(place)
        for key in _circumstances(description):
            self._circumstances[key].add(place)
        if not words:
            self._unnamed.add(place)
        if self._counts_itself:
            self.rarity.add(description)

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
            for key in _circumstances(held[1]):
                self._circumstances[key].discard(place)
            if self._counts_itself:
                self.rarity.remove(held[1])

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
        words = _words_to_look_for(description)
        by_name = self._by_name(words, max(MOST_COMPARED, limit)) if words else []
        among = self._unnamed if words else None
        return list(dict.fromkeys([*by_name, *self._by_circumstances(description, among)]))

    def _by_name(self, words: Iterable[str], most: int) -> list[int]:
        total = np.zeros(len(self._held), dtype=np.float32)
        for word in words:
            total += self._evidence(word)
        most = min(most, len(total))
        if not most:
            return []
        best: NDArray[np.int64] = np.argpartition(-total, most - 1)[:most]
        return [int(place) for place in best if total[place] > 0 and self._held[place] is not None]

    def _evidence(self, word: str) -> NDArray[np.float32]:
        """Return for each entry how much one word speaks for it: likeness times rarity, in bits."""
        alike: dict[int, float] = {}
        for key in sound_keys(word) if len(word) > 1 else _initials(word):
            for number, likeness in self._sounds.near(key):
                alike[number] = max(alike.get(number, 0.0), likeness)
        weights = sorted(
            (likeness**4 * float(np.log2((len(self._held) + 1) / (len(self._postings[number]) + 0.5))), number)
            for number, likeness in alike.items()
        )
        evidence = np.zeros(len(self._held), dtype=np.float32)
        for weight, number in weights:  # the strongest is written last
            evidence[np.array(self._postings[number], dtype=np.int32)] = weight
        return evidence

    def _by_circumstances(self, description: Description, among: set[int] | None) -> list[int]:
        if among is not None and not among:
            return []
        shared: Counter[int] = Counter()
        for key in set(_circumstances(description)):
            places = self._circumstances.get(key, set())
            shared.update(places & among if among is not None else places)
        enough = [place for place, count in shared.most_common(MOST_COMPARED) if count >= LEAST_SHARED]
        return [place for place in enough if self._held[place] is not None]


def _words_to_look_for(description: Description) -> tuple[str, ...]:
    """Return the words of the name in every dictionary form that its ways of reading give."""
    words: dict[str, None] = {}
    for name in description.names:
        for way in ways_to_read(name, description.sex):
            parts = (*way.family, *way.given, *((way.patronymic,) if way.patronymic else ()))
            words |= {word.nominative: None for word in parts}
    return tuple(words)


def _initials(word: str) -> tuple[str, ...]:
    """Return the keys of what a word may begin with, in sounds."""
    return tuple(f"^{sound}" for sound in sorted(first_sounds(word)))
