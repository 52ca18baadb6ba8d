"""Days and moments as the pages write them: in words, in four languages, with the ISO form beside them for programs."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.utils import translation
from hypothesis import given, strategies as st
from tests.desk.visible import words

from paradero.desk.dates import as_skeleton, timed_day, timed_days, timed_moment
from paradero.terms.dates import Days

MARCH = date(2026, 3, 12)
INTERVAL = Days(MARCH, date(2026, 3, 15))
OVER_A_MONTH = Days(date(2026, 2, 28), date(2026, 3, 4))
OVER_A_YEAR = Days(date(2025, 12, 30), date(2026, 1, 3))


@pytest.mark.parametrize(
    ("days", "en", "es", "ru", "uk"),
    [
        (Days.day(MARCH), "12 March 2026", "12 de marzo de 2026", "12 марта 2026 г.", "12 березня 2026 р."),
        (Days.month(2026, 3), "March 2026", "marzo de 2026", "март 2026 г.", "березень 2026 р."),
        (Days.year(2026), "2026", "2026", "2026", "2026"),
        (
            INTERVAL,
            "12 to 14 March 2026",
            "del 12 al 14 de marzo de 2026",
            "12–14 марта 2026 г.",
            "12–14 березня 2026 р.",
        ),
        (
            OVER_A_MONTH,
            "28 February to 3 March 2026",
            "del 28 de febrero al 3 de marzo de 2026",
            "28 февраля – 3 марта 2026 г.",
            "28 лютого – 3 березня 2026 р.",
        ),
        (
            OVER_A_YEAR,
            "30 December 2025 to 2 January 2026",
            "del 30 de diciembre de 2025 al 2 de enero de 2026",
            "30 декабря 2025 г. – 2 января 2026 г.",
            "30 грудня 2025 р. – 2 січня 2026 р.",
        ),
        (
            Days.before(MARCH),
            "before 12 March 2026",
            "antes del 12 de marzo de 2026",
            "раньше 12 марта 2026 г.",
            "раніше 12 березня 2026 р.",
        ),
        (
            Days(MARCH, date.max),
            "12 March 2026 or later",
            "el 12 de marzo de 2026 o más tarde",
            "12 марта 2026 г. или позже",
            "12 березня 2026 р. або пізніше",
        ),
        (Days(date.min, date.max), "day not known", "fecha desconocida", "дата неизвестна", "дата невідома"),
    ],
)
def test_days_are_written_in_words(days: Days, en: str, es: str, ru: str, uk: str) -> None:
    for language, wanted in {"en": en, "es": es, "ru": ru, "uk": uk}.items():
        with translation.override(language):
            assert words(timed_days(days)) == wanted


@given(first=st.dates(date(1900, 1, 1), date(2100, 1, 1)), long=st.integers(1, 800))
def test_both_ends_stand_beside_the_words_for_programs(first: date, long: int) -> None:
    days = Days(first, first + timedelta(days=long))
    stamps = re.findall(r'datetime="([^"]*)"', timed_days(days))

    assert stamps in ([days.iso()], days.iso().split("/"))


def test_a_moment_is_told_in_utc() -> None:
    """Colleagues in four countries read one clock."""
    kyiv = timezone(timedelta(hours=3))
    with translation.override("uk"):
        told = timed_moment(datetime(2026, 5, 23, 1, 5, tzinfo=kyiv))

    assert 'datetime="2026-05-22T22:05Z"' in told
    assert words(told) == "22 травня 2026 р., 22:05 UTC"
    with translation.override("en"):
        assert words(timed_moment(datetime(2026, 5, 23, 9, 40, tzinfo=UTC))) == "23 May 2026, 09:40 UTC"


def test_a_day_on_an_axis_is_short() -> None:
    with translation.override("es"):
        assert as_skeleton(MARCH, "yMMMd") == "12 mar 2026"
        assert words(timed_day(MARCH)) == "12 de marzo de 2026"
