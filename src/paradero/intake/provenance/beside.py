"""How two texts stand to all others: what the second question is asked with."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Odds = NDArray[np.float32]

COLUMNS = (
    *("odds alone", "best of one", "best of the other", "best bridge", "second bridge"),
    *("neighbours apart", "less than the best", "less than the other best"),
)
UNRELATED = -9.0
"""Log-odds of two texts that were not compared, since nothing speaks for one origin."""


def beside(odds: Odds, pairs: Sequence[tuple[int, int]]) -> Odds:
    """Return the columns of some pairs, shape (pairs, columns).

    Args:
        odds: Shape (texts, texts), the same both ways: the log-odds of each two, `UNRELATED` where not compared.
        pairs: The two places of each pair.
    """
    found = np.zeros((len(pairs), len(COLUMNS)), np.float32)
    for row, (one, other) in enumerate(pairs):
        found[row] = _of_pair(odds, one, other)
    return found


def _of_pair(odds: Odds, one: int, other: int) -> list[float]:
    here = float(odds[one, other])
    others = np.array([at for at in range(len(odds)) if at not in (one, other)], np.int64)
    of_one, of_other = odds[one, others], odds[other, others]
    met = np.minimum(of_one, of_other)
    bridges = np.sort(met[met > UNRELATED])[::-1]
    best = sorted((_most(of_one, here), _most(of_other, here)), reverse=True)
    near = np.maximum(of_one, of_other) > 0
    apart = float(np.abs(of_one[near] - of_other[near]).mean()) if near.any() else 0.0
    first = float(bridges[0]) if len(bridges) else here
    second = float(bridges[1]) if len(bridges) > 1 else first
    return [here, *best, first, second, apart, here - best[0], here - best[1]]


def _most(odds: Odds, otherwise: float) -> float:
    known = odds[odds > UNRELATED]
    return float(known.max()) if len(known) else otherwise
