"""Candidates that claim one sighting: at most one of the enquiries is for the person it shows."""

import math
from collections.abc import Sequence

_LARGEST_BITS = 60.0
_LARGEST_SHARE = 0.99
_ROUNDS = 50
_STILL_MOVING = 1e-6


def among_rivals(weights_bits: Sequence[float], *, base_rate: float) -> list[float]:
    """Return for each claim on one sighting the probability that it is the right one, the others reckoned with.

    Weighed alone, two enquiries for namesakes are each likely; together they share one probability, with "none of
    them" as a claim of its own. Enquiries that two relatives made for one man are no rivals: give one of them.

    Args:
        weights_bits: The match weight of each enquiry for this sighting, its prior included.
        base_rate: Share of the sightings that have a counterpart among the enquiries, as the weights' prior has it.

    >>> [round(chance, 2) for chance in among_rivals([3.0, 3.0, -20.0], base_rate=0.75)]
    [0.49, 0.49, 0.0]
    """
    odds = [2 ** max(-_LARGEST_BITS, min(_LARGEST_BITS, bits)) for bits in weights_bits]
    every = 1 - min(base_rate, _LARGEST_SHARE) + sum(odds)
    return [one / every for one in odds]


def share_with_counterpart(claims: Sequence[Sequence[float]], *, base_rate: float, asked: int) -> float:
    """Return what share of the sightings seems to have a counterpart, from the weights alone.

    The share that was stated is only the beginning: each round counts the counterparts that the last share makes
    likely. The weights of evidence stay as they are, so nothing is fitted to the data but this one number.

    Args:
        claims: For each sighting the match weights of its enquiries, weighed with `base_rate`.
        base_rate: The share that those weights' prior has.
        asked: How many sightings there are, those that nobody claims too.

    Source: Saerens, Latinne and Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori Probabilities",
    Neural Computation 14 (2002).
    """
    share = min(base_rate, _LARGEST_SHARE)
    for _ in range(_ROUNDS):
        expected = sum(sum(among_rivals(reweighed(some, base_rate, share), base_rate=share)) for some in claims)
        following = min(_LARGEST_SHARE, max(1e-6, expected / max(1, asked)))
        if abs(following - share) < _STILL_MOVING:
            break
        share = following
    return share


def reweighed(weights_bits: Sequence[float], before: float, after: float) -> list[float]:
    """Return match weights as they would be with another base rate."""
    return [bits + math.log2(after / before) for bits in weights_bits]
