"""Two names compared part by part, in the way of reading them that speaks most for one person."""

from dataclasses import dataclass, replace
from itertools import product

from paradero.identity.evidence import found, not_known
from paradero.identity.family_names import compare_family
from paradero.identity.fathers import compare_fathers, father
from paradero.identity.given_names import compare_given
from paradero.identity.model import Model
from paradero.identity.parts import Way, ways_to_read
from paradero.identity.rarity import Rarity
from paradero.identity.roles import Word
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, PersonName, Sex


@dataclass(frozen=True, slots=True)
class NamesCompared:
    """What the names say, and the sex each side's best way of reading shows."""

    comparisons: tuple[Comparison, ...]
    sought_sex: Sex | None
    seen_sex: Sex | None

    @property
    def bits(self) -> float:
        """Return the sum of the parts."""
        return sum(one.weight_bits for one in self.comparisons)


def _parts_unsure(cost_bits: float, sought: PersonName, seen: PersonName) -> tuple[Comparison, ...]:
    if cost_bits > -0.05:  # noqa: PLR2004  # below what a reader could see
        return ()
    return (found("name", Outcome.CLOSE, "parts_unsure", cost_bits, sought=sought.as_written, seen=seen.as_written),)


def _compare_pair(
    sought: tuple[PersonName, Way],
    seen: tuple[PersonName, Way],
    both: tuple[Description, Description],
    rarity: Rarity,
    model: Model,
) -> NamesCompared:
    (one, way), (other, seen_way) = sought, seen
    parts = (
        compare_family(way, seen_way, rarity=rarity, model=model),
        compare_given(way, seen_way, rarity=rarity, model=model),
        compare_fathers(father(way, both[0]), father(seen_way, both[1]), rarity=rarity, model=model),
        *_parts_unsure(way.cost_bits + seen_way.cost_bits, one, other),
    )
    return NamesCompared(parts, way.sex, seen_way.sex)


def _is_told_beside(patronymic: Word, words: tuple[Word, ...]) -> bool:
    """Tell whether a patronymic is none of the words, or an initial: the А. of И. А. speaks against Иванович too."""
    return patronymic.initial or not any(set(patronymic.sounds) & set(word.sounds) for word in words)


def _completed(way: Way, best: list[Way]) -> Way:
    """Return a way with the parts that others have beside it; a surname like Данилевич is not the father's name too."""
    if way.patronymic is None:
        told = ((one, one.patronymic) for one in best if one.patronymic)
        donor = next((one for one, word in told if _is_told_beside(word, (*way.family, *way.given))), way)
        way = replace(way, patronymic=donor.patronymic, father=donor.father)
    family = way.family or next((one.family for one in best if one.family), ())
    given = way.given or next((one.given for one in best if one.given), ())
    return replace(way, family=family, given=given)


def _ways(description: Description) -> list[tuple[PersonName, Way]]:
    """Return the ways to read each name of a person; what one name leaves out, the others fill in.

    A report calls one man "Тимур Дашиев" and then "Тимур Батоевич": a call name hides no surname, and a patronymic
    that is said once holds for all.
    """
    read = [(name, ways_to_read(name, description.sex)) for name in description.names]
    best = [ways[0] for _, ways in read if ways]
    return [(name, _completed(way, best)) for name, ways in read for way in ways]


def _how_telling(names: NamesCompared) -> tuple[float, bool, list[str]]:
    """Order ways of reading by what they say; among equals by the sexes, so that it never matters which side asks."""
    sexes = (names.sought_sex, names.seen_sex)
    return round(names.bits, 9), sexes[0] is sexes[1], sorted(sex.value if sex else "" for sex in sexes)


def compare_names(sought: Description, seen: Description, *, rarity: Rarity, model: Model) -> NamesCompared:
    """Return the comparison of the two names, of all spellings and ways of reading, that speaks most for one person."""
    ones, others = _ways(sought), _ways(seen)
    if ones and others:
        every = (_compare_pair(a, b, (sought, seen), rarity, model) for a, b in product(ones, others))
        return max(every, key=_how_telling)
    way, seen_way = (ones[0][1] if ones else None), (others[0][1] if others else None)
    named = [sought.names[0].as_written if sought.names else None, seen.names[0].as_written if seen.names else None]
    parts = (
        not_known("name", sought=named[0], seen=named[1], reason="unnamed"),
        compare_fathers(father(way, sought), father(seen_way, seen), rarity=rarity, model=model),
    )
    return NamesCompared(parts, way.sex if way else sought.sex, seen_way.sex if seen_way else seen.sex)
