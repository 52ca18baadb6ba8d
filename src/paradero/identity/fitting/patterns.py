"""What each pair of descriptions showed, without who they are: the material the model is estimated from."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from paradero.identity.fitting.outcomes import shown
from paradero.identity.model import Model
from paradero.terms.matching import Comparison, Explanation, Outcome


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one pair."""

    field: str
    row: str | None
    """The model's row, as `"home.agrees"`; `None` for what is not fitted and weighs `bits` whatever comes out."""
    context: str = ""
    u: float | None = None
    """Share of strangers that agree so, where rarity gives it for this very pair."""
    bits: float = 0.0
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """All that one pair showed."""

    cells: tuple[Cell, ...]
    group: int
    """Pairs of one group claim one sighting: at most one of them is right."""
    judged: bool | None = None
    """What people judged: one person, two persons, or nothing."""
    label: str = ""
    """The group whose errors are told apart, as "Cyrillic and Latin"; it names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Candidate pairs and random pairs of one search."""

    candidates: Sequence[Pattern]
    random: Sequence[Pattern]
    asked: int
    """How many groups there are, those without a candidate too."""
    held: int
    """How many each of them was held against."""


def pattern_of(
    explanation: Explanation, *, model: Model, group: int, judged: bool | None = None, label: str = ""
) -> Pattern:
    """Return what a pair showed; `model` is the one that weighed it."""
    cells = tuple(cell for one in explanation.comparisons if (cell := _cell(one, model)) is not None)
    return Pattern(cells=cells, group=group, judged=judged, label=label)


def _cell(comparison: Comparison, model: Model) -> Cell | None:
    if comparison.outcome is Outcome.NOT_KNOWN or comparison.reason in {"may_be_kin", "namesakes", "rivals"}:
        return None
    field, differs = comparison.field, comparison.outcome is Outcome.DIFFERS
    found = shown(comparison, model)
    if found is None:
        return Cell(field, None, bits=comparison.weight_bits, differs=differs)
    row = model.rows[found.row]
    # The price of a spelling is part of this u: so much rarer is it among strangers than the name itself.
    u = row.m / 2**comparison.weight_bits
    own = None if row.u is not None and math.isclose(u, row.u, rel_tol=1e-6) else u
    return Cell(field, found.row, found.context, own, differs=differs)
