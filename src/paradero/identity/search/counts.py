"""How many of the names that are held sound like a word that is asked for."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.asked import Asked
from paradero.identity.search.compiled import compiled
from paradero.identity.search.segment import Segment
from paradero.identity.search.word_tables import AS_SURNAME, AS_WRITTEN


class Counts(NamedTuple):
    """Counts over all names that are held."""

    people: float
    surname: NDArray[np.float64]
    """Names that hold a word which sounds like each asked word as a family name; by its commonest reading."""
    given: NDArray[np.float64]
    name: NDArray[np.float64]
    """Names that hold a word which may be each name of the lexicon."""
    father: NDArray[np.float64]
    symbol: NDArray[np.float64]
    """Names that hold a word of each symbol that is asked for."""


@compiled
def count_held(segment: Segment, asked: Asked, surname: NDArray[np.float64], given: NDArray[np.float64]) -> None:
    """Add how many names of a segment sound like each asked word."""
    begin = 0
    for word in range(len(asked.hashes)):
        most_surname, most_given = 0, 0
        for reading in range(begin, asked.words.reading_end[word]):
            key = asked.readings.hashes[reading]
            at = np.searchsorted(segment.code, key)
            if at < len(segment.code) and segment.code[at] == key:
                if asked.readings.use[reading] & AS_SURNAME:
                    most_surname = max(most_surname, segment.code_frequency[at])
                if asked.readings.use[reading] & AS_WRITTEN:
                    most_given = max(most_given, segment.code_frequency[at])
        surname[word] += most_surname
        given[word] += most_given
        begin = asked.words.reading_end[word]
