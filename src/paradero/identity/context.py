"""What is known beside the name: sex, home, mother's maiden name, unit, side and kin."""

import re
import tomllib
from datetime import date
from functools import cache, lru_cache

from paradero.identity.births import compare_births
from paradero.identity.evidence import found, not_known
from paradero.identity.inflection import masculine
from paradero.identity.lexicon import known_names
from paradero.identity.model import Model
from paradero.identity.rarity import Rarity
from paradero.identity.readings import readings, skeleton, tokens
from paradero.identity.spelling import nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, Kin, Relation, Sex
from paradero.terms.resources import resource


def compare_sex(sought: Sex | None, seen: Sex | None, *, model: Model) -> Comparison:
    """Return how the sexes compare, each as stated or as the name shows it."""
    if sought is None or seen is None:
        return not_known("sex", sought=sought and sought.value, seen=seen and seen.value)
    shown = {"sought": sought.value, "seen": seen.value}
    if sought is seen:
        return found("sex", Outcome.AGREES, "same", model.bits(f"sex.{sought.value}"), **shown)
    return found("sex", Outcome.DIFFERS, "other", model.bits("sex.differs"), **shown)


@cache
def _towns() -> tuple[dict[str, str], frozenset[str]]:
    """Return town sounds to one town's first spelling, and the words that name no town."""
    table = tomllib.loads(resource("names/towns.toml").read_text(encoding="utf-8"))
    same = {
        sound: row.split()[0]
        for row in table["same"]
        for written in row.split()
        for sound in _sounds_of_place(written.replace("_", " "), frozenset())
    }
    return same, frozenset(table["generic"])


def _sounds_of_place(written: str, generic: frozenset[str]) -> tuple[str, ...]:
    words = [word for word in tokens(written) if word not in generic] or list(tokens(written))
    sounds = [""]
    for word in words[:3]:
        sounds = [begun + code for begun in sounds for code in readings(word)[:4]][:24]
    return tuple(dict.fromkeys(sound for sound in sounds if sound))


@lru_cache(maxsize=50_000)
def place_sounds(written: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return how a town's name may sound, and which towns with several names it may be."""
    same, generic = _towns()
    sounds = tuple(dict.fromkeys(sound for part in written.split(",")[:3] for sound in _sounds_of_place(part, generic)))
    return sounds, frozenset(same[sound] for sound in sounds if sound in same)


_PLACE_SLIPS = 1
_PLACE_SWAPS = 2


def compare_homes(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how two home towns compare, whatever language each is written in."""
    if not sought or not seen or not place_sounds(sought)[0] or not place_sounds(seen)[0]:
        return not_known("home", sought=sought or None, seen=seen or None)
    shown = {"sought": sought, "seen": seen}
    (ones, towns), (others, other_towns) = place_sounds(sought), place_sounds(seen)
    spelling = nearest(ones, others)
    if towns & other_towns or (spelling.slips == 0 and spelling.swaps <= _PLACE_SWAPS):
        return found("home", Outcome.AGREES, "same_town", model.bits("home.agrees"), **shown)
    if spelling.slips <= _PLACE_SLIPS:
        return found("home", Outcome.CLOSE, "similar_town", model.bits("home.near"), **shown)
    return found("home", Outcome.DIFFERS, "other_town", model.bits("home.differs"), **shown)


def compare_maiden_names(sought: str | None, seen: str | None, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the mothers' maiden names compare."""
    field = "mother_maiden_name"
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


_NUMBER = re.compile(r"\d+")
_KINDS = {
    "brigade": re.compile(r"бриг|бр\b|brig", re.IGNORECASE),
    "regiment": re.compile(r"полк|мсп|тп\b|regim|polk", re.IGNORECASE),
    "battalion": re.compile(r"батальон|бат\b|batall|battal", re.IGNORECASE),
    "division": re.compile(r"дивиз|дивіз|вдд|divisi", re.IGNORECASE),
    "army": re.compile(r"арми|армі|ejército|army", re.IGNORECASE),
}


def _unit(written: str) -> tuple[str | None, frozenset[str]]:
    number = _NUMBER.search(written)
    return (number[0].lstrip("0") if number else None), frozenset(
        kind for kind, sign in _KINDS.items() if sign.search(written)
    )


def compare_units(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how two units compare by number and kind; units without a number are compared by sound."""
    if not sought or not seen:
        return not_known("unit", sought=sought or None, seen=seen or None)
    shown = {"sought": sought, "seen": seen}
    (number, kinds), (other_number, other_kinds) = _unit(sought), _unit(seen)
    if number is None or other_number is None:
        alike = {skeleton(code) for word in tokens(sought) for code in readings(word)} == {
            skeleton(code) for word in tokens(seen) for code in readings(word)
        }
        return (
            found("unit", Outcome.AGREES, "same", model.bits("unit.agrees"), **shown)
            if alike
            else not_known("unit", **shown, reason="no_number")
        )
    if number != other_number:
        return found("unit", Outcome.DIFFERS, "other", model.bits("unit.differs"), **shown)
    if kinds & other_kinds:
        return found("unit", Outcome.AGREES, "same", model.bits("unit.agrees"), **shown)
    return found("unit", Outcome.CLOSE, "number_only", model.bits("unit.number_agrees"), **shown)


def compare_sides(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how the Powers compare on which each side says the person depends."""
    if not sought or not seen:
        return not_known("side", sought=sought or None, seen=seen or None)
    same = sought.upper() == seen.upper()
    row, outcome, reason = ("agrees", Outcome.AGREES, "same") if same else ("differs", Outcome.DIFFERS, "other")
    return found("side", outcome, reason, model.bits(f"side.{row}"), sought=sought, seen=seen)


_ONE_ONLY = frozenset({Relation.MOTHER, Relation.WIFE, Relation.HUSBAND, Relation.PARTNER, Relation.FIANCEE})
_EVERYBODY_HAS = frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENTS, Relation.RELATIVE})


def _compare_named(one: Kin, other: Kin, rarity: Rarity, model: Model) -> Comparison:
    words, others = tokens(one.name or ""), tokens(other.name or "")
    shown = {"sought": one.name or "", "seen": other.name or "", "relation": one.relation.value}
    names = {known.canonical for word in words for known in known_names(word)}
    shared = names & {known.canonical for word in others for known in known_names(word)}
    if shared:
        share = max(rarity.of_given_name(canonical=name) for name in shared)
        return found("kin", Outcome.AGREES, "same_name", model.bits("kin.named_agrees", u=share), **shown)
    sounds = {code for word in words for code in readings(word)} & {code for word in others for code in readings(word)}
    if sounds:
        share = rarity.of_given_name(sound=min(sounds))
        return found("kin", Outcome.AGREES, "same_name", model.bits("kin.named_agrees", u=share), **shown)
    row = "named_differs" if one.relation in _ONE_ONLY else "one_of_several_differs"
    return found("kin", Outcome.DIFFERS, "other_name", model.bits(f"kin.{row}"), **shown)


def _kin_written(description: Description) -> str | None:
    return ", ".join(kin.name or kin.relation.value for kin in description.kin) or None


def compare_kin(sought: Description, seen: Description, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the relatives compare: named ones of one relation by name, a shared wife or child by being there.

    A father's name is weighed once, beside the patronymic.
    """
    pairs = [(one, other) for one in sought.kin for other in seen.kin if one.relation is other.relation]
    named = [
        _compare_named(one, other, rarity, model)
        for one, other in pairs
        if one.name and other.name and one.relation is not Relation.FATHER
    ]
    if named:
        return max(named, key=lambda one: one.weight_bits)
    telling = next((one for one, _ in pairs if one.relation not in _EVERYBODY_HAS), None)
    one, other = _kin_written(sought), _kin_written(seen)
    if telling is not None:
        bits = model.bits("kin.relation_agrees")
        return found(
            "kin", Outcome.CLOSE, "same_relation", bits, sought=one, seen=other, relation=telling.relation.value
        )
    return not_known("kin", sought=one, seen=other, reason="no_name_to_compare" if one and other else "not_known")


_HARD = {
    "sex": frozenset({"other"}),
    "birth": frozenset({"year_far", "age_far"}),
    "patronymic": frozenset({"other_father"}),
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
    """Return every comparison beside the name, one a field.

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
        compare_sides(sought.side, seen.side, model=model),
        compare_kin(sought, seen, rarity=rarity, model=model),
    )
