"""Pairs made by chance from known m and u, so that a fit can be held against the truth."""

from collections.abc import Mapping
from random import Random  # noqa: TID251  # seeded by the test

from paradero.identity.fitting import Cell, Pattern, Seen

Table = Mapping[str, Mapping[str, tuple[float, float]]]
"""By field: each row with the m and u that are true of it."""

WORLD: Table = {
    "home": {"home.agrees": (0.85, 0.02), "home.near": (0.05, 0.03), "home.differs": (0.10, 0.95)},
    "unit": {"unit.agrees": (0.60, 0.01), "unit.number_agrees": (0.20, 0.03), "unit.differs": (0.20, 0.96)},
    "birth": {
        "birth.same_year": (0.75, 0.04),
        "birth.year_one_off": (0.15, 0.08),
        "birth.year_two_off": (0.08, 0.08),
        "birth.year_far": (0.02, 0.80),
    },
    "side": {"side.agrees": (0.95, 0.5), "side.differs": (0.05, 0.5)},
}
NAME_U = 0.0005
"""How common every given name of this world is."""
GIVEN_M = 0.92


def _cells(chance: Random, *, one: bool) -> tuple[Cell, ...]:
    cells = []
    for field, rows in WORLD.items():
        if chance.random() < 0.2:
            continue  # one side does not say
        weights = [pair[0 if one else 1] for pair in rows.values()]
        cells.append(Cell(field, chance.choices(list(rows), weights=weights)[0], field))
    agrees = chance.random() < (GIVEN_M if one else NAME_U)
    row = "name.given_name_agrees" if agrees else "name.given_name_differs"
    cells.append(Cell("given_name", row, "given_name", NAME_U if agrees else None, differs=not agrees))
    return tuple(cells)


def world(seed: int, *, sightings: int = 1500, base_rate: float = 0.4, candidates: int = 8) -> tuple[Seen, list[bool]]:
    """Return what the pairs of a made world show, and which of the candidates are one person."""
    chance = Random(seed)  # noqa: S311  # no secret
    patterns, truth = [], []
    for group in range(sightings):
        there = chance.random() < base_rate
        for place in range(candidates):
            truth.append(there and place == 0)
            patterns.append(Pattern(cells=_cells(chance, one=truth[-1]), group=group))
    random = [Pattern(cells=_cells(chance, one=False), group=group) for group in range(10_000)]
    return Seen(candidates=patterns, random=random, asked=sightings, held=candidates), truth
