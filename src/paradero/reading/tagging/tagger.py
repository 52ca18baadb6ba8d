"""Labels of words in rows that follow each other, several layers at once (Lafferty, McCallum and Pereira 2001)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from paradero.reading.impression import Impression
from paradero.reading.tagging.chains import NEVER, chains
from paradero.terms.linear import Scores

OUT = "O"


@dataclass(frozen=True)
class Layer:
    """The labels of one layer and how well they follow each other."""

    labels: tuple[str, ...]
    transitions: Scores
    """Shape (labels, labels): from, to."""


@dataclass(frozen=True)
class Tags:
    """The labels of a document's words in one layer."""

    labels: tuple[str, ...]
    best: tuple[str, ...]
    """The likeliest row of labels, one a word."""
    likely: Scores
    """Shape (words, labels): how likely each label of each word is."""

    def probability(self, at: int, *labels: str) -> float:
        """Return how likely it is that a word has one of the labels; a label that was never learned has 0."""
        return self.probabilities(*labels)[at]

    def probabilities(self, *labels: str) -> list[float]:
        """Return for each word how likely it has one of the labels; asked again, it costs a look-up."""
        known: dict[tuple[str, ...], list[float]] = self.__dict__.setdefault("_probabilities", {})
        if labels not in known:
            columns = [self.labels.index(label) for label in labels if label in self.labels]
            known[labels] = self.likely[:, columns].sum(axis=1, dtype=float).tolist()
        return known[labels]

    def stretches(self) -> list[tuple[int, int, str]]:
        """Return the labelled stretches: first word, word after the last, label without its `B-` or `I-`."""
        found: list[tuple[int, int, str]] = []
        for at, label in enumerate(self.best):
            if label == OUT:
                continue
            begins, _, kind = label.rpartition("-")
            before = found[-1] if found else None
            if begins == "I" and before and before[1] == at and before[2] == kind:
                found[-1] = (before[0], at + 1, kind)
            else:
                found.append((at, at + 1, kind))
        return found


def tags_of(
    scores: Sequence[Scores], layers: Sequence[Layer], sentences: Sequence[tuple[int, int]]
) -> tuple[Tags, ...]:
    """Return the labels of each of some layers over the same words; all go through the sentences together."""
    most = max(len(layer.labels) for layer in layers)
    padded = np.full((len(layers), len(scores[0]), most), NEVER, np.float32)
    steps = np.full((len(layers), most, most), NEVER, np.float32)
    for at, layer in enumerate(layers):
        count = len(layer.labels)
        padded[at, :, :count] = scores[at]
        steps[at, :count, :count] = layer.transitions
    likely, best = chains(padded, steps, np.array(sentences, np.int64).reshape(-1, 2))
    return tuple(
        Tags(layer.labels, tuple(layer.labels[label] for label in best[at]), likely[at, :, : len(layer.labels)])
        for at, layer in enumerate(layers)
    )


def tags_by(impression: Impression, sentences: Sequence[tuple[int, int]]) -> dict[str, Tags]:
    """Return the labels that the network finds likely; none goes on that did not begin."""
    layers = [Layer(labels, _steps(labels)) for labels, _ in impression.labels.values()]
    found = tags_of([scores for _, scores in impression.labels.values()], layers, sentences)
    return dict(zip(impression.labels, found, strict=True))


@lru_cache(maxsize=32)
def _steps(labels: tuple[str, ...]) -> Scores:
    """Return which labels may follow each other, shape (labels, labels): 0 where they may."""
    goes_on = [[after[:2] == "I-" and before[2:] != after[2:] for after in labels] for before in labels]
    steps: Scores = np.where(goes_on, NEVER, 0).astype(np.float32)
    return steps
