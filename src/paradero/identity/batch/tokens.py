"""What one word of a name would be as family name, given name or patronymic: everything the key columns need of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from paradero.identity.beginnings import first_sounds
from paradero.identity.inflection import Case, masculine
from paradero.identity.lexicon import father_of, is_patronymic, known_names
from paradero.identity.readings import is_initial, readings, skeleton, without_particle
from paradero.identity.roles import in_role
from paradero.terms.person import Sex

MOST_CODES = 6
"""Sounds of one word that are kept: the likeliest practices come first."""
_STEM = 4
_NEAR_OF = 2
"""Sounds of a family name whose neighbours are looked for: the two likeliest."""
ROLES = ("F", "G", "P")
SEXES = (Sex.MALE, Sex.FEMALE)


@dataclass(frozen=True, slots=True)
class TokenKeys:
    """One word of a name in every role it could stand in."""

    word: str
    family: tuple[str, ...]
    """Its sounds as a family name, in the masculine form."""
    family_skeletons: tuple[str, ...]
    family_near: tuple[str, ...]
    """The likeliest of these, whole and with one letter left out: two names one slip apart share one of them."""
    given: tuple[str, ...]
    """The names of the lexicon it may stand for; of an unknown word its sounds, marked `~`."""
    given_skeletons: tuple[str, ...]
    father: tuple[str, ...]
    """The father's name that it tells as a patronymic; of an unknown father the beginning of its sound, marked `~`."""
    first: tuple[str, ...]
    """The sounds it may begin with, as itself or as the name it stands for."""
    initial: bool
    bits: tuple[tuple[float, ...], ...]
    """What speaks for it in each of `ROLES`: in a man's name, and in a woman's."""


def _unique(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))[:MOST_CODES]


def one_left_out(skeletons: Iterable[str]) -> tuple[str, ...]:
    """Return sounds whole and with each one letter left out; too short ones stay whole.

    >>> one_left_out(["ivan"])
    ('ivan', 'van', 'ian', 'ivn', 'iva')
    """
    found: dict[str, None] = {}
    for sound in skeletons:
        found[sound] = None
        if len(sound) >= _STEM:
            found |= {sound[:place] + sound[place + 1 :]: None for place in range(len(sound))}
    return tuple(found)


def _firsts(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    sounds = set(first_sounds(word)).union(*(first_sounds(name.lower()) for name in names))
    return tuple(sorted(sounds))


def father_keys(word: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the father a patronymic tells, or the beginnings of its sounds where the lexicon has no such father."""
    known = father_of(word)
    return (known,) if known else _unique([f"~{skeleton(code)[:_STEM]}" for code in codes])


def token_keys(word: str) -> TokenKeys:
    """Return the keys of one lower-case word.

    >>> keys = token_keys("jomenko")
    >>> "xomenko" in keys.family, keys.bits[0][0] > keys.bits[0][2]
    (True, True)
    >>> token_keys("serguéi").given, token_keys("сергеевич").father
    (('Сергей',), ('Сергей',))
    """
    codes = readings(word) or (word,)
    family = (*(readings(masculine(word)) or codes), *readings(without_particle(word) or ""))
    names = tuple(dict.fromkeys(known.canonical for known in known_names(word)))
    sounds = [skeleton(code) for code in codes]
    family_skeletons = _unique([skeleton(code) for code in family])
    return TokenKeys(
        word=word,
        family=_unique(list(family)),
        family_skeletons=family_skeletons,
        family_near=one_left_out(family_skeletons[:_NEAR_OF]),
        given=names or _unique([f"~{code}" for code in codes]),
        given_skeletons=_unique(sounds + [skeleton(code) for name in names for code in readings(name.lower())]),
        father=father_keys(word, codes) if is_patronymic(word) else (),
        first=_firsts(word, names),
        initial=is_initial(word),
        bits=tuple(tuple(in_role(role, word, Case.NOMINATIVE, sex)[1] for role in ROLES) for sex in SEXES),
    )
