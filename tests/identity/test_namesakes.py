"""Common names and rare ones among a realistic number of sightings, found as the desk finds them."""

from datetime import date
from itertools import cycle, product

import pytest
from tests.identity.crowd import named

from paradero.identity import THRESHOLD, SightingIndex
from paradero.identity.lexicon import lexicon
from paradero.terms.matching import Explanation, Outcome
from paradero.terms.person import Birth, Description, Sex

IVANOVS = {
    "S-ivanov-vladivostok": named("Aleksandr Ivanov", home="Vladivostok", sex=Sex.MALE),
    "S-ivanov-kazan": named("Иванов Александр", home="Казань", sex=Sex.MALE),
    "S-ivanov-born": named("Иванов Александр", birth=Birth(year=1979), sex=Sex.MALE),
    "S-ivanov": named("Александр Иванов", sex=Sex.MALE),
}
RARE = {"S-rare": named("Ruslan Doroshenkov", sex=Sex.MALE)}


BEGINNINGS = ("Бел", "Вар", "Гор", "Зар", "Кал", "Лун", "Мар", "Пол", "Сот", "Тур", "Чер", "Шум")
MIDDLES = ("ав", "ед", "ил", "ом", "ун", "яр")
ENDINGS = ("енко", "ский", "ов", "чук", "ин")


@pytest.fixture(scope="module")
def sightings() -> SightingIndex:
    """Hold two thousand men with given names as common as they are in life, the Ivanovs, and one rare name."""
    names = {known.canonical for rows in lexicon().by_text.values() for known in rows if known.sex is Sex.MALE}
    shares = {name: lexicon().shares[name] for name in sorted(names) if name in lexicon().shares}
    whole = sum(shares.values())
    given = (name for name, share in shares.items() for _ in range(round(2000 * share / whole)))
    surnames = cycle("".join(parts) for parts in product(BEGINNINGS, MIDDLES, ENDINGS))
    people = ((f"S-{place}", f"{next(surnames)} {name}") for place, name in enumerate(given))
    others = ((ref, named(written, sex=Sex.MALE)) for ref, written in people)
    return SightingIndex([*others, *IVANOVS.items(), *RARE.items()])


def _found(sightings: SightingIndex, sought: Description, ref: str) -> Explanation:
    return dict(sightings.search(sought, limit=20))[ref]


def _row(explanation: Explanation, field: str) -> tuple[Outcome, str, float]:
    return next((one.outcome, one.reason, one.weight_bits) for one in explanation.comparisons if one.field == field)


@pytest.mark.parametrize("ref", ["S-ivanov-vladivostok", "S-ivanov-kazan"])
def test_two_men_of_a_common_name_from_different_places_are_not_likely_and_it_is_said_why(
    sightings: SightingIndex, ref: str
) -> None:
    found = _found(sightings, named("Иванов Александр", home="Белгород", sex=Sex.MALE), ref)

    assert found.probability < THRESHOLD / 2
    outcome, reason, bits = _row(found, "home")
    assert (outcome, reason) == (Outcome.DIFFERS, "other_town")
    assert bits < -1
    assert _row(found, "family_name")[2] < 9, "a common surname says little"


def test_two_men_of_a_common_name_and_of_other_years_are_not_likely(sightings: SightingIndex) -> None:
    sought = named("Иванов Александр", birth=Birth(born_on=date(1991, 3, 12)), sex=Sex.MALE)
    found = _found(sightings, sought, "S-ivanov-born")

    assert found.probability < 0.01
    assert found.contradictions == ("birth",)


def test_a_common_name_alone_is_not_likely(sightings: SightingIndex) -> None:
    assert _found(sightings, named("Иванов Александр", sex=Sex.MALE), "S-ivanov").probability < THRESHOLD


def test_a_rare_name_with_nothing_else_known_is_likely_and_not_certain(sightings: SightingIndex) -> None:
    found = _found(sightings, named("Дорошенков Руслан"), "S-rare")

    assert THRESHOLD <= found.probability < 0.97
    assert "namesakes" in [one.reason for one in found.comparisons]
