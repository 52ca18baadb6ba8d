"""What is known of words, as tables that the compiled functions fill and read."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.beginnings import MOST_SOUNDS as MOST_BEGINNING
from paradero.identity.search.sounding import MOST_SOUNDS
from paradero.identity.search.tables import Bytes, Hashes, Numbers

MOST_READINGS = 16
MOST_NAMES = 6
LEAST_PATRONYMIC = 5
"""No patronymic has fewer sounds."""
AS_WRITTEN, AS_SURNAME, AS_BARE = 1, 2, 4
"""A reading stands for the word as it is written, for a man's surname made of it, or (both) for either; or for a
surname without the particle before it."""
UNUSUAL = 8
"""A reading that the letters seldom have; it costs something to take it."""
FIRST_LETTER = 32
BEGINNING = MOST_BEGINNING
FAMILY, GIVEN, PATRONYMIC = 0, 1, 2
IN_FULL, AS_SHORT, AS_COGNATE, AS_OTHER_SHORT = 0, 1, 2, 3
"""How a word stands for a name of the lexicon; the last is a short form that does not begin as the name does."""


class Roles(NamedTuple):
    """Bits that speak for and against a role; from the model's table of that name."""

    known: NDArray[np.float32]
    """For a given name: listed in full, short, as a cognate."""
    initial: float
    patronymic: float
    unknown_father: float
    no_patronymic: float
    surname_ending: float
    given_as_surname: float
    patronymic_as_surname: float


class Words(NamedTuple):
    """What is known of each word, one row a word; readings apart, one row a reading."""

    name: Numbers
    """Numbers in the lexicon, shape (words, `MOST_NAMES`), -1 where there is none."""
    kind: Bytes
    sex: Bytes
    """Of that name, same shape."""
    father: Numbers
    """The father's name that the word tells as a patronymic, or -1."""
    bits: NDArray[np.float32]
    """What speaks for family name, given name, patronymic, shape (words, 3)."""
    patronymic_sex: Bytes
    surname_sex: Bytes
    """The sex that the ending shows, 0 for none."""
    first: NDArray[np.uint64]
    """The sounds it may begin with, as bits; above `FIRST_LETTER` the Latin letter it does."""
    begins: NDArray[np.uint32]
    """The sounds its first places may have, as any language writes the name, as bits, shape (words, `BEGINNING`)."""
    initial: Bytes
    """Whether it is one letter, or abbreviated."""
    reading_end: NDArray[np.int64]
    """Where each word's readings end."""


class Readings(NamedTuple):
    """The readings of words, one row each."""

    use: Bytes
    """`AS_WRITTEN`, `AS_SURNAME` or both."""
    hashes: Hashes
    length: Bytes
    sounds: Bytes
    """Shape (readings, `MOST_SOUNDS`)."""


def empty(words: int) -> tuple[Words, Readings]:
    """Return tables for that many words, to be filled."""
    most = words * MOST_READINGS
    return (
        Words(
            np.full((words, MOST_NAMES), -1, dtype=np.int32),
            np.zeros((words, MOST_NAMES), dtype=np.uint8),
            np.zeros((words, MOST_NAMES), dtype=np.uint8),
            np.full(words, -1, dtype=np.int32),
            np.zeros((words, 3), dtype=np.float32),
            np.zeros(words, dtype=np.uint8),
            np.zeros(words, dtype=np.uint8),
            np.zeros(words, dtype=np.uint64),
            np.zeros((words, BEGINNING), dtype=np.uint32),
            np.zeros(words, dtype=np.uint8),
            np.zeros(words, dtype=np.int64),
        ),
        Readings(
            np.zeros(most, dtype=np.uint8),
            np.zeros(most, dtype=np.uint64),
            np.zeros(most, dtype=np.uint8),
            np.zeros((most, MOST_SOUNDS), dtype=np.uint8),
        ),
    )


def first_readings(readings: Readings, count: int) -> Readings:
    """Return the rows that are filled, in memory of their own."""
    return Readings(
        readings.use[:count].copy(),
        readings.hashes[:count].copy(),
        readings.length[:count].copy(),
        readings.sounds[:count].copy(),
    )
