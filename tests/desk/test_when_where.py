"""The day and the place of a claim on the pages, in words of the page's language."""

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from tests.desk import made
from tests.desk.visible import words

from paradero.desk import places
from paradero.procedures.text_views import ClaimView, PlaceNamed
from paradero.terms.dates import Days

THURSDAY = replace(
    made.CLAIM,
    number=1,
    when=Days.day(date(2026, 5, 21)),
    when_written="este jueves",
    where=(PlaceNamed(as_written="Bélgorod", usual="Belgorod"),),
)


def line(claim: ClaimView, language: str) -> str:
    with translation.override(language):
        return render_to_string("desk/parts/said_line.html", {"claim": claim, "facts": made.REPORT})


@pytest.mark.parametrize(
    ("language", "when", "where"),
    [
        ("en", "When: 21 May 2026 este jueves", "Place named: Belgorod Bélgorod"),
        ("es", "Cuándo: 21 de mayo de 2026 este jueves", "Lugar que se nombra: Bélgorod"),
        ("ru", "Когда: 21 мая 2026 г. este jueves", "Названное место: Белгород Bélgorod"),
        ("uk", "Коли: 21 травня 2026 р. este jueves", "Назване місце: Бєлгород Bélgorod"),
    ],
)
def test_a_claims_day_and_place_stand_in_words_beside_what_the_report_writes(
    language: str, when: str, where: str
) -> None:
    shown = words(line(THURSDAY, language))

    assert when in shown
    assert where in shown
    assert shown.count("Bélgorod") == 1


def test_the_reports_own_words_are_marked_as_its_language_and_the_day_for_programs() -> None:
    shown = line(THURSDAY, "uk")

    assert '<q lang="es">este jueves</q>' in shown
    assert 'datetime="2026-05-21"' in shown


def test_a_claim_without_day_and_place_has_no_empty_words_for_them() -> None:
    assert "when-where" not in line(made.CLAIM, "en")


def test_what_a_report_writes_for_a_place_is_text() -> None:
    odd = replace(THURSDAY, when_written="<b>hoy", where=(PlaceNamed(as_written="<i>X", usual="<i>Y"),))

    assert "<b>" not in line(odd, "en")
    assert "<i>" not in line(odd, "en")


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", ["Bakhmut", "Poland", "Saint Petersburg", "Nowhere"]),
        ("es", ["Bajmut", "Polonia", "San Petersburgo", "Nowhere"]),
        ("ru", ["Бахмут", "Польша", "Санкт-Петербург", "Nowhere"]),
        ("uk", ["Бахмут", "Польща", "Санкт-Петербург", "Nowhere"]),
    ],
)
def test_a_place_has_the_name_of_the_pages_language_where_a_table_knows_it(language: str, named: list[str]) -> None:
    with translation.override(language):
        assert [places.in_words(usual) for usual in ("Bakhmut", "Poland", "Saint Petersburg", "Nowhere")] == named
