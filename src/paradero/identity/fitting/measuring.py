"""How good the probabilities are, where the truth is known: among judged pairs, or in a measuring bench."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 15
ABOVE = 0.05
"""Pairs that are all but excluded would flatter the figures, so they are left out."""
_LEAST = 1e-9

Scored = Sequence[tuple[float, bool]]
"""Probability, and whether it is one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How probabilities of one band came true."""

    pairs: int
    said: float
    """Mean of the probabilities."""
    came: float
    """Share of the pairs that are one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The errors of the probabilities above `ABOVE`; `None` where there are too few pairs to say."""

    pairs: int
    ece: float | None
    """Expected calibration error over bins of equal count."""
    log_loss: float | None
    """In nats a pair."""
    bands: tuple[Reliability, ...]


def measure(scored: Iterable[tuple[float, bool]]) -> Measured:
    """Return how well probabilities came true.

    >>> measure([(0.9, True)] * 90 + [(0.9, False)] * 10).ece
    0.0
    """
    kept = sorted(((chance, is_one) for chance, is_one in scored if chance > ABOVE), key=lambda row: row[0])
    if len(kept) < BINS:
        return Measured(pairs=len(kept), ece=None, log_loss=None, bands=())
    loss = -sum(math.log(max(_LEAST, chance if is_one else 1 - chance)) for chance, is_one in kept) / len(kept)
    count = 1 if kept[0][0] == kept[-1][0] else BINS
    cuts = (kept[len(kept) * place // count : len(kept) * (place + 1) // count] for place in range(count))
    bands = tuple(_band(cut) for cut in cuts)
    ece = sum(band.pairs * abs(band.said - band.came) for band in bands) / len(kept)
    return Measured(pairs=len(kept), ece=round(ece, 4), log_loss=round(loss, 4), bands=bands)


def _band(rows: Scored) -> Reliability:
    said = sum(chance for chance, _ in rows) / len(rows)
    came = sum(is_one for _, is_one in rows) / len(rows)
    return Reliability(pairs=len(rows), said=round(said, 4), came=round(came, 4))


def best_threshold(scored: Scored, *, positives: int) -> tuple[float, float]:
    """Return the probability at which F1 is best, and that F1."""
    best, found, kept = (1.0, 0.0), 0, sorted(scored, key=lambda row: -row[0])
    for place, (chance, is_one) in enumerate(kept, start=1):
        found += is_one
        f1 = 2 * found / (place + positives)
        if f1 > best[1] and (place == len(kept) or kept[place][0] < chance):
            best = (chance, f1)
    return best


def f1_at(scored: Scored, threshold: float, *, positives: int) -> float:
    """Return F1 of the pairs at or above a threshold."""
    kept = [is_one for chance, is_one in scored if chance >= threshold]
    return 2 * sum(kept) / max(1, len(kept) + positives)


def recall_at(scored: Scored, precision: float, *, positives: int) -> float:
    """Return the largest share of one-person pairs found at a threshold whose precision is at least this."""
    best, found, kept = 0.0, 0, sorted(scored, key=lambda row: -row[0])
    for place, (chance, is_one) in enumerate(kept, start=1):
        found += is_one
        if found / place >= precision and (place == len(kept) or kept[place][0] < chance):
            best = found / max(1, positives)
    return best
