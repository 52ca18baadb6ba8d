"""Dates, places, lines and the rest as the reading bench counts them, worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest
from tests.evaluation.reading_sample import (
    ACCOUNT,
    ANNOTATED,
    LUZ,
    found,
    of,
)

from paradero.terms.account import PlaceRead
from paradero.terms.claims import Modality
from paradero.terms.dates import Days


def test_a_date_is_right_where_it_stands_and_on_its_day() -> None:
    read = ACCOUNT.dates[0]
    other_day = replace(read, days=Days.day(date(2026, 3, 13)))
    assert of("dates", replace(ACCOUNT, dates=(other_day,))) == (0, 1, 1)
    assert of("dates", replace(ACCOUNT, dates=(replace(read, found=found("capturado")),))) == (0, 1, 1)
    assert of("dates", replace(ACCOUNT, dates=(read, read))) == (1, 2, 1)
    assert of("dates", replace(ACCOUNT, dates=(replace(read, days=None),))) == (0, 0, 1)


@pytest.mark.parametrize("value", ["unknown", "../2026-03-12", "2026-03-12/.."])
def test_a_date_without_both_ends_is_left_out(value: str) -> None:
    assert of("dates", annotated=ANNOTATED.replace("2026-03-12", value, 1)) == (0, 0, 0)


def test_days_between_are_the_same_however_they_are_written() -> None:
    between = ANNOTATED.replace("d1 = 2026-03-12", "d1 = 2026-03-01/2026-03-31")
    march = replace(ACCOUNT, dates=(replace(ACCOUNT.dates[0], days=Days.month(2026, 3)),))
    assert of("dates", march, between) == (1, 1, 1)


def test_a_place_is_found_once_and_resolved_by_its_first_candidate() -> None:
    belgorod, coast = ACCOUNT.places
    elsewhere = PlaceRead(as_written="Ondas", usual="Ondas", found=found("Ondas"))
    assert of("places", replace(ACCOUNT, places=(belgorod, belgorod, elsewhere))) == (1, 2, 2)
    wrong = replace(ACCOUNT, places=(replace(belgorod, candidates=(1, *belgorod.candidates)), coast))
    assert of("resolved", wrong) == (0, 1, 1)
    assert of("resolved", replace(ACCOUNT, places=(replace(belgorod, candidates=()), coast))) == (0, 0, 1)


def test_a_place_in_another_country_is_not_resolved() -> None:
    assert of("resolved", annotated=ANNOTATED.replace("Belgorod, RU", "Belgorod, MD"))[0] == 0


def test_a_caption_that_is_cut_is_cut_wrongly() -> None:
    caption = found("en la Costa").span
    assert of("boilerplate", replace(ACCOUNT, cut=(*ACCOUNT.cut, caption))) == (2, 3, 2)
    assert of("boilerplate", replace(ACCOUNT, cut=ACCOUNT.cut[:1])) == (1, 1, 2)


def test_treatment_is_right_with_whose_it_is_and_how_it_is() -> None:
    read = ACCOUNT.treatments[0]
    for changed in ({"value": "bad"}, {"person": LUZ}, {"person": None}, {"kind": "health"}, {"found": found("canje")}):
        assert of("treatment", replace(ACCOUNT, treatments=(replace(read, **changed),))) == (0, 1, 1)
    assert of("treatment", replace(ACCOUNT, treatments=(read, read))) == (1, 1, 1)


def test_an_agreement_is_right_with_its_kind_and_modality() -> None:
    read = ACCOUNT.agreements[0]
    assert of("agreements", replace(ACCOUNT, agreements=(replace(read, modality=Modality.ASSERTED),))) == (0, 1, 1)
    assert of("agreements", replace(ACCOUNT, agreements=(replace(read, kind="corridor"),))) == (0, 1, 1)


def test_an_instruction_and_testimony_are_found_where_they_stand() -> None:
    elsewhere = found("capturado")
    instruction = replace(ACCOUNT.instructions[0], found=elsewhere)
    assert of("instructions", replace(ACCOUNT, instructions=(instruction,))) == (0, 1, 1)
    assert of("testimony", replace(ACCOUNT, testimony=(replace(ACCOUNT.testimony[0], found=elsewhere),))) == (0, 1, 1)
    of_another = replace(ACCOUNT, testimony=(replace(ACCOUNT.testimony[0], person=LUZ),))
    assert of("testimony", of_another) == (0, 1, 1)
