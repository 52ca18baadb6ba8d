"""One enquiry and one sighting compared in every field, with a probability and its whole reckoning."""

import math
from collections.abc import Sequence
from datetime import date

from paradero.identity.context import compare_context, contradictions
from paradero.identity.evidence import found
from paradero.identity.model import MODEL, Model, probability
from paradero.identity.names import compare_names
from paradero.identity.rarity import Rarity
from paradero.terms.matching import Comparison, Explanation, Outcome
from paradero.terms.person import Description

_FAMILY_FIELDS = frozenset({"family_name", "patronymic", "mother_maiden_name", "home", "kin", "unit"})
_NAME_FIELDS = frozenset({"family_name", "given_name"})


def _prior(rarity: Rarity, model: Model) -> Comparison:
    size = max(rarity.size, model.least_sightings)
    bits = model.prior_bits(rarity.size)
    shown = {"base": f"{100 * model.base_rate:g}", "sightings": str(size)}
    return found("prior", Outcome.NOT_KNOWN, "base_rate", bits, sought=None, seen=None, **shown)


def _bounded(bits: float, per_sought: float, sightings: int, model: Model) -> float:
    """Return what `bits` of evidence are worth when some who are not the person would show it as well.

    With k the share of such people among the sightings, evidence of F bits against a stranger says only
    -log2((1 - k) 2^-F + k) against everybody else.
    """
    share = model.share_of_others(per_sought, sightings)
    return -math.log2((1 - share) * 2**-bits + share)


def _taken_off(reason: str, bits: float, per_sought: float, sightings: int, model: Model) -> tuple[Comparison, ...]:
    less = _bounded(bits, per_sought, sightings, model) - bits
    if less > -0.05:  # noqa: PLR2004  # below what a reader could see
        return ()
    return (found("name", Outcome.CLOSE, reason, less, sought=None, seen=None),)


def shared_by_others(comparisons: Sequence[Comparison], *, sightings: int, model: Model) -> tuple[Comparison, ...]:
    """Return what is taken off because brothers share a family's fields, or namesakes a family name and a given name.

    Family name, father, mother, home and the unit that men of one town join say much against a stranger and nothing
    against a brother, so they are bounded when the given names differ. A family name and a given name are less
    independent than their rarities say, so they are bounded together; a namesake's father is anybody's, so an agreeing
    father is worth what it is.
    """
    given = next((one for one in comparisons if one.field == "given_name"), None)
    if given is not None and given.outcome is Outcome.DIFFERS:
        bits = sum(one.weight_bits for one in comparisons if one.field in _FAMILY_FIELDS)
        return _taken_off("may_be_kin", bits, model.kin_per_sought, sightings, model)
    names = {one.field: max(0.0, one.weight_bits) for one in comparisons if one.field in _NAME_FIELDS}
    if not (names.get("family_name") and names.get("given_name")):
        return ()
    bits = sum(names.values())
    return _taken_off("namesakes", bits, model.namesakes_per_sought, sightings, model)


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
    sexes = (names.sought_sex, names.seen_sex)
    context = compare_context(sought, seen, sexes=sexes, published_on=published_on, rarity=rarity, model=model)
    fields = (*names.comparisons, *context)
    comparisons = (_prior(rarity, model), *fields, *shared_by_others(fields, sightings=rarity.size, model=model))
    total = math.fsum(one.weight_bits for one in comparisons)
    return Explanation(
        comparisons=comparisons,
        match_weight_bits=total,
        probability=probability(total),
        model=model.name,
        contradictions=contradictions(comparisons),
    )
