"""Compiled: how words begin, and what an initial or an abbreviation says of a word."""

import numpy as np

from paradero.identity.beginnings import GLIDE_LETTERS, OTHER_LANGUAGE_BITS
from paradero.identity.search.compiled import inlined
from paradero.identity.search.lexical import Lexical
from paradero.identity.search.tables import VOWELS, Bytes, letter_numbers, sound_numbers
from paradero.identity.search.weights import Weights
from paradero.identity.search.word_tables import (
    AS_BARE,
    AS_OTHER_SHORT,
    AS_SHORT,
    BEGINNING,
    FAMILY,
    FIRST_LETTER,
    GIVEN,
    MOST_NAMES,
    PATRONYMIC,
    Readings,
    Words,
)

OTHER_LETTER_BITS = 1.5
"""How much less an initial says where both sides are in Latin letters and the letters differ: E. for Jewgenij."""
EACH_MORE_BITS = 1.0
"""How much more an abbreviation says for each sound after the first, up to `BEGINNING`."""
DIFFERS, IN_OTHER_LANGUAGE, LESS_ALIKE, ALIKE = 0, 1, 2, 3
_SOUNDS, _LETTERS = np.uint64((1 << FIRST_LETTER) - 1), np.uint64(1 << FIRST_LETTER)
_ANY = np.uint32(0xFFFFFFFF)
_VOWELS = np.uint32(sum(1 << sound for sound in sound_numbers(VOWELS)))
_LAST_PLAIN = 26
"""The number of z; letters with marks come after."""
_A, _E, _U = sound_numbers("aeu")
_GLIDES = tuple(letter_numbers()[letter] for letter in sorted(GLIDE_LETTERS))


@inlined
def _note_names(words: Words, word: int, mask: np.uint64, lexical: Lexical) -> np.uint64:
    """Add how the names begin that a word may be or tell of as a father's; return the first sounds with theirs."""
    own = mask
    for slot in range(MOST_NAMES):
        name = words.name[word, slot]
        if name != -1:
            first = np.uint64(lexical.first[name])
            mask |= first
            if words.kind[word, slot] == AS_SHORT and not own & first:
                words.kind[word, slot] = AS_OTHER_SHORT
            for place in range(BEGINNING):
                words.begins[word, place] |= lexical.begins[name, place]
    father = words.father[word]
    if father != -1:
        for place in range(BEGINNING):
            words.begins[word, place] |= lexical.begins[father, place]
    return mask


@inlined
def note_beginnings(
    words: Words, word: int, letters: Bytes, readings: Readings, begin: int, count: int, lexical: Lexical
) -> None:
    """Note the sounds that a word may begin with; where an initial or abbreviation has no more, any may follow."""
    mask, letter = np.uint64(0), letters[0]
    for reading in range(begin, begin + count):
        if readings.use[reading] == AS_BARE:
            continue
        mask |= np.uint64(1) << np.uint64(readings.sounds[reading, 0])
        for place in range(BEGINNING):
            if place < readings.length[reading]:
                words.begins[word, place] |= np.uint32(1) << np.uint32(readings.sounds[reading, place])
            elif words.initial[word]:
                words.begins[word, place] = _ANY
    mask = _note_names(words, word, mask, lexical)
    if words.initial[word] and len(letters) == 1:
        if letter in _GLIDES:  # a bare y, j or i may begin ya, ye, yu
            mask |= np.uint64((1 << _A) | (1 << _E) | (1 << _U))
        words.begins[word, 0] |= np.uint32(mask & _SOUNDS)
        words.begins[word, 1:] = _ANY
    if letter <= _LAST_PLAIN:
        mask |= np.uint64(1) << np.uint64(FIRST_LETTER + letter)
    words.first[word] = mask


@inlined
def begin_alike(words: Words, one: int, others: Words, other: int) -> tuple[int, int]:
    """Return whether two words begin alike, `DIFFERS` to `ALIKE`, and how many sounds of an abbreviation fit too."""
    both = words.first[one] & others.first[other]
    if both & _SOUNDS:
        latin = words.first[one] >= _LETTERS and others.first[other] >= _LETTERS
        alike = LESS_ALIKE if latin and both < _LETTERS else ALIKE
    else:
        alike = IN_OTHER_LANGUAGE if words.begins[one, 0] & others.begins[other, 0] else DIFFERS
    more = 0
    for place in range(1, BEGINNING):
        short, full = words.begins[one, place], others.begins[other, place]
        if others.initial[other]:
            short, full = full, short
        if _ANY not in (short, full):
            if short & full:
                more += 1
            elif short & _VOWELS or full & ~_VOWELS:
                return DIFFERS, 0
            else:  # a vowel was left out: "Алдр." for Александр
                return min(alike, LESS_ALIKE), 0
    return alike, more


@inlined
def initial_bits(role: int, alike: int, more: int, weights: Weights) -> float:
    """Return what an initial says of a word that begins so far alike."""
    bits = EACH_MORE_BITS * more
    if alike < ALIKE:
        bits -= OTHER_LETTER_BITS if alike == LESS_ALIKE else OTHER_LANGUAGE_BITS
    if role == GIVEN:
        return weights.given_initial + bits if alike else weights.given_initial_differs
    if role == PATRONYMIC:
        return weights.patronymic_initial + bits if alike else weights.patronymic_initial_differs
    return float(weights.differs[FAMILY])
