"""How sure it is that a sighting shows the person an enquiry seeks, and why."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """How one comparison came out."""

    AGREES = "agrees"
    CLOSE = "close"
    DIFFERS = "differs"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One comparison and what it adds (above zero) or takes (below zero), in bits."""

    field: str
    """`"name"`, `"family_name"`, `"given_name"`, `"patronymic"`, `"prior"`, or a field of `Description`."""
    outcome: Outcome
    sought: str | None
    """As the enquiry writes it."""
    seen: str | None
    """As the report writes it."""
    weight_bits: float
    reason: str
    """Key of the sentence that says why, as `"same_sound"`; `paradero.identity.wording` has it in each language."""
    values: tuple[tuple[str, str], ...] = ()
    """What that sentence needs, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Every comparison of one candidate; `match_weight_bits` is their sum, the prior's included."""

    comparisons: tuple[Comparison, ...]
    match_weight_bits: float
    probability: float
    model: str
    """Name and version of the model that weighed it."""
    contradictions: tuple[str, ...] = ()
    """Fields that cannot both be true of one person; shown first."""
