"""Every table that a search needs beside the names themselves."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.lexical import lexical
from paradero.identity.search.orders import Orders, orders
from paradero.identity.search.tables import Bytes, skeleton_table
from paradero.identity.search.weights import Weights, weights
from paradero.identity.search.writing import Writing, writing


class Tables(NamedTuple):
    """The tables, one of each kind."""

    merged: Bytes
    """The sound that stands for each sound in a skeleton."""
    writing: Writing
    orders: Orders
    shares: NDArray[np.float32]
    """Share of people of a name's sex who bear it, by the name's number in the lexicon."""
    weights: Weights


@cache
def tables() -> Tables:
    """Return the shipped tables."""
    return Tables(skeleton_table(), writing(), orders(), lexical().share, weights())
