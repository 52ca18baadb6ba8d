"""The given names we know, and what endings tell, as arrays for the compiled functions."""

import os
import tomllib
import zipfile
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.beginnings import GLIDE, name_beginnings
from paradero.identity.lexicon import COGNATE, FULL, SHORT, Lexicon, lexicon
from paradero.identity.readings import readings
from paradero.identity.search.compiled import CACHE
from paradero.identity.search.lettering import hash_of_letters, letters_of
from paradero.identity.search.sounding import MOST_SOUNDS, hash_of
from paradero.identity.search.tables import Bytes, Hashes, Numbers, sound_numbers
from paradero.identity.search.versions import names_read_by
from paradero.identity.search.word_tables import AS_COGNATE, AS_SHORT, BEGINNING, IN_FULL
from paradero.terms.person import Sex
from paradero.terms.resources import resource

KIND = {FULL: IN_FULL, SHORT: AS_SHORT, COGNATE: AS_COGNATE}
MALE, FEMALE = 1, 2
_SEX = {Sex.MALE: MALE, Sex.FEMALE: FEMALE}
LONGEST_ENDING = 6


class Lexical(NamedTuple):
    """The lexicon, by writing and by sound, and endings; hashes are sorted for search by halving."""

    text: Hashes
    text_start: Numbers
    """Where the rows of each writing begin; one more at the end."""
    text_name: Numbers
    text_kind: Bytes
    text_sex: Bytes
    text_settled: Bytes
    """Whether a writing is a common name in full, so that nothing else is listened for."""
    sound: Hashes
    sound_start: Numbers
    sound_name: Numbers
    sound_kind: Bytes
    sound_sex: Bytes
    father: Hashes
    """Hashes of the sounds a patronymic has before its ending."""
    father_name: Numbers
    patronymic: Hashes
    """Of the letters of patronymics that are listed."""
    patronymic_name: Numbers
    share: NDArray[np.float32]
    """Share of people of a name's sex who bear it, by the name's number."""
    first: NDArray[np.uint32]
    """The sounds a name may begin with, as bits, by its number."""
    begins: NDArray[np.uint32]
    """The same for its first places in any Cyrillic form, shape (names, `BEGINNING`)."""
    feminine: Bytes
    """Feminine endings in letters, shape (endings, `LONGEST_ENDING`), in the order they are tried."""
    feminine_length: Bytes
    masculine: Bytes
    """What stands in their place in a man's surname."""
    masculine_length: Bytes
    surname: Bytes
    """Endings typical of surnames, in sounds."""
    surname_length: Bytes
    man: Bytes
    """Endings only a man's surname has, in letters."""
    man_length: Bytes


@cache
def names() -> tuple[str, ...]:
    """Return the names of the lexicon in the order of their numbers."""
    return tuple(sorted(lexicon().shares))


def _hash(numbers: Iterable[int]) -> np.uint64:
    row = np.array(list(numbers), dtype=np.uint8)
    return hash_of(row, len(row))


Rows = list[tuple[np.uint64, int, int, int]]


def _sorted(rows: Rows) -> tuple[Hashes, Numbers, Numbers, Bytes, Bytes]:
    rows = sorted(set(rows))
    keys = np.array([row[0] for row in rows], dtype=np.uint64)
    unique, start = np.unique(keys, return_index=True)
    return (
        unique,
        np.append(start, len(rows)).astype(np.int32),
        np.array([row[1] for row in rows], dtype=np.int32),
        np.array([row[2] for row in rows], dtype=np.uint8),
        np.array([row[3] for row in rows], dtype=np.uint8),
    )


def _endings(rows: list[list[int]]) -> tuple[Bytes, Bytes]:
    table = np.zeros((len(rows), LONGEST_ENDING), dtype=np.uint8)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table, np.array([len(row) for row in rows], dtype=np.uint8)


_MAN = "ов ев єв ин ін їн ский цкий ський цький ый ov ev ow ew off eff in sky ski skij skiy skyi skii zky"


_MARKS_LOST = str.maketrans("şçğ", "scg")
"""Letters that a practice tells apart and writers without the keys for them do not."""


def _names_by_writing(known: Lexicon, number: dict[str, int]) -> tuple[Hashes, Numbers, Numbers, Bytes, Bytes, Bytes]:
    rows: Rows = [
        (hash_of_letters(letters_of(word)), number[one.canonical], KIND[one.kind], _SEX[one.sex])
        for written, every in known.by_text.items()
        for word in {written, written.translate(_MARKS_LOST)}
        for one in every
    ]
    table = _sorted(rows)
    heard = np.array([name in known.heard for name in names()])
    full = (table[3] == KIND[FULL]) & heard[table[2]]
    settled = np.logical_or.reduceat(full, table[1][:-1]) if len(full) else full
    return (*table, settled.astype(np.uint8))


def _fathers(known: Lexicon, number: dict[str, int]) -> tuple[Hashes, Numbers, Hashes, Numbers]:
    stems = {_hash(sound_numbers(stem)): number[name] for stem, name in known.fathers.items() if stem}
    listed = {
        hash_of_letters(letters_of(word)): number[name] for word, name in known.patronymics.items() if name in number
    }
    return (
        np.array(sorted(stems), dtype=np.uint64),
        np.array([stems[key] for key in sorted(stems)], dtype=np.int32),
        np.array(sorted(listed), dtype=np.uint64),
        np.array([listed[key] for key in sorted(listed)], dtype=np.int32),
    )


def _first_sounds(name: str) -> int:
    return sum({1 << sound_numbers(code[0])[0] for code in readings(name.lower())})


def _beginning(name: str) -> list[int]:
    codes = [sound_numbers(code.removeprefix(GLIDE)) for code in name_beginnings(name).every]
    return [sum({1 << code[place] for code in codes if place < len(code)}) for place in range(BEGINNING)]


@cache
def lexical() -> Lexical:
    """Return the shipped lexicon as arrays; what was worked out once is read from the cache of the compiled code."""
    path = CACHE / f"lexicon-{names_read_by()[:16]}.npz"
    try:
        with np.load(path, allow_pickle=False) as kept:
            return Lexical(*(kept[name] for name in Lexical._fields))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        made = _worked_out()
    waiting = path.with_suffix(f".{os.getpid()}.npz")
    np.savez(waiting, **made._asdict())
    waiting.replace(path)
    return made


def _worked_out() -> Lexical:
    known, number = lexicon(), {name: place for place, name in enumerate(names())}
    sound: Rows = [
        (_hash(sound_numbers(code)), number[one.canonical], KIND[one.kind], _SEX[one.sex])
        for code, every in known.by_sound.items()
        for one in every
        if len(code) <= MOST_SOUNDS
    ]
    surnames = tomllib.loads(resource("names/surnames.toml").read_text(encoding="utf-8"))
    pairs = [*surnames["feminine"]["cyrillic"], *surnames["feminine"]["latin"]]
    endings = sorted(surnames["families"], key=len, reverse=True)
    return Lexical(
        *_names_by_writing(known, number),
        *_sorted(sound),
        *_fathers(known, number),
        np.array([known.shares[name] for name in names()], dtype=np.float32),
        np.array([_first_sounds(name) for name in names()], dtype=np.uint32),
        np.array([_beginning(name) for name in names()], dtype=np.uint32),
        *_endings([letters_of(one) for one, _ in pairs]),
        *_endings([letters_of(other) for _, other in pairs]),
        *_endings([sound_numbers(ending) for ending in endings]),
        *_endings([letters_of(word) for word in _MAN.split()]),
    )
