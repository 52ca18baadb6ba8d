"""Whether a threshold chosen on some seeds of the linkage task holds on others: prints one line of JSON.

PYTHONPATH=<the identity bench> python -m benchmarks.threshold_transfer PEOPLE
"""

import json
import sys
from collections.abc import Sequence

from benchmarks.adapters import linkage
from benchmarks.fit_model import task

CHOSEN_ON, TRIED_ON = range(1, 6), range(6, 10)
Scored = Sequence[tuple[float, bool]]


def f1_at(threshold: float, scored: Scored, pairs: int) -> float:
    """Return F1 of the candidates at or above a threshold, of `pairs` that there are to find."""
    said = [is_pair for score, is_pair in scored if score >= threshold]
    return 2 * sum(said) / (len(said) + pairs) if said else 0.0


def best_threshold(scored: Scored, pairs: int) -> float:
    """Return the score from which on F1 is best; equal scores stand or fall together."""
    ordered = sorted(scored, reverse=True)
    best, at, right = 0.0, 1.0, 0
    for place, (score, is_pair) in enumerate(ordered, start=1):
        right += is_pair
        if place == len(ordered) or ordered[place][0] < score:
            f1 = 2 * right / (place + pairs)
            best, at = max((best, at), (f1, score), key=lambda row: row[0])
    return at


def _scored(seed: int, people: int) -> tuple[Scored, int]:
    given = task(seed, people)
    found = linkage(given.left, given.right)
    return [(score, (a, b) in given.truth) for a, b, score in found], len(given.truth)


def _pooled(seeds: range, people: int) -> tuple[Scored, int]:
    parts = [_scored(seed, people) for seed in seeds]
    return [row for scored, _ in parts for row in scored], sum(pairs for _, pairs in parts)


def main() -> None:
    """Choose on seeds 1 to 5, try on 6 to 9, and print what was lost against the best that 6 to 9 allow."""
    people = int(sys.argv[1])
    chosen = best_threshold(*_pooled(CHOSEN_ON, people))
    scored, pairs = _pooled(TRIED_ON, people)
    best = f1_at(best_threshold(scored, pairs), scored, pairs)
    there = f1_at(chosen, scored, pairs)
    said = {"people": people, "threshold": round(chosen, 4), "f1": round(there, 4), "f1_lost": round(best - there, 4)}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
