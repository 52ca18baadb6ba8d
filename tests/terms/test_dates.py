from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from paradero.terms.dates import Days

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("days", "iso"),
    [
        (Days.day(date(2024, 2, 29)), "2024-02-29"),
        (Days.month(2024, 12), "2024-12"),
        (Days.month(2024, 2), "2024-02"),
        (Days.year(2023), "2023"),
        (Days(date(2024, 5, 1), date(2024, 5, 8)), "2024-05-01/2024-05-07"),
    ],
)
def test_an_interval_is_written_as_shortly_as_it_is_exact(days: Days, iso: str) -> None:
    assert days.iso() == iso


@given(first=DAYS, length=st.integers(1, 800))
def test_what_is_written_is_read_back_equal(first: date, length: int) -> None:
    days = Days(first, first + timedelta(days=length))

    assert Days.from_iso(days.iso()) == days


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13", "2024-02-30", "2024-05-07/2024-05-01"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Days.from_iso(text)


def test_an_interval_is_never_empty() -> None:
    """An end before the first day would make a death before a video look possible."""
    with pytest.raises(ValueError, match="not empty"):
        Days(date(2024, 5, 1), date(2024, 5, 1))


@pytest.mark.parametrize("iso", ["../2024-05-07", "2024-05-07/.."])
def test_an_open_interval_is_read_back_equal(iso: str) -> None:
    days = Days.from_iso(iso)

    assert days.is_open
    assert days.iso() == iso


def test_all_days_before_one_end_with_the_day_before_it() -> None:
    assert Days.before(date(2024, 5, 7)).iso() == "../2024-05-06"
