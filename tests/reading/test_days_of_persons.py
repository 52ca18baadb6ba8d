"""The days a report gives of a person: a table that a translator can extend."""

from datetime import date

import pytest
from tests.reading.reading_by import read_as_asked

from paradero.terms.dates import DateKnownFrom
from paradero.terms.person import Description
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

PUBLISHED = date(2024, 5, 24)

TOLD = [
    (
        "es",
        "Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado el lunes cerca de Pokrovsk.",
        (None, date(2024, 5, 20), date(2024, 5, 20)),
    ),
    (
        "es",
        "Ruslan Doroshenkov, nacido en 1991 en Omsk, fue capturado cerca de Pokrovsk.",
        (None, None, PUBLISHED),
    ),
    (
        "ru",
        "Под Купянском взят в плен Тимур Дашиев, 1991 года рождения.",
        (None, None, PUBLISHED),
    ),
    (
        "es",
        "Olena Verezhak, médica militar de Zhytomyr, está desaparecida desde el 3 de mayo, según su hermana.",
        (None, date(2024, 5, 3), None),
    ),
    ("ru", "Тимур Дашиев, 24 года, попал в плен под Купянском, рассказала его мать.", (None, None, PUBLISHED)),
    ("ru", "Максим Лисогор погиб 2 мая 2024 года под Авдеевкой.", (date(2024, 5, 2), None, None)),
    ("uk", "Максим Лисогор загинув 2 травня 2024 року під Авдіївкою.", (date(2024, 5, 2), None, None)),
    ("en", "Maksym Lysohor was killed on 2 May 2024 near Avdiivka.", (date(2024, 5, 2), None, None)),
    ("en", "Serhii Khomenko returned from captivity on 10 May 2024.", (None, date(2024, 5, 10), None)),
]


def _first(text: str, language: str) -> Description:
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY)
    report = Report(
        text=text, blocks=(block,), pieces=(), published_on=PUBLISHED, date_known_from=DateKnownFrom.DECLARED
    )
    return read_as_asked(report, declared_language=language).persons[0].description


@pytest.mark.parametrize(("language", "text", "days"), TOLD)
def test_days_of_death_of_last_being_known_alive_and_in_captivity(
    language: str, text: str, days: tuple[date | None, date | None, date | None]
) -> None:
    seen = _first(text, language)

    assert (seen.died_on, seen.last_heard_on, seen.captive_by) == days


def test_what_is_doubted_gives_no_day() -> None:
    """A contradiction needs a written answer, so it rests on what somebody says, not on a rumour."""
    seen = _first("Maksym Lysohor was reportedly, according to unconfirmed rumours, killed on 2 May 2024.", "en")

    assert seen.died_on is None
