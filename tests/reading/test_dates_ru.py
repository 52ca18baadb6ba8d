from datetime import date

import pytest

from paradero.reading.dates.ru import find
from paradero.terms.spans import Span

PUBLISHED = date(2022, 3, 3)

MEANT = [
    ("девяносто первого года", "1991"),
    ("две тысячи третий год", "2003"),
    ("28 февраля", "2022-02-28"),
    ("в прошлый вторник", "2022-03-01"),
    ("В ночь на 3 марта", "2022-03-02/2022-03-03"),
    ("род. 12.03.1991 г.", "1991-03-12"),
    ("в апреле 2021 года", "2021-04"),
    ("три месяца назад", "2021-12"),
    ("два дня назад", "2022-03-01"),
    ("вчера вечером", "2022-03-02"),
    ("с 5 по 7 марта", "2022-03-05/2022-03-07"),
    ("в 2021 году", "2021"),
    ("весной 2021 года", "2021-03-01/2021-05-31"),
    ("в начале марта", "2022-03-01/2022-03-10"),
    ("на прошлой неделе", "2022-02-21/2022-02-27"),
    ("30 декабря", "2021-12-30"),
    ("двадцать первого июня", "2021-06-21"),
    ("в феврале девятнадцатого", "2019-02"),
    ("28 мая — 3 июня", "2021-05-28/2021-06-03"),
    ("в феврале прошлого года", "2021-02"),
    ("Обновлено 16.02, вечером", "2022-02-16"),
    ("привезли 20-го", "2022-02-20"),
    ("на Крещение", "2022-01-19"),
    ("суд назначен на пятницу", "2022-03-04"),
    ("неделю назад", "2022-02-24"),
    ("просят подождать до майских праздников", "2022-05"),
    ("в четверг", "2022-03-03"),
    ("в прошлый четверг", "2022-02-24"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_date_means_the_days_that_a_reader_of_that_day_takes_it_for(text: str, meant: str) -> None:
    (found,) = find(text, [Span(0, len(text))], PUBLISHED)

    assert found.days is not None
    assert found.days.iso() == meant


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2022",
        "сорок первый раз",
        "пять лет",
        "более трёх лет назад",
        "498 убитых",
        "бригада 214",
        "десятого класса",
        "вторник и четверг",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find(text, [Span(0, len(text))], PUBLISHED) == ()


def test_without_a_day_of_publication_a_date_without_a_year_is_found_and_not_resolved() -> None:
    text = "28 февраля"
    (found,) = find(text, [Span(0, len(text))], None)

    assert found.days is None
    assert found.found.span.of(text) == found.as_written


def test_only_the_body_is_read() -> None:
    text = "28.02.2022 / 28.02.2022"
    (found,) = find(text, [Span(10, len(text))], None)

    assert found.found.span.start >= 10
