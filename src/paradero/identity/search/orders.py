"""Compiled: in which order the parts of a name may stand, and what speaks for each order."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.parts import ORDERS, order_bits
from paradero.identity.search.compiled import compiled
from paradero.identity.search.sounding import MOST_WORDS
from paradero.identity.search.tables import Bytes, Numbers

KEPT = 3
"""How many ways to read a name are kept."""
KEPT_WITHIN_BITS = 9.0
COST_UNIT_BITS = 0.0625
NO_ORDER = 255
_ROLE = {"F": 0, "G": 1, "P": 2}


class Orders(NamedTuple):
    """The orders by number of words; each with the role of each word, and bits for it."""

    start: Numbers
    """The first order of a name of so many words; one more at the end."""
    role: Bytes
    """Shape (orders, `MOST_WORDS`)."""
    bits: NDArray[np.float32]
    """By script (Latin, Cyrillic) and the place of a comma, shape (orders, 2, `MOST_WORDS`)."""


@cache
def orders() -> Orders:
    """Return the orders that `identity.parts` knows, as arrays."""
    flat = [(size, order) for size in range(1, MOST_WORDS + 1) for order in ORDERS[size]]
    sizes = [size for size, _ in flat]
    role = np.zeros((len(flat), MOST_WORDS), dtype=np.uint8)
    bits = np.zeros((len(flat), 2, MOST_WORDS), dtype=np.float32)
    for number, (size, order) in enumerate(flat):
        role[number, :size] = [_ROLE[part] for part in order]
        for script in (0, 1):
            for comma in range(MOST_WORDS):
                after = comma if 0 < comma < size else None
                bits[number, script, comma] = order_bits(order, cyrillic=script == 1, comma_after=after)
    return Orders(np.searchsorted(sizes, np.arange(MOST_WORDS + 2)).astype(np.int32), role, bits)


@compiled
def choose(
    bits: NDArray[np.float32],
    entry_words: Numbers,
    first: int,
    last: int,
    script: int,
    comma: int,
    table: Orders,
    order: Bytes,
    cost: Bytes,
) -> None:
    """Write the likeliest orders of a name's words, best first, and what each costs in units of `COST_UNIT_BITS`."""
    size = last - first
    best = np.full(KEPT, -1e9, dtype=np.float32)
    for slot in range(KEPT):
        order[slot], cost[slot] = NO_ORDER, 0
    for number in range(table.start[size], table.start[size + 1]):
        total = table.bits[number, script, comma if comma < size else 0]
        for place in range(size):
            total += bits[entry_words[first + place], table.role[number, place]]
        slot = KEPT
        while slot > 0 and total > best[slot - 1]:
            slot -= 1
        for later in range(KEPT - 1, slot, -1):
            best[later], order[later] = best[later - 1], order[later - 1]
        if slot < KEPT:
            best[slot], order[slot] = total, number
    for slot in range(KEPT):
        if order[slot] != NO_ORDER:
            behind = best[0] - best[slot]
            if behind > KEPT_WITHIN_BITS:
                order[slot] = NO_ORDER
            else:
                cost[slot] = np.uint8(behind / COST_UNIT_BITS)
