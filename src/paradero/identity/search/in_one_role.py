"""Compiled: what the words of two names say that stand in one role."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.given_names import CROSSED_BITS
from paradero.identity.search.compiled import compiled, inlined
from paradero.identity.search.spelling_cost import FAR
from paradero.identity.search.tables import Bytes
from paradero.identity.search.word_tables import FAMILY, GIVEN, PATRONYMIC

SECOND_COUNTS = 0.6
"""How much of what a second agreeing word in one role says counts: two surnames of one family go together."""
OUT_OF_PLACE_BITS = 0.5
"""What it costs that a family name agrees with the second of two: it is the first that is used alone."""
INITIAL = 3
"""Where the pairs of words say that one of the two is an initial; before it stand the three roles."""


@inlined
def _words_in(role: int, roles: Bytes, count: int) -> int:
    """Return how many words of a name stand in a role."""
    found = 0
    for word in range(count):
        found += roles[word] == role
    return found


@inlined
def _best_of(role: int, pairs: NDArray[np.float32], one: int, ordinal: int, held: Bytes, count: int) -> float:
    """Return what the held word in a role that fits an asked one best says; `ordinal` is the asked word's in its role.

    The first of two initials stands for the first of two names.
    """
    best, at = -FAR, 0
    for other in range(count):
        if held[other] == role:
            crossed = pairs[INITIAL, one, other] > 0 and at != ordinal
            best = max(best, pairs[role, one, other] - np.float32(CROSSED_BITS if crossed else 0.0))
            at += 1
    return best


@compiled
def _is_out_of_place(pairs: NDArray[np.float32], asked: Bytes, asked_count: int, held: Bytes, count: int) -> bool:
    """Tell whether of the family names of two names those that agree best do not stand in the same place."""
    best, out, mine = -FAR, False, 0
    for one in range(asked_count):
        if asked[one] != FAMILY:
            continue
        theirs = 0
        for other in range(count):
            if held[other] == FAMILY:
                if pairs[FAMILY, one, other] > best:
                    best, out = pairs[FAMILY, one, other], mine != theirs
                theirs += 1
        mine += 1
    return out


@inlined
def part(
    role: int,
    pairs: NDArray[np.float32],
    asked: Bytes,
    asked_count: int,
    held: Bytes,
    count: int,
    half: float,
    second_differs: float,
) -> float:
    """Return what one part of two names says: 0 where a side has none, else the best pair, less where others differ."""
    best, second, ones, agreeing = -FAR, np.float32(0.0), 0, 0
    others = _words_in(role, held, count)
    if others == 0:
        return np.float32(0.0)
    for one in range(asked_count):
        if asked[one] != role:
            continue
        mine = _best_of(role, pairs, one, ones, held, count)
        ones += 1
        agreeing += mine > 0
        if mine > best:
            second, best = max(best, np.float32(0.0)), mine
        else:
            second = max(second, mine)
    if ones == 0:
        return np.float32(0.0)
    if best > 0 and min(ones, others) > 1:
        best += np.float32(SECOND_COUNTS) * second if agreeing > 1 else np.float32(second_differs)
    elif best > 0 and max(ones, others) > 1 and role == FAMILY:
        best += np.float32(half)
    doubled = role == FAMILY and best > 0 and max(ones, others) > 1
    if doubled and _is_out_of_place(pairs, asked, asked_count, held, count):
        best -= np.float32(OUT_OF_PLACE_BITS)
    return best


@compiled
def second_given(
    pairs: NDArray[np.float32], asked: Bytes, asked_count: int, held: Bytes, count: int, turned: int
) -> float:
    """Return what an initial of an asked patronymic says of a second given name, where no patronymic is held.

    `turned` (1) asks for the other way round: the held patronymic and the asked given names.
    """
    if _words_in(PATRONYMIC, held, count) or not _words_in(PATRONYMIC, asked, asked_count):
        return np.float32(0.0)
    best = -FAR
    for one in range(asked_count):
        given = 0
        for other in range(count):
            if held[other] == GIVEN:
                given += 1
                initial = pairs[INITIAL, other, one] if turned else pairs[INITIAL, one, other]
                if given > 1 and asked[one] == PATRONYMIC and initial > 0:
                    best = max(best, pairs[PATRONYMIC, other, one] if turned else pairs[PATRONYMIC, one, other])
    return best if best > -FAR else np.float32(0.0)
