"""The likeliest labels of chains of words and how likely each label is, in machine code.

Source: Rabiner, "A Tutorial on Hidden Markov Models", Proceedings of the IEEE 77 (1989), sections III.A and III.B.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Table = NDArray[Any]


@njit(cache=True, error_model="numpy")
def chains(scores: Table, transitions: Table, bounds: Table) -> Any:
    """Return how likely each label of each word is, and the best row of labels of each sentence.

    Args:
        scores: Shape (words, labels).
        transitions: Shape (labels, labels), from and to; both are logarithms.
        bounds: Shape (sentences, 2): first word, and the word after the last.
    """
    words, count = scores.shape
    likely = np.zeros((words, count), np.float32)
    best = np.zeros(words, np.int64)
    for sentence in range(bounds.shape[0]):
        first, end = bounds[sentence, 0], bounds[sentence, 1]
        if end > first:
            _likely(scores, transitions, first, end, likely)
            _best(scores, transitions, first, end, best)
    return likely, best


@njit(cache=True, error_model="numpy")
def _likely(scores: Table, transitions: Table, first: int, end: int, likely: Table) -> None:
    """Write how likely each label is: what leads to it times what it leads to."""
    count = scores.shape[1]
    forward, backward = scores[first:end].copy(), np.zeros((end - first, count), np.float32)
    steps = np.zeros(count, np.float32)
    for at in range(1, end - first):
        for to in range(count):
            for before in range(count):
                steps[before] = forward[at - 1, before] + transitions[before, to]
            forward[at, to] += _log_sum(steps)
    for at in range(end - first - 2, -1, -1):
        for here in range(count):
            for after in range(count):
                steps[after] = transitions[here, after] + scores[first + at + 1, after] + backward[at + 1, after]
            backward[at, here] = _log_sum(steps)
    for at in range(end - first):
        total = _log_sum(forward[at] + backward[at])
        for label in range(count):
            likely[first + at, label] = np.exp(forward[at, label] + backward[at, label] - total)


@njit(cache=True, error_model="numpy")
def _log_sum(values: Table) -> Any:
    most = values.max()
    total = 0.0
    for value in values:
        total += np.exp(value - most)
    return most + np.log(total)


@njit(cache=True, error_model="numpy")
def _best(scores: Table, transitions: Table, first: int, end: int, best: Table) -> None:
    """Write the best row of labels (Viterbi 1967)."""
    count = scores.shape[1]
    reached, came = scores[first:end].copy(), np.zeros((end - first, count), np.int64)
    for at in range(1, end - first):
        for to in range(count):
            top, top_from = -np.inf, 0
            for before in range(count):
                step = reached[at - 1, before] + transitions[before, to]
                if step > top:
                    top, top_from = step, before
            reached[at, to] += top
            came[at, to] = top_from
    best[end - 1] = np.argmax(reached[end - first - 1])
    for at in range(end - 1, first, -1):
        best[at - 1] = came[at - first, best[at]]
