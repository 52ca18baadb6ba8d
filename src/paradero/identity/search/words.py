"""Compiled: what each word of a name may sound like, which name it may be, and what speaks for each role."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.roles import COMMON_SHARE, LEAST_LISTED_BITS
from paradero.identity.search.compiled import compiled, inlined
from paradero.identity.search.initials import note_beginnings
from paradero.identity.search.lexical import FEMALE, MALE, Lexical
from paradero.identity.search.patronymic_sounds import (
    SURE,
    add_reading,
    add_slavic,
    bare_from,
    may_end_in_k,
    patronymic_of,
    says_son,
)
from paradero.identity.search.sounding import MOST_LETTERS, MOST_SOUNDS, hash_of, sound_out
from paradero.identity.search.tables import (
    ABBREVIATED,
    FIRST_CYRILLIC,
    KNOWN_LETTERS,
    LONGEST_MARK,
    Bytes,
    Hashes,
    Practices,
    letter_numbers,
    sound_numbers,
)
from paradero.identity.search.word_tables import (
    AS_BARE,
    AS_COGNATE,
    AS_SURNAME,
    AS_WRITTEN,
    FAMILY,
    GIVEN,
    MOST_NAMES,
    PATRONYMIC,
    UNUSUAL,
    Readings,
    Roles,
    Words,
)

_SHORT_U = letter_numbers()["ў"]
_A, _E, _I, _N, _O, _U = sound_numbers("aeinou")


@compiled
def _place(keys: Hashes, key: np.uint64) -> int:
    at = np.searchsorted(keys, key)
    return at if at < len(keys) and keys[at] == key else -1


@inlined
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


@inlined
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


@inlined
def _read_father(words: Words, word: int, sounds: Bytes, length: int, by_letters: int, lexical: Lexical) -> None:
    """Note the father's name that a patronymic tells by its sounds."""
    len_in = 2
    sex, ending, sure = patronymic_of(sounds, length, by_letters)
    if sex == 0:
        return
    stem, longer = length - ending, -1
    if may_end_in_k(sounds, length):
        longer = _place(lexical.father, hash_of(sounds, stem + 1))
    while stem > 0 and sounds[stem - 1] in (_A, _E, _I, _O, _U):
        stem -= 1
    at = longer if longer != -1 or stem == 0 else _place(lexical.father, hash_of(sounds, stem))
    if at == -1 and stem > len_in and sounds[stem - 1] == _N and sounds[stem - 2] == _I:
        at = _place(lexical.father, hash_of(sounds, stem - 2))
    if at != -1 and words.father[word] == -1:
        words.father[word] = lexical.father_name[at]
    if at != -1 or sure == SURE:
        words.patronymic_sex[word] |= sex


@inlined
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


@inlined
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
def _is_cyrillic(letters: Bytes) -> bool:
    """Tell whether a word is written in Cyrillic, by its first letter that is known."""
    for letter in letters:
        if letter < KNOWN_LETTERS:
            return letter >= FIRST_CYRILLIC
    return False


@inlined
def _may_be(letters: Bytes, practices: Practices, practice: int) -> bool:
    """Tell whether a word may be written by a practice: where the practice has marks, the word holds one."""
    first, last = practices.mark_start[practice], practices.mark_start[practice + 1]
    for row in range(first, last):
        begins = len(letters) if practices.mark_at_start[row] == 0 else 1
        for place in range(begins):
            step = 0
            while step < LONGEST_MARK and practices.mark[row, step] != 0:
                if place + step >= len(letters) or letters[place + step] != practices.mark[row, step]:
                    break
                step += 1
            if step == LONGEST_MARK or practices.mark[row, step] == 0:
                return True
    return first == last


@compiled
def _add_readings(
    letters: Bytes, practices: Practices, use: int, readings: Readings, begin: int, count: int, sounds: Bytes
) -> int:
    """Add what a word sounds like under each practice it may be written by, and return the count."""
    for practice in range(len(practices.start)):
        if not _may_be(letters, practices, practice):
            continue
        length = sound_out(letters, 0, len(letters), practices, practice, sounds)
        unusual = UNUSUAL if practices.unusual[practice] else 0
        count = add_reading(readings, begin, count, sounds, length, use | unusual)
        bare = bare_from(sounds, length)
        if bare:
            count = add_reading(readings, begin, count, sounds[bare:], length - bare, AS_BARE)
    return count


@inlined
def _read_fathers(
    words: Words, word: int, readings: Readings, begin: int, count: int, by_letters: int, lexical: Lexical, room: Bytes
) -> int:
    """Note the father told of in any reading; return how many readings there are then. `by_letters`: as `says_son`."""
    for reading in range(begin, begin + count):
        length = readings.length[reading]
        if readings.use[reading] & AS_WRITTEN:
            _read_father(words, word, readings.sounds[reading], length, by_letters, lexical)
            room[:length] = readings.sounds[reading, :length]
            count = add_slavic(readings, begin, count, room, length, by_letters)
    return count


@inlined
def _read_surname(words: Words, word: int, letters: Bytes, masculine: Bytes, lexical: Lexical) -> int:
    """Note the sex that a word's ending shows as a surname; return how many letters it has as a man's, or 0."""
    bent = _as_masculine(letters, 0, len(letters), lexical, masculine)
    if bent:
        # A woman is Іванава beside Іванаў, and a man may be a Кварацхава.
        words.surname_sex[word] = 0 if masculine[bent - 1] == _SHORT_U else FEMALE
        return bent
    for ending in range(len(lexical.man_length)):
        if _ends_with(letters, len(letters), lexical.man[ending], lexical.man_length[ending], 0):
            words.surname_sex[word] = MALE
    return 0


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
        own = letters[first : word_ends[word]]
        in_cyrillic = 1 if _is_cyrillic(own) else 0
        practices = cyrillic if in_cyrillic else latin
        listed = _place(lexical.patronymic, hashes[word])
        if listed != -1:
            words.father[word] = lexical.patronymic_name[listed]
        abbreviated = own[len(own) - 1] == ABBREVIATED
        words.initial[word] = len(own) == 1 or abbreviated
        use = 0 if abbreviated else AS_WRITTEN | AS_SURNAME
        count = _add_readings(own, practices, use, readings, total, 0, sounds)
        count = _read_fathers(words, word, readings, total, count, says_son(own, in_cyrillic), lexical, sounds)
        bent = _read_surname(words, word, own, masculine, lexical)
        if bent:
            count = _add_readings(masculine[:bent], practices, AS_SURNAME, readings, total, count, sounds)
        if not words.initial[word]:
            _read_names(words, word, readings, total, count, _place(lexical.text, hashes[word]), lexical)
        _weigh(words, word, readings, total, count, lexical, roles)
        note_beginnings(words, word, own, readings, total, count, lexical)
        total += count
        words.reading_end[word] = total
        first = word_ends[word]
    return total
