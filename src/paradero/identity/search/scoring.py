"""Compiled: what the parts of two names say, in bits; the arithmetic of `identity.names` in short."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.given_names import LEAST_SHARE_TO_DIFFER
from paradero.identity.search.all_tables import Tables
from paradero.identity.search.compiled import compiled, inlined
from paradero.identity.search.counts import Counts
from paradero.identity.search.in_one_role import INITIAL, part, second_given
from paradero.identity.search.initials import begin_alike, initial_bits
from paradero.identity.search.near import Rows
from paradero.identity.search.orders import COST_UNIT_BITS, KEPT, NO_ORDER, Orders
from paradero.identity.search.segment import Segment
from paradero.identity.search.shared_names import bearers, share_of, shared_name
from paradero.identity.search.spelling_cost import FAR
from paradero.identity.search.tables import Bytes
from paradero.identity.search.weights import Weights
from paradero.identity.search.word_tables import (
    FAMILY,
    GIVEN,
    MOST_NAMES,
    PATRONYMIC,
    Words,
)

OTHERWISE_WRITTEN_BITS = 0.5
"""What a shared symbol says less than the same sounds: chosen on the open parts of the bench, `real` and tokens."""
SAME_SOUND_BITS = 0.5
"""Patronymics that sound the same are one, though the lexicon knows fathers of two names for them."""


@inlined
def _is_common(words: Words, word: int, shares: NDArray[np.float32]) -> bool:
    """Tell whether a word may be a given name that many bear."""
    most = np.float32(0.0)
    for slot in range(MOST_NAMES):
        if words.name[word, slot] >= 0:
            most = max(most, shares[words.name[word, slot]])
    return most >= LEAST_SHARE_TO_DIFFER


@inlined
def _patronymic_bits(agrees: float, spelling: float, father: int, other_father: int, weights: Weights) -> float:
    """Return what two patronymics say: where both tell the father's name, that name decides."""
    if father < 0 or other_father < 0:
        return np.float32(agrees - spelling)
    if father != other_father and spelling > SAME_SOUND_BITS:
        return weights.differs[PATRONYMIC]
    return np.float32(agrees - min(spelling, np.float32(1.0)))


@inlined
def _by_symbol(role: int, held: float, people: float, weights: Weights) -> float:
    """Return the bits of a symbol that both words have and that so many names hold; -`FAR` where they share none."""
    if held < 0.0:
        return -FAR
    background = weights.surname_share if role == FAMILY else weights.given_share
    return np.float32(
        weights.agrees[role] - np.log2(share_of(held, background, people, weights)) - OTHERWISE_WRITTEN_BITS
    )


@compiled
def to_bits(
    rows: Rows,
    asked: int,
    others: Words,
    words: Words,
    word: int,
    counts: Counts,
    tables: Tables,
) -> float:
    """Turn the costs of the words near an asked word into bits; return the most that any of them is worth."""
    weights, people = tables.weights, counts.people
    surname = weights.agrees[FAMILY] - np.log2(share_of(counts.surname[word], weights.surname_share, people, weights))
    given = weights.agrees[GIVEN] - np.log2(share_of(counts.given[word], weights.given_share, people, weights))
    father = words.father[word]
    patronymic = given
    if father >= 0:
        share = share_of(counts.father[father], tables.shares[father], people, weights)
        patronymic = weights.agrees[PATRONYMIC] - np.log2(share)
    common = _is_common(words, word, tables.shares)
    most = np.float32(0.0)
    for row in range(rows.held[asked]):
        other = rows.word[asked, row]
        symbol = _by_symbol(FAMILY, rows.symbol[asked, row], people, weights)
        rows.surname[asked, row] = max(weights.differs[FAMILY], symbol, np.float32(surname - rows.surname[asked, row]))
        spelling = rows.given[asked, row]
        bits = np.float32(given - spelling)
        shared = shared_name(words, word, others, other, spelling, counts, tables)
        by_symbol = _by_symbol(GIVEN, rows.symbol[asked, row], people, weights)
        if shared > -FAR:
            bits = max(shared, by_symbol)
            if spelling <= SAME_SOUND_BITS:  # what sounds alike is as rare as that writing of the name
                written = max(bearers(words, word, tables.shares), bearers(others, other, tables.shares))
                share = share_of(counts.given[word], written, people, weights)
                bits = max(bits, np.float32(weights.agrees[GIVEN] - np.log2(share) - spelling))
        elif rows.symbol[asked, row] >= 0.0:
            bits = max(bits, by_symbol)
        elif common and _is_common(others, other, tables.shares):
            bits = weights.differs[GIVEN]
        rows.given[asked, row] = max(weights.differs[GIVEN], bits)
        spelling = rows.patronymic[asked, row]
        bits = _patronymic_bits(patronymic, spelling, father, others.father[other], weights)
        rows.patronymic[asked, row] = max(weights.differs[PATRONYMIC], bits)
        rows.most[asked, row] = max(rows.surname[asked, row], rows.given[asked, row], rows.patronymic[asked, row])
        most = max(most, rows.most[asked, row])
    return most


@inlined
def _compare_words(
    rows: Rows,
    segment: Segment,
    words: Words,
    asked_first: int,
    asked_count: int,
    first: int,
    count: int,
    pairs: NDArray[np.float32],
    weights: Weights,
) -> float:
    """Write what each pair of words says in each role; return the most that all could say together."""
    most = np.float32(0.0)
    for one in range(asked_count):
        best = np.float32(0.0)
        for other in range(count):
            word = segment.entry_word[first + other]
            row = rows.slot[one, word]
            pairs[INITIAL, one, other] = 0.0
            if row >= 0:
                pairs[FAMILY, one, other] = rows.surname[one, row]
                pairs[GIVEN, one, other] = rows.given[one, row]
                pairs[PATRONYMIC, one, other] = rows.patronymic[one, row]
                best = max(best, rows.most[one, row])
            elif words.initial[asked_first + one] or segment.words.initial[word]:
                alike, more = begin_alike(words, asked_first + one, segment.words, word)
                pairs[INITIAL, one, other] = 1.0
                for role in range(3):
                    pairs[role, one, other] = initial_bits(role, alike, more, weights)
                    best = max(best, pairs[role, one, other])
            else:
                for role in range(3):
                    pairs[role, one, other] = weights.differs[role]
        most += best
    return most


@compiled
def _any_initial(pairs: NDArray[np.float32], asked_count: int, count: int) -> bool:
    for one in range(asked_count):
        for other in range(count):
            if pairs[INITIAL, one, other] > 0:
                return True
    return False


@inlined
def _read_so(
    pairs: NDArray[np.float32],
    asked: Bytes,
    asked_count: int,
    held: Bytes,
    count: int,
    initials: int,
    weights: Weights,
) -> float:
    """Return what two names say whose words stand in these roles; `initials` is not 0 where any word is one."""
    total = np.float32(0.0)
    for role in range(3):
        total += part(role, pairs, asked, asked_count, held, count, weights.half, weights.second_differs)
    if initials:
        total += second_given(pairs, asked, asked_count, held, count, 0)
        total += second_given(pairs, held, count, asked, asked_count, 1)
    return total


@inlined
def score(
    rows: Rows,
    segment: Segment,
    words: Words,
    asked_first: int,
    asked_count: int,
    asked_order: Bytes,
    asked_cost: Bytes,
    asked_sex: int,
    entry: int,
    table: Orders,
    weights: Weights,
    pairs: NDArray[np.float32],
    least: float,
) -> float:
    """Return what two names say together, in the way of reading them that says most; -`FAR` if surely below `least`."""
    first = segment.entry_start[entry]
    count = segment.entry_start[entry + 1] - first
    most = _compare_words(rows, segment, words, asked_first, asked_count, first, count, pairs, weights)
    if most < least:
        return -FAR
    best, initials = -FAR, _any_initial(pairs, asked_count, count)
    for mine in range(KEPT):
        if asked_order[mine] == NO_ORDER:
            break
        asked = table.role[asked_order[mine]]
        for theirs in range(KEPT):
            number = segment.order[entry, theirs]
            if number == NO_ORDER:
                break
            total = -np.float32(COST_UNIT_BITS) * (
                np.float32(asked_cost[mine]) + np.float32(segment.cost[entry, theirs])
            )
            if most + total < max(best, least) and not initials:
                break  # what follows costs more
            total += _read_so(pairs, asked, asked_count, table.role[number], count, initials, weights)
            best = max(best, total)
    sex = segment.sex[entry]
    if sex and asked_sex and sex != asked_sex:
        best += np.float32(weights.sex_differs)
    return best
