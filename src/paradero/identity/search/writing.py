"""How Cyrillic letters come to be written in Latin ones, learned from attested spellings (`names/spellings.tsv`).

The sounds find a name; how it is written tells Valerian from Valeryan. Each unit of one or two Cyrillic letters has the
rows of Latin letters it was seen written with, and what each costs against the commonest.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.tables import (
    FIRST_CYRILLIC,
    KNOWN_LETTERS,
    Bytes,
    Numbers,
    conventions,
    letter_numbers,
)
from paradero.terms.resources import resource

LONGEST = 4
"""Latin letters at most for one unit."""
_SINGLES = KNOWN_LETTERS - FIRST_CYRILLIC
_UNITS = _SINGLES * (_SINGLES + 1)
UNREACHED = 1000.0
LEFT_OUT_BITS = 10.0
OTHER_BITS = 13.0
EACH_MORE_BITS = 5.0
BY_WAY_OF_BELARUSIAN_BITS = 3.0
"""What it costs that a Russian name was written as Belarusian has it: one writer in eight, as it were."""


class Writing(NamedTuple):
    """The rows of each unit; a unit stands apart where it begins or ends a word."""

    start: Numbers
    """First row of each unit, by unit and place (inside, first, last, both)."""
    letters: NDArray[np.uint32]
    """The Latin letters of a row, eight bits each."""
    length: Bytes
    bits: NDArray[np.float32]


def _unit(letters: str) -> int:
    numbers = [letter_numbers()[letter] - FIRST_CYRILLIC for letter in letters]
    return numbers[0] if len(numbers) == 1 else _SINGLES * (numbers[0] + 1) + numbers[1]


def _packed(letters: str) -> int:
    packed = 0
    for letter in letters:
        packed = (packed << 8) | letter_numbers()[letter]
    return packed


_Row = tuple[int, int, int, float]


def _by_way_of_belarusian(learned: set[int]) -> Iterator[_Row]:
    """Give the rows of what Belarusian makes of a unit: for any place in a word, and where a place has its own rows."""
    for unit, written in conventions()["by_way_of_belarusian"].items():
        keys = range(4 * _unit(unit), 4 * _unit(unit) + 4)
        for key, latin in product((keys[0], *learned & set(keys[1:])), written.split()):
            yield key, _packed(latin), len(latin), BY_WAY_OF_BELARUSIAN_BITS


@cache
def writing() -> Writing:
    """Return the learned table."""
    rows: list[_Row] = []
    for line in resource("names/spellings.tsv").read_text(encoding="utf-8").splitlines():
        unit, latin, bits = line.split("\t")
        place = unit.startswith("^") + 2 * unit.endswith("$")
        rows.append((4 * _unit(unit.strip("^$")) + place, _packed(latin), len(latin), float(bits)))
    rows += _by_way_of_belarusian({row[0] for row in rows})
    rows.sort(key=lambda row: (row[0], row[3]))
    start = np.searchsorted([row[0] for row in rows], np.arange(4 * _UNITS + 1)).astype(np.int32)
    return Writing(
        start,
        np.array([row[1] for row in rows], dtype=np.uint32),
        np.array([row[2] for row in rows], dtype=np.uint8),
        np.array([row[3] for row in rows], dtype=np.float32),
    )


@compiled
def _unit_of(letter: int) -> int:
    """Return the number of a Cyrillic letter among its like; any other letter has the last, which has no rows."""
    return np.int64(letter) - FIRST_CYRILLIC if FIRST_CYRILLIC <= letter < KNOWN_LETTERS else _SINGLES - 1


@compiled
def _rows_of(table: Writing, unit: int, place: int) -> int:
    """Return where a unit's rows are kept: those of its place in the word, or else those for any place."""
    key = 4 * unit + place
    return key if table.start[key + 1] > table.start[key] else 4 * unit


@compiled
def _step(
    table: Writing,
    key: int,
    more: int,
    packed: NDArray[np.uint32],
    row: NDArray[np.float32],
    to: NDArray[np.float32],
    latin: int,
) -> None:
    """Carry every state of `row` over one Cyrillic unit into `to`."""
    for at in range(latin + 1):
        here = row[at]
        if here >= UNREACHED:
            continue
        to[at] = min(to[at], here + np.float32(LEFT_OUT_BITS * more))
        for length in range(1, min(LONGEST, latin - at) + 1):
            to[at + length] = min(to[at + length], here + np.float32(OTHER_BITS * more + EACH_MORE_BITS * (length - 1)))
        for option in range(table.start[key], table.start[key + 1]):
            length = table.length[option]
            if at + length <= latin and table.letters[option] == packed[at, length]:
                to[at + length] = min(to[at + length], here + table.bits[option])


@compiled
def written_cost(
    cyrillic: Bytes, latin: Bytes, table: Writing, states: NDArray[np.float32], packed: NDArray[np.uint32]
) -> float:
    """Return what the Latin writing of a Cyrillic word costs against the commonest way to write it, in bits.

    `states` is room of shape (`MOST_LETTERS` + 1, `MOST_LETTERS` + 1), `packed` of (`MOST_LETTERS` + 1, 5).
    """
    size, width = len(cyrillic), len(latin)
    for at in range(width + 1):
        number = np.uint32(0)
        packed[at, 0] = 0
        for length in range(1, min(LONGEST, width - at) + 1):
            number = (number << np.uint32(8)) | np.uint32(latin[at + length - 1])
            packed[at, length] = number
    states[: size + 1, : width + 1] = UNREACHED
    states[0, 0] = 0.0
    for place in range(size):
        ends = 2 if place + 1 == size else 0
        unit = _unit_of(cyrillic[place])
        _step(
            table,
            _rows_of(table, unit, (1 if place == 0 else 0) + ends),
            1,
            packed,
            states[place],
            states[place + 1],
            width,
        )
        if place + 2 <= size:
            pair = _SINGLES * (unit + 1) + _unit_of(cyrillic[place + 1])
            ends = 2 if place + 2 == size else 0
            key = _rows_of(table, pair, (1 if place == 0 else 0) + ends)
            if table.start[key + 1] > table.start[key]:
                _step(table, key, 2, packed, states[place], states[place + 2], width)
    return states[size, width]
