"""Which readings share a skeleton, a row of sounds or a name: what a search looks things up by."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.lexical import lexical
from paradero.identity.search.sounding import MOST_SOUNDS, hash_of, skeleton_of
from paradero.identity.search.tables import SOUNDS, Bytes, Hashes, Numbers, skeleton_table, sound_numbers
from paradero.identity.search.word_tables import Words

BUCKET_BITS = 16
LEAST_SHORTENED = 3
"""A skeleton of fewer sounds would be hardly anything with one left out."""
GRAMS = (len(SOUNDS) + 1) ** 3


def starts(sorted_numbers: NDArray[np.integer], size: int) -> Numbers:
    """Return where each number below `size` begins in a sorted row; one more at the end."""
    return np.searchsorted(sorted_numbers, np.arange(size + 1)).astype(np.int32)


@compiled
def _skeletons(sounds: Bytes, lengths: Bytes, merged: Bytes, hashes: Hashes) -> None:
    out = np.zeros(MOST_SOUNDS, dtype=np.uint8)
    for row in range(len(lengths)):
        hashes[row] = hash_of(out, skeleton_of(sounds[row], lengths[row], merged, out))


@compiled
def variants(skeleton: Bytes, length: int, out: Hashes) -> int:
    """Write the hashes of a skeleton, whole and with each one sound left out; return how many there are."""
    out[0] = hash_of(skeleton, length)
    if length < LEAST_SHORTENED:
        return 1
    shorter = np.zeros(MOST_SOUNDS, dtype=np.uint8)
    for left_out in range(length):
        kept = 0
        for place in range(length):
            if place != left_out:
                shorter[kept] = skeleton[place]
                kept += 1
        out[left_out + 1] = hash_of(shorter, kept)
    return length + 1


@compiled
def _all_variants(
    sounds: Bytes, lengths: Bytes, firsts: NDArray[np.int64], merged: Bytes, keys: Hashes, owner: Numbers
) -> int:
    out, row = np.zeros(MOST_SOUNDS, dtype=np.uint8), np.zeros(MOST_SOUNDS + 1, dtype=np.uint64)
    filled = 0
    for skeleton in range(len(firsts)):
        code = firsts[skeleton]
        count = variants(out, skeleton_of(sounds[code], lengths[code], merged, out), row)
        for place in range(count):
            keys[filled], owner[filled] = row[place], skeleton
            filled += 1
    return filled


@compiled
def grams(skeleton: Bytes, length: int, out: NDArray[np.int64]) -> int:
    """Write the numbers of every three neighbouring sounds, the word's ends counting as one; return how many."""
    filled = 0
    for place in range(length):
        before = skeleton[place - 1] if place else 0
        after = skeleton[place + 1] if place + 1 < length else 0
        number = (np.int64(before) * 25 + skeleton[place]) * 25 + after
        known = False
        for earlier in range(filled):
            known |= out[earlier] == number
        if not known:
            out[filled] = number
            filled += 1
    return filled


@compiled
def _all_grams(
    sounds: Bytes, lengths: Bytes, firsts: NDArray[np.int64], merged: Bytes, keys: NDArray[np.int64], owner: Numbers
) -> int:
    out, row = np.zeros(MOST_SOUNDS, dtype=np.uint8), np.zeros(MOST_SOUNDS, dtype=np.int64)
    filled = 0
    for skeleton in range(len(firsts)):
        code = firsts[skeleton]
        for place in range(grams(out, skeleton_of(sounds[code], lengths[code], merged, out), row)):
            keys[filled], owner[filled] = row[place], skeleton
            filled += 1
    return filled


def _by_gram(sounds: Bytes, lengths: Bytes, firsts: NDArray[np.int64]) -> tuple[NDArray[np.int64], Numbers]:
    keys, owner = (
        np.zeros(len(firsts) * MOST_SOUNDS, dtype=np.int64),
        np.zeros(len(firsts) * MOST_SOUNDS, dtype=np.int32),
    )
    filled = _all_grams(sounds, lengths, firsts, skeleton_table(), keys, owner)
    order = np.argsort(keys[:filled], kind="stable")
    start = np.zeros(GRAMS + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys[:filled], minlength=GRAMS), out=start[1:])
    return start, owner[order]


def skeleton_hash(sounds: str) -> np.uint64:
    """Return what a reading's skeleton is found by."""
    merged = skeleton_table()[sound_numbers(sounds[:MOST_SOUNDS])]
    return hash_of(merged, len(merged))


class Skeletons(NamedTuple):
    """Readings by skeleton."""

    start: Numbers
    """Where the readings of each skeleton begin; one more at the end."""
    code: Numbers
    hashes: Hashes
    """Of the different skeletons, sorted."""
    variant: Hashes
    """Skeletons, whole and with one sound left out, sorted."""
    variant_skeleton: Numbers
    variant_start: Numbers
    """Where the variants whose hashes begin with each `BUCKET_BITS` begin; one more at the end."""
    gram_start: NDArray[np.int64]
    """Where the skeletons that hold each row of three sounds begin."""
    gram_skeleton: Numbers
    of_code: Numbers
    """The skeleton of each reading."""


def by_skeleton(sounds: Bytes, lengths: Bytes) -> Skeletons:
    """Return the readings by skeleton."""
    hashes = np.zeros(len(lengths), dtype=np.uint64)
    _skeletons(sounds, lengths, skeleton_table(), hashes)
    unique, firsts, skeleton = np.unique(hashes, return_index=True, return_inverse=True)
    order = np.argsort(skeleton, kind="stable")
    keys = np.zeros(len(firsts) * (MOST_SOUNDS + 1), dtype=np.uint64)
    owner = np.zeros(len(keys), dtype=np.int32)
    filled = _all_variants(sounds, lengths, firsts.astype(np.int64), skeleton_table(), keys, owner)
    by_key = np.argsort(keys[:filled], kind="stable")
    grams_held = _by_gram(sounds, lengths, firsts.astype(np.int64))
    start = starts(skeleton[order], len(firsts))
    heads = (keys[by_key] >> np.uint64(64 - BUCKET_BITS)).astype(np.int64)
    variant = keys[by_key], owner[by_key], starts(heads, 1 << BUCKET_BITS)
    return Skeletons(start, order.astype(np.int32), unique, *variant, *grams_held, skeleton.astype(np.int32))


def by_name(words: Words, frequency: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return where the words that may be each name of the lexicon begin, those words, and how many hold one."""
    word, slot = np.nonzero(words.name >= 0)
    name = words.name[word, slot]
    order = np.argsort(name, kind="stable")
    size = len(lexical().share)
    counted = np.bincount(name, weights=frequency[word], minlength=size).astype(np.int32)
    return starts(name[order], size), word[order].astype(np.int32), counted


def by_father(words: Words, frequency: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the same for the words that tell of each name as the father's."""
    word = np.nonzero(words.father >= 0)[0]
    father = words.father[word]
    order = np.argsort(father, kind="stable")
    size = len(lexical().share)
    counted = np.bincount(father, weights=frequency[word], minlength=size).astype(np.int32)
    return starts(father[order], size), word[order].astype(np.int32), counted
