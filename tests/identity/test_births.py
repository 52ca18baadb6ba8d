from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from paradero.identity import MODEL
from paradero.identity.births import born_within, compare_births
from paradero.terms.person import Birth

BORN = Birth(born_on=date(1991, 3, 12))
PUBLISHED = date(2024, 6, 1)

CASES = [
    (Birth(born_on=date(1991, 3, 12)), "same_date"),
    (Birth(born_on=date(1991, 12, 3)), "day_and_month_swapped"),
    (Birth(born_on=date(1990, 3, 12)), "one_part_off"),
    (Birth(born_on=date(1991, 3, 13)), "one_part_off"),
    (Birth(born_on=date(1991, 3, 22)), "one_part_off"),
    (Birth(born_on=date(1991, 8, 30)), "same_year_other_day"),
    (Birth(born_on=date(1992, 8, 30)), "year_near_other_day"),
    (Birth(born_on=date(1979, 3, 12)), "year_far"),
    (Birth(year=1991), "same_year"),
    (Birth(year=1990), "year_one_off"),
    (Birth(year=1993), "year_two_off"),
    (Birth(year=2003), "year_far"),
    (Birth(age=33), "age_fits"),
    (Birth(age=32), "age_one_off"),
    (Birth(age=31), "age_two_off"),
    (Birth(age=21), "age_far"),
    (Birth(age=21, age_said_on=date(2012, 6, 1)), "age_fits"),
]


@pytest.mark.parametrize(("seen", "reason"), CASES)
def test_each_way_of_knowing_a_birth(seen: Birth, reason: str) -> None:
    row = compare_births(BORN, seen, published_on=PUBLISHED, model=MODEL)
    assert row.reason == reason
    assert row.weight_bits == MODEL.bits(f"birth.{reason}")


ESTIMATED_TO = 0.05
"""Bits by which two estimates may be the other way round: no reader sees them."""


def test_nearer_births_never_weigh_less() -> None:
    dates = [
        "same_date",
        "day_and_month_swapped",
        "one_part_off",
        "same_year_other_day",
        "year_near_other_day",
        "year_far",
    ]
    years = ["same_year", "year_one_off", "year_two_off", "year_far"]
    ages = ["age_fits", "age_one_off", "age_two_off", "age_far"]
    for order in (dates, years, ages):
        bits = [MODEL.bits(f"birth.{reason}") for reason in order]
        assert all(nearer >= farther - ESTIMATED_TO for nearer, farther in pairwise(bits))
        assert bits[0] > 0 > bits[-1]


@given(born=st.dates(date(1930, 1, 1), date(2015, 1, 1)), said_on=st.dates(date(2016, 1, 1), date(2030, 1, 1)))
def test_an_age_holds_the_day_of_birth_it_was_counted_from(born: date, said_on: date) -> None:
    had_birthday = (said_on.month, said_on.day) >= (born.month, born.day)
    days = born_within(said_on.year - born.year - (not had_birthday), said_on)
    assert days.first <= born < days.end or (born.month, born.day) == (2, 29)


def test_a_birthday_on_the_leap_day_is_counted() -> None:
    assert born_within(20, date(2024, 2, 29)).end == date(2004, 3, 1)
    assert born_within(21, date(2024, 2, 29)).end == date(2003, 3, 1)
