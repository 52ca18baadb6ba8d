"""The likeliest labels of chains of words, and how likely each label is; many sentences go one step at a time.

Source: Rabiner, "A Tutorial on Hidden Markov Models", Proceedings of the IEEE 77 (1989), sections III.A, III.B and V.A.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[Any]
NEVER = -1e4
"""The score of a label that a layer does not have, and of stepping to it: as good as impossible, and still a number."""
TOGETHER = 256
"""How many sentences go side by side; it bounds the memory of a long text."""


def chains(scores: Table, transitions: Table, bounds: Table) -> tuple[Table, Table]:
    """Return for each layer how likely each label of each word is, and the best row of labels of each sentence.

    Args:
        scores: Shape (layers, words, labels); a label that a layer has not scores `NEVER`.
        transitions: Shape (layers, labels, labels), from and to; both are logarithms.
        bounds: Shape (sentences, 2): first word, and the word after the last.
    """
    emitted = np.exp(scores - scores.max(axis=2, keepdims=True), dtype=float)
    likely = np.zeros(scores.shape)
    best = np.zeros(scores.shape[:2], np.int64)
    lengths = bounds[:, 1] - bounds[:, 0]
    longest_first = np.argsort(-lengths, kind="stable")
    longest_first = longest_first[lengths[longest_first] > 0]
    for start in range(0, len(longest_first), TOGETHER):
        some = longest_first[start : start + TOGETHER]
        # The longest come first, so those that have a word at a place of the sentence are always the first few.
        last = lengths[some]
        places = [bounds[some[: np.searchsorted(-last, -at)], 0] + at for at in range(last[0])]
        _likely(emitted, transitions, places, likely)
        _best(scores, transitions, places, best)
    return likely.astype(np.float32), best


def _likely(emitted: Table, transitions: Table, places: list[Table], likely: Table) -> None:
    """Write how likely each label is: what leads to it times what it leads to, each scaled at every step."""
    step = np.exp(transitions - transitions.max(axis=(1, 2), keepdims=True), dtype=float)
    back_step = np.ascontiguousarray(step.swapaxes(1, 2))
    likely[:, places[0]] = _scaled(emitted[:, places[0]])
    for here in places[1:]:
        likely[:, here] = _scaled((likely[:, here - 1] @ step) * emitted[:, here])
    back = np.ones((len(emitted), len(places[0]), emitted.shape[2]))
    for after in reversed(places[1:]):
        count = len(after)
        back[:, :count] = _scaled((back[:, :count] * emitted[:, after]) @ back_step)
        likely[:, after - 1] = _scaled(likely[:, after - 1] * back[:, :count])


def _scaled(rows: Table) -> Table:
    scaled: Table = rows / rows.sum(axis=2, keepdims=True)
    return scaled


def _best(scores: Table, transitions: Table, places: list[Table], best: Table) -> None:
    """Write the best row of labels (Viterbi 1967)."""
    reached = scores[:, places[0]].astype(float)
    came = []
    for here in places[1:]:
        steps = reached[:, : len(here), :, None] + transitions[:, None]
        came.append(steps.argmax(axis=2))
        reached[:, : len(here)] = steps.max(axis=2) + scores[:, here]
    last = reached.argmax(axis=2)
    for at in range(len(places) - 1, 0, -1):
        here = places[at]
        best[:, here] = last[:, : len(here)]
        before = np.take_along_axis(came[at - 1], last[:, : len(here), None], axis=2)[..., 0]
        last[:, : len(here)] = before
    best[:, places[0]] = last
