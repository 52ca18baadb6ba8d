"""Linear models as plain tables: a weight for each feature and label, added up. They are trained elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
BIAS = "bias"
"""The feature that every item of a choice has."""


@dataclass(frozen=True)
class Linear:
    """Weights of features for some columns; a feature it never saw counts nothing."""

    vocabulary: tuple[str, ...]
    weights: Scores
    """Shape (features, columns)."""

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {feature: row for row, feature in enumerate(self.vocabulary)}

    def scores(self, items: Sequence[Sequence[str]]) -> Scores:
        """Return the sum of each item's weights, shape (items, columns)."""
        rows = self._rows
        found = [[row for feature in item if (row := rows.get(feature)) is not None] for item in items]
        sums = np.zeros((len(items), self.weights.shape[1]), np.float32)
        filled = [at for at, row in enumerate(found) if row]
        if filled:
            starts = np.cumsum([0, *(len(found[at]) for at in filled[:-1])])
            flat = np.fromiter((row for at in filled for row in found[at]), np.int64)
            sums[filled] = np.add.reduceat(self.weights[flat], starts, axis=0)
        return sums


@dataclass(frozen=True)
class Choice:
    """A yes-or-no question answered by a linear model."""

    linear: Linear

    def probability(self, items: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Return for each item how likely yes is, from 0 to 1."""
        scores = self.linear.scores([[BIAS, *item] for item in items])[:, 0]
        return (1 / (1 + np.exp(-scores))).astype(np.float32)


def write_tables(file: Path, tables: Mapping[str, Linear], **more: Sequence[str] | Scores) -> None:
    """Write linear models into one file; nothing in it is code."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, linear in tables.items():
        arrays[f"{name}.vocabulary"] = np.frombuffer("\n".join(linear.vocabulary).encode(), np.uint8)
        arrays[f"{name}.weights"] = linear.weights.astype(np.float16)
    for name, value in more.items():
        arrays[name] = value if isinstance(value, np.ndarray) else np.frombuffer("\n".join(value).encode(), np.uint8)
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]  # numpy's own types forbid what it documents


def read_table(stored: Mapping[str, NDArray[np.generic]], name: str) -> Linear:
    """Return one linear model of a file that `write_tables` wrote, opened by numpy without pickles."""
    return Linear(read_words(stored, f"{name}.vocabulary"), stored[f"{name}.weights"].astype(np.float32))


def read_words(stored: Mapping[str, NDArray[np.generic]], name: str) -> tuple[str, ...]:
    """Return a list of words of such a file."""
    return tuple(stored[name].tobytes().decode().split("\n"))


def softmax(scores: Scores) -> Scores:
    """Return scores, shape (items, labels), as likelihoods that add up to 1 for each item."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=1, keepdims=True)
    return shares
