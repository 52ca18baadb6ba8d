"""Compiled: which words of a segment may be the same word as one that is asked for, and at what cost."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled, inlined
from paradero.identity.search.grouping import BUCKET_BITS, grams, variants
from paradero.identity.search.segment import Segment
from paradero.identity.search.sounding import MOST_LETTERS, MOST_SOUNDS, skeleton_of
from paradero.identity.search.spelling_cost import FAR, reading_cost
from paradero.identity.search.tables import Bytes, Numbers
from paradero.identity.search.weights import Weights
from paradero.identity.search.word_tables import AS_BARE, AS_SURNAME, AS_WRITTEN, MOST_NAMES, UNUSUAL, Readings, Words
from paradero.identity.search.writing import LONGEST

MOST_NEAR = 4096
"""How many words of a segment one asked word may be near to; past that the rest is not looked at."""
MOST_COST = 20.0
UNUSUAL_BITS = np.float32(1.5)
"""What it costs to read letters as they seldom are."""
BARE_BITS = np.float32(2.0)
"""What it costs that one of two surnames stands without the particle before it: Погосян for Тер-Погосян."""
MOST_BY_PART = 300
"""How many skeletons are measured for one reading when sounds are compared in part."""
MOST_ASKED = 5


class Rows(NamedTuple):
    """The words near each asked word, a row each."""

    slot: NDArray[np.int16]
    """Row of each word of the segment, or -1, shape (`MOST_ASKED`, words)."""
    held: NDArray[np.int64]
    word: Numbers
    """Shape (`MOST_ASKED`, `MOST_NEAR`), as the following."""
    surname: NDArray[np.float32]
    """Cost of the spelling as a family name; then bits."""
    given: NDArray[np.float32]
    patronymic: NDArray[np.float32]
    symbol: NDArray[np.float32]
    """How many names hold the rarest symbol that is shared, -1 where none is."""
    most: NDArray[np.float32]
    """The most of the three."""


class Near(NamedTuple):
    """The words near each asked word, and room for finding them; used again for each query."""

    rows: Rows
    seen: NDArray[np.int64]
    """By skeleton: which reading of which query looked at it last."""
    clock: NDArray[np.int64]
    shared: Bytes
    """By skeleton: how many rows of three sounds it shares with the asked reading; all 0 between readings."""
    touched: Numbers
    """The skeletons that are looked at for one reading."""
    table: NDArray[np.float32]
    states: NDArray[np.float32]
    packed: NDArray[np.uint32]


class _Holders(NamedTuple):
    """The words of each reading of a segment."""

    start: Numbers
    word: Numbers
    use: Bytes


def room(segment: Segment) -> Near:
    """Return room for looking into a segment."""
    shape = (MOST_ASKED, MOST_NEAR)
    rows = Rows(
        np.full((MOST_ASKED, len(segment.hashes)), -1, dtype=np.int16),
        np.zeros(MOST_ASKED, dtype=np.int64),
        np.zeros(shape, dtype=np.int32),
        np.zeros(shape, dtype=np.float32),
        np.zeros(shape, dtype=np.float32),
        np.zeros(shape, dtype=np.float32),
        np.zeros(shape, dtype=np.float32),
        np.zeros(shape, dtype=np.float32),
    )
    return Near(
        rows,
        np.full(len(segment.skeleton_start), -1, dtype=np.int64),
        np.zeros(1, dtype=np.int64),
        np.zeros(len(segment.skeleton_start), dtype=np.uint8),
        np.zeros(len(segment.skeleton_start), dtype=np.int32),
        np.zeros((MOST_LETTERS + 1, MOST_LETTERS + 1), dtype=np.float32),
        np.zeros((MOST_LETTERS + 1, MOST_LETTERS + 1), dtype=np.float32),
        np.zeros((MOST_LETTERS + 1, LONGEST + 1), dtype=np.uint32),
    )


@compiled
def forget(rows: Rows) -> None:
    """Empty the room for the next query."""
    for asked in range(MOST_ASKED):
        for row in range(rows.held[asked]):
            rows.slot[asked, rows.word[asked, row]] = -1
        rows.held[asked] = 0


@inlined
def row_of(rows: Rows, asked: int, word: int) -> int:
    """Return the row of a word, making one if there is none; -1 when there is no room left."""
    row = rows.slot[asked, word]
    if row >= 0:
        return row
    row = rows.held[asked]
    if row == MOST_NEAR:
        return -1
    rows.slot[asked, word], rows.word[asked, row] = row, word
    rows.surname[asked, row] = rows.given[asked, row] = rows.patronymic[asked, row] = FAR
    rows.symbol[asked, row] = -1.0
    rows.held[asked] = row + 1
    return row


@inlined
def _hold(rows: Rows, asked: int, holders: _Holders, code: int, use: int, cost: float) -> None:
    """Note the cost of a reading for every word that may sound so."""
    for holder in range(holders.start[code], holders.start[code + 1]):
        theirs = holders.use[holder]
        shared = use & theirs & ~UNUSUAL
        one_is_bare = (use & AS_BARE and theirs & AS_SURNAME) or (use & AS_SURNAME and theirs & AS_BARE)
        if not shared and not one_is_bare:
            continue
        row = row_of(rows, asked, holders.word[holder])
        if row < 0:
            return
        total = cost + UNUSUAL_BITS if (use | theirs) & UNUSUAL else cost
        if shared & AS_SURNAME:
            rows.surname[asked, row] = min(rows.surname[asked, row], total)
        elif one_is_bare or shared & AS_BARE:
            rows.surname[asked, row] = min(rows.surname[asked, row], total + BARE_BITS)
        if shared & AS_WRITTEN:
            rows.given[asked, row] = min(rows.given[asked, row], total)
            rows.patronymic[asked, row] = min(rows.patronymic[asked, row], total)


@compiled
def _measure(
    near: Near, asked: int, segment: Segment, count: int, readings: Readings, reading: int, weights: Weights
) -> None:
    """Measure one reading of the asked word against every reading of the first skeletons that are touched."""
    rows, holders = near.rows, _Holders(segment.holder_start, segment.holder_word, segment.holder_use)
    sounds, length, use = readings.sounds[reading], readings.length[reading], readings.use[reading]
    for touched in range(count):
        skeleton = near.touched[touched]
        for place in range(segment.skeleton_start[skeleton], segment.skeleton_start[skeleton + 1]):
            code = segment.skeleton_code[place]
            cost = reading_cost(
                sounds,
                length,
                segment.code_sounds[code],
                segment.code_length[code],
                weights.substitution,
                weights.gap,
                weights.swap,
                MOST_COST,
                near.table,
            )
            if cost <= MOST_COST:
                _hold(rows, asked, holders, code, use, cost)


@compiled
def by_sound(
    near: Near, asked: int, segment: Segment, readings: Readings, begin: int, end: int, merged: Bytes, weights: Weights
) -> None:
    """Note the words whose skeleton is that of the asked word, or at most a slip away from it."""
    skeleton, keys = np.zeros(MOST_SOUNDS, dtype=np.uint8), np.zeros(MOST_SOUNDS + 1, dtype=np.uint64)
    for reading in range(begin, end):
        near.clock[0] += 1
        count, length = 0, skeleton_of(readings.sounds[reading], readings.length[reading], merged, skeleton)
        for key in range(variants(skeleton, length, keys)):
            bucket = keys[key] >> np.uint64(64 - BUCKET_BITS)
            at, last = segment.variant_start[bucket], segment.variant_start[bucket + np.uint64(1)]
            while at < last and segment.variant[at] < keys[key]:
                at += 1
            while at < last and segment.variant[at] == keys[key]:
                found = segment.variant_skeleton[at]
                if near.seen[found] != near.clock[0]:
                    near.seen[found] = near.clock[0]
                    near.touched[count] = found
                    count += 1
                at += 1
        _measure(near, asked, segment, count, readings, reading, weights)


@compiled
def _count_shared(near: Near, segment: Segment, skeleton: Bytes, length: int, row: NDArray[np.int64]) -> int:
    touched = 0
    for place in range(grams(skeleton, length, row)):
        gram = row[place]
        for at in range(segment.gram_start[gram], segment.gram_start[gram + 1]):
            found = segment.gram_skeleton[at]
            if near.shared[found] == 0:
                near.touched[touched] = found
                touched += 1
            near.shared[found] += 1
    return touched


@compiled
def _enough(near: Near, touched: int, most: int) -> int:
    """Return how many rows of sounds a skeleton must share so that about `most` skeletons share as many."""
    counts = np.zeros(MOST_SOUNDS + 1, dtype=np.int64)
    for place in range(touched):
        counts[near.shared[near.touched[place]]] += 1
    total = 0
    for shared in range(MOST_SOUNDS, 1, -1):
        total += counts[shared]
        if total > most:
            return shared + 1 if total - counts[shared] > most // 4 else shared
    return 1 if total + counts[1] <= most else 2


@compiled
def by_part(
    near: Near, asked: int, segment: Segment, readings: Readings, begin: int, end: int, merged: Bytes, weights: Weights
) -> None:
    """Note the words that share the most rows of three sounds with the asked word, for words no slip away is found."""
    skeleton, row = np.zeros(MOST_SOUNDS, dtype=np.uint8), np.zeros(MOST_SOUNDS, dtype=np.int64)
    for reading in range(begin, end):
        near.clock[0] += 1
        length = skeleton_of(readings.sounds[reading], readings.length[reading], merged, skeleton)
        touched = _count_shared(near, segment, skeleton, length, row)
        enough = _enough(near, touched, MOST_BY_PART)
        count = 0
        for place in range(touched):
            found = near.touched[place]
            if near.shared[found] >= enough:
                near.touched[count] = found
                count += 1
            near.shared[found] = 0
        _measure(near, asked, segment, count, readings, reading, weights)


@compiled
def nearest(rows: Rows, asked: int) -> float:
    """Return the least cost at which any word is near."""
    least = FAR
    for row in range(rows.held[asked]):
        least = min(least, rows.surname[asked, row], rows.given[asked, row])
    return least


@compiled
def by_writing(rows: Rows, asked: int, segment: Segment, key: np.uint64) -> None:
    """Note the word that is written the same, in whatever script."""
    at = np.searchsorted(segment.hashes, key)
    if at < len(segment.hashes) and segment.hashes[at] == key:
        row = row_of(rows, asked, at)
        if row >= 0:
            rows.surname[asked, row] = rows.given[asked, row] = rows.patronymic[asked, row] = 0.0


@compiled
def by_name(rows: Rows, asked: int, segment: Segment, words: Words, word: int) -> None:
    """Note the words that may be the same name of the lexicon, or tell of the same father."""
    for slot in range(MOST_NAMES):
        name = words.name[word, slot]
        if name >= 0:
            for place in range(segment.name_start[name], segment.name_start[name + 1]):
                row_of(rows, asked, segment.name_word[place])
    father = words.father[word]
    if father >= 0:
        for place in range(segment.father_start[father], segment.father_start[father + 1]):
            row_of(rows, asked, segment.father_word[place])


@compiled
def by_symbol(rows: Rows, asked: int, segment: Segment, keys: NDArray[np.int64], counts: NDArray[np.float64]) -> None:
    """Note the words that share a symbol, and how many names hold the rarest that they share."""
    for place in range(len(keys)):
        at = np.searchsorted(segment.symbol, keys[place])
        if at == len(segment.symbol) or segment.symbol[at] != keys[place]:
            continue
        for held in range(segment.symbol_start[at], segment.symbol_start[at + 1]):
            row = row_of(rows, asked, segment.symbol_word[held])
            if row < 0:
                return
            known, count = rows.symbol[asked, row], np.float32(counts[place])
            rows.symbol[asked, row] = count if known < 0.0 else min(known, count)
