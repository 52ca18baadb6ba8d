"""What is known beside the name: sex, home, mother's maiden name, unit, side and kin."""

from datetime import date

from paradero.identity.births import compare_births
from paradero.identity.coming_of_age import mark_age
from paradero.identity.days import compare_days
from paradero.identity.evidence import found, not_known
from paradero.identity.homes import compare_homes
from paradero.identity.inflection import masculine
from paradero.identity.kin import compare_kin
from paradero.identity.model import Model
from paradero.identity.ranks import compare_ranks
from paradero.identity.rarity import Rarity
from paradero.identity.readings import readings, tokens
from paradero.identity.spelling import nearest
from paradero.identity.units import compare_units
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, Sex


def compare_sex(sought: Sex | None, seen: Sex | None, *, model: Model) -> Comparison:
    """Return how the sexes compare, each as stated or as the name shows it."""
    if sought is None or seen is None:
        return not_known("sex", sought=sought and sought.value, seen=seen and seen.value)
    shown = {"sought": sought.value, "seen": seen.value}
    if sought is seen:
        return found("sex", Outcome.AGREES, "same", model.bits(f"sex.{sought.value}"), **shown)
    return found("sex", Outcome.DIFFERS, "other", model.bits("sex.differs"), **shown)


def compare_maiden_names(sought: str | None, seen: str | None, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the mothers' maiden names compare."""
    field = "mother_maiden_name"
    if not sought and not seen:
        return not_known(field)
    ones, others = (
        tuple(code for word in tokens(name or "") for code in readings(masculine(word))) for name in (sought, seen)
    )
    if not ones or not others:
        return not_known(field, sought=sought or None, seen=seen or None)
    spelling = nearest(ones, others)
    bits = model.bits("mother_maiden_name.agrees", u=rarity.of_family_name(spelling.one)) - spelling.cost_bits
    if bits <= (differs := model.bits("mother_maiden_name.differs")) or spelling.slips > 1:
        return found(field, Outcome.DIFFERS, "other", differs, sought=sought, seen=seen)
    outcome = Outcome.CLOSE if spelling.cost_bits else Outcome.AGREES
    return found(field, outcome, "similar" if spelling.cost_bits else "same", bits, sought=sought, seen=seen)


def compare_sides(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how the Powers compare on which each side says the person depends.

    A citizen of a third country may serve either of the two, so that another country says nothing against one.
    """
    if not sought or not seen:
        return not_known("side", sought=sought or None, seen=seen or None)
    same = sought.upper() == seen.upper()
    if not same and not {sought.upper(), seen.upper()} <= POWERS:
        return not_known("side", sought=sought, seen=seen, reason="third_country")
    row, outcome, reason = ("agrees", Outcome.AGREES, "same") if same else ("differs", Outcome.DIFFERS, "other")
    return found("side", outcome, reason, model.bits(f"side.{row}"), sought=sought, seen=seen)


POWERS = frozenset({"RU", "UA"})
"""Those on which a person of this war can depend; explanations have a word for each."""
_HARD = {
    "sex": frozenset({"other"}),
    "birth": frozenset({"year_far", "age_far"}),
    "patronymic": frozenset({"other_father"}),
    "dates": frozenset({"alive_after_death", "free_after_capture", "other_death"}),
}


def contradictions(comparisons: tuple[Comparison, ...]) -> tuple[str, ...]:
    """Return the fields whose two statements cannot both be true of one person."""
    return tuple(one.field for one in comparisons if one.reason in _HARD.get(one.field, ()))


def compare_context(
    sought: Description,
    seen: Description,
    *,
    sexes: tuple[Sex | None, Sex | None],
    published_on: date | None,
    rarity: Rarity,
    model: Model,
) -> tuple[Comparison, ...]:
    """Return every comparison beside the name, one a field; days only where they say something.

    Args:
        sought: What the family says.
        seen: What the report says.
        sexes: What the names show of the sexes, where it is not said.
        published_on: When the report was published.
        rarity: How common names are.
        model: The weighing model.
    """
    return (
        compare_sex(sought.sex or sexes[0], seen.sex or sexes[1], model=model),
        compare_births(sought.birth, seen.birth, published_on=published_on, model=model),
        compare_maiden_names(sought.mother_maiden_name, seen.mother_maiden_name, rarity=rarity, model=model),
        compare_homes(sought.home, seen.home, model=model),
        compare_units(sought.unit, seen.unit, model=model),
        compare_ranks(sought.rank, seen.rank, model=model),
        compare_sides(sought.side, seen.side, model=model),
        compare_kin(sought, seen, rarity=rarity, model=model),
        *compare_days(sought, seen, model=model),
        *mark_age(sought.birth, seen.birth, published_on=published_on),
    )
