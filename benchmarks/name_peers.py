"""What other tools say of two names, for our pairs (0 to 1, with 0.5 at their own cut) and for our cases.

They run in the peers' environment (`benchmarks/peers.txt`), so what only that has is imported when it is asked for.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from rapidfuzz.distance import JaroWinkler

CUT_OF_LOGIC_V2 = 0.7
CUT_OF_JARO_WINKLER = 0.88
"""The cuts that the findings used for their table."""


def _at_half(score: float, *, cut: float) -> float:
    """Return a score moved so that its own cut stands at 0.5."""
    return score / cut / 2 if score < cut else 0.5 + (score - cut) / (1 - cut) / 2


def jaro_winkler_same_name(one: str, other: str) -> float:
    """Compare as a stock Splink comparison would, after anyascii and with the words in order of the alphabet."""
    fold = import_module("anyascii").anyascii
    folded = [" ".join(sorted(fold(name).lower().split())) for name in (one, other)]
    return _at_half(float(JaroWinkler.similarity(*folded)), cut=CUT_OF_JARO_WINKLER)


@cache
def _logic_v2() -> tuple[Any, Any, Any]:
    algorithm = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    return (
        import_module("followthemoney").Dataset.make({"name": "pairs", "title": "pairs"}),
        algorithm,
        algorithm.default_config(),
    )


def _logic_v2_score(one: str, other: str) -> float:
    """Compare two persons of nothing but a name; each pair has references of its own, since results are remembered."""
    entity = import_module("followthemoney").StatementEntity
    dataset, algorithm, settings = _logic_v2()
    persons = [
        entity.from_data(dataset, {"schema": "Person", "id": f"{side}:{one}|{other}", "properties": {"name": [name]}})
        for side, name in (("l", one), ("r", other))
    ]
    return float(algorithm.compare(*persons, settings).score)


def logic_v2_same_name(one: str, other: str) -> float:
    """Compare two names as nomenklatura's logic-v2 does."""
    return _at_half(_logic_v2_score(one, other), cut=CUT_OF_LOGIC_V2)


class LogicV2Gallery:
    """A small gallery, every name of which logic-v2 compares with the query."""

    def __init__(self, gallery: Sequence[str]) -> None:
        """Hold the names."""
        self._names = tuple(gallery)

    def search(self, queries: Sequence[str], k: int) -> list[list[int]]:
        """Return for each query the places of its nearest names, best first; equals in the gallery's order."""
        return [self._nearest(query)[:k] for query in queries]

    def _nearest(self, query: str) -> list[int]:
        scores = [_logic_v2_score(query, name) for name in self._names]
        return sorted(range(len(scores)), key=lambda place: -scores[place])


def logic_v2(gallery: Sequence[str]) -> LogicV2Gallery:
    """Return the gallery that our ranking cases ask."""
    return LogicV2Gallery(gallery)
