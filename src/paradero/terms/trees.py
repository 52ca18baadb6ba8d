"""Boosted trees that ask the same question of all leaves of a level, as plain tables. They are trained elsewhere.

A tree of depth 5 is five columns, five thresholds and 32 values: an item's answers are the place of its value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paradero.terms.linear import Scores, read_words

Places = NDArray[np.int32]


@dataclass(frozen=True)
class Trees:
    """A yes-or-no question answered by the sum of many small trees."""

    names: tuple[str, ...]
    """What each column of an item says."""
    columns: Places
    """Shape (trees, depth)."""
    thresholds: Scores
    """Shape (trees, depth): the answer is yes above it."""
    values: Scores
    """Shape (trees, 2 ** depth)."""
    start: float
    """What is added to the values, in logits."""

    def probability(self, items: Scores) -> Scores:
        """Return for each item, shape (items, columns), how likely yes is, from 0 to 1."""
        answers = items[:, self.columns] > self.thresholds
        places = answers @ (1 << np.arange(self.columns.shape[1]))
        sums: Scores = self.values[np.arange(len(self.columns)), places].sum(axis=1) + self.start
        likely: Scores = (1 / (1 + np.exp(-sums))).astype(np.float32)
        return likely

    def tables(self, name: str) -> dict[str, Sequence[str] | Scores]:
        """Return what is to be stored under a name."""
        return {
            f"{name}.names": self.names,
            f"{name}.columns": self.columns.astype(np.float32),
            f"{name}.thresholds": self.thresholds,
            f"{name}.values": self.values,
            f"{name}.start": np.array([self.start], np.float32),
        }


def read_trees(stored: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
    """Return the trees that were stored under a name."""
    return Trees(
        names=read_words(stored, f"{name}.names"),
        columns=stored[f"{name}.columns"].astype(np.int32),
        thresholds=stored[f"{name}.thresholds"].astype(np.float32),
        values=stored[f"{name}.values"].astype(np.float32),
        start=float(stored[f"{name}.start"].astype(np.float32)[0]),
    )
