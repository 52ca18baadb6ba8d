"""The product as the measuring benches of the findings call it: retrieval, linkage, same_name and reading.

Run from the project's root, with the identity bench's folder on the path:

    PYTHONPATH=../shared/bench/identity python -m parabench retrieval -m benchmarks.adapters:retrieval --gallery 10000
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec

from paradero.identity import MODEL, SightingIndex
from paradero.identity.same_name import same_name as same_name  # noqa: PLC0414  # handed on to the list of pairs
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation

if find_spec("benchmarks.reading_adapter") is not None:
    from benchmarks.reading_adapter import reading as reading  # noqa: PLC0414  # handed on to the reading bench

AGE_SAID_ON = date(2024, 12, 31)
"""The bench writes a said age as a year; on this day that age means exactly that year."""
COUNTERPARTS = 0.75
"""Share of the linkage bench's records that have a counterpart at its stated overlap of .6: the base rate."""
CANDIDATES = 12


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


def _birth(written: str) -> Birth | None:
    if written.startswith("~"):
        return Birth(age=AGE_SAID_ON.year - int(written[1:]), age_said_on=AGE_SAID_ON)
    if len(written) > 4:  # noqa: PLR2004  # more than a year
        return Birth(born_on=date.fromisoformat(written))
    return Birth(year=int(written)) if written else None


def _described(record: Mapping[str, str]) -> Description:
    mother = record["mother"]
    return Description(
        names=(PersonName(as_written=record["name"]),),
        birth=_birth(record["birth"]),
        father_name=record["father"] or None,
        home=record["town"] or None,
        unit=record["unit"] or None,
        kin=(Kin(relation=Relation.MOTHER, name=mother),) if mother else (),
    )


def linkage(left: Sequence[Mapping[str, str]], right: Sequence[Mapping[str, str]]) -> Iterator[tuple[int, int, float]]:
    """Give each sighting's candidates among the enquiries with the probability of a match."""
    model = replace(MODEL, base_rate=COUNTERPARTS)
    index = SightingIndex(
        ((str(place), _described(record)) for place, record in enumerate(right)), holds="enquiries", model=model
    )
    for place, record in enumerate(left):
        for ref, explanation in index.search(_described(record), limit=CANDIDATES):
            yield place, int(ref), explanation.probability
