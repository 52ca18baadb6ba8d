"""What a page says about itself: the day, the outlet, the author."""

from datetime import date

import pytest
from tests.intake.reports import opened, page, page_of as of

from paradero.terms.dates import DateKnownFrom


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-22T23:50:00-05:00">',
        '<meta name="dc.date" content="20240522">',
        '<meta itemprop="datePublished" content="2024/05/22">',
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2024-05-22"}]</script>',
        '<script type="application/ld+json">{"mainEntity":{"@type":"Article","datePublished":"2024-05-22"}}</script>',
    ],
)
def test_the_day_of_publication_is_read_where_the_page_states_it(head: str) -> None:
    """As the outlet writes it, in its own time zone."""
    report = of("<p>Galina reconoció a su hijo en un vídeo.</p>", head)

    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.PAGE)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>Publicado hace 2 días</p>"),
        ("", "<p>22 de mayo de 2024. Galina espera.</p>"),
        ('<meta name="date" content="2 days ago">', "<p>Galina espera.</p>"),
        ('<meta property="article:published_time" content="2024">', "<p>Galina espera.</p>"),
        ('<meta property="article:published_time" content="2024-13-45">', "<p>Galina espera.</p>"),
        ('<meta property="article:modified_time" content="2024-05-30">', "<p>Galina espera.</p>"),
        ("", '<p>Galina espera.</p><aside><time datetime="2024-05-21">ayer</time></aside>'),
        (
            '<script type="application/ld+json">{"items":[{"@type":"Article","datePublished":"2024-05-21"}]}</script>',
            "<p>Galina espera.</p>",
        ),
    ],
)
def test_a_day_that_the_page_does_not_state_is_not_guessed(head: str, body: str) -> None:
    report = of(body, head)

    assert (report.published_on, report.date_known_from) == (None, DateKnownFrom.UNKNOWN)


def test_what_the_collector_declares_fills_what_the_page_leaves_open() -> None:
    report = of("<p>Galina espera.</p>", source="Diario Nuevo Andén", published_on=date(2024, 5, 23))

    assert (report.source, report.published_on) == ("Diario Nuevo Andén", date(2024, 5, 23))
    assert report.date_known_from is DateKnownFrom.DECLARED


def test_what_the_page_states_counts_more_than_what_was_declared() -> None:
    (report,) = opened(page("faro.html"), "a.html", source="otro", published_on=date(2020, 1, 1)).reports

    assert (report.source, report.published_on) == ("El Faro del Sur", date(2024, 5, 23))


@pytest.mark.parametrize(
    "data", ['{"@type": [[]]}', "[[[1]]]", '{"@graph": 4}', '{"@type": "Article", "author": [[3]]}', "{"]
)
def test_data_of_a_wrong_shape_says_nothing(data: str) -> None:
    report = of("<p>Galina espera.</p>", f'<script type="application/ld+json">{data}</script>')

    assert (report.author, report.published_on) == (None, None)


def test_a_page_cannot_call_its_outlet_or_author_what_a_screen_obeys() -> None:
    """Half a character in a page's data ended in a fault; a turned reading direction turns a colleague's list."""
    data = r'{"@type":"NewsArticle","publisher":{"name":"El\u001b[2J Faro\ud800"},"author":"Lucía\n\u202eArbeláez"}'
    report = of("<p>Galina espera.</p>", f'<script type="application/ld+json">{data}</script>')

    assert (report.source, report.author) == ("El[2J Faro", "Lucía Arbeláez")
