"""Compiled: what an initial says of a word."""

import numpy as np

from paradero.identity.search.compiled import compiled
from paradero.identity.search.weights import Weights
from paradero.identity.search.word_tables import FAMILY, FIRST_LETTER, GIVEN, PATRONYMIC

OTHER_LETTER_BITS = 1.5
"""How much less an initial says where both sides are in Latin letters and the letters differ: E. for Jewgenij."""
_SOUNDS, _LETTERS = np.uint64((1 << FIRST_LETTER) - 1), np.uint64(1 << FIRST_LETTER)


@compiled
def begin_alike(one: np.uint64, other: np.uint64) -> int:
    """Return how two words begin: 2 alike, 1 with sounds that may be alike and another Latin letter, 0 otherwise."""
    both = one & other
    if not both & _SOUNDS:
        return 0
    return 1 if one >= _LETTERS and other >= _LETTERS and both < _LETTERS else 2


@compiled
def initial_bits(role: int, alike: int, weights: Weights) -> float:
    """Return what an initial says of a word that begins so far alike."""
    less = OTHER_LETTER_BITS if alike == 1 else 0.0
    if role == GIVEN:
        return weights.given_initial - less if alike else weights.given_initial_differs
    if role == PATRONYMIC:
        return weights.patronymic_initial - less if alike else weights.patronymic_initial_differs
    return float(weights.differs[FAMILY])
