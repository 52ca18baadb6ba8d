"""Fits a choice among several: conditional logit, some options of each group being right.

Source: McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior" (1974).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paradero.terms.linear import Linear

Group = tuple[Sequence[Sequence[str]], int | Collection[int]]
"""The features of each option, and the place of the right one, or the places of those of which any is right."""
Floats = NDArray[np.float64]


def fit_ranking(groups: Iterable[Group], *, l2: float = 4.0, seen: int = 2, rounds: int = 100) -> Linear:
    """Return weights by which a right option of each group gets the highest score.

    Args:
        groups: What there is to learn from; a group without a right option says nothing.
        l2: How strongly large weights are held down.
        seen: A feature counts from so many options on.
        rounds: Steps of L-BFGS, at most.
    """
    from scipy.optimize import minimize  # noqa: PLC0415  # only who trains has it

    table = _Table([(options, _places(right)) for options, right in groups if _places(right)], seen)
    start = np.zeros(len(table.vocabulary))
    found = minimize(table.loss, start, args=(l2,), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return Linear(table.vocabulary, found.x.astype(np.float32)[:, None])


def _places(right: int | Collection[int]) -> list[int]:
    return [right] if isinstance(right, int) else sorted(right)


class _Table:
    """The options of all groups below each other."""

    def __init__(self, groups: Sequence[tuple[Sequence[Sequence[str]], list[int]]], seen: int) -> None:
        from scipy.sparse import csr_matrix  # noqa: PLC0415  # only who trains has it

        counted = Counter(feature for options, _ in groups for option in options for feature in set(option))
        self.vocabulary = tuple(feature for feature, count in counted.items() if count >= seen)
        column = {feature: at for at, feature in enumerate(self.vocabulary)}
        rows = [
            [column[f] for f in dict.fromkeys(option) if f in column] for options, _ in groups for option in options
        ]
        pointers = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
        flat = np.fromiter((at for row in rows for at in row), np.int64)
        self.options: Any = csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(column)))
        lengths = [len(options) for options, _ in groups]
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        self.group = np.repeat(np.arange(len(groups)), lengths)
        self.right = np.array([s + at for s, (_, places) in zip(self.starts, groups, strict=True) for at in places])
        rights = [len(places) for _, places in groups]
        self.right_group = np.repeat(np.arange(len(groups)), rights)
        self.right_starts = np.concatenate([[0], np.cumsum(rights)[:-1]]).astype(np.int64)

    def loss(self, weights: Floats, l2: float) -> tuple[float, Floats]:
        """Return minus the logarithm of the likelihood with its penalty, and the gradient."""
        scores = self.options @ weights
        grown = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.group])
        sums = np.add.reduceat(grown, self.starts)
        right = grown[self.right]
        right_sums = np.add.reduceat(right, self.right_starts)
        expected = grown / sums[self.group]
        np.subtract.at(expected, self.right, right / right_sums[self.right_group])
        value = np.log(sums).sum() - np.log(right_sums).sum() + l2 / 2 * weights @ weights
        return float(value), self.options.T @ expected + l2 * weights
