"""Fathers compared: a patronymic with a patronymic, with the father's own name, or with an initial."""

import re
from dataclasses import dataclass

from paradero.identity.beginnings import Beginnings, beginnings
from paradero.identity.evidence import found, not_known
from paradero.identity.given_names import beginnings_of, compare_beginnings
from paradero.identity.lexicon import lexicon
from paradero.identity.model import Model
from paradero.identity.parts import Way, ways_to_read
from paradero.identity.rarity import Rarity
from paradero.identity.spelling import MOST_SLIPS, nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, PersonName, Relation, Sex

_ENDING = re.compile(r"(?P<stem>\w{2,}?)i?(?:[oai]|(?P<soft>e))v(?:i[^aeiou]{1,2}|na)")
"""The end of a patronymic as it sounds: -ович, -евна, -evitch. After a soft one the name may end in -ий."""


@dataclass(frozen=True, slots=True)
class Father:
    """What one side says of the father: a patronymic, or the name itself."""

    written: str
    name: str | None
    """As the lexicon has it."""
    sounds: tuple[str, ...]
    beginnings: Beginnings
    initial: bool = False
    others: tuple[str, ...] = ()
    """Other names that his own, as it is written, may be: Semen is Семён or Сэмэн."""
    own_sounds: tuple[str, ...] = ()
    """How his own name may sound, where a patronymic tells of him."""

    @property
    def names(self) -> frozenset[str]:
        """Return every name it may be, as the lexicon has them."""
        return frozenset(self.others) | ({self.name} if self.name else frozenset())


def father(way: Way | None, description: Description) -> Father | None:
    """Return the father one side tells of: by the patronymic first, then by his own name, then as a relative."""
    father_name = description.father_name or _among_kin(description)
    if way is not None and way.patronymic is not None:
        word = way.patronymic
        begins = beginnings(word.nominative, [way.father] if way.father else ())
        own = own_names_heard(word.sounds) or word.sounds
        return Father(word.written, way.father, word.sounds, begins, word.initial, own_sounds=own)
    if father_name:
        own_name = "".join(father_name.split()[:1])
        read = ways_to_read(PersonName(as_written=father_name, given_name=own_name))
        given = next((one.given[0] for one in read if one.given), None)
        if given is None:  # "?"
            return None
        names = [
            known.canonical for known in given.known if known.sex is Sex.MALE and known.canonical in lexicon().shares
        ]
        first = names[0] if names else None
        return Father(father_name, first, given.sounds, beginnings_of(given), given.initial, tuple(names[1:]))
    return None


def _sounds(sought: Father, seen: Father) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is compared: two patronymics or two names as they sound, of one and one the father's own name."""
    if bool(sought.own_sounds) is bool(seen.own_sounds):
        return sought.sounds, seen.sounds
    return sought.own_sounds or sought.sounds, seen.own_sounds or seen.sounds


def own_names_heard(patronymic: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the father's own name may sound, by the sounds of a patronymic, whether or not we know the name.

    >>> own_names_heard(("CeslavoviC", "ulevna"))
    ('Ceslav', 'ul', 'uli')
    """
    heard = (_ENDING.fullmatch(code) for code in patronymic)
    stems = ((one["stem"], one["soft"]) for one in heard if one)
    return tuple(dict.fromkeys(name for stem, soft in stems for name in ((stem, f"{stem}i") if soft else (stem,))))


def _among_kin(description: Description) -> str | None:
    return next((kin.name for kin in description.kin if kin.relation is Relation.FATHER and kin.name), None)


def compare_fathers(sought: Father | None, seen: Father | None, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how what is said of the fathers compares, a patronymic with a father's name too."""
    if sought is None or seen is None:
        return not_known("patronymic", sought=sought.written if sought else None, seen=seen.written if seen else None)
    shown = {"sought": sought.written, "seen": seen.written}
    if sought.initial or seen.initial:
        return compare_beginnings("patronymic", sought.beginnings, seen.beginnings, model, **shown)
    if shared := sought.names & seen.names:
        share = {name: rarity.of_father(canonical=name) for name in sought.names | seen.names}
        of_sought, of_seen = (sum(share[name] for name in one.names) for one in (sought, seen))
        by_chance = of_sought * of_seen / sum(share[name] for name in shared)
        bits = model.bits("name.patronymic_agrees", u=min(1.0, by_chance))
        likeliest = max(shared, key=lambda name: (share[name], name))
        return found("patronymic", Outcome.AGREES, "same_father", bits, **shown, name=likeliest)
    differs = model.bits("name.patronymic_differs")
    if sought.name is not None and seen.name is not None and not set(sought.sounds) & set(seen.sounds):
        return found("patronymic", Outcome.DIFFERS, "other_father", differs, **shown)
    spelling = nearest(*_sounds(sought, seen))
    bits = (
        model.bits("name.patronymic_agrees", u=_father_share(sought, seen, spelling.one, rarity)) - spelling.cost_bits
    )
    if spelling.slips > MOST_SLIPS or bits <= 0:  # more likely another name than this one misheard
        weight = differs if spelling.slips > MOST_SLIPS else max(differs, bits)
        return found("patronymic", Outcome.DIFFERS, "other_father", weight, **shown)
    return found("patronymic", Outcome.CLOSE if spelling.cost_bits else Outcome.AGREES, "similar_father", bits, **shown)


def _father_share(sought: Father, seen: Father, sound: str, rarity: Rarity) -> float:
    names = [rarity.of_father(canonical=one.name) for one in (sought, seen) if one.name is not None]
    return max(names, default=rarity.of_father(sound=sound))
