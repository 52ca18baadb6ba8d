"""What Russian and Ukrainian reports put beside a name: a year of birth, an age, a town, in any order and any case."""

from datetime import date

import pytest
from tests.reading.expectations import Invented, is_met

TOLD = [
    (
        "ru",
        "В плен взят старший матрос Хоменко Сергей, 1991 года рождения, уроженец Полтавы.",
        "born Хоменко Сергей: 1991",
    ),
    ("ru", "Сергей Хоменко (1991 г.р., Полтава) попал в плен.", "born Сергей Хоменко: 1991"),
    ("ru", "Сергей Хоменко (1991 г.р., Полтава) попал в плен.", "home Сергей Хоменко: Полтава"),
    ("ru", "Пропал Дашиев Тимур, 1999 г. р., Улан-Удэ.", "home Дашиев Тимур: Улан-Удэ"),
    ("ru", "Дашиев Тимур, 8 декабря 1997 года рождения, пропал в мае.", "born Дашиев Тимур: 1997-12-08"),
    ("ru", "Тимур Дашиев попал в плен в мае. Ему было тридцать два года.", "age Тимур Дашиев: 32"),
    ("ru", "Тимур Дашиев (25 лет) из Улан-Удэ пропал в мае.", "age Тимур Дашиев: 25"),
    ("uk", "Максим Лисогор, 1994, Черкаси.", "born Максим Лисогор: 1994"),
    ("uk", "Максим Лисогор, 1994, Черкаси.", "home Максим Лисогор: Черкаси"),
    ("uk", "Верещак Олена Іванівна, 1995 р. н., медикиня, зникла у травні.", "born Верещак Олена Іванівна: 1995"),
    ("uk", "Олена Верещак зникла в березні. Їй 27 років.", "age Олена Верещак: 27"),
    ("uk", "Сергій Хоменко, 26 років, Миколаїв. Зник у травні.", "home Сергій Хоменко: Миколаїв"),
    ("uk", "Сергія Хоменка, 1991 року народження, взято в полон.", "born Сергій Хоменко: 1991"),
]


def told(language: str, text: str) -> Invented:
    return Invented(language, "a line", text, date(2026, 3, 1), ())


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_what_stands_beside_a_name_is_that_persons(language: str, text: str, expected: str) -> None:
    assert is_met(told(language, text).account(), expected)


NOT_TOLD = [
    ("ru", "Тимур Дашиев пропал в мае. Галина Дорошенкова ждёт сына. Ей 61 год.", "age Тимур Дашиев: 61"),
    ("uk", "Максим Лисогор, 2024, Черкаси.", "born Максим Лисогор: 2024"),
    ("uk", "Максим Лисогор зник 2022 року, Черкаси сумують.", "born Максим Лисогор: 2022"),
    ("uk", "Сергій Хоменко, 3 рота, Полтава чекає на нього.", "age Сергій Хоменко: 3"),
]


@pytest.mark.parametrize(("language", "text", "expected"), NOT_TOLD)
def test_another_ones_age_and_another_years_event_are_not_taken(language: str, text: str, expected: str) -> None:
    assert not is_met(told(language, text).account(), expected)
