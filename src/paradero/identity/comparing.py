"""One enquiry and one sighting compared in every field, with a probability and its whole reckoning."""

import math
from datetime import date

from paradero.identity.births import compare_births
from paradero.identity.context import (
    compare_homes,
    compare_kin,
    compare_maiden_names,
    compare_sex,
    compare_sides,
    compare_units,
)
from paradero.identity.evidence import found
from paradero.identity.model import MODEL, Model, probability
from paradero.identity.names import compare_names
from paradero.identity.rarity import Rarity
from paradero.terms.matching import Comparison, Explanation, Outcome
from paradero.terms.person import Description

_FAMILY_FIELDS = frozenset({"family_name", "patronymic", "mother_maiden_name", "home", "kin"})
_HARD = {
    "sex": frozenset({"other"}),
    "birth": frozenset({"year_far", "age_far"}),
    "patronymic": frozenset({"other_father"}),
}


def _prior(rarity: Rarity, model: Model) -> Comparison:
    size = max(rarity.size, model.least_sightings)
    bits = model.prior_bits(rarity.size)
    shown = {"base": f"{100 * model.base_rate:g}", "sightings": str(size)}
    return found("prior", Outcome.NOT_KNOWN, "base_rate", bits, sought=None, seen=None, **shown)


def _may_be_kin(comparisons: tuple[Comparison, ...], rarity: Rarity, model: Model) -> tuple[Comparison, ...]:
    """Return what brothers explain as well as identity does, to be taken off when the given names differ.

    Family name, father, mother and home are shared by a whole family: against a stranger they say much, against a
    brother nothing. With F the bits they give and k the share of kin among the pairs that are not one person, the
    evidence against "not one person" is -log2((1 - k) 2^-F + k).
    """
    given = next((one for one in comparisons if one.field == "given_name"), None)
    if given is None or given.outcome is not Outcome.DIFFERS:
        return ()
    bits = sum(one.weight_bits for one in comparisons if one.field in _FAMILY_FIELDS)
    kin = model.kin_per_match * model.base_rate / max(rarity.size, model.least_sightings)
    bounded = -math.log2((1 - kin) * 2**-bits + kin)
    if bits - bounded < 0.05:  # noqa: PLR2004  # below what a reader could see
        return ()
    return (found("name", Outcome.DIFFERS, "may_be_kin", bounded - bits, sought=given.sought, seen=given.seen),)


def _contradictions(comparisons: tuple[Comparison, ...]) -> tuple[str, ...]:
    return tuple(one.field for one in comparisons if one.reason in _HARD.get(one.field, ()))


def compare(
    sought: Description, seen: Description, *, rarity: Rarity, published_on: date | None = None, model: Model = MODEL
) -> Explanation:
    """Return how sure it is that a sighting shows the sought person, with every comparison that was made.

    Args:
        sought: What the family says.
        seen: What the report says.
        rarity: How common names are among the sightings that are held.
        published_on: When the report was published; it dates an age that the report gives without a day.
        model: The weighing model; the explanation names it.
    """
    names = compare_names(sought, seen, rarity=rarity, model=model)
    context = (
        compare_sex(sought.sex or names.sought_sex, seen.sex or names.seen_sex, model=model),
        compare_births(sought.birth, seen.birth, published_on=published_on, model=model),
        compare_maiden_names(sought.mother_maiden_name, seen.mother_maiden_name, rarity=rarity, model=model),
        compare_homes(sought.home, seen.home, model=model),
        compare_units(sought.unit, seen.unit, model=model),
        compare_sides(sought.side, seen.side, model=model),
        compare_kin(sought, seen, rarity=rarity, model=model),
    )
    fields = (*names.comparisons, *context)
    comparisons = (_prior(rarity, model), *fields, *_may_be_kin(fields, rarity, model))
    total = math.fsum(one.weight_bits for one in comparisons)
    return Explanation(
        comparisons=comparisons,
        match_weight_bits=total,
        probability=probability(total),
        model=model.name,
        contradictions=_contradictions(comparisons),
    )
