from datetime import date

import pytest

from paradero.reading.dates.uk import find
from paradero.terms.spans import Span

PUBLISHED = date(2026, 3, 1)

MEANT = [
    ("тисяча дев'ятсот дев'яносто четвертий рік", "1994"),
    ("двадцять другого року", "2022"),
    ("28 лютого", "2026-02-28"),
    ("минулого вівторка", "2026-02-24"),
    ("у четвер", "2026-02-26"),
    ("в ніч на 3 березня", "2026-03-02/2026-03-03"),
    ("22 місяці тому", "2024-05"),
    ("у квітні 2022 року", "2022-04"),
    ("торік", "2025"),
    ("торік у лютому", "2025-02"),
    ("навесні дві тисячі першого", "2001-03-01/2001-05-31"),
    ("шістнадцяте травня двадцять другого", "2022-05-16"),
    ("загинув перед Великоднем", "2025-04-20"),
    ("похорон призначили на вівторок", "2026-03-03"),
    ("14 або 15 лютого", "2026-02-14/2026-02-15"),
    ("запис від торішнього грудня", "2025-12"),
    ("учора", "2026-02-28"),
    ("наприкінці лютого", "2026-02-21/2026-02-28"),
    ("минулої п'ятниці", "2026-02-27"),
    ("нар. 12.03.1991", "1991-03-12"),
    ("навесні 2022 року", "2022-03-01/2022-05-31"),
    ("три дні тому", "2026-02-26"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_date_means_the_days_that_a_reader_of_that_day_takes_it_for(text: str, meant: str) -> None:
    (found,) = find(text, [Span(0, len(text))], PUBLISHED)

    assert found.days is not None
    assert found.days.iso() == meant


@pytest.mark.parametrize(
    "text", ["30-річний росіянин", "понад три роки тому", "31.02.2022", "п'ятий рік", "лютий мороз"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find(text, [Span(0, len(text))], PUBLISHED) == ()


def test_without_a_day_of_publication_a_date_without_a_year_is_found_and_not_resolved() -> None:
    text = "28 лютого"
    (found,) = find(text, [Span(0, len(text))], None)

    assert found.days is None
    assert found.found.span.of(text) == found.as_written


def test_only_the_body_is_read() -> None:
    text = "28.02.2022 / 28.02.2022"
    (found,) = find(text, [Span(10, len(text))], None)

    assert found.found.span.start >= 10
