"""Compiled: the names of a segment that fit a name best."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.all_tables import Tables
from paradero.identity.search.asked import Asked
from paradero.identity.search.by_letters import by_letters
from paradero.identity.search.compiled import compiled
from paradero.identity.search.counts import Counts
from paradero.identity.search.near import (
    Near,
    by_name,
    by_part,
    by_sound,
    by_symbol,
    by_writing,
    forget,
    nearest,
    room,
)
from paradero.identity.search.scoring import score, to_bits
from paradero.identity.search.segment import Segment
from paradero.identity.search.sounding import MOST_WORDS
from paradero.identity.search.spelling_cost import FAR
from paradero.identity.search.tables import Numbers
from paradero.identity.search.word_tables import FAMILY

NEAR_ENOUGH = 3.0
"""Where a word this near is found by its sounds, in bits, none is looked for by a part of them."""
SOON_LOOKED_AT = 300
"""So many are weighed even where what was found first is likely better than they can be."""
MOST_LOOKED_AT = 20_000
"""How many names of a segment are weighed for one query, beyond those that share its rarest word."""


class Work(NamedTuple):
    """Room for searching one segment, used again for each query."""

    near: Near
    looked: NDArray[np.int64]
    """By name: the query that looked at it last."""
    clock: NDArray[np.int64]
    gone: NDArray[np.bool_]
    """The names that were taken out."""
    worth: NDArray[np.float32]
    """What the best word near each asked word is worth."""
    reach: NDArray[np.int64]
    """How many names hold a word near each asked word."""
    pairs: NDArray[np.float32]
    """Shape (4, `MOST_WORDS`, `MOST_WORDS`): bits by role, and whether one of the pair is an initial."""


def work(segment: Segment) -> Work:
    """Return room for searching a segment."""
    names = len(segment.entry_start) - 1
    return Work(
        room(segment),
        np.zeros(names, dtype=np.int64),
        np.zeros(1, dtype=np.int64),
        np.zeros(names, dtype=np.bool_),
        np.zeros(MOST_WORDS, dtype=np.float32),
        np.zeros(MOST_WORDS, dtype=np.int64),
        np.zeros((4, MOST_WORDS, MOST_WORDS), dtype=np.float32),
    )


@compiled
def _find_near(segment: Segment, asked: Asked, query: int, counts: Counts, tables: Tables, room: Work) -> None:
    """Note the words near each word of a query, what the best of them is worth, and how many names hold one."""
    near, rows, first = room.near, room.near.rows, asked.start[query]
    for place in range(asked.start[query + 1] - first):
        word = first + place
        room.worth[place], room.reach[place] = 0.0, 0
        if asked.words.initial[word]:
            continue
        begin = asked.words.reading_end[word - 1] if word else 0
        end = asked.words.reading_end[word]
        by_writing(rows, place, segment, asked.hashes[word])
        by_sound(near, place, segment, asked.readings, begin, end, tables.merged, tables.weights)
        if nearest(rows, place) > NEAR_ENOUGH:
            by_part(near, place, segment, asked.readings, begin, end, tables.merged, tables.weights)
        letters = asked.letters[(asked.letter_end[word - 1] if word else 0) : asked.letter_end[word]]
        by_letters(near, place, segment, letters, tables.writing, tables.weights)
        by_name(rows, place, segment, asked.words, word)
        if len(segment.symbol):
            begin, end = asked.symbol_start[word], asked.symbol_start[word + 1]
            by_symbol(rows, place, segment, asked.symbol[begin:end], counts.symbol[begin:end])
        room.worth[place] = to_bits(rows, place, segment.words, asked.words, word, counts, tables)
        for row in range(rows.held[place]):
            if rows.most[place, row] > 0.0:
                room.reach[place] += segment.frequency[rows.word[place, row]]


@compiled
def _keep(top: NDArray[np.float32], found: Numbers, entry: int, total: float) -> None:
    """Put an entry into its place among the best; of equals the earlier entry stands first."""
    last = len(top) - 1
    if total < top[last] or (total == top[last] and entry > found[last]):
        return
    slot = last
    while slot > 0 and (total > top[slot - 1] or (total == top[slot - 1] and entry < found[slot - 1])):
        top[slot], found[slot] = top[slot - 1], found[slot - 1]
        slot -= 1
    top[slot], found[slot] = total, entry


@compiled
def _next(room: Work, count: int, looked_at: int, best: float, differs: float) -> int:
    """Return the word whose names are weighed next: the rarest left, while its names may be among the best; or -1."""
    rarest, possible = -1, np.float32(differs)
    for place in range(count):
        if room.reach[place] > 0:
            possible += room.worth[place]
            if rarest < 0 or room.reach[place] < room.reach[rarest]:
                rarest = place
    if rarest >= 0 and looked_at:
        would = looked_at + room.reach[rarest]
        if would > MOST_LOOKED_AT or (would > SOON_LOOKED_AT and best >= possible):
            return -1
    return rarest


@compiled
def _weigh(
    segment: Segment,
    asked: Asked,
    query: int,
    place: int,
    tables: Tables,
    room: Work,
    found: Numbers,
    bits: NDArray[np.float32],
) -> int:
    """Weigh the names that hold a word near one asked word; return how many were new."""
    rows, new = room.near.rows, 0
    first = asked.start[query]
    count = asked.start[query + 1] - first
    for row in range(rows.held[place]):
        if rows.most[place, row] <= 0.0:  # the word speaks for nobody
            continue
        word = rows.word[place, row]
        for posting in range(segment.posting_start[word], segment.posting_start[word + 1]):
            entry = segment.posting[posting]
            if room.looked[entry] == room.clock[0] or room.gone[entry]:
                continue
            room.looked[entry] = room.clock[0]
            new += 1
            total = score(
                rows,
                segment,
                asked.words,
                first,
                count,
                asked.order[query],
                asked.cost[query],
                asked.sex[query],
                entry,
                tables.orders,
                tables.weights,
                room.pairs,
                bits[len(bits) - 1],
            )
            _keep(bits, found, entry, total)
    return new


@compiled
def ask(
    segment: Segment,
    asked: Asked,
    counts: Counts,
    tables: Tables,
    room: Work,
    found: NDArray[np.int32],
    bits: NDArray[np.float32],
) -> None:
    """Write for each asked name the best entries and what each is worth; -1 where there are no more."""
    for query in range(len(asked.start) - 1):
        forget(room.near.rows)
        room.clock[0] += 1
        count = asked.start[query + 1] - asked.start[query]
        bits[query, :], found[query, :] = -FAR, -1
        _find_near(segment, asked, query, counts, tables, room)
        looked_at = 0
        for _ in range(count):
            place = _next(room, count, looked_at, bits[query, 0], tables.weights.differs[FAMILY])
            if place < 0:
                break
            room.reach[place] *= -1
            looked_at += _weigh(segment, asked, query, place, tables, room, found[query], bits[query])
