"""Words as the numbers of their letters, outside of the compiled functions."""

from collections.abc import Iterable
from functools import cache

import numpy as np

from paradero.identity.other_letters import known_letters
from paradero.identity.search.sounding import MOST_LETTERS
from paradero.identity.search.tables import IGNORED, Bytes, character_table

_VOWELS = "aeiouyаеиоуыэюяіїєәөүұ"


def letters_of(word: str) -> list[int]:
    """Return a lower-case word as numbers, as the compiled functions cut it."""
    table = character_table()
    numbers = (int(table[ord(letter)]) for letter in known_letters(word) if ord(letter) < len(table))
    return [number for number in numbers if number not in (0, IGNORED)][:MOST_LETTERS]


def hash_of_letters(numbers: Iterable[int]) -> np.uint64:
    """Return what tells a word from others as the compiled functions cut it."""
    found = 0xCBF29CE484222325
    for number in numbers:
        found = ((found ^ number) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return np.uint64(found)


@cache
def vowel_table() -> Bytes:
    """Return for each letter's number whether it is a vowel."""
    table = np.zeros(256, dtype=np.uint8)
    table[letters_of(_VOWELS)] = 1
    return table
