"""The weighing model: a frozen, versioned table of how often each outcome is seen among pairs and among strangers."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from paradero.terms.resources import resource


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome: `m` among pairs that are one person, `u` among strangers (`None` where rarity gives it)."""

    m: float
    u: float | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Everything that weighs; two models are never mixed, since each explanation names the one that made it."""

    name: str
    base_rate: float
    """Share of enquiries that have a counterpart among the sightings."""
    least_sightings: int
    background_people: int
    threshold: float
    class_swap_bits: float
    slip_bits: float
    kin_per_match: float
    """Brothers and sisters among the sightings for each sought person who is there."""
    namesakes_per_match: float
    """Bearers of the whole name among the sightings for each sought person who is there."""
    rows: Mapping[str, Row]
    roles: Mapping[str, float]

    def bits(self, row: str, *, u: float | None = None) -> float:
        """Return the weight of an outcome such as `"home.agrees"`; `u` is given where the table leaves it to rarity."""
        entry = self.rows[row]
        return match_weight_bits(m=entry.m, u=u if u is not None else entry.u)

    def prior_bits(self, sightings: int) -> float:
        """Return the log odds, before anything is compared, that one given sighting is the sought person."""
        share = self.base_rate / max(sightings, self.least_sightings)
        return math.log2(share / (1 - share))


def match_weight_bits(*, m: float, u: float | None) -> float:
    """Return log2(m / u): above zero for the same person, below zero against.

    >>> round(match_weight_bits(m=0.9, u=0.01), 2)
    6.49
    """
    if u is None or not (0 < m <= 1 and 0 < u <= 1):
        raise ValueError(f"m and u are probabilities in (0, 1], not {m} and {u}")
    return math.log2(m / u)


def probability(total_bits: float) -> float:
    """Return the probability that stands for log odds in bits.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, total_bits)))


def _rows(table: Mapping[str, Any]) -> dict[str, Row]:
    found = {}
    for part, rows in table.items():
        for key, row in rows.items() if isinstance(rows, dict) else ():
            if isinstance(row, dict):
                found[f"{part}.{key}"] = Row(row["m"], row.get("u"), row["why"])
    return found


@cache
def load_model() -> Model:
    """Return the shipped model, read from `resources/names/model.toml`."""
    table = tomllib.loads(resource("names/model.toml").read_text(encoding="utf-8"))
    return Model(
        name=f"{table['model']}-{table['version']}",
        base_rate=table["base_rate"],
        least_sightings=table["least_sightings"],
        background_people=table["background_people"],
        threshold=table["threshold"],
        class_swap_bits=table["name"]["class_swap_bits"],
        slip_bits=table["name"]["slip_bits"],
        kin_per_match=table["name"]["kin_per_match"],
        namesakes_per_match=table["name"]["namesakes_per_match"],
        rows=_rows(table),
        roles=table["roles"],
    )


MODEL = load_model()
THRESHOLD = MODEL.threshold
"""Probability at or above which a candidate is proposed for people to judge."""
