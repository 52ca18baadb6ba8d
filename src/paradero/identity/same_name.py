"""Whether two strings can be spellings of one name, however common the name is.

This is no probability that two people are one: "Иванов Иван" and "Ivan Ivanov" can be one name and are mostly two
people. It compares spelling alone, part by part, so that a list of names can be looked through for repetitions.
"""

import math
from collections.abc import Callable, Sequence
from itertools import permutations, product

from rapidfuzz.distance import Levenshtein

from paradero.identity.beginnings import Beginnings, begin_alike, beginnings
from paradero.identity.family_names import ending_family
from paradero.identity.given_names import beginnings_of
from paradero.identity.lexicon import COGNATE, FULL, SHORT, father_of, is_patronymic
from paradero.identity.parts import Way, ways_to_read
from paradero.identity.readings import readings, skeleton
from paradero.identity.roles import Word
from paradero.identity.spelling import nearest
from paradero.terms.person import PersonName

ANOTHER = 0.02
"""What is left where two parts are not one name: somebody may always have written it wrong."""
CROSSED = 0.4
"""Each side has a word that the other has not."""
INITIAL = 0.8
HALF = 0.9
"""One family name of two, or one given name of several, was left out."""
NOT_GIVEN = 0.55
"""One side lacks the family name or the given name altogether."""
WEIGHT_OF_ROLES = 1 / 3
"""How far an unlikely order of family name and given name speaks against two writings that agree in it."""
BY_KIND = {FULL: 1.0, SHORT: 0.95, COGNATE: 0.9}
PER_SWAP = 0.85
"""Left for each sound that another of its class stands for: o and a, e and i."""
PER_SLIP = 0.4
"""Left for each sound that no way of spelling explains: Чубаров is not Чупаров."""
PER_CHANGE_OF_PLACES = 0.6
"""Left for two neighbouring sounds that have changed places: no two surnames differ by that."""


def same_name(one: str, other: str) -> float:
    """Return from 0 to 1 how well two strings hold together as spellings of one name; at 0.5 they can be one.

    Scripts, practices of spelling, short forms, cognates, oblique cases, initials and a patronymic left out keep them
    together; another given name, patronymic or family name, the other sex and another family of surnames part them.

    >>> same_name("Serguéi Jomenko", "Хоменко Сергій") > 0.5
    True
    >>> same_name("Дорошенков Руслан", "Ruslan Doroshenko") < 0.5
    True
    """
    ones, others = (ways_to_read(PersonName(as_written=name)) for name in (one, other))
    return max((_compatible(a, b) for a, b in product(ones, others)), default=0.0)


def _compatible(one: Way, other: Way) -> float:
    if one.sex and other.sex and one.sex is not other.sex:
        return ANOTHER
    family = _best_of(one.family, other.family, _family)
    given = _best_of(one.given, other.given, _given)
    if family is None and given is None:
        return 0.0
    parts = [NOT_GIVEN if part is None else part for part in (family, given)]
    roles = 2 ** ((one.cost_bits + other.cost_bits) * WEIGHT_OF_ROLES)
    return roles * parts[0] * parts[1] * _fathers(one, other) * _left_over(one, other)


def _left_over(one: Way, other: Way) -> float:
    """Return what is left where each side has a word too many, in another role: one name seldom has both.

    "Очир-Горяев Мерген" and "Очир-Горяев Мазан" share their family name however the words are dealt out.
    """
    family, given = len(one.family) - len(other.family), len(one.given) - len(other.given)
    if family * given < 0:
        ones, others = (one.family, other.given) if family > 0 else (one.given, other.family)
        return max(CROSSED, *(_spelled(a.sounds, b.sounds) for a, b in product(ones, others)))
    few, many = sorted((one, other), key=lambda way: len(way.given))
    if few.patronymic and given and not many.patronymic and _of_the_father(many) is None:
        told = beginnings_of(few.patronymic).initials()
        return 1.0 if any(begin_alike(told, beginnings_of(word)) for word in many.given[1:]) else CROSSED
    return 1.0


def _best_of(ones: Sequence[Word], others: Sequence[Word], compatible: Callable[[Word, Word], float]) -> float | None:
    """Return how the words of one role hold together; `None` where a side has none.

    Of two family names, or several given names, one side may leave some out; those that both write must agree.
    """
    if not ones or not others:
        return None
    few, many = sorted((ones, others), key=len)
    orders = permutations(range(len(many)), len(few))
    best = max(
        math.prod(
            ANOTHER if place != at and (few[at].initial or many[place].initial) else compatible(few[at], many[place])
            for at, place in enumerate(order)
        )
        for order in orders
    )
    return best if len(few) == len(many) else best * HALF


def _spelled(ones: tuple[str, ...], others: tuple[str, ...]) -> float:
    spelling = nearest(ones, others)
    one, other = skeleton(spelling.one), skeleton(spelling.other)
    changed_places = max(0, int(Levenshtein.distance(one, other)) - spelling.slips) if spelling.slips else 0
    slips = max(0, spelling.slips - changed_places)
    return max(ANOTHER, PER_SWAP**spelling.swaps * PER_SLIP**slips * PER_CHANGE_OF_PLACES**changed_places)


def _initial(one: Word, other: Word) -> float:
    return INITIAL if begin_alike(beginnings_of(one), beginnings_of(other)) else ANOTHER


def _family(one: Word, other: Word) -> float:
    if one.initial or other.initial:
        return _initial(one, other)
    spelling = nearest(one.sounds, other.sounds)
    ends = ending_family(spelling.one), ending_family(spelling.other)
    if spelling.cost_bits and None not in ends and ends[0] != ends[1]:
        return ANOTHER
    return _spelled(one.sounds, other.sounds)


def _given(one: Word, other: Word) -> float:
    if one.initial or other.initial:
        return _initial(one, other)
    kinds = [
        min(BY_KIND[a.kind], BY_KIND[b.kind])
        for a, b in product(one.known, other.known)
        if a.canonical == b.canonical and a.sex is b.sex
    ]
    if kinds:
        return max(kinds)
    if one.known and other.known:
        return ANOTHER
    return _spelled(_sounds_of_full_names(one), _sounds_of_full_names(other))


def _sounds_of_full_names(word: Word) -> tuple[str, ...]:
    full = (known.canonical.lower() for known in word.known if known.kind == FULL)
    return tuple(dict.fromkeys((*word.sounds, *(code for name in full for code in readings(name)))))


def _of_the_father(way: Way) -> Word | None:
    """Return the word that tells of the father, wherever the way of reading put it."""
    if way.patronymic is not None:
        return way.patronymic
    likely = (word for word in (*way.given[1:], *way.family[1:]) if word.initial or is_patronymic(word.nominative))
    return next(likely, None)


def _told_by(patronymic: Word) -> Beginnings:
    """Return how a patronymic may begin that tells of the same father."""
    father = father_of(patronymic.nominative)
    return beginnings(patronymic.nominative, [father] if father else ())


def _fathers(one: Way, other: Way) -> float:
    ones, others = _of_the_father(one), _of_the_father(other)
    if ones is None or others is None:
        return 1.0
    if ones.initial or others.initial:
        return INITIAL if begin_alike(_told_by(ones), _told_by(others)) else ANOTHER
    names = father_of(ones.nominative), father_of(others.nominative)
    if None not in names and not set(ones.sounds) & set(others.sounds):
        return 1.0 if names[0] == names[1] else ANOTHER
    return _spelled(ones.sounds, others.sounds)
