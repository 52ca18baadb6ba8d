"""The product as the measuring benches of the findings call it: retrieval, linkage, same_name, reading and origins.

Run from the project's root, with the identity bench's folder on the path:

    PYTHONPATH=../shared/bench/identity python -m parabench retrieval -m benchmarks.adapters:retrieval --gallery 10000
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.linking import (  # handed on to the linkage bench
    linkage as linkage,  # noqa: PLC0414
    linkage_rare as linkage_rare,  # noqa: PLC0414
    linkage_stated as linkage_stated,  # noqa: PLC0414
)
from benchmarks.origins_adapter import origins as origins  # noqa: PLC0414  # handed on to whoever measures origins
from paradero.identity.asked_names import texts_of
from paradero.identity.same_name import same_name as same_name  # noqa: PLC0414  # handed on to the list of pairs
from paradero.identity.search.names_index import NamesIndex
from paradero.identity.search.stored import read_manifest, write_manifest
from paradero.identity.search.symbols import rigour_symbols
from paradero.terms.person import Description, PersonName

if find_spec("benchmarks.reading_adapter") is not None:
    from benchmarks.reading_adapter import (  # handed on to the reading bench
        reading as reading,  # noqa: PLC0414
        reading_by_rules as reading_by_rules,  # noqa: PLC0414
    )


class Retrieval:
    """An index of bare names, asked with bare names: what a search looks through before it compares in full."""

    def __init__(self, index: NamesIndex) -> None:
        """Search an index that holds each name under its place in the gallery."""
        self._index = index

    def save(self, folder: Path) -> None:
        """Put the index on the disk."""
        write_manifest(folder, self._index.put(folder))

    def search(self, queries: Sequence[str], k: int) -> list[list[int]]:
        """Return for each query the places of its nearest names, best first."""
        people = [texts_of(Description(names=(PersonName(as_written=query),))) for query in queries]
        return [[place for place, _ in row] for row in self._index.search_each(people, k)]


def retrieval_with_symbols(gallery: Sequence[str]) -> Retrieval:
    """Return the same with the symbols of the extra `[symbols]`."""
    return Retrieval(NamesIndex(gallery, symbols=rigour_symbols()))


def opened(folder: Path) -> Retrieval:
    """Return the index that `save` put into a folder."""
    return Retrieval(NamesIndex.opened(folder, read_manifest(folder)["parts"]))


def retrieval(gallery: Sequence[str]) -> Retrieval:
    """Return the index that the bench searches."""
    return Retrieval(NamesIndex(gallery))
