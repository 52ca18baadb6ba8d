"""A dictionary of the sounds that are held: which known sounds are near a given one, without walking through all."""

from array import array
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

NEAREST = 80
"""How many sounds with the most n-grams in common are measured exactly."""
MIN_ALIKE = 0.62
EXACT = "=-^"
"""What keys begin with that stand for no sound: a name in the lexicon, a father, an initial."""


def _grams(sound: str) -> Iterator[str]:
    framed = f"^{sound}$"
    for size in (2, 3):
        yield from {framed[place : place + size] for place in range(len(framed) - size + 1)}


class SoundDictionary:
    """Skeletons of readings and other exact keys, numbered in the order they came; nothing is ever taken out."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._sounds: list[str] = []
        self._holders: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        self._near: dict[str, tuple[tuple[int, float], ...]] = {}

    def number(self, key: str) -> int:
        """Return the number of a key, new or known; keys that start with `=`, `-` or `^` match only themselves."""
        known = self._numbers.get(key)
        if known is not None:
            return known
        number = len(self._sounds)
        self._numbers[key] = number
        self._sounds.append(key)
        if key[0] not in EXACT:
            for gram in _grams(key):
                self._holders[gram].append(number)
            self._near.clear()
        return number

    def near(self, key: str) -> tuple[tuple[int, float], ...]:
        """Return the numbers of the keys near `key` and how alike they are, from `MIN_ALIKE` to 1, best first."""
        if key[0] in EXACT:
            return ((self._numbers[key], 1.0),) if key in self._numbers else ()
        found = self._near.get(key)
        if found is None:
            found = self._near[key] = tuple(self._search(key))
        return found

    def _sharing(self, key: str) -> NDArray[np.int64]:
        scores = np.zeros(len(self._sounds), dtype=np.float32)
        for gram in _grams(key):
            holders = self._holders.get(gram)
            if holders:
                weight = np.float32(np.log((len(self._sounds) + 1) / len(holders)))
                scores[np.array(holders, dtype=np.int32)] += weight
        most = min(NEAREST, len(scores))
        best = np.argpartition(-scores, most - 1)[:most] if most else np.zeros(0, dtype=np.int64)
        return best[scores[best] > 0]

    def _search(self, key: str) -> list[tuple[int, float]]:
        alike = (
            (int(number), float(OSA.normalized_similarity(key, self._sounds[number]))) for number in self._sharing(key)
        )
        return sorted((row for row in alike if row[1] >= MIN_ALIKE), key=lambda row: -row[1])
