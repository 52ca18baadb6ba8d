"""A child is protected in doubt as well (rule R18)."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from paradero.identity.coming_of_age import mark_age, may_be_under_eighteen
from paradero.terms.person import Birth

ON = date(2026, 5, 22)


@pytest.mark.parametrize(
    ("birth", "said_on", "under"),
    [
        (Birth(born_on=date(2008, 5, 22)), None, False),
        (Birth(born_on=date(2008, 5, 23)), None, True),
        (Birth(born_on=date(2008, 2, 29)), None, False),
        (Birth(year=2007), None, False),
        (Birth(year=2008), None, True),
        (Birth(age=17, age_said_on=date(2026, 5, 1)), None, True),
        (Birth(age=17, age_said_on=date(2025, 5, 22)), None, False),
        (Birth(age=17), date(2024, 1, 1), False),
        (Birth(age=17), None, True),
        (Birth(age=18), None, False),
        (Birth(), None, False),
        (None, ON, False),
    ],
)
def test_whoever_may_still_be_under_eighteen_is_taken_for_a_child(
    birth: Birth | None, said_on: date | None, *, under: bool
) -> None:
    assert may_be_under_eighteen(birth, on=ON, said_on=said_on) is under


@given(born=st.dates(date(1930, 1, 1), date(2026, 5, 22)), on=st.dates(date(2026, 5, 22), date(2060, 1, 1)))
def test_knowing_less_of_a_birth_never_makes_an_adult_of_a_child(born: date, on: date) -> None:
    if may_be_under_eighteen(Birth(born_on=born), on=on):
        assert may_be_under_eighteen(Birth(year=born.year), on=on)


@pytest.mark.parametrize(
    ("birth", "published_on", "marked"),
    [
        (Birth(born_on=date(2008, 5, 23)), ON, True),
        (Birth(born_on=date(2008, 5, 22)), ON, False),
        (Birth(year=2008), ON, True),
        (Birth(age=17), ON, True),
        (Birth(age=18), ON, False),
        (Birth(age=18, age_said_on=date(2027, 5, 22)), ON, True),
        (Birth(age=12), None, True),
        (Birth(age=18), None, False),
        (Birth(year=2010), None, True),
        (Birth(born_on=date(2010, 3, 12)), None, True),
        (Birth(born_on=date(1991, 3, 12)), None, False),
        (Birth(year=1995), None, False),
        (Birth(year=1996), None, True),
        (None, ON, False),
        (None, None, False),
    ],
)
def test_who_may_be_a_child_in_a_report_is_marked_also_where_its_day_is_not_known(
    birth: Birth | None, published_on: date | None, *, marked: bool
) -> None:
    for sides in ((birth, None), (None, birth)):
        marks = mark_age(*sides, published_on=published_on)
        assert [(mark.field, mark.weight_bits) for mark in marks] == ([("age", 0.0)] if marked else [])
