"""What would change a weight: each thing that is not known, and what it would add or take if it were."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from paradero.identity.comparing import shared_by_others
from paradero.identity.context import compare_maiden_names
from paradero.identity.fathers import compare_fathers, father
from paradero.identity.homes import compare_homes
from paradero.identity.kin import compare_kin
from paradero.identity.model import MODEL, Model
from paradero.identity.names import compare_names
from paradero.identity.parts import ways_to_read
from paradero.identity.rarity import Rarity
from paradero.terms.matching import Comparison, Explanation, Outcome
from paradero.terms.person import Birth, Description

Ask = Literal["family", "report", "both"]
_ORDER: tuple[Ask, ...] = ("family", "report", "both")

_USUAL = {"patronymic": 0.03, "mother_maiden_name": 0.001, "kin": 0.02, "family_name": 0.001, "given_name": 0.03}
"""Shares of a middling father's name, surname and given name, where neither side gives one."""

_LEAST_BITS = 1.0
"""Below this nobody need be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldChange:
    """One thing that is missing: who could give it, and what it would then weigh."""

    field: str
    ask: Ask
    """`"family"` where the report gives it, `"report"` where the family does, `"both"` where neither does."""
    agrees_bits: float
    differs_bits: float

    @property
    def span_bits(self) -> float:
        """Return how far apart the two answers would leave the weight."""
        return self.agrees_bits - self.differs_bits


def _birth(known: Birth | None) -> tuple[str, str]:
    """Return the rows for a birth that agrees with what is known, and for one far from it."""
    if known is None or known.born_on is not None:
        return "birth.same_date", "birth.year_far"
    return ("birth.same_year", "birth.year_far") if known.year is not None else ("birth.age_fits", "birth.age_far")


def _of_birth(known: Description | None, model: Model) -> tuple[float, float]:
    agrees, differs = _birth(known.birth if known else None)
    return model.bits(agrees), model.bits(differs)


def _of_father(known: Description | None, model: Model) -> tuple[float, float]:
    differs = model.bits("name.patronymic_differs")
    ways = ways_to_read(known.names[0], known.sex) if known and known.names else ()
    told = father(ways[0] if ways else None, known) if known else None
    if told is None or told.initial:
        return model.bits("name.patronymic_agrees", u=_USUAL["patronymic"]), differs
    return compare_fathers(told, told, rarity=Rarity(), model=model).weight_bits, differs


def _of_maiden_name(known: Description | None, model: Model) -> tuple[float, float]:
    differs = model.bits("mother_maiden_name.differs")
    if known is None:
        return model.bits("mother_maiden_name.agrees", u=_USUAL["mother_maiden_name"]), differs
    name = known.mother_maiden_name
    return compare_maiden_names(name, name, rarity=Rarity(), model=model).weight_bits, differs


def _of_home(known: Description | None, model: Model) -> tuple[float, float]:
    differs = model.bits("home.differs")
    if known is None:
        return model.bits("home.agrees"), differs
    return compare_homes(known.home, known.home, model=model).weight_bits, differs


def _of_kin(known: Description | None, model: Model) -> tuple[float, float]:
    differs = model.bits("kin.named_differs")
    if known is None or not any(kin.name for kin in known.kin):
        return model.bits("kin.named_agrees", u=_USUAL["kin"]), differs
    return compare_kin(known, known, rarity=Rarity(), model=model).weight_bits, differs


def _of_name(known: Description | None, model: Model) -> tuple[float, float]:
    differs = model.bits("name.family_name_differs") + model.bits("name.given_name_differs")
    if known is None or not known.names:
        usual = model.bits("name.family_name_agrees", u=_USUAL["family_name"])
        return usual + model.bits("name.given_name_agrees", u=_USUAL["given_name"]), differs
    return compare_names(known, known, rarity=Rarity(), model=model).bits, differs


_WEIGHED: dict[str, Callable[[Description | None, Model], tuple[float, float]]] = {
    "name": _of_name,
    "birth": _of_birth,
    "patronymic": _of_father,
    "mother_maiden_name": _of_maiden_name,
    "home": _of_home,
    "kin": _of_kin,
}
"""Never a unit or a rank: nobody is asked for them to move a weight (rule R2)."""


def _gives(field: str, description: Description, shown: str | None) -> bool:
    if field == "kin":
        return any(kin.name for kin in description.kin)
    return bool(description.names) if field == "name" else shown is not None


def _full_date(explanation: Explanation, sought: Description, seen: Description, model: Model) -> Iterator[WouldChange]:
    """Give what a date would add where one side has it and the other a year or an age that is near it."""
    row = next((one for one in explanation.comparisons if one.field == "birth"), None)
    dated = [side.birth is not None and side.birth.born_on is not None for side in (sought, seen)]
    if row is not None and row.outcome in {Outcome.AGREES, Outcome.CLOSE} and dated[0] is not dated[1]:
        agrees, differs = model.bits("birth.same_date"), model.bits("birth.same_year_other_day")
        yield WouldChange(
            field="birth",
            ask="report" if dated[0] else "family",
            agrees_bits=agrees - row.weight_bits,
            differs_bits=differs - row.weight_bits,
        )


def _with_caution(change: WouldChange, explanation: Explanation, model: Model) -> WouldChange:
    """Return a change with what brothers or namesakes would share of it taken off."""
    prior = next(one for one in explanation.comparisons if one.field == "prior")
    sightings = int(dict(prior.values)["sightings"])

    def taken_off(rows: Sequence[Comparison]) -> float:
        return sum(one.weight_bits for one in shared_by_others(rows, sightings=sightings, model=model))

    def answered(outcome: Outcome, bits: float) -> float:
        rows = [
            replace(one, outcome=outcome, weight_bits=one.weight_bits + bits) if one.field == change.field else one
            for one in explanation.comparisons
        ]
        return bits + taken_off(rows) - taken_off(explanation.comparisons)

    agrees, differs = answered(Outcome.AGREES, change.agrees_bits), answered(Outcome.DIFFERS, change.differs_bits)
    return replace(change, agrees_bits=agrees, differs_bits=differs)


def what_would_change(
    explanation: Explanation, sought: Description, seen: Description, *, model: Model = MODEL
) -> tuple[WouldChange, ...]:
    """Return what is missing and would move the weight: what the family can settle first, then what a report can.

    Within each, what moves it furthest comes first. A year or an age that fits is not yet a date.

    Args:
        explanation: The weighing that stands.
        sought: What the family says.
        seen: What the report says.
        model: The weighing model.
    """
    changes = list(_full_date(explanation, sought, seen, model))
    for one in explanation.comparisons:
        if one.outcome is not Outcome.NOT_KNOWN or one.field not in _WEIGHED:
            continue
        gives = _gives(one.field, sought, one.sought), _gives(one.field, seen, one.seen)
        ask: Ask = "both" if gives[0] is gives[1] else "report" if gives[0] else "family"
        known = sought if gives[0] else seen if gives[1] else None
        agrees, differs = _WEIGHED[one.field](known, model)
        changes.append(WouldChange(field=one.field, ask=ask, agrees_bits=agrees, differs_bits=differs))
    cautious = [_with_caution(change, explanation, model) for change in changes]
    telling = (change for change in cautious if change.span_bits >= _LEAST_BITS)
    return tuple(sorted(telling, key=lambda change: (_ORDER.index(change.ask), -change.span_bits)))
