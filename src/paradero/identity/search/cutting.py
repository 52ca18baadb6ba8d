"""Texts cut into words, each different word held once."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.other_letters import all_in_known_letters
from paradero.identity.readings import particles
from paradero.identity.search.compiled import compiled
from paradero.identity.search.lettering import hash_of_letters, letters_of, vowel_table
from paradero.identity.search.sounding import MOST_LETTERS, Characters, Rows, cut
from paradero.identity.search.tables import Bytes, Hashes, Numbers, character_table, lower_table

_TEXTS_AT_A_TIME = 20_000


class Cut(NamedTuple):
    """Texts cut into words; a word that stands in many texts has one row."""

    letters: Bytes
    word_ends: NDArray[np.int64]
    hashes: Hashes
    entry_end: NDArray[np.int64]
    entry_word: Numbers
    comma: NDArray[np.int8]


@cache
def _characters() -> Characters:
    return Characters(
        character_table(),
        lower_table(),
        vowel_table(),
        *(_hashes(particles(place)) for place in ("after", "before", "left_out")),
    )


def _hashes(words: Iterable[str]) -> Hashes:
    return np.unique(np.array([hash_of_letters(letters_of(word)) for word in words], dtype=np.uint64))


def points_of(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the code points of all texts in one row, and where each text ends."""
    composed = all_in_known_letters([unicodedata.normalize("NFC", text) for text in texts])
    ends = np.cumsum([len(text) for text in composed], dtype=np.int64)
    return np.frombuffer("".join(composed).encode("utf-32-le", "surrogatepass"), dtype=np.uint32), ends


def cut_texts(texts: Sequence[str]) -> Cut:
    """Return the texts as words, each different word once."""
    points, ends = points_of(texts)
    most = len(points) // 2 + len(texts) + 1
    rows = Rows(
        np.zeros(len(points) + 1, dtype=np.uint8),
        np.zeros(most, dtype=np.int64),
        np.zeros(most, dtype=np.uint64),
        np.zeros(len(texts), dtype=np.int64),
        np.zeros(len(texts), dtype=np.int8),
    )
    count = cut(points, ends, _characters(), rows)
    number = np.arange(count, dtype=np.int32)
    return Cut(rows.letters, rows.word_ends[:count], rows.word_hashes[:count], rows.text_ends, number, rows.commas)


@compiled
def _copy_words(
    letters: Bytes, word_ends: NDArray[np.int64], wanted: NDArray[np.int64], out: Bytes, ends: NDArray[np.int64]
) -> int:
    filled = 0
    for row in range(len(wanted)):
        word = wanted[row]
        first = word_ends[word - 1] if word else 0
        for place in range(first, word_ends[word]):
            out[filled] = letters[place]
            filled += 1
        ends[row] = filled
    return filled


def _unique(every: Cut) -> Cut:
    hashes, where, word = np.unique(every.hashes, return_index=True, return_inverse=True)
    letters = np.zeros(len(hashes) * MOST_LETTERS, dtype=np.uint8)
    ends = np.zeros(len(hashes), dtype=np.int64)
    filled = _copy_words(every.letters, every.word_ends, where, letters, ends)
    return Cut(letters[:filled].copy(), ends, hashes, every.entry_end, word.astype(np.int32), every.comma)


def _joined(parts: list[Cut]) -> Cut:
    letters = np.concatenate([part.letters for part in parts])
    shifts = np.cumsum([0] + [len(part.letters) for part in parts[:-1]])
    ends = np.concatenate([part.word_ends + shift for part, shift in zip(parts, shifts, strict=True)])
    hashes = np.concatenate([part.hashes for part in parts])
    numbers = np.cumsum([0] + [len(part.hashes) for part in parts[:-1]])
    entry_word = np.concatenate([part.entry_word + shift for part, shift in zip(parts, numbers, strict=True)])
    held = np.cumsum([0] + [len(part.entry_word) for part in parts[:-1]])
    entry_end = np.concatenate([part.entry_end + shift for part, shift in zip(parts, held, strict=True)])
    joined = Cut(letters, ends, hashes, entry_end, entry_word, np.concatenate([part.comma for part in parts]))
    unique = _unique(joined)
    return unique._replace(entry_word=unique.entry_word[entry_word])


def cut_all(texts: Sequence[str]) -> Cut:
    """Return the texts as words, each different word once, a part at a time, so that memory stays small."""
    parts = [
        _unique(cut_texts(texts[begin : begin + _TEXTS_AT_A_TIME]))
        for begin in range(0, max(len(texts), 1), _TEXTS_AT_A_TIME)
    ]
    return _joined(parts) if len(parts) > 1 else parts[0]
