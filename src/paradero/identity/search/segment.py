"""A set of names as arrays: which words they hold, how these sound, who holds a sound. Built once, never changed."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.cutting import Cut, cut_all
from paradero.identity.search.grouping import by_father, by_name, by_skeleton, starts
from paradero.identity.search.lexical import lexical
from paradero.identity.search.orders import KEPT, orders
from paradero.identity.search.reading_orders import read_entries
from paradero.identity.search.symbols import NameSymbols, held_symbols
from paradero.identity.search.tables import Bytes, Hashes, Numbers, cyrillic_practices, latin_practices
from paradero.identity.search.weights import roles
from paradero.identity.search.word_tables import Readings, Words, empty, first_readings
from paradero.identity.search.words import analyse

_WORDS_AT_A_TIME = 20_000


class Segment(NamedTuple):
    """Names, ready to be searched."""

    words: Words
    hashes: Hashes
    """Of the words, sorted; a word's number is its place."""
    letters: Bytes
    letter_end: NDArray[np.int64]
    frequency: Numbers
    """How many names hold a word."""
    code: Hashes
    """Of the different readings, sorted."""
    code_length: Bytes
    code_sounds: Bytes
    code_frequency: Numbers
    holder_start: Numbers
    """Where the words of each reading begin."""
    holder_word: Numbers
    holder_use: Bytes
    skeleton_start: Numbers
    """Where the readings of each skeleton begin."""
    skeleton_code: Numbers
    skeleton: Hashes
    """Of the different skeletons, sorted."""
    skeleton_frequency: Numbers
    """How many names hold a word of each skeleton."""
    variant: Hashes
    """Skeletons, whole and with one sound left out, sorted."""
    variant_skeleton: Numbers
    variant_start: Numbers
    """Where the variants whose hashes begin with each `BUCKET_BITS` begin; one more at the end."""
    gram_start: NDArray[np.int64]
    """Where the skeletons that hold each row of three sounds begin."""
    gram_skeleton: Numbers
    name_start: Numbers
    """Where the words that may be each name of the lexicon begin."""
    name_word: Numbers
    name_frequency: Numbers
    father_start: Numbers
    father_word: Numbers
    father_frequency: Numbers
    symbol: NDArray[np.int64]
    """The different symbols of words, sorted; none where no table of names is asked for them."""
    symbol_start: Numbers
    symbol_word: Numbers
    symbol_frequency: Numbers
    posting_start: NDArray[np.int64]
    """Where the names that hold each word begin."""
    posting: Numbers
    entry_start: NDArray[np.int64]
    """Where the words of each name begin; one more at the end."""
    entry_word: Numbers
    order: Bytes
    """Ways to read each name, shape (names, `KEPT`)."""
    cost: Bytes
    sex: Bytes


def analysed(every: Cut) -> tuple[Words, Readings]:
    """Return what is known of each word, and its readings."""
    first, done, found = 0, 0, []
    for begin in range(0, max(len(every.hashes), 1), _WORDS_AT_A_TIME):
        ends = every.word_ends[begin : begin + _WORDS_AT_A_TIME]
        words, readings = empty(len(ends))
        count = analyse(
            every.letters[first:],
            ends - first,
            every.hashes[begin : begin + _WORDS_AT_A_TIME],
            latin_practices(),
            cyrillic_practices(),
            lexical(),
            roles(),
            words,
            readings,
        )
        words.reading_end[:] += done
        found.append((words, first_readings(readings, count)))
        done += count
        first = int(ends[-1]) if len(ends) else first
    if len(found) == 1:
        return found[0]
    return (
        Words(*(np.concatenate(columns) for columns in zip(*(words for words, _ in found), strict=True))),
        Readings(*(np.concatenate(columns) for columns in zip(*(rows for _, rows in found), strict=True))),
    )


class Orderly(NamedTuple):
    """How each name may be read."""

    order: Bytes
    cost: Bytes
    sex: Bytes


def ways_to_read(every: Cut, words: Words) -> Orderly:
    """Return the likeliest orders of the parts of each name, what each costs, and the sex its words show."""
    size = len(every.entry_end)
    ways = Orderly(
        np.full((size, KEPT), 255, dtype=np.uint8),
        np.zeros((size, KEPT), dtype=np.uint8),
        np.zeros(size, dtype=np.uint8),
    )
    start = np.concatenate([[0], every.entry_end])
    read_entries(words, every.letters, every.word_ends, start, every.entry_word, every.comma, orders(), *ways)
    return ways


def _held(entry_word: Numbers, entry_end: NDArray[np.int64]) -> Numbers:
    """Return the names that hold each word, word after word."""
    holder = np.repeat(np.arange(len(entry_end), dtype=np.int32), np.diff(entry_end, prepend=0))
    return holder[np.argsort(entry_word, kind="stable")]


def _pairs_counted(one: Numbers, other: Numbers, size: int, weights: Numbers) -> Numbers:
    """Return for each `other` below `size` the sum of the weights of the different `one` that stand beside it."""
    pairs = np.unique(other.astype(np.int64) * len(weights) + one)
    counted = np.bincount(pairs // len(weights), weights=weights[pairs % len(weights)], minlength=size)
    return counted.astype(np.int32)


def build(texts: Sequence[str], symbols: NameSymbols | None = None) -> Segment:
    """Return the names, ready to be searched, by symbols too where a table is given; entry n is the n-th text."""
    every = cut_all(texts)
    words, readings = analysed(every)
    frequency = np.bincount(every.entry_word, minlength=len(every.hashes)).astype(np.int32)
    code, where, number = np.unique(readings.hashes, return_index=True, return_inverse=True)
    owner = np.repeat(np.arange(len(every.hashes), dtype=np.int32), np.diff(words.reading_end, prepend=0))
    by_code = np.argsort(number, kind="stable")
    sounds, lengths = readings.sounds[where], readings.length[where]
    skeletons = by_skeleton(sounds, lengths)
    by_table = held_symbols(texts, every.hashes, frequency, symbols)
    return Segment(
        words,
        every.hashes,
        every.letters,
        every.word_ends,
        frequency,
        code,
        lengths,
        sounds,
        _pairs_counted(owner, number.astype(np.int32), len(code), frequency),
        starts(number[by_code], len(code)),
        owner[by_code],
        readings.use[by_code],
        skeletons.start,
        skeletons.code,
        skeletons.hashes,
        _pairs_counted(owner, skeletons.of_code[number], len(skeletons.hashes), frequency),
        skeletons.variant,
        skeletons.variant_skeleton,
        skeletons.variant_start,
        skeletons.gram_start,
        skeletons.gram_skeleton,
        *by_name(words, frequency),
        *by_father(words, frequency),
        by_table.key,
        by_table.start,
        by_table.word,
        by_table.frequency,
        np.concatenate([[0], np.cumsum(frequency, dtype=np.int64)]),
        _held(every.entry_word, every.entry_end),
        np.concatenate([[0], every.entry_end]),
        every.entry_word,
        *ways_to_read(every, words),
    )
