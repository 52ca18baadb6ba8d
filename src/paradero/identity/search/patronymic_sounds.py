"""Compiled: what the sounds of a word tell of a father's name, and of a particle before a family name."""

from paradero.identity.search.compiled import compiled
from paradero.identity.search.lexical import FEMALE, MALE
from paradero.identity.search.sounding import MOST_SOUNDS, hash_of
from paradero.identity.search.tables import Bytes, letter_numbers, sound_numbers
from paradero.identity.search.word_tables import (
    AS_WRITTEN,
    LEAST_PATRONYMIC,
    MOST_READINGS,
    UNUSUAL,
    Readings,
)

_A, _E, _G, _I, _K, _L, _N, _O, _R, _T, _U, _V, _X, _Z, _TS, _CH, _SH = sound_numbers("aegiklnortuvxzcCS")
_LEAST_WITH_PARTICLE = 8
_LEAST_SON = 8
_LETTER_U, _LETTER_L, _LETTER_Y, _DOTLESS = (letter_numbers()[letter] for letter in "ulyı")
SURE, ONLY_OF_A_FATHER = 1, 0
"""A patronymic by its ending alone, or only where the rest is a father's name that we know."""


@compiled
def add_reading(readings: Readings, begin: int, count: int, sounds: Bytes, length: int, use: int) -> int:
    """Put a reading into the rows from `begin`, of which `count` are taken, unless it is there; return the count."""
    if length == 0:
        return count
    key = hash_of(sounds, length)
    for row in range(begin, begin + count):
        if readings.hashes[row] == key:
            if readings.use[row] & UNUSUAL == use & UNUSUAL:
                readings.use[row] |= use
            return count
    if count == MOST_READINGS:
        return count
    row = begin + count
    readings.use[row], readings.hashes[row], readings.length[row] = use, key, length
    for place in range(length):
        readings.sounds[row, place] = sounds[place]
    return count + 1


@compiled
def _slavic(last: int, before: int, third: int, vowel: int) -> tuple[int, int]:
    """Return the sex that a Slavic patronymic's last four sounds show, 0 for none, and how many are its ending."""
    after_vowel = third == _V and vowel in (_A, _E, _I, _O)
    if last in (_CH, _TS, _X, _SH) and before == _I and (after_vowel or (third == _L and vowel == _I)):
        return MALE, 4 if after_vowel else 2
    if last == _A and before == _N and (after_vowel or (third == _CH and vowel == _I)):
        return FEMALE, 4
    return 0, 0


@compiled
def patronymic_of(sounds: Bytes, length: int, by_letters: int) -> tuple[int, int, int]:
    """Return the sex a patronymic's ending shows, 0 for no patronymic, how long the ending is, and how sure it is.

    `by_letters` tells whether "uli" at the end is the Turkic word for a son by its letters.
    """
    if length < LEAST_PATRONYMIC:
        return 0, 0, SURE
    last, before, third, vowel = sounds[length - 1], sounds[length - 2], sounds[length - 3], sounds[length - 4]
    sex, ending = _slavic(last, before, third, vowel)
    if sex == 0 and last == _I and before == _Z and third == _I and vowel in (_K, _G, _X):
        return FEMALE, 4, SURE
    if last in (_I, _U) and before == _L:
        if third == _G and vowel in (_O, _U):
            return MALE, 4, SURE
        if third == _U and length > LEAST_PATRONYMIC:
            # "Серікұлы" tells of a father, "Имамкули" and "Физули" are names of their own.
            own = vowel in (_K, _G) and sounds[length - 5] not in (_E, _I)
            return MALE, 3, SURE if by_letters and not own and length >= _LEAST_SON else ONLY_OF_A_FATHER
    return sex, ending, SURE


@compiled
def says_son(letters: Bytes, cyrillic: int) -> int:
    """Tell whether "uli" at the end of a word is a son: Серікұлы and Säkenūly, but not Garibuli."""
    last = len(letters) - 1
    if cyrillic or last < _LEAST_SON - 1:
        return cyrillic
    son = letters[last - 2] == _LETTER_U and letters[last - 1] == _LETTER_L and letters[last] in (_LETTER_Y, _DOTLESS)
    return 1 if son else 0


@compiled
def may_end_in_k(sounds: Bytes, length: int) -> bool:
    """Tell whether the first sound of "daughter" may be the father's last one too: Tofiq qızı."""
    return sounds[length - 1] == _I and sounds[length - 2] == _Z and sounds[length - 5] in (_A, _E, _I, _O, _U)


@compiled
def _add_slavic(readings: Readings, begin: int, count: int, sounds: Bytes, length: int, sex: int) -> int:
    """Add what a father's name of that length gives as a patronymic, writing it over the sounds; return the count."""
    if length + 4 > MOST_SOUNDS:
        return count
    vowel = sounds[length - 1] in (_A, _E, _I, _O, _U)
    length -= sounds[length - 1] == _I
    length -= vowel and sounds[length - 1] == _E
    sounds[length], sounds[length + 1] = _E if vowel else _O, _V
    sounds[length + 2] = _I if sex == MALE else _N
    sounds[length + 3] = _CH if sex == MALE else _A
    return add_reading(readings, begin, count, sounds, length + 4, AS_WRITTEN)


@compiled
def add_slavic(readings: Readings, begin: int, count: int, sounds: Bytes, length: int, by_letters: int) -> int:
    """Add what a Turkic patronymic is in Russian: Заманбекұлы is Заманбекович; return the count."""
    sex, ending, sure = patronymic_of(sounds, length, by_letters)
    if sex == 0 or sure != SURE or sounds[length - 1] in (_A, _CH, _TS, _X, _SH):
        return count
    consonant, father_s_too = sounds[length - ending], sex == FEMALE and may_end_in_k(sounds, length)
    count = _add_slavic(readings, begin, count, sounds, length - ending, sex)
    if father_s_too:
        sounds[length - ending] = consonant
        count = _add_slavic(readings, begin, count, sounds, length - ending + 1, sex)
    return count


@compiled
def bare_from(sounds: Bytes, length: int) -> int:
    """Return where a surname begins without the particle before it, in sounds: "terpogosan"; 0 where it has none."""
    if length < _LEAST_WITH_PARTICLE or sounds[0] != _T or sounds[1] != _E or sounds[2] != _R:
        return 0
    last, before = sounds[length - 1], sounds[length - 2]
    return 3 if (last == _N and before == _A) or (last == _V and before == _O) else 0
