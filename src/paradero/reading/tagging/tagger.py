"""Linear-chain labels of words, several layers over one set of features (Lafferty, McCallum and Pereira 2001)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from paradero.reading.document import Document
from paradero.reading.linear import Linear, Scores, read_table, read_words, write_tables
from paradero.reading.tagging.chains import NEVER, chains
from paradero.reading.tagging.features import features

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


@dataclass(frozen=True)
class Tagger:
    """All layers; their columns stand beside each other in one table."""

    linear: Linear
    layers: Mapping[str, Layer]

    def tag(self, document: Document) -> dict[str, Tags]:
        """Return the labels of each layer."""
        scores = self.linear.scores(features(document))
        ends = np.cumsum([len(layer.labels) for layer in self.layers.values()])
        found = tags_of(np.split(scores, ends[:-1], axis=1), list(self.layers.values()), document.sentences)
        return dict(zip(self.layers, found, strict=True))

    def put(self, file: Path) -> None:
        """Write the tagger into a file."""
        more: dict[str, Sequence[str] | Scores] = {"layers": tuple(self.layers)}
        for name, layer in self.layers.items():
            more[f"{name}.labels"] = layer.labels
            more[f"{name}.transitions"] = layer.transitions
        write_tables(file, {"tags": self.linear}, **more)


def opened(file: Path) -> Tagger:
    """Return the tagger that `put` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        layers = {
            name: Layer(read_words(stored, f"{name}.labels"), stored[f"{name}.transitions"].astype(np.float32))
            for name in read_words(stored, "layers")
        }
        return Tagger(read_table(stored, "tags"), layers)


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
