"""Names to be searched by name, written in whatever script: one among a million, in milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.all_tables import tables
from paradero.identity.search.asked import Asked, asked_for
from paradero.identity.search.asking import Work, ask, work
from paradero.identity.search.counts import Counts, count_held
from paradero.identity.search.grouping import skeleton_hash
from paradero.identity.search.segment import Segment, build
from paradero.identity.search.stored import Said, StoredIndexError, read_part, write_part
from paradero.identity.search.symbols import NameSymbols, count_symbols
from paradero.identity.search.tables import Numbers

LEAST_LIVE = 0.9
"""A part of which less than this is still held is made anew without the rest."""
MERGE_FROM = 0.25
"""A segment this much as large as the one before it is made one with it."""


@dataclass(slots=True)
class _Part:
    """A segment with the place of each of its names in the whole index, and their texts."""

    segment: Segment
    places: Numbers
    texts: Sequence[str]
    room: Work
    said: Said | None = None
    """What the manifest says of it, once it is on the disk."""

    @property
    def live(self) -> int:
        return len(self.places) - int(np.count_nonzero(self.room.gone))


class NamesIndex:
    """Names under numbers of the caller's; more than one name may stand under one number."""

    def __init__(self, names: Sequence[str] = (), *, symbols: NameSymbols | None = None) -> None:
        """Hold the names under their places, 0 for the first; with a table, they are found by its symbols too."""
        self._symbols = symbols
        self._parts: list[_Part] = []
        self._waiting: list[tuple[int, str]] = []
        if names:
            self._parts.append(self._part(np.arange(len(names), dtype=np.int32), list(names)))

    def __len__(self) -> int:
        """Return how many names are held."""
        return sum(part.live for part in self._parts) + len(self._waiting)

    def add(self, number: int, names: Sequence[str]) -> None:
        """Hold more names under a number."""
        self._waiting += [(number, name) for name in names]

    def remove(self, number: int) -> None:
        """Let every name under a number go; its letters leave memory once a tenth of a part is gone."""
        self._waiting = [row for row in self._waiting if row[0] != number]
        for place, part in enumerate(self._parts):
            part.room.gone[part.places == number] = True
            if part.live < LEAST_LIVE * len(part.places):
                self._parts[place] = self._part_of(_rows(part))
        self._parts = [part for part in self._parts if part.live]

    def compact(self) -> None:
        """Make one part of all, so that nothing of what was removed is left in it."""
        self._settle()
        if len(self._parts) > 1 or any(part.live < len(part.places) for part in self._parts):
            rows = [row for part in self._parts for row in _rows(part)]
            self._parts = [self._part_of(rows)] if rows else []

    def search(self, names: Sequence[str], limit: int = 20) -> list[list[tuple[int, float]]]:
        """Return for each name the numbers of those that fit best and what each is worth in bits, best first.

        A number stands once in an answer, for the best of its names.
        """
        return self.search_each([(name,) for name in names], limit)

    def search_each(self, people: Sequence[Sequence[str]], limit: int = 20) -> list[list[tuple[int, float]]]:
        """Return the same for people of whom each may be asked for by several names: the best of any of them."""
        rows = iter(self._search([name for names in people for name in names], limit))
        return [_best([one for _ in names for one in next(rows)], limit) for names in people]

    def _search(self, names: Sequence[str], limit: int) -> list[list[tuple[int, float]]]:
        self._settle()
        asked = asked_for(names, self._symbols)
        counts = self._counts(asked)
        rows: list[list[tuple[int, float]]] = [[] for _ in names]
        for part in self._parts:
            found = np.zeros((len(names), limit), dtype=np.int32)
            bits = np.zeros((len(names), limit), dtype=np.float32)
            ask(part.segment, asked, counts, tables(), part.room, found, bits)
            for row, places, worth in zip(rows, found.tolist(), bits.tolist(), strict=True):
                numbers = part.places
                row += [(int(numbers[at]), bit) for at, bit in zip(places, worth, strict=True) if at >= 0]
        return rows

    def put(self, folder: Path) -> list[Said]:
        """Put what is not on the disk yet into a folder, and return what a manifest says of all parts.

        Nothing of what was removed is put there.
        """
        self._settle()
        self._parts = [part if part.live == len(part.places) else self._part_of(_rows(part)) for part in self._parts]
        for part in self._parts:
            # Another process that saved its own index has cleared away what it did not name.
            if part.said is None or not (folder / str(part.said["folder"])).is_dir():
                part.said = write_part(folder, part.segment, part.places, part.texts)
                part.said["symbols"] = _version(self._symbols)
        return [part.said for part in self._parts if part.said is not None]

    @classmethod
    def opened(cls, folder: Path, parts: Sequence[Said], *, symbols: NameSymbols | None = None) -> "NamesIndex":
        """Return the index that was put into a folder; its arrays are read from the disk as they are needed.

        Raises:
            StoredIndexError: If it is not as it was written, or was written with another table of symbols.
        """
        index = cls(symbols=symbols)
        for said in parts:
            if said.get("symbols") != _version(symbols):
                raise StoredIndexError("The index on the disk was made with another table of symbols.")
            segment, numbers, texts = read_part(folder, said)
            index._parts.append(_Part(segment, numbers, texts, work(segment), said))
        return index

    def held_with_sound(self, sounds: str) -> int:
        """Return how many names hold a word that sounds so, the sounds merged that change between languages."""
        self._settle()
        key = skeleton_hash(sounds)
        return sum(_at(part.segment.skeleton, part.segment.skeleton_frequency, key) for part in self._parts)

    def held_with_name(self, number: int, *, as_father: bool = False) -> int:
        """Return how many names hold a word that may be a name of the lexicon, or tell of it as the father's."""
        self._settle()
        held = (part.segment for part in self._parts)
        return sum(int((one.father_frequency if as_father else one.name_frequency)[number]) for one in held)

    def _counts(self, asked: Asked) -> Counts:
        surname, given = np.zeros(len(asked.hashes)), np.zeros(len(asked.hashes))
        name, father = np.zeros(len(tables().shares)), np.zeros(len(tables().shares))
        symbol = np.zeros(len(asked.symbol))
        for part in self._parts:
            count_held(part.segment, asked, surname, given)
            name += part.segment.name_frequency
            father += part.segment.father_frequency
            symbol += count_symbols(asked.symbol, part.segment.symbol, part.segment.symbol_frequency)
        return Counts(float(len(self)), surname, given, name, father, symbol)

    def _settle(self) -> None:
        """Make a part of what waits, and one part of the last two as long as they are of like size."""
        if self._waiting:
            self._parts.append(self._part_of(self._waiting))
            self._waiting = []
        while len(self._parts) > 1 and self._parts[-1].live > MERGE_FROM * self._parts[-2].live:
            rows = [*_rows(self._parts[-2]), *_rows(self._parts[-1])]
            self._parts[-2:] = [self._part_of(rows)]

    def _part_of(self, rows: Sequence[tuple[int, str]]) -> _Part:
        return self._part(np.array([number for number, _ in rows], dtype=np.int32), [text for _, text in rows])

    def _part(self, numbers: Numbers, texts: Sequence[str]) -> _Part:
        segment = build(texts, self._symbols)
        return _Part(segment, numbers, texts, work(segment))


def _version(symbols: NameSymbols | None) -> str | None:
    return None if symbols is None else symbols.version


def _at(keys: NDArray[np.uint64], counted: Numbers, key: np.uint64) -> int:
    asked = np.uint64(key)  # compiled code hands out a Python int, for which numpy would turn all keys into floats
    at = int(np.searchsorted(keys, asked))
    return int(counted[at]) if at < len(keys) and keys[at] == asked else 0


def _rows(part: _Part) -> list[tuple[int, str]]:
    return [
        (int(number), text)
        for number, text, gone in zip(part.places, part.texts, part.room.gone, strict=True)
        if not gone
    ]


def _best(row: list[tuple[int, float]], limit: int) -> list[tuple[int, float]]:
    best: dict[int, float] = {}
    for number, bits in sorted(row, key=lambda one: (-one[1], one[0])):
        best.setdefault(number, bits)
    return list(best.items())[:limit]
