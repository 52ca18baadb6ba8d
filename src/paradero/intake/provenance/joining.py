"""Puts texts together into groups of one origin, the likeliest two groups first."""

from collections.abc import Collection, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from paradero.intake.provenance.beside import UNRELATED
from paradero.intake.provenance.model import Weights

Odds = NDArray[np.float32]

COLUMNS = (
    *("mean odds", "most odds", "least odds", "less original", "more original"),
    *("smaller group", "larger group", "less original by mean odds"),
    *("odds of both beginnings", "less original by these odds"),
)
NEVER = -np.inf
MOST_LEARNED = 6
"""From so many texts on one group is as large as another: no larger ones were learned from, and a channel's hundred
posts must not draw a stranger's to them."""
MOST_ORIGINAL = 4.0
"""Log-odds beyond which a text is no more original, or less, than others."""


def between(odds: Odds, original: Odds, one: Sequence[int], other: Sequence[int]) -> list[float]:
    """Return what speaks for two groups having one origin, in the order of `COLUMNS`.

    Args:
        odds: Shape (texts, texts): the log-odds of each two.
        original: Shape (texts,): the log-odds that the news began with a text. A group without any such text is
            likelier a part of another whose link is not seen than a voice of its own; where each has one, what is
            between these two counts most, for copies take up facts of either.
        one: The places of the texts of one group.
        other: Those of the other.
    """
    here = odds[np.ix_(one, other)]
    first, second = (max(group, key=lambda at: float(original[at])) for group in (one, other))
    most = sorted((float(original[first]), float(original[second])))
    less, more = (min(max(value, -MOST_ORIGINAL), MOST_ORIGINAL) for value in most)
    mean, begun = float(here.mean()), float(odds[first, second])
    sizes = (log(min(size, MOST_LEARNED)) for size in sorted((len(one), len(other))))
    return [mean, float(here.max()), float(here.min()), less, more, *sizes, less * mean, begun, less * begun]


def joined(
    odds: Odds, original: Odds, weights: Weights, least: float, *, apart: Collection[tuple[int, int]] = ()
) -> list[tuple[int, ...]]:
    """Return groups of which no two are likelier one origin than `least`, by what `weights` make of `between`.

    As in average linkage (Sokal and Michener 1958) all pairs of two groups count, so that one likely link does not
    drag two groups together between which all others speak against it. No two texts that are `apart`, given in both
    orders, come into one group (constrained linkage: Davidson and Ravi 2005).
    """
    parted = np.zeros(odds.shape, bool)
    parted[tuple(np.array([*apart], int).reshape(-1, 2).T)] = True
    odds = np.where(parted, NEVER, odds)
    groups = [[at] for at in range(len(odds))]
    likely = np.full((len(groups), len(groups)), -np.inf)
    for at in range(1, len(groups)):
        likely[at, :at] = likely[:at, at] = _likely(groups[at], groups[:at], odds, original, weights)
    while len(groups) > 1:
        one, other = sorted(divmod(int(likely.argmax()), len(groups)))
        if likely[one, other] < least:
            break
        groups[one] += groups.pop(other)
        likely = np.delete(np.delete(likely, other, axis=0), other, axis=1)
        rest = [at for at in range(len(groups)) if at != one]
        if rest:
            beside = _likely(groups[one], [groups[at] for at in rest], odds, original, weights)
            likely[one, rest] = likely[rest, one] = beside
    return sorted(tuple(sorted(group)) for group in groups)


def _likely(one: Sequence[int], others: Sequence[Sequence[int]], odds: Odds, original: Odds, weights: Weights) -> Odds:
    """Return how likely one group has one origin with each of others; of those that nothing speaks for it is never."""
    nearest = odds[list(one)].max(axis=0)
    least = odds[list(one)].min(axis=0)
    related = [
        at
        for at, other in enumerate(others)
        if nearest[list(other)].max() > UNRELATED and least[list(other)].min() > NEVER
    ]
    found = np.full(len(others), -np.inf, np.float32)
    if related:
        asked = [between(odds, original, one, others[at]) for at in related]
        found[related] = weights.log_odds(np.array(asked, np.float32))
    return found
