"""The weighing model: a frozen, versioned table of how often each outcome is seen among pairs and among strangers."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from paradero.terms.refusal import Refusal
from paradero.terms.resources import resource

SHIPPED = "names/model.toml"


class ModelRefused(Refusal):
    """A file cannot be used as a weighing model."""


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome: `m` among pairs that are one person, `u` among strangers (`None` where rarity gives it)."""

    m: float
    u: float | None
    why: str
    stated_m: float | None = None
    """What was stated before m was fitted; `None` where m is as stated."""
    stated_u: float | None = None
    seen: int | None = None
    """How many matches were expected to show it in the data it was fitted on."""

    def as_stated(self) -> "Row":
        """Return the row as it was before anything was fitted."""
        return Row(
            self.stated_m if self.stated_m is not None else self.m,
            self.stated_u if self.stated_u is not None else self.u,
            self.why,
        )


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
    kin_per_sought: float
    """Brothers and sisters among the sightings for each sought person where most of the sought are there."""
    namesakes_per_sought: float
    """Bearers of the whole name there, beyond what rarity says."""
    rows: Mapping[str, Row]
    roles: Mapping[str, float]
    fitted: Mapping[str, Any] = field(default_factory=dict)
    """When, on what and how it was fitted, and the errors measured; empty for a model that is stated throughout."""

    def as_stated(self) -> "Model":
        """Return the model with every number as it was stated before anything was fitted."""
        return replace(self, rows={name: row.as_stated() for name, row in self.rows.items()}, fitted={})

    def bits(self, row: str, *, u: float | None = None) -> float:
        """Return the weight of an outcome such as `"home.agrees"`; `u` is given where the table leaves it to rarity."""
        entry = self.rows[row]
        return match_weight_bits(m=entry.m, u=u if u is not None else entry.u)

    def share_of_others(self, per_sought: float, sightings: int) -> float:
        """Return the share of the sightings that are kin, or namesakes, of one sought person.

        They are seen about as often as the person is, so where few of the sought are, few of these are; and a
        handful of sightings, below `CROWD`, holds in proportion fewer.
        """
        return per_sought * as_often_seen(self.base_rate) / max(sightings, CROWD)

    def prior_bits(self, sightings: int) -> float:
        """Return the log odds, before anything is compared, that one given sighting is the sought person."""
        share = self.base_rate / max(sightings, self.least_sightings)
        return math.log2(share / (1 - share))


SEEN_AS_OFTEN_UP_TO = 0.14
"""From this base rate on a sought person's kin and namesakes are among the sightings as much as they ever will be.

Below, their number falls with it: at 2 in 100 a rare name alone is likely and not certain, as issue 3 asks; at one in
ten they are about as many as the bench has, whose namesakes are there whether the sought person is or not.
"""


CROWD = 250
"""So many sightings are enough to hold as many of a person's kin and namesakes as there ever are."""


def as_often_seen(base_rate: float) -> float:
    """Return how much of their full number a sought person's kin and namesakes have at a base rate, 0 to 1."""
    return min(1.0, base_rate / SEEN_AS_OFTEN_UP_TO)


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
            if isinstance(row, dict) and "m" in row:
                found[f"{part}.{key}"] = Row(
                    float(row["m"]),
                    float(row["u"]) if "u" in row else None,
                    row["why"],
                    row.get("stated_m"),
                    row.get("stated_u"),
                    row.get("seen"),
                )
    return found


def _model(table: Mapping[str, Any]) -> Model:
    return Model(
        name=f"{table['model']}-{table['version']}",
        base_rate=table["base_rate"],
        least_sightings=table["least_sightings"],
        background_people=table["background_people"],
        threshold=table["threshold"],
        class_swap_bits=table["name"]["class_swap_bits"],
        slip_bits=table["name"]["slip_bits"],
        kin_per_sought=table["name"]["kin_per_sought"],
        namesakes_per_sought=table["name"]["namesakes_per_sought"],
        rows=_rows(table),
        roles=table["roles"],
        fitted=table.get("fitted", {}),
    )


@cache
def load_model() -> Model:
    """Return the shipped model, read from `resources/names/model.toml`."""
    return _model(tomllib.loads(resource(SHIPPED).read_text(encoding="utf-8")))


def read_model(file: Path) -> Model:
    """Return the model of a file that `paradero model fit` wrote.

    Raises:
        ModelRefused: If the file is no model, or lacks a row that this version of Paradero weighs by.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise ModelRefused(f"{file.name} cannot be read ({trouble}). Name a file of `paradero model fit`.") from None
    return model_of(text, name=file.name)


def model_of(text: str, *, name: str) -> Model:
    """Return the model of a file's text; `name` says in a refusal which one it was.

    Raises:
        ModelRefused: If the text is no model, or lacks a row that this version of Paradero weighs by.
    """
    try:
        found = _model(tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as trouble:
        raise ModelRefused(
            f"{name} is no weighing model ({trouble}). Write one with `paradero model fit`, and name its file."
        ) from None
    _require_whole(found, name)
    return found


def _require_whole(model: Model, name: str) -> None:
    shipped = load_model()
    missing = sorted(set(shipped.rows) - set(model.rows))
    if missing:
        raise ModelRefused(
            f"{name} does not weigh {', '.join(missing)}, which {shipped.name} does: it was made for another version "
            "of Paradero. Fit it again with this one."
        )
    for key, row in model.rows.items():
        if not (0 < row.m <= 1 and (row.u is None or 0 < row.u <= 1)):
            raise ModelRefused(f"{name}: m and u of {key} are no probabilities ({row.m}, {row.u}). Mend that row.")
        if (row.u is None) is not (shipped.rows[key].u is None if key in shipped.rows else row.u is None):
            raise ModelRefused(f"{name}: {key} has a u where rarity gives it, or none where it needs one.")


MODEL = load_model()
THRESHOLD = MODEL.threshold
"""Probability at or above which a candidate is proposed for people to judge."""
