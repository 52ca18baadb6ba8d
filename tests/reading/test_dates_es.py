from datetime import date

import pytest

from paradero.reading.dates.es import find
from paradero.terms.spans import Span

PUBLISHED = date(2024, 5, 22)
"""A Wednesday."""

MEANT = [
    ("el 3 de mayo de 2021", "2021-05-03"),
    ("el pasado 4 de enero", "2024-01-04"),
    ("a fines de marzo", "2024-03-21/2024-03-31"),
    ("desde mediados de abril", "2024-04-11/2024-04-20"),
    ("Odesa, 21 may (Agencia Inventada)", "2024-05-21"),
    ("mayo 20 de 2023", "2023-05-20"),
    ("del 19 al 25 de enero de 2022", "2022-01-19/2022-01-25"),
    ("entre julio y agosto de 2022", "2022-07-01/2022-08-31"),
    ("en octubre del año pasado", "2023-10"),
    ("en mayo del 83", "1983-05"),
    ("la semana pasada", "2024-05-13/2024-05-19"),
    ("hace dos años", "2022"),
    ("hace una semana", "2024-05-15"),
    ("hace unos días", "../2024-05-21"),
    ("en las últimas horas", "2024-05-21/2024-05-22"),
    ("el viernes 10", "2024-05-10"),
    ("lo vieron el martes", "2024-05-21"),
    ("el funeral será el viernes", "2024-05-24"),
    ("queda detenido hasta septiembre", "2024-09"),
    ("la audiencia quedó para el 3 de junio", "2024-06-03"),
    ("en el verano de 2023", "2023-06-01/2023-08-31"),
    ("en Semana Santa", "2024-03-24/2024-03-31"),
    ("anoche", "2024-05-21"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_date_means_the_days_that_a_reader_of_that_day_takes_it_for(text: str, meant: str) -> None:
    (found,) = find(text, [Span(0, len(text))], PUBLISHED)

    assert found.days is not None
    assert found.days.iso() == meant


@pytest.mark.parametrize(
    "text",
    [
        "31 de junio",
        "hace más de tres años",
        "esa mañana",
        "la señora de 84 años",
        "el año de su nacimiento",
        "los lunes y miércoles",
        "en la Plaza de Mayo",
        "12.30 horas",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find(text, [Span(0, len(text))], PUBLISHED) == ()


def test_a_day_alone_belongs_to_the_month_told_of_last() -> None:
    text = "Salió a finales de abril. El 27 lo vieron en Uribe."
    _, second = find(text, [Span(0, len(text))], PUBLISHED)

    assert second.days is not None
    assert second.days.iso() == "2024-04-27"


def test_a_day_without_a_year_goes_on_with_the_story_of_another_year() -> None:
    text = "Se entregó el 17 de marzo de 2022 y el 21 de abril salió en un video."
    _, second = find(text, [Span(0, len(text))], PUBLISHED)

    assert second.days is not None
    assert second.days.iso() == "2022-04-21"


def test_a_date_of_birth_is_told_by_its_rule() -> None:
    text = "Óscar Quintero, nacido el 3 de marzo de 1986."
    (found,) = find(text, [Span(0, len(text))], PUBLISHED)

    assert found.found.rule.endswith(".born")
    assert found.as_written == "el 3 de marzo de 1986"
