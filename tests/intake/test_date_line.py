"""Many a page states its day only in a line beside the headline; nothing else on it is taken for that."""

from datetime import date

import pytest
from tests.intake.reports import opened, page_of as of

from paradero.terms.dates import DateKnownFrom

STORY = (
    "<p>Galina espera desde hace meses una carta de su hijo, y cada tarde pregunta al cartero.</p>"
    "<p>El cartero le dice que no hay nada, y ella le da las gracias y cierra la puerta despacio.</p>"
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("23 апреля 2026, 09:42", date(2026, 4, 23)),
        ("12 травня 2026 р.", date(2026, 5, 12)),
        ("Опубліковано 18 березня 2026 року о 11:00", date(2026, 3, 18)),
        ("20.01.2026 | Просмотров: 2318", date(2026, 1, 20)),
        ("21 января 2026 · рубрика: Фронт", date(2026, 1, 21)),
        ("22 de mayo de 2024 | 3 min", date(2024, 5, 22)),
        ("May 22, 2024 · 3 min read", date(2024, 5, 22)),
        ("Publicado el 22 de mayo de 2024 a las 10:30", date(2024, 5, 22)),
        ("Lucía Arbeláez, 22 de mayo de 2024", date(2024, 5, 22)),
    ],
)
def test_the_line_beside_the_headline_states_the_day(line: str, day: date) -> None:
    report = of(f"<h1>Galina espera a su hijo</h1><div class='date'>{line}</div>{STORY}")

    assert (report.published_on, report.date_known_from) == (day, DateKnownFrom.PAGE)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Galina espera</h1><div>Обновлено: 24 апреля 2026, 10:00</div>{STORY}",
        f"<h1>Galina espera</h1><div>24 апреля 2026 — 26 апреля 2026</div>{STORY}",
        f"<h1>Galina espera</h1><p>22 мая 2024 года она вернулась домой.</p>{STORY}",
        f"<h1>Galina espera</h1>{STORY}<div>22 мая 2024, 09:42</div>",
        f"<h1>Galina espera</h1><div>31.02.2026 | 3 min</div>{STORY}",
        f"<div>Воронеж, среда, 22 мая 2024</div><h1>Galina espera</h1>{STORY}",
        f"<h1>Galina espera</h1>{STORY}<h2>Otras noticias</h2><div>18.03.2026</div>",
    ],
)
def test_no_other_day_on_the_face_is_taken_for_it(body: str) -> None:
    report = of(body)

    assert (report.published_on, report.date_known_from) == (None, DateKnownFrom.UNKNOWN)


def test_what_the_page_states_in_its_data_counts_more_than_its_face() -> None:
    head = '<meta property="article:published_time" content="2026-04-20">'

    assert of(f"<h1>Galina espera</h1><div>23 апреля 2026</div>{STORY}", head).published_on == date(2026, 4, 20)


def test_the_face_counts_more_than_what_was_declared() -> None:
    page = f"<html><h1>Galina espera</h1><div>23 апреля 2026</div>{STORY}</html>"
    (report,) = opened(page, "a.html", published_on=date(2020, 1, 1)).reports

    assert report.published_on == date(2026, 4, 23)
