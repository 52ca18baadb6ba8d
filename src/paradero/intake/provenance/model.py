"""Weighs what speaks for two texts having one origin; it is fitted on invented stories (`docs/models/`).

Boosted trees and a logistic regression each answer, and the mean of their log-odds counts. They are asked twice: of the
two texts alone, and then with how both stand to all others, for a bridge between two texts is evidence, and so is it
that one is far nearer to others. A regression then weighs two groups of texts, by the odds of all their pairs and by
whether each has a text that reads like the beginning of its news.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paradero.terms.linear import read_words
from paradero.terms.resources import resource
from paradero.terms.trees import Trees, read_trees

Table = NDArray[np.float32]
FILE = "models/origins.npz"
MOST = 9.0
"""Log-odds that no single answer goes beyond."""


@dataclass(frozen=True)
class Weights:
    """A logistic regression over columns that are brought to one spread."""

    mean: Table
    spread: Table
    weights: Table
    bias: float

    def log_odds(self, items: Table) -> Table:
        """Return the log-odds of each item, shape (items,)."""
        found: Table = (((items - self.mean) / self.spread) @ self.weights + self.bias).astype(np.float32)
        return found

    def tables(self, name: str) -> dict[str, Table]:
        """Return what is to be stored under a name."""
        bias = np.array([self.bias], np.float32)
        return {
            f"{name}.mean": self.mean,
            f"{name}.spread": self.spread,
            f"{name}.weights": self.weights,
            f"{name}.bias": bias,
        }


@dataclass(frozen=True)
class Stage:
    """One question put to trees and to a regression."""

    trees: Trees
    weights: Weights

    def log_odds(self, items: Table) -> Table:
        """Return the mean of both answers, shape (items,)."""
        if not len(items):
            return np.zeros(0, np.float32)
        likely = self.trees.probability(items).clip(1e-4, 1 - 1e-4)
        both: Table = (np.log(likely / (1 - likely)) + self.weights.log_odds(items)) / 2
        return both.clip(-MOST, MOST)

    def tables(self, name: str) -> dict[str, Sequence[str] | Table]:
        """Return what is to be stored under a name."""
        return {**self.trees.tables(f"{name}.trees"), **self.weights.tables(name)}


@dataclass(frozen=True)
class OriginModel:
    """Both stages, and from where on two texts count as one origin."""

    columns: tuple[str, ...]
    """What the first stage is asked, by the names of `likeness`; the second has those of `beside` after them."""
    alone: Stage
    among: Stage
    original: Weights
    """What the manner of a text says of whether its news began with it (`originality`)."""
    groups: Weights
    """What is weighed between two groups (`joining`)."""
    one_from: float
    """Log-odds from which groups are one: below zero, for an uncertain link counts as one origin."""
    sure_from: float
    """Log-odds from which a link is not called uncertain."""


def read_model(stored: Mapping[str, NDArray[np.generic]]) -> OriginModel:
    """Return the model that training stored; nothing in it is code."""
    bounds = stored["bounds"].astype(np.float32).tolist()
    return OriginModel(
        read_words(stored, "columns"),
        _stage(stored, "alone"),
        _stage(stored, "among"),
        _weights(stored, "original"),
        _weights(stored, "groups"),
        *bounds,
    )


def _stage(stored: Mapping[str, NDArray[np.generic]], name: str) -> Stage:
    return Stage(read_trees(stored, f"{name}.trees"), _weights(stored, name))


def _weights(stored: Mapping[str, NDArray[np.generic]], name: str) -> Weights:
    mean, spread, weights, bias = (
        stored[f"{name}.{part}"].astype(np.float32) for part in ("mean", "spread", "weights", "bias")
    )
    return Weights(mean, spread, weights, float(bias[0]))


def opened(file: Path) -> OriginModel:
    """Return the model of a file."""
    with np.load(file, allow_pickle=False) as stored:
        return read_model(stored)


@lru_cache(maxsize=1)
def shipped() -> OriginModel:
    """Return the model that comes with Paradero, read at the first call."""
    return opened(resource(FILE))
