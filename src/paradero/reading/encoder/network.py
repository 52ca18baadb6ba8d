"""The network itself: a window's pieces and what is known of its words in, an impression of each word out.

The first layers of multilingual-e5-small (Wang et al. 2024), fitted to the corpus's labels, roles, fates and ties
together; ties are weighed by two projections of each pair of words (Dozat and Manning 2017) and by how far they stand
apart. Weights are whole numbers of eight bits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from paradero.reading.document import Document
from paradero.reading.encoder.known import known_of_words
from paradero.reading.encoder.pieces import Pieces
from paradero.reading.encoder.windows import Window, windows
from paradero.reading.impression import FATES, MANNERS, NOBODY, Impression
from paradero.terms.linear import Scores, read_words

Places = NDArray[np.int64]

NETWORK, TABLES = "encoder.onnx", "encoder.npz"
HARDLY = 0.02
"""A tie that is less likely is left out, and so are those of words that are less likely to have one."""
TIED = {
    "target": "claims",
    "speaker": "claims",
    "via": "claims",
    "kinto": "kin",
    "coref": "mentions",
}
"""In which layer a word has a label that has ties of a kind."""
ABOUT, SAME = "target", "coref"
"""The ties of which a word may have several, and that which looks back only."""
FURTHEST = 12
"""Distances are told apart in so many steps to either side."""


@dataclass(frozen=True)
class Encoder:
    """The network with its pieces of words and the names of its answers."""

    pieces: Pieces
    known: tuple[str, ...]
    """What may be known of a word."""
    into: Scores
    """Of each, what is added to the vector of the word's first piece."""
    beside: Scores
    """Of each, what stands beside the word's answer of the layers."""
    apart: Scores
    """Shape (ties, steps): what speaks for a tie over each distance."""
    ties: tuple[str, ...]
    layers: Mapping[str, tuple[str, ...]]
    """The labels of each layer."""
    roles: tuple[str, ...]
    network: bytes

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(self.network, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.known)}

    def impression(self, document: Document) -> Impression:
        """Return what the network makes of a document."""
        count = len(document.tokens)
        known = known_of_words(document)
        found = {name: np.zeros((count, size), np.float32) for name, size in self._sizes.items()}
        ties: dict[str, dict[int, dict[int, float]]] = {tie: {} for tie in self.ties}
        for window in windows(document, self.pieces):
            answers, *projected = self._read(window, known[window.start : window.end])
            ends = np.cumsum(list(self._sizes.values()))
            of_window = dict(zip(self._sizes, np.split(answers, ends[:-1], axis=1), strict=True))
            for name, of_words in of_window.items():
                found[name][window.start : window.end] = of_words
            for at, tie in enumerate(self.ties):
                some = np.nonzero(1 - np.exp(_logs(of_window[TIED[tie]])[:, 0]) > HARDLY)[0]
                _put(ties[tie], tie, some, self._weighed(at, some, *projected), window.start)
        fates = _yes(found["fates"])
        return Impression(
            labels={layer: (labels, _logs(found[layer])) for layer, labels in self.layers.items()},
            roles=np.exp(_logs(found["roles"])),
            manners=np.exp(_logs(found["manners"])),
            told=fates[:, : len(FATES)],
            stands=fates[:, len(FATES) :],
            ties=ties,
        )

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """The columns of each answer, in order."""
        sizes = {layer: len(labels) for layer, labels in self.layers.items()}
        return sizes | {"roles": len(self.roles), "manners": len(MANNERS), "fates": 2 * len(FATES)}

    def _read(self, window: Window, known: Sequence[Sequence[str]]) -> Sequence[Scores]:
        """Return the answers of a window's words, both projections of each for each tie, and what speaks for nobody."""
        rows = [[row for name in of_word if (row := self._rows.get(name)) is not None] for of_word in known]
        holds = np.zeros((len(rows), len(self.known)), np.float32)
        holds[np.repeat(np.arange(len(rows)), [len(row) for row in rows]), [at for row in rows for at in row]] = 1
        put = self.pieces.vectors(window.pieces)
        np.add.at(put, np.array(window.first), holds @ self.into)
        asked = {
            "pieces": put,
            "first": np.array(window.first),
            "last": np.array(window.last),
            "known": holds @ self.beside,
        }
        found: Sequence[Scores] = self._session.run(None, asked)
        return found

    def _weighed(self, tie: int, some: Places, one: Scores, other: Scores, nobody: Scores) -> Scores:
        """Return how far some words are tied to every word, shape (some, words + 1); the last column is nobody."""
        count = other.shape[1]
        apart = self.apart[tie][steps_apart(some[:, None] - np.arange(count)[None])]
        weighed = one[tie, some] @ other[tie].T / np.float32(np.sqrt(one.shape[2])) + apart
        return np.concatenate([weighed, nobody[some, tie, None]], axis=1)


def steps_apart(apart: Places) -> Places:
    """Return the step of each distance in words."""
    steps = np.minimum(FURTHEST - 1, np.floor(np.log2(np.abs(apart) + 1) * 1.5)).astype(np.int64)
    found: Places = np.where(apart > 0, steps, -steps) + FURTHEST
    return found


def _put(ties: dict[int, dict[int, float]], tie: str, some: Places, scores: Scores, start: int) -> None:
    """Write down to whom some words are likely tied."""
    count = scores.shape[1] - 1
    if tie == SAME:
        scores[:, :count][np.arange(count)[None] >= some[:, None]] = -np.inf
    likely = _yes(scores) if tie == ABOUT else np.exp(_logs(scores))
    for row, other in zip(*(found.tolist() for found in np.nonzero(likely > HARDLY)), strict=True):
        to = NOBODY if other == count else start + other
        ties.setdefault(start + int(some[row]), {})[to] = float(likely[row, other])


def _logs(scores: Scores) -> Scores:
    apart = scores - scores.max(axis=1, keepdims=True)
    found: Scores = apart - np.log(np.exp(apart).sum(axis=1, keepdims=True))
    return found


def _yes(scores: Scores) -> Scores:
    found: Scores = 1 / (1 + np.exp(-scores.clip(-30, 30)))
    return found


def opened(folder: Path) -> Encoder:
    """Return the network that training put into a folder."""
    with np.load(folder / TABLES, allow_pickle=False) as stored:
        layers = read_words(stored, "layers")
        return Encoder(
            pieces=Pieces(
                pieces=read_words(stored, "pieces"),
                likely=stored["likely"],
                halves=stored["halves"],
                scales=stored["scales"],
            ),
            known=read_words(stored, "known"),
            into=stored["into"].astype(np.float32),
            beside=stored["beside"].astype(np.float32),
            apart=stored["apart"].astype(np.float32),
            ties=read_words(stored, "ties"),
            layers={layer: read_words(stored, f"{layer}.labels") for layer in layers},
            roles=read_words(stored, "roles"),
            network=(folder / NETWORK).read_bytes(),
        )
