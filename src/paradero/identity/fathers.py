"""Fathers compared: a patronymic with a patronymic, with the father's own name, or with an initial."""

from dataclasses import dataclass

from paradero.identity.beginnings import Beginnings, begin_alike, beginnings
from paradero.identity.evidence import found, not_known
from paradero.identity.given_names import beginnings_of
from paradero.identity.lexicon import lexicon
from paradero.identity.model import Model
from paradero.identity.parts import Way, ways_to_read
from paradero.identity.rarity import Rarity
from paradero.identity.spelling import MOST_SLIPS, nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, PersonName, Relation, Sex


@dataclass(frozen=True, slots=True)
class Father:
    """What one side says of the father: a patronymic, or the name itself."""

    written: str
    name: str | None
    """As the lexicon has it."""
    sounds: tuple[str, ...]
    beginnings: Beginnings
    initial: bool = False


def father(way: Way | None, description: Description) -> Father | None:
    """Return the father one side tells of: by the patronymic first, then by his own name, then as a relative."""
    father_name = description.father_name or _among_kin(description)
    if way is not None and way.patronymic is not None:
        word = way.patronymic
        begins = beginnings(word.nominative, [way.father] if way.father else ())
        return Father(word.written, way.father, word.sounds, begins, word.initial)
    if father_name:
        read = ways_to_read(PersonName(as_written=father_name, given_name=father_name.split()[0]))
        word = read[0].given[0]
        names = [
            known.canonical for known in word.known if known.sex is Sex.MALE and known.canonical in lexicon().shares
        ]
        return Father(father_name, names[0] if names else None, word.sounds, beginnings_of(word), word.initial)
    return None


def _among_kin(description: Description) -> str | None:
    return next((kin.name for kin in description.kin if kin.relation is Relation.FATHER and kin.name), None)


def compare_fathers(sought: Father | None, seen: Father | None, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how what is said of the fathers compares, a patronymic with a father's name too."""
    if sought is None or seen is None:
        return not_known("patronymic", sought=sought.written if sought else None, seen=seen.written if seen else None)
    shown = {"sought": sought.written, "seen": seen.written}
    if sought.initial or seen.initial:
        same = begin_alike(sought.beginnings, seen.beginnings)
        row, outcome, reason = (
            ("initial", Outcome.CLOSE, "initial") if same else ("initial_differs", Outcome.DIFFERS, "other_initial")
        )
        return found("patronymic", outcome, reason, model.bits(f"name.patronymic_{row}"), **shown)
    if sought.name is not None and sought.name == seen.name:
        bits = model.bits("name.patronymic_agrees", u=rarity.of_father(canonical=sought.name))
        return found("patronymic", Outcome.AGREES, "same_father", bits, **shown, name=sought.name)
    differs = model.bits("name.patronymic_differs")
    if sought.name is not None and seen.name is not None and not set(sought.sounds) & set(seen.sounds):
        return found("patronymic", Outcome.DIFFERS, "other_father", differs, **shown)
    spelling = nearest(sought.sounds, seen.sounds)
    bits = (
        model.bits("name.patronymic_agrees", u=_father_share(sought, seen, spelling.one, rarity)) - spelling.cost_bits
    )
    if spelling.slips > MOST_SLIPS or bits <= differs:
        return found("patronymic", Outcome.DIFFERS, "other_father", differs, **shown)
    return found("patronymic", Outcome.CLOSE if spelling.cost_bits else Outcome.AGREES, "similar_father", bits, **shown)


def _father_share(sought: Father, seen: Father, sound: str, rarity: Rarity) -> float:
    names = [rarity.of_father(canonical=one.name) for one in (sought, seen) if one.name is not None]
    return max(names, default=rarity.of_father(sound=sound))
