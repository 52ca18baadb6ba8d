"""Keeps nearer outcomes at least as telling as farther ones."""

from collections.abc import Mapping, Sequence

from paradero.identity.fitting.outcomes import ORDERS


def in_order(m: Mapping[str, float], u: Mapping[str, float]) -> dict[str, float]:
    """Return m with every order of `ORDERS` kept: where a farther outcome would weigh more, both weigh the same.

    Neighbours that stand the wrong way round are pooled (isotonic regression), so what they weigh together stays.
    A row without a u of its own stands in no order.

    >>> mended = in_order(
    ...     {"home.agrees": 0.7, "home.near": 0.0001, "home.differs": 0.3},
    ...     {"home.agrees": 0.01, "home.near": 0.01, "home.differs": 0.98},
    ... )
    >>> round(mended["home.near"], 4), round(mended["home.differs"], 4)
    (0.003, 0.2971)
    """
    kept = dict(m)
    for order in ORDERS:
        kept |= _pooled([row for row in order if row in m and row in u], kept, u)
    return kept


def _pooled(rows: Sequence[str], m: Mapping[str, float], u: Mapping[str, float]) -> dict[str, float]:
    pools: list[tuple[list[str], float, float]] = []
    for row in rows:
        pools.append(([row], m[row], u[row]))
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] < pools[-1][1] / pools[-1][2]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    return {row: u[row] * among_pairs / among_strangers for some, among_pairs, among_strangers in pools for row in some}
