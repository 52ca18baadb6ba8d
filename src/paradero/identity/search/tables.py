"""The spelling practices of `resources/names/conventions.toml` as arrays of numbers, for the compiled functions.

Letters and sounds are small numbers. Latin and Cyrillic letters have numbers of their own, so that a letter tells its
script; every other letter of the world is `OTHER` and stands only for itself.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.readings import CYRILLIC_PRACTICES, readings
from paradero.terms.resources import resource

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]
Masks = NDArray[np.uint64]
Hashes = NDArray[np.uint64]

SOUNDS = "abdefgiklmnoprstuvxzcCSZ"
"""The sounds, numbered from 1."""
VOWELS = "aeiou"
NOT_A_LETTER, ABBREVIATED, COMMA, IGNORED, OTHER = 0, 252, 253, 254, 255
FIRST_CYRILLIC = 64
KNOWN_LETTERS = 128
_IGNORED = "'’ʼ‘ʻ`´ʹʺ”″\u200e\u200f\u00ad"
_CODE_POINTS = 0x2200
LONGEST_PATTERN = 7
LONGEST_SOUND = 4
LONGEST_MARK = 4
AT_END, AT_START = 1, 2


class Practices(NamedTuple):
    """Every rule of every practice; a practice's rules for one first letter stand together, longest pattern first."""

    start: Numbers
    """Shape (practices, `KNOWN_LETTERS` + 1): the first rule of each first letter."""
    length: Bytes
    pattern: Bytes
    """Shape (rules, `LONGEST_PATTERN`)."""
    before: Masks
    """The letters one of which must follow, as bits counted within the script; 0 for no such need."""
    edges: Bytes
    """`AT_END` or `AT_START` or both, where a rule asks for them."""
    sound_count: Bytes
    sounds: Bytes
    """Shape (rules, `LONGEST_SOUND`)."""
    mark_start: Numbers
    """The first mark of each practice; a practice without marks may always be tried. One more at the end."""
    mark: Bytes
    """Letters one row of which a word must hold, shape (marks, `LONGEST_MARK`); 0 where there is no more."""
    mark_at_start: Bytes
    """Whether the word must begin with it."""
    unusual: Bytes
    """By practice: whether the letters seldom stand for what it reads."""


@cache
def conventions() -> dict[str, Any]:
    """Return the table of conventions as its file has it."""
    return tomllib.loads(resource("names/conventions.toml").read_text(encoding="utf-8"))


@cache
def letters() -> tuple[str, ...]:
    """Return the letters by number; empty where a number stands for none."""
    table = conventions()
    latin = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    written = {letter for rules in (table["latin"], *table["practices"].values()) for key in rules for letter in key}
    latin += sorted(letter for letter in written if letter.isalpha() and not letter.isascii())
    silent = "ьъ"
    cyrillic = sorted({letter for key in table["cyrillic"] for letter in key} | set(silent))
    rows = ["", *latin] + [""] * (FIRST_CYRILLIC - 1 - len(latin)) + cyrillic
    return tuple(rows + [""] * (KNOWN_LETTERS - len(rows)))


@cache
def letter_numbers() -> dict[str, int]:
    """Return the number of each letter that has one."""
    return {letter: number for number, letter in enumerate(letters()) if letter}


def _number(character: str) -> int:
    low = character.lower()[0].replace("ё", "е")
    known = letter_numbers()
    if low in known:
        return known[low]
    if character == ",":
        return COMMA
    if character in _IGNORED or unicodedata.category(character) == "Mn":
        return IGNORED
    base = unicodedata.normalize("NFD", low)[0]
    if base in known:
        return known[base]
    return OTHER if character.isalpha() else NOT_A_LETTER


@cache
def character_table() -> Bytes:
    """Return the number of every character below U+2200; what lies above is `OTHER` or no letter at all."""
    return np.array([_number(chr(code)) for code in range(_CODE_POINTS)], dtype=np.uint8)


@cache
def lower_table() -> NDArray[np.uint32]:
    """Return the lower-case code point of every character below U+2200."""
    return np.array([ord(chr(code).lower()[0]) for code in range(_CODE_POINTS)], dtype=np.uint32)


def sound_numbers(text: str) -> list[int]:
    """Return sounds as numbers."""
    return [SOUNDS.index(sound) + 1 for sound in text]


_RULE = re.compile(r"(?P<begin>\^?)(?P<letters>[^(\[$]+)(?:\(\?=\[(?P<before>[^\]]+)\]\))?(?P<end>\$?)")


def _bits(text: str | None) -> int:
    known = letter_numbers()
    return sum({1 << (known[letter] % FIRST_CYRILLIC) for letter in text or "" if letter in known})


def _rows(rules: dict[str, str]) -> list[tuple[list[int], int, int, list[int]]]:
    """Return the rules in the order they are tried: by first letter, the longest first."""
    known = letter_numbers()
    rows = []
    for key, sounds in rules.items():
        found = _RULE.fullmatch(key)
        if found is None or any(letter not in known for letter in found["letters"]):
            raise ValueError(f"The rule {key!r} of names/conventions.toml has a letter or a form that is not known.")
        pattern = [known[letter] for letter in found["letters"]]
        edges = AT_END * bool(found["end"]) + AT_START * bool(found["begin"])
        rows.append((pattern, _bits(found["before"]), edges, sound_numbers(sounds)))
    # Of two patterns of one length the one that asks for more around it is tried first.
    return sorted(rows, key=lambda row: (row[0][0], -len(row[0]), -int(row[2]), -int(row[1] > 0)))


def marks_of(practice: str) -> list[str]:
    """Return the rows of letters one of which a word must hold to be read by a practice; none if it always may be."""
    marks: str = conventions()["marks"].get(practice, "")
    return marks.split()


def _marks(practices: Sequence[str]) -> tuple[Numbers, Bytes, Bytes]:
    every = [mark for practice in practices for mark in marks_of(practice)]
    table = np.zeros((len(every), LONGEST_MARK), dtype=np.uint8)
    for row, mark in enumerate(every):
        numbers = [letter_numbers()[letter] for letter in mark.removeprefix("^")]
        table[row, : len(numbers)] = numbers
    start = np.cumsum([0, *(len(marks_of(practice)) for practice in practices)], dtype=np.int32)
    return start, table, np.array([mark.startswith("^") for mark in every], dtype=np.uint8)


def _packed(every: list[dict[str, str]], practices: Sequence[str]) -> Practices:
    flat = [(place, row) for place, rules in enumerate(every) for row in _rows(rules)]
    start = np.zeros((len(every), KNOWN_LETTERS + 1), dtype=np.int32)
    for place in range(len(every)):
        firsts = np.array([row[0][0] if at == place else -1 for at, row in flat])
        offset = int(np.searchsorted([at for at, _ in flat], place))
        mine = firsts[firsts >= 0]
        start[place] = offset + np.searchsorted(mine, np.arange(KNOWN_LETTERS + 1))
    pattern = np.zeros((len(flat), LONGEST_PATTERN), dtype=np.uint8)
    sounds = np.zeros((len(flat), LONGEST_SOUND), dtype=np.uint8)
    for number, (_, row) in enumerate(flat):
        pattern[number, : len(row[0])] = row[0]
        sounds[number, : len(row[3])] = row[3]
    return Practices(
        start,
        np.array([len(row[0]) for _, row in flat], dtype=np.uint8),
        pattern,
        np.array([row[1] for _, row in flat], dtype=np.uint64),
        np.array([row[2] for _, row in flat], dtype=np.uint8),
        np.array([len(row[3]) for _, row in flat], dtype=np.uint8),
        sounds,
        *_marks(practices),
        np.array([name in conventions()["unusual"]["practices"].split() for name in practices], dtype=np.uint8),
    )


@cache
def latin_practices() -> Practices:
    """Return how each practice writes sounds in Latin letters."""
    table = conventions()
    shared = table["latin"]
    marked = [letter for letter in letters()[:FIRST_CYRILLIC] if letter and letter not in shared]
    # A marked letter that only one practice has a sound for is its plain letter everywhere else.
    plain = {letter: shared[unicodedata.normalize("NFD", letter)[0]] for letter in marked}
    rules = [{**plain, **shared, **practice} for practice in table["practices"].values()]
    return _packed(rules, list(table["practices"]))


def _written_otherwise(practice: str) -> dict[str, str]:
    """Return the Cyrillic rules with what a practice writes otherwise put in the place of what it says."""
    table = conventions()
    sounds: dict[str, str] = dict(table["cyrillic"])
    for pattern, meant in table[practice].items() if practice != "cyrillic" else ():
        sounds[pattern] = next(iter(readings(meant)), "")
    return sounds


@cache
def cyrillic_practices() -> Practices:
    """Return how Cyrillic letters sound: read as Russian or Ukrainian first, then as Belarusian and Uzbek."""
    practices = ("cyrillic", *CYRILLIC_PRACTICES)
    return _packed([_written_otherwise(practice) for practice in practices], practices)


@cache
def skeleton_table() -> Bytes:
    """Return the sound that stands for each sound in a skeleton."""
    table = np.arange(len(SOUNDS) + 1, dtype=np.uint8)
    for sound, merged in conventions()["skeleton"].items():
        table[SOUNDS.index(sound) + 1] = SOUNDS.index(merged) + 1
    return table
