"""Compiled: what each word of a name may sound like, which name it may be, and what speaks for each role."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.roles import COMMON_SHARE, LEAST_LISTED_BITS
from paradero.identity.search.compiled import compiled
from paradero.identity.search.lexical import FEMALE, MALE, Lexical
from paradero.identity.search.sounding import MOST_LETTERS, MOST_SOUNDS, hash_of, sound_out
from paradero.identity.search.tables import FIRST_CYRILLIC, KNOWN_LETTERS, Bytes, Hashes, Practices, letter_numbers
from paradero.identity.search.word_tables import (
    AS_COGNATE,
    AS_SURNAME,
    AS_WRITTEN,
    FAMILY,
    GIVEN,
    LEAST_PATRONYMIC,
    MOST_NAMES,
    MOST_READINGS,
    PATRONYMIC,
    Readings,
    Roles,
    Words,
)

_DOTTED_I, _SHORT_U, _D, _Z = (letter_numbers()[letter] for letter in "іўдз")
_A, _E, _I, _O, _V, _N, _L = 1, 4, 7, 12, 18, 11, 9
_C_TS, _X, _CH, _SH = 21, 19, 22, 23


@compiled
def _place(keys: Hashes, key: np.uint64) -> int:
    at = np.searchsorted(keys, key)
    return at if at < len(keys) and keys[at] == key else -1


@compiled
def _add_name(words: Words, word: int, name: int, kind: int, sex: int) -> None:
    for slot in range(MOST_NAMES):
        if words.name[word, slot] == name:
            words.kind[word, slot] = min(words.kind[word, slot], kind)
            words.sex[word, slot] |= sex
            return
        if words.name[word, slot] == -1:
            words.name[word, slot], words.kind[word, slot], words.sex[word, slot] = name, kind, sex
            return


@compiled
def _ends_with(numbers: Bytes, last: int, ending: Bytes, length: int, first: int) -> bool:
    if last - first < length:
        return False
    differing = 0
    for step in range(length):
        differing += numbers[last - length + step] != ending[step]
    return differing == 0


@compiled
def _add_reading(readings: Readings, begin: int, count: int, sounds: Bytes, length: int, use: int) -> int:
    """Put a reading into the rows from `begin`, of which `count` are taken, unless it is there; return the count."""
    if length == 0:
        return count
    key = hash_of(sounds, length)
    for row in range(begin, begin + count):
        if readings.hashes[row] == key:
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
def _as_masculine(letters: Bytes, first: int, last: int, lexical: Lexical, out: Bytes) -> int:
    """Write a woman's surname as a man's and return its length; 0 where the ending is no woman's."""
    for ending in range(len(lexical.feminine_length)):
        length = lexical.feminine_length[ending]
        if last - first < length + 2 or not _ends_with(letters, last, lexical.feminine[ending], length, first):
            continue
        stem = last - first - length
        for place in range(stem):
            out[place] = letters[first + place]
        for step in range(lexical.masculine_length[ending]):
            if stem + step < MOST_LETTERS:
                out[stem + step] = lexical.masculine[ending, step]
        return min(MOST_LETTERS, stem + lexical.masculine_length[ending])
    return 0


@compiled
def _patronymic(sounds: Bytes, length: int) -> tuple[int, int]:
    """Return the sex a patronymic's ending shows, 0 for no patronymic, and how many sounds the ending has."""
    if length >= LEAST_PATRONYMIC:
        last, vowel = sounds[length - 1], sounds[length - 4]
        if (last in (_CH, _C_TS, _X, _SH)) and sounds[length - 2] == _I:
            if sounds[length - 3] == _V and vowel in (_A, _E, _I, _O):
                return MALE, 4
            if sounds[length - 3] == _L and vowel == _I:
                return MALE, 2
        if last == _A and sounds[length - 2] == _N:
            if sounds[length - 3] == _V and vowel in (_A, _E, _I, _O):
                return FEMALE, 4
            if sounds[length - 3] == _CH and sounds[length - 4] == _I:
                return FEMALE, 4
    return 0, 0


@compiled
def _read_father(words: Words, word: int, sounds: Bytes, length: int, lexical: Lexical) -> None:
    """Note the father's name that a patronymic tells by its sounds."""
    len_in = 2
    sex, ending = _patronymic(sounds, length)
    if sex == 0:
        return
    words.patronymic_sex[word] |= sex
    stem = length - ending
    while stem > 0 and sounds[stem - 1] in (_A, _E, _I, _O, 17):
        stem -= 1
    at = _place(lexical.father, hash_of(sounds, stem)) if stem > 0 else -1
    if at == -1 and stem > len_in and sounds[stem - 1] == _N and sounds[stem - 2] == _I:
        at = _place(lexical.father, hash_of(sounds, stem - 2))
    if at != -1 and words.father[word] == -1:
        words.father[word] = lexical.father_name[at]


@compiled
def _read_names(
    words: Words, word: int, readings: Readings, begin: int, count: int, text: int, lexical: Lexical
) -> None:
    """Note the names of the lexicon that a word may be: by its letters, and else by its sound."""
    if text != -1:
        for row in range(lexical.text_start[text], lexical.text_start[text + 1]):
            _add_name(words, word, lexical.text_name[row], lexical.text_kind[row], lexical.text_sex[row])
        if lexical.text_settled[text]:
            return
    for reading in range(begin, begin + count):
        if not readings.use[reading] & AS_WRITTEN:
            continue
        at = _place(lexical.sound, readings.hashes[reading])
        if at != -1:
            for row in range(lexical.sound_start[at], lexical.sound_start[at + 1]):
                if lexical.sound_kind[row] != AS_COGNATE:
                    _add_name(words, word, lexical.sound_name[row], lexical.sound_kind[row], lexical.sound_sex[row])


@compiled
def _weigh(words: Words, word: int, readings: Readings, begin: int, count: int, lexical: Lexical, roles: Roles) -> None:
    """Note what speaks for each role of a word."""
    given, family, patronymic = np.float32(0.0), np.float32(0.0), np.float32(roles.no_patronymic)
    if words.initial[word]:
        words.bits[word, FAMILY], words.bits[word, GIVEN], words.bits[word, PATRONYMIC] = (
            roles.no_patronymic,
            roles.initial,
            2.0,
        )
        return
    listed = words.name[word, 0] != -1
    for slot in range(MOST_NAMES):
        if words.name[word, slot] != -1:
            rare = max(0.0, 0.5 * np.log2(COMMON_SHARE / lexical.share[words.name[word, slot]]))
            bits = max(LEAST_LISTED_BITS, roles.known[words.kind[word, slot]] - rare)
            given = max(given, np.float32(bits))
    if words.patronymic_sex[word]:
        patronymic = roles.patronymic if words.father[word] != -1 else roles.unknown_father
        family += roles.patronymic_as_surname
        given = given if listed else roles.patronymic_as_surname
    typical = words.surname_sex[word] != 0
    for reading in range(begin, begin + count):
        for ending in range(len(lexical.surname_length)):
            length = lexical.surname_length[ending]
            if readings.length[reading] > length + 1 and _ends_with(
                readings.sounds[reading], readings.length[reading], lexical.surname[ending], length, 0
            ):
                typical = True
    family += roles.surname_ending if typical else 0.0
    family += roles.given_as_surname if listed else 0.0
    words.bits[word, FAMILY], words.bits[word, GIVEN], words.bits[word, PATRONYMIC] = family, given, patronymic


@compiled
def _note_firsts(
    words: Words, word: int, letter: int, readings: Readings, begin: int, count: int, lexical: Lexical
) -> None:
    mask = np.uint32(0)
    for reading in range(begin, begin + count):
        mask |= np.uint32(1) << np.uint32(readings.sounds[reading, 0])
    for slot in range(MOST_NAMES):
        if words.name[word, slot] != -1:
            mask |= lexical.first[words.name[word, slot]]
    if words.initial[word] and letter in (25, 10, 9):  # a bare y, j or i may begin ya, ye, yu
        mask |= np.uint32((1 << _A) | (1 << _E) | (1 << 17))
    words.first[word] = mask


@compiled
def _is_cyrillic(letters: Bytes) -> bool:
    """Tell whether a word is written in Cyrillic, by its first letter that is known."""
    for letter in letters:
        if letter < KNOWN_LETTERS:
            return letter >= FIRST_CYRILLIC
    return False


@compiled
def _how_many(letters: Bytes, practices: Practices) -> int:
    """Return how many practices a word may be written by: Belarusian only where its letters may be."""
    if not _is_cyrillic(letters):
        return len(practices.start)
    for place in range(len(letters)):
        if letters[place] in (_DOTTED_I, _SHORT_U):
            return 2
        if place and letters[place - 1] == _D and letters[place] == _Z:
            return 2
    return 1


@compiled
def analyse(
    letters: Bytes,
    word_ends: NDArray[np.int64],
    hashes: Hashes,
    latin: Practices,
    cyrillic: Practices,
    lexical: Lexical,
    roles: Roles,
    words: Words,
    readings: Readings,
) -> int:
    """Fill the tables for every word and return how many readings there are."""
    sounds, masculine = np.zeros(MOST_SOUNDS, dtype=np.uint8), np.zeros(MOST_LETTERS, dtype=np.uint8)
    total, first = 0, 0
    for word in range(len(word_ends)):
        last = word_ends[word]
        practices = cyrillic if _is_cyrillic(letters[first:last]) else latin
        bent = _as_masculine(letters, first, last, lexical, masculine)
        listed = _place(lexical.patronymic, hashes[word])
        if listed != -1:
            words.father[word] = lexical.patronymic_name[listed]
        count = 0
        as_written = AS_WRITTEN if bent else AS_WRITTEN | AS_SURNAME
        tried = _how_many(letters[first:last], practices)
        for practice in range(tried):
            length = sound_out(letters, first, last, practices, practice, sounds)
            count = _add_reading(readings, total, count, sounds, length, as_written)
            _read_father(words, word, sounds, length, lexical)
        if bent:
            words.surname_sex[word] = FEMALE
            for practice in range(tried):
                length = sound_out(masculine, 0, bent, practices, practice, sounds)
                count = _add_reading(readings, total, count, sounds, length, AS_SURNAME)
        else:
            for ending in range(len(lexical.man_length)):
                if _ends_with(letters, last, lexical.man[ending], lexical.man_length[ending], first):
                    words.surname_sex[word] = MALE
        words.initial[word] = last - first == 1
        _read_names(words, word, readings, total, count, _place(lexical.text, hashes[word]), lexical)
        _weigh(words, word, readings, total, count, lexical, roles)
        _note_firsts(words, word, letters[first], readings, total, count, lexical)
        total += count
        words.reading_end[word] = total
        first = last
    return total
