"""Compiled: what lies between two readings, in bits."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.tables import Bytes

FAR = np.float32(1e6)


@compiled
def reading_cost(
    one: Bytes,
    one_length: int,
    other: Bytes,
    other_length: int,
    substitution: NDArray[np.float32],
    gap: NDArray[np.float32],
    swap: float,
    most: float,
    table: NDArray[np.float32],
) -> float:
    """Return the least cost of turning one reading into the other, or more than `most` as soon as that is sure.

    `table` is room for the work, shape (17, 17). Neighbouring sounds may change places for `swap` bits.
    Source: Damerau (1964), in the restricted form of optimal string alignment, with costs by sound.
    """
    table[0, 0] = 0.0
    for column in range(other_length):
        table[0, column + 1] = table[0, column] + gap[other[column]]
    for row in range(one_length):
        table[row + 1, 0] = table[row, 0] + gap[one[row]]
        least = table[row + 1, 0]
        for column in range(other_length):
            best = table[row, column] + substitution[one[row], other[column]]
            best = min(best, table[row, column + 1] + gap[one[row]])
            best = min(best, table[row + 1, column] + gap[other[column]])
            if row and column and one[row] == other[column - 1] and one[row - 1] == other[column]:
                best = min(best, table[row - 1, column - 1] + np.float32(swap))
            table[row + 1, column + 1] = best
            least = min(least, best)
        if least > most and row:
            return least
    return table[one_length, other_length]
