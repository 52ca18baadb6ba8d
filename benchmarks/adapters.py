"""The product as the measuring benches of the findings call it: retrieval, linkage, same_name and reading.

Run from the project's root, with the identity bench's folder on the path:

    PYTHONPATH=../shared/bench/identity python -m parabench retrieval -m benchmarks.adapters:retrieval --gallery 10000
"""

from collections.abc import Sequence
from importlib.util import find_spec

from benchmarks.linking import (  # handed on to the linkage bench
    linkage as linkage,  # noqa: PLC0414
    linkage_rare as linkage_rare,  # noqa: PLC0414
    linkage_stated as linkage_stated,  # noqa: PLC0414
)
from paradero.identity import SightingIndex
from paradero.identity.same_name import same_name as same_name  # noqa: PLC0414  # handed on to the list of pairs
from paradero.terms.person import Description, PersonName

if find_spec("benchmarks.reading_adapter") is not None:
    from benchmarks.reading_adapter import reading as reading  # noqa: PLC0414  # handed on to the reading bench


class Retrieval:
    """An index of bare names, asked with bare names."""

    def __init__(self, gallery: Sequence[str]) -> None:
        """Hold each name under its place in the gallery."""
        self._index = SightingIndex((str(place), _named(name)) for place, name in enumerate(gallery))

    def search(self, queries: Sequence[str], k: int) -> list[list[int]]:
        """Return for each query the places of its nearest names, best first."""
        return [[int(ref) for ref, _ in self._index.search(_named(query), limit=k)] for query in queries]


def retrieval(gallery: Sequence[str]) -> Retrieval:
    """Return the index that the bench searches."""
    return Retrieval(gallery)


def _named(name: str) -> Description:
    return Description(names=(PersonName(as_written=name),))
