"""Names as they are asked for."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.cutting import cut_texts
from paradero.identity.search.segment import analysed, ways_to_read
from paradero.identity.search.symbols import NameSymbols, word_symbols
from paradero.identity.search.tables import Bytes, Hashes
from paradero.identity.search.word_tables import Readings, Words


class Asked(NamedTuple):
    """Names to be asked for, as words."""

    words: Words
    readings: Readings
    hashes: Hashes
    letters: Bytes
    letter_end: NDArray[np.int64]
    start: NDArray[np.int64]
    """Where the words of each asked name begin; one more at the end."""
    order: Bytes
    cost: Bytes
    sex: Bytes
    symbol_start: NDArray[np.int64]
    """Where the symbols of each word begin; one more at the end."""
    symbol: NDArray[np.int64]


def asked_for(names: Sequence[str], symbols: NameSymbols | None = None) -> Asked:
    """Return names as they are asked for."""
    every = cut_texts(names)
    words, readings = analysed(every)
    start = np.concatenate([[0], every.entry_end])
    ways = ways_to_read(every, words)
    by_table = word_symbols(names, every.hashes, symbols)
    return Asked(words, readings, every.hashes, every.letters, every.word_ends, start, *ways, *by_table)
