"""Fits boosted trees whose levels each ask one question.

Source: Friedman, "Greedy Function Approximation", Annals of Statistics 29 (2001); the trees are those of Prokhorenkova
and others, "CatBoost: unbiased boosting with categorical features", NeurIPS 2018.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from paradero.terms.linear import Scores
from paradero.terms.trees import Trees

BINS = 32
"""Values of a column that are told apart, at most."""


@dataclass(frozen=True)
class Growth:
    """How trees are grown."""

    rounds: int = 120
    depth: int = 5
    rate: float = 0.08
    l2: float = 10.0
    share: float = 0.5
    """Of the columns, how many each tree may ask about."""
    seed: int = 1


USUAL = Growth()


def fit_trees(
    names: tuple[str, ...], items: Scores, right: NDArray[np.bool_], growth: Growth = USUAL
) -> Trees:  # it is frozen
    """Return trees that tell the right items from the others; `items` has a column for each name."""
    edges = [_edges(items[:, column]) for column in range(items.shape[1])]
    binned = np.empty(items.shape, np.uint8)
    for column, edge in enumerate(edges):
        binned[:, column] = np.searchsorted(edge, items[:, column], side="left")
    start = float(np.log(right.mean() / (1 - right.mean())))
    sums = np.full(len(items), start)
    chance = np.random.default_rng(growth.seed)
    columns = np.zeros((growth.rounds, growth.depth), np.int32)
    thresholds = np.zeros((growth.rounds, growth.depth), np.float32)
    values = np.zeros((growth.rounds, 1 << growth.depth), np.float32)
    for tree in range(growth.rounds):
        likely = 1 / (1 + np.exp(-sums))
        may_ask = np.flatnonzero(chance.random(items.shape[1]) < growth.share)
        asked, bins, leaves = _grown(binned, right - likely, likely * (1 - likely), may_ask, growth.depth, growth.l2)
        columns[tree] = asked
        thresholds[tree] = [
            edges[column][at] if at < len(edges[column]) else np.inf for column, at in zip(asked, bins, strict=True)
        ]
        values[tree] = growth.rate * _leaf_values(leaves, right - likely, likely * (1 - likely), growth)
        sums += values[tree][leaves]
    return Trees(names, columns, thresholds, values, start)


def fit_several(names: tuple[str, ...], items: Scores, right: NDArray[np.bool_], growth: Growth, several: int) -> Trees:
    """Return the mean of several fits that differ in which columns each tree may ask about: chance then weighs less."""
    fits = [fit_trees(names, items, right, replace(growth, seed=growth.seed + nth)) for nth in range(several)]
    return Trees(
        names,
        np.concatenate([fit.columns for fit in fits]),
        np.concatenate([fit.thresholds for fit in fits]),
        np.concatenate([fit.values / several for fit in fits]).astype(np.float32),
        fits[0].start,
    )


def _edges(column: Scores) -> Scores:
    """Return the thresholds that are tried for a column: its values where they are few, else its quantiles."""
    known = np.unique(column)
    if len(known) > BINS:
        known = np.unique(np.quantile(column, np.linspace(0, 1, BINS), method="nearest"))
    return (known[:-1] + np.diff(known) / 2).astype(np.float32)


def _leaf_values(leaves: NDArray[Any], gradient: NDArray[Any], weight: NDArray[Any], growth: Growth) -> NDArray[Any]:
    size = 1 << growth.depth
    sums = np.bincount(leaves, gradient, size)
    found: NDArray[Any] = sums / (np.bincount(leaves, weight, size) + growth.l2)
    return found


@njit(cache=True)
def _grown(binned: Any, gradient: Any, weight: Any, may_ask: Any, depth: int, l2: float) -> Any:
    """Return the columns asked about, the last bin of each that is answered no, and the leaf of each item."""
    items = binned.shape[0]
    leaves = np.zeros(items, np.int64)
    asked = np.zeros(depth, np.int64)
    bins = np.zeros(depth, np.int64)
    for level in range(depth):
        count = 1 << level
        best, best_column, best_bin = -np.inf, 0, 0
        for column in may_ask:
            gradients = np.zeros((count, BINS))
            weights = np.zeros((count, BINS))
            for item in range(items):
                gradients[leaves[item], binned[item, column]] += gradient[item]
                weights[leaves[item], binned[item, column]] += weight[item]
            gains = np.zeros(BINS)
            for leaf in range(count):
                all_g, all_w = gradients[leaf].sum(), weights[leaf].sum()
                left_g, left_w = 0.0, 0.0
                for at in range(BINS):
                    left_g += gradients[leaf, at]
                    left_w += weights[leaf, at]
                    right_g, right_w = all_g - left_g, all_w - left_w
                    gains[at] += left_g * left_g / (left_w + l2) + right_g * right_g / (right_w + l2)
            top = np.argmax(gains[: BINS - 1])
            if gains[top] > best:
                best, best_column, best_bin = gains[top], column, int(top)
        asked[level], bins[level] = best_column, best_bin
        for item in range(items):
            if binned[item, best_column] > best_bin:
                leaves[item] += count
    return asked, bins, leaves
