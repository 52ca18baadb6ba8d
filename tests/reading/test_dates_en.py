from datetime import date

import pytest

from paradero.reading.dates.en import find
from paradero.terms.spans import Span

PUBLISHED = date(2025, 5, 24)

MEANT = [
    ("On 23 May 2025", "2025-05-23"),
    ("last Thursday", "2025-05-22"),
    ("in April 2022", "2022-04"),
    ("three months ago", "2025-02"),
    ("22 months ago", "2023-07"),
    ("May 23rd", "2025-05-23"),
    ("May 23, 2025", "2025-05-23"),
    ("on Friday", "2025-05-23"),
    ("yesterday", "2025-05-23"),
    ("early March", "2025-03-01/2025-03-10"),
    ("a year ago", "2024"),
    ("born 12 March 1991", "1991-03-12"),
    ("on Tuesday 20 May", "2025-05-20"),
    ("23.05.2025", "2025-05-23"),
    ("mid-March", "2025-03-11/2025-03-20"),
    ("at the end of April", "2025-04-21/2025-04-30"),
    ("in May last year", "2024-05"),
    ("in the spring of 2022", "2022-03-01/2022-05-31"),
    ("over the weekend", "2025-05-24/2025-05-25"),
    ("Thursday last week", "2025-05-15"),
    ("He will be buried on Wednesday", "2025-05-28"),
    ("They were taken on the 19th", "2025-05-19"),
    ("adjourned to September", "2025-09"),
    ("a few days ago", "../2025-05-23"),
    ("called at Christmas", "2024-12-25"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_date_means_the_days_that_a_reader_of_that_day_takes_it_for(text: str, meant: str) -> None:
    (found,) = find(text, [Span(0, len(text))], PUBLISHED)

    assert found.days is not None
    assert found.days.iso() == meant


@pytest.mark.parametrize(
    "text",
    [
        "he may go",
        "more than three years ago",
        "they march on",
        "May I offer a correction",
        "30 February 2024",
        "22 months in captivity",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find(text, [Span(0, len(text))], PUBLISHED) == ()


def test_without_a_day_of_publication_a_date_without_a_year_is_found_and_not_resolved() -> None:
    text = "on 23 May"
    (found,) = find(text, [Span(0, len(text))], None)

    assert found.days is None
    assert found.found.span.of(text) == found.as_written


def test_only_the_body_is_read() -> None:
    text = "23 May 2025 / 23 May 2025"
    (found,) = find(text, [Span(11, len(text))], None)

    assert found.found.span.start >= 11
