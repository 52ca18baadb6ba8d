"""Compiled: what it says that two words may be one name of the lexicon."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.all_tables import Tables
from paradero.identity.search.compiled import inlined
from paradero.identity.search.counts import Counts
from paradero.identity.search.spelling_cost import FAR
from paradero.identity.search.weights import Weights
from paradero.identity.search.word_tables import (
    AS_COGNATE,
    AS_OTHER_SHORT,
    AS_SHORT,
    GIVEN,
    IN_FULL,
    MOST_NAMES,
    Words,
)

OTHER_FORM = 0.15
"""How much of what lies between two sounds counts where both words are full forms of one name (Наталья, Наталия)."""
MOST_OTHER_FORM_BITS = 1.8
WRITTEN_SHORT, WRITTEN_OTHERWISE, WRITTEN_AS_COGNATE = 0.1, 0.04, 0.05
"""How often a name is written in a short form, in one that begins otherwise ("Гена" for Евгений), or as its counterpart
abroad, where in full is 1."""


@inlined
def share_of(found: float, background: float, people: float, weights: Weights) -> float:
    """Return the share of people of a name, counted on top of a background."""
    return (max(0.0, found - 1.0) + weights.background_people * background) / (people + weights.background_people)


@inlined
def _likelihood(kind: int) -> float:
    """Return how likely a name is written so, by the way it is written."""
    if kind == AS_OTHER_SHORT:
        return WRITTEN_OTHERWISE
    return 1.0 if kind == IN_FULL else WRITTEN_SHORT if kind == AS_SHORT else WRITTEN_AS_COGNATE


@inlined
def bearers(words: Words, word: int, shares: NDArray[np.float32]) -> float:
    """Return the share of people who may be written with a word as a given name."""
    total = np.float32(0.0)
    for slot in range(MOST_NAMES):
        if words.name[word, slot] < 0:
            break
        total += shares[words.name[word, slot]] * _likelihood(words.kind[word, slot])
    return float(total)


@inlined
def _agreement(kind: int, spelling: float, weights: Weights) -> float:
    """Return the logarithm of how often one person's name is written in two such ways."""
    if kind in (AS_SHORT, AS_OTHER_SHORT):
        return float(weights.short)
    if kind == AS_COGNATE:
        return float(weights.cognate)
    return float(weights.agrees[GIVEN] - min(MOST_OTHER_FORM_BITS, OTHER_FORM * spelling))


@inlined
def shared_name(
    words: Words,
    word: int,
    others: Words,
    other: int,
    spelling: float,
    counts: Counts,
    tables: Tables,
) -> float:
    """Return the bits of the names of the lexicon that both words may be, or -`FAR` where there is none.

    Each counts by how likely it is meant by one and by the other, over how many bear it.
    """
    total, weights = np.float32(0.0), tables.weights
    for slot in range(MOST_NAMES):
        name = words.name[word, slot]
        if name < 0:
            break
        for other_slot in range(MOST_NAMES):
            if others.name[other, other_slot] < 0:
                break
            if others.name[other, other_slot] != name:
                continue
            if not words.sex[word, slot] & others.sex[other, other_slot]:
                continue
            kind = max(words.kind[word, slot], others.kind[other, other_slot])
            share = share_of(counts.name[name], tables.shares[name], counts.people, weights)
            meant = tables.shares[name] * _likelihood(words.kind[word, slot])
            held = tables.shares[name] * _likelihood(others.kind[other, other_slot])
            total += 2.0 ** _agreement(kind, spelling, weights) * meant * held / share
    if total <= 0:
        return float(-FAR)
    # How likely a name is meant by a word is its share of all that may be written so.
    mine, theirs = bearers(words, word, tables.shares), bearers(others, other, tables.shares)
    return float(np.log2(total / (mine * theirs)))
