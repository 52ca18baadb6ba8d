"""Compiled: texts cut into words, and a word's letters turned into its sounds."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled, inlined
from paradero.identity.search.tables import (
    ABBREVIATED,
    AT_END,
    AT_START,
    COMMA,
    IGNORED,
    NOT_A_LETTER,
    OTHER,
    Bytes,
    Hashes,
    Practices,
)

MOST_WORDS = 5
"""How many words of a name are held."""
MOST_LETTERS = 24
MOST_SOUNDS = 16
_FIRST_HASH = np.uint64(0xCBF29CE484222325)
_HASH_STEP = np.uint64(0x100000001B3)
_A, _E, _I, _O, _U = 1, 4, 7, 12, 17
"""The vowels' numbers among the sounds; a test holds them to the table."""


@compiled
def hash_of(numbers: Bytes, length: int) -> np.uint64:
    """Return a 64-bit hash of the first `length` numbers (FNV-1a, then mixed)."""
    found = _FIRST_HASH
    for place in range(length):
        found = (found ^ np.uint64(numbers[place])) * _HASH_STEP
    found ^= found >> np.uint64(32)
    return found * np.uint64(0x9E3779B97F4A7C15)


class Characters(NamedTuple):
    """What is known of each character below a certain code point."""

    number: Bytes
    lower: NDArray[np.uint32]
    """Its lower-case code point."""
    vowel: Bytes
    """By number: whether a letter is a vowel."""
    after: Hashes
    """Particles that are read as one with the word before them, as `Rows.word_hashes`, sorted; so the others."""
    before: Hashes
    """Particles that are read as one with the word after them."""
    left_out: Hashes
    """Particles that are not read where a word follows."""


class Rows(NamedTuple):
    """Words as they are cut; room for as many as there may be."""

    letters: Bytes
    """The letters of all words as numbers."""
    word_ends: NDArray[np.int64]
    """Where each word's letters end."""
    word_hashes: Hashes
    """What tells one word from another."""
    text_ends: NDArray[np.int64]
    """The number of words up to and with each text."""
    commas: NDArray[np.int8]
    """How many words stand before the first comma; 0 without one."""


@compiled
def _exactly(number: int, point: int, characters: Characters) -> np.uint64:
    """Return what tells a letter from others: its number, or where it has none its code point in lower case."""
    if number != OTHER:
        return np.uint64(number)
    return np.uint64(characters.lower[point] if point < len(characters.lower) else point)


@compiled
def _number_of(point: np.uint32, characters: Characters) -> int:
    return characters.number[point] if point < len(characters.number) else OTHER


@compiled
def is_among(keys: Hashes, key: np.uint64) -> bool:
    """Tell whether a hash is among sorted ones."""
    at = np.searchsorted(keys, key)
    return at < len(keys) and keys[at] == key


@compiled
def _join(rows: Rows, words: int, filled: int, key: np.uint64) -> None:
    """Make one word of the last one and the letters after it."""
    start = rows.word_ends[words - 2] if words > 1 else 0
    rows.word_ends[words - 1] = min(filled, start + MOST_LETTERS)
    rows.word_hashes[words - 1] = key


@compiled
def _replace(rows: Rows, words: int, filled: int, key: np.uint64) -> None:
    """Put the letters after the last word into its place."""
    start = rows.word_ends[words - 2] if words > 1 else 0
    began = rows.word_ends[words - 1]
    for step in range(filled - began):
        rows.letters[start + step] = rows.letters[began + step]
    rows.word_ends[words - 1] = start + filled - began
    rows.word_hashes[words - 1] = key


_NEITHER, _BEFORE, _LEFT_OUT = 0, 1, 2
_FULL_STOP = 46
MOST_ABBREVIATED = 5
"""An abbreviated word has at most so many letters, and one less where nothing follows it."""


@compiled
def _is_abbreviated(rows: Rows, began: int, filled: int, characters: Characters, words: int, follows: int) -> bool:
    """Tell whether a word before a full stop is an abbreviated name: "Бор." is Борисович, "Ким." ends a sentence."""
    length = filled - began
    most = MOST_ABBREVIATED if follows else MOST_ABBREVIATED - 1
    return 1 < length <= most and (follows or words > 1) and not characters.vowel[rows.letters[filled - 1]]


@compiled
def _keep_word(
    rows: Rows,
    words: int,
    first: int,
    filled: int,
    keys: tuple[np.uint64, np.uint64],
    held: int,
    characters: Characters,
) -> tuple[int, int]:
    """Keep the letters after the last word as a word, or as one with it; return how many words there are, and `held`.

    `keys` tell the word from others alone and joined with the last one; `held` says which particle the last word is.
    """
    alone, joined = keys
    if words > first and (held == _BEFORE or is_among(characters.after, alone)):
        _join(rows, words, filled, joined)
        return words, _NEITHER
    if words > first and held == _LEFT_OUT:
        _replace(rows, words, filled, alone)
    elif words - first < MOST_WORDS:
        rows.word_ends[words], rows.word_hashes[words] = filled, alone
        words += 1
    else:
        return words, _NEITHER
    if is_among(characters.before, alone):
        return words, _BEFORE
    return words, _LEFT_OUT if is_among(characters.left_out, alone) else _NEITHER


@compiled
def _last_letter(points: NDArray[np.uint32], place: int, end: int, characters: Characters) -> int:
    """Return where the letters of a text end."""
    while end > place and _number_of(points[end - 1], characters) in (NOT_A_LETTER, COMMA):
        end -= 1
    return end


@compiled
def _cut_text(
    points: NDArray[np.uint32], place: int, end: int, characters: Characters, words: int, rows: Rows
) -> tuple[int, int]:
    """Write the words of a text after those that are there; return how many there are then, and before the comma."""
    first, comma, held = words, 0, _NEITHER
    began = rows.word_ends[words - 1] if words else 0
    filled, alone, joined = began, _FIRST_HASH, _FIRST_HASH
    stop = _last_letter(points, place, end, characters)
    while place <= end:
        point = points[place] if place < end else np.uint32(0)
        number = _number_of(point, characters)
        place += 1
        if number in (NOT_A_LETTER, COMMA):
            if filled > began:
                follows = 1 if place < stop else 0
                if point == _FULL_STOP and _is_abbreviated(rows, began, filled, characters, words - first, follows):
                    rows.letters[filled] = ABBREVIATED
                    filled, alone = filled + 1, (alone ^ np.uint64(ABBREVIATED)) * _HASH_STEP
                words, held = _keep_word(rows, words, first, filled, (alone, joined), held, characters)
                began = rows.word_ends[words - 1]
            if number == COMMA:
                held, comma = _NEITHER, comma or words - first
            filled, alone = began, _FIRST_HASH
            joined = rows.word_hashes[words - 1] if words > first else _FIRST_HASH
        elif number != IGNORED and filled - began < MOST_LETTERS:
            rows.letters[filled] = number
            letter = _exactly(number, point, characters)
            filled, alone, joined = filled + 1, (alone ^ letter) * _HASH_STEP, (joined ^ letter) * _HASH_STEP
    return words, comma


@compiled
def cut(points: NDArray[np.uint32], ends: NDArray[np.int64], characters: Characters, rows: Rows) -> int:
    """Cut texts, given as code points with where each ends, into words and return how many there are."""
    words, place = 0, 0
    for text in range(len(ends)):
        words, comma = _cut_text(points, place, ends[text], characters, words, rows)
        rows.text_ends[text], rows.commas[text], place = words, comma, ends[text]
    return words


@compiled
def _push(sounds: Bytes, count: int, sound: int) -> int:
    """Append a sound and return the new count: doubled sounds are one, and an i before a vowel is dropped."""
    if count and sounds[count - 1] == sound:
        return count
    if count and sounds[count - 1] == _I and sound in (_A, _E, _O, _U):
        count -= 1
        if count and sounds[count - 1] == sound:
            return count
    if count < MOST_SOUNDS:
        sounds[count] = sound
        return count + 1
    return count


@compiled
def _fits(practices: Practices, rule: int, letters: Bytes, place: int, first: int, last: int) -> bool:
    length = practices.length[rule]
    if place + length > last:
        return False
    for step in range(1, length):
        if practices.pattern[rule, step] != letters[place + step]:
            return False
    edges = practices.edges[rule]
    if (edges & AT_END and place + length != last) or (edges & AT_START and place != first):
        return False
    if practices.before[rule]:
        if place + length >= last:
            return False
        follows = np.uint64(letters[place + length] % 64)
        return (practices.before[rule] >> follows) & np.uint64(1) != 0
    return True


@inlined
def sound_out(letters: Bytes, first: int, last: int, practices: Practices, practice: int, sounds: Bytes) -> int:
    """Write the sounds of the letters from `first` to `last` under one practice and return how many they are."""
    count, place = 0, first
    while place < last:
        letter = letters[place]
        step = 1
        if letter < len(practices.start[practice]) - 1:
            for rule in range(practices.start[practice, letter], practices.start[practice, letter + 1]):
                if _fits(practices, rule, letters, place, first, last):
                    for sound in range(practices.sound_count[rule]):
                        count = _push(sounds, count, practices.sounds[rule, sound])
                    step = practices.length[rule]
                    break
        place += step
    return count


@compiled
def skeleton_of(sounds: Bytes, count: int, merged: Bytes, out: Bytes) -> int:
    """Write a reading with the sounds merged that change between languages and return its length."""
    for place in range(count):
        out[place] = merged[sounds[place]]
    return count
