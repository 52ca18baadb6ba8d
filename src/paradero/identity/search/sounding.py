"""Compiled: texts cut into words, and a word's letters turned into its sounds."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.tables import COMMA, IGNORED, NOT_A_LETTER, OTHER, Bytes, Practices

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


@compiled
def cut(
    points: NDArray[np.uint32],
    ends: NDArray[np.int64],
    characters: Bytes,
    lower: NDArray[np.uint32],
    letters: Bytes,
    word_ends: NDArray[np.int64],
    word_hashes: NDArray[np.uint64],
    text_ends: NDArray[np.int64],
    commas: NDArray[np.int8],
) -> int:
    """Cut texts into words and return how many there are.

    Args:
        points: Code points of all texts, one after the other.
        ends: Where each text ends.
        characters: Number of each character below its length.
        lower: Lower-case code point of the same characters.
        letters: Out: the words' letters as numbers.
        word_ends: Out: where each word's letters end.
        word_hashes: Out: what tells one word from another.
        text_ends: Out: the number of words up to and with each text.
        commas: Out: how many words stand before the first comma; 0 without one.
    """
    words, place, filled = 0, 0, 0
    for text in range(len(ends)):
        first, began, found = words, filled, _FIRST_HASH
        commas[text] = 0
        while place <= ends[text]:
            point = points[place] if place < ends[text] else np.uint32(32)
            number = characters[point] if point < len(characters) else OTHER
            if number == IGNORED:
                place += 1
                continue
            if number in (NOT_A_LETTER, COMMA):
                if filled > began:
                    if words - first < MOST_WORDS:
                        word_ends[words], word_hashes[words] = filled, found
                        words += 1
                    else:
                        filled = began
                if number == COMMA and commas[text] == 0:
                    commas[text] = words - first
                began, found = filled, _FIRST_HASH
            elif filled - began < MOST_LETTERS:
                letters[filled] = number
                filled += 1
                exact = (
                    np.uint64(number) if number != OTHER else np.uint64(lower[point] if point < len(lower) else point)
                )
                found = (found ^ exact) * _HASH_STEP
            if place == ends[text]:
                break
            place += 1
        text_ends[text] = words
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
def _fits(practices: Practices, rule: int, letters: Bytes, place: int, last: int) -> bool:
    length = practices.length[rule]
    if place + length > last:
        return False
    for step in range(1, length):
        if practices.pattern[rule, step] != letters[place + step]:
            return False
    if practices.at_end[rule] and place + length != last:
        return False
    if practices.before[rule]:
        if place + length >= last:
            return False
        follows = np.uint64(letters[place + length] % 64)
        return (practices.before[rule] >> follows) & np.uint64(1) != 0
    return True


@compiled
def sound_out(letters: Bytes, first: int, last: int, practices: Practices, practice: int, sounds: Bytes) -> int:
    """Write the sounds of the letters from `first` to `last` under one practice and return how many they are."""
    count, place = 0, first
    while place < last:
        letter = letters[place]
        step = 1
        if letter < len(practices.start[practice]) - 1:
            for rule in range(practices.start[practice, letter], practices.start[practice, letter + 1]):
                if _fits(practices, rule, letters, place, last):
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
