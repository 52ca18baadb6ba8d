"""The linkage task of the identity bench: sightings held against enquiries, with the base rate stated or worked out.

`linkage` works the base rate out from the two lists (never from the truth); `PARADERO_BENCH_BASE_RATE` states it
instead. `linkage_rare` states it for overlap .05, `linkage_stated` for overlap .6.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from paradero.identity import MODEL, Model, SightingIndex
from paradero.identity.rivals import among_rivals, reweighed, share_with_counterpart
from paradero.terms.matching import Explanation
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation

AGE_SAID_ON = date(2024, 12, 31)
"""The bench writes a said age as a year; on this day that age means exactly that year."""
CANDIDATES = 12
BASE_RATE = 0.75
"""Of 100 people .6 stand on both sides and .2 on the left alone: so many of the left have a counterpart."""
BASE_RATE_RARE = 0.05 / 0.525
"""The same at overlap .05: .05 on both sides, .475 on the left alone."""

Records = Sequence[Mapping[str, str]]
Scored = Iterator[tuple[int, int, float]]
Found = list[list[tuple[int, Explanation]]]
"""For each record of the left its candidates on the right, by place."""


def _birth(written: str) -> Birth | None:
    if written.startswith("~"):
        return Birth(age=AGE_SAID_ON.year - int(written[1:]), age_said_on=AGE_SAID_ON)
    if len(written) > 4:  # noqa: PLR2004  # more than a year
        return Birth(born_on=date.fromisoformat(written))
    return Birth(year=int(written)) if written else None


def described(record: Mapping[str, str]) -> Description:
    """Return what a record of the bench says of a person."""
    mother = record["mother"]
    return Description(
        names=(PersonName(as_written=record["name"]),),
        birth=_birth(record["birth"]),
        father_name=record["father"] or None,
        home=record["town"] or None,
        unit=record["unit"] or None,
        kin=(Kin(relation=Relation.MOTHER, name=mother),) if mother else (),
    )


def enquiries(right: Records, model: Model) -> SightingIndex:
    """Return the right side as an index of enquiries."""
    rows = ((str(place), described(record)) for place, record in enumerate(right))
    return SightingIndex(rows, holds="enquiries", model=model)


def candidates(left: Records, index: SightingIndex) -> Found:
    """Return the candidates of each record of the left."""
    return [[(int(ref), why) for ref, why in index.search(described(record), limit=CANDIDATES)] for record in left]


def scored(found: Found, *, weighed_with: float, base_rate: float | None) -> Scored:
    """Give each candidate the probability that it is the one; without a stated base rate it is worked out."""
    claims = [[why.match_weight_bits for _, why in some] for some in found]
    share = base_rate or share_with_counterpart(claims, base_rate=weighed_with, asked=len(found))
    for place, (some, bits) in enumerate(zip(found, claims, strict=True)):
        chances = among_rivals(reweighed(bits, weighed_with, share), base_rate=share)
        for (ref, _), chance in zip(some, chances, strict=True):
            yield place, ref, chance


def _linked(left: Records, right: Records, base_rate: float | None) -> Scored:
    model = replace(MODEL, base_rate=base_rate or BASE_RATE)
    found = candidates(left, enquiries(right, model))
    return scored(found, weighed_with=model.base_rate, base_rate=base_rate)


def linkage(left: Records, right: Records) -> Scored:
    """Give each sighting's candidates with the probability of a match, the base rate worked out or stated outside."""
    stated = os.environ.get("PARADERO_BENCH_BASE_RATE")
    return _linked(left, right, float(stated) if stated else None)


def linkage_stated(left: Records, right: Records) -> Scored:
    """Give the same with the base rate of overlap .6 stated."""
    return _linked(left, right, BASE_RATE)


def linkage_rare(left: Records, right: Records) -> Scored:
    """Give the same with the base rate of overlap .05 stated, and nothing else changed."""
    return _linked(left, right, BASE_RATE_RARE)
