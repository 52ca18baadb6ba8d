"""Days meant by words, counted from the day of publication; every language's grammar shares it."""

from calendar import monthrange
from datetime import date, timedelta

from paradero.terms.dates import Days

AHEAD = timedelta(days=31)
"""A day and month without a year that fall further ahead of publication than this are last year's."""

WEEK = timedelta(days=7)
FULL_YEAR = 1900
CENTURY_TURNS_AFTER = 50
"""Two-figure years above this are of the last century: "91" is a birth, "24" is now."""


def full_year(year: int) -> int:
    """Return a year written with two figures in full; others as they are."""
    if year >= 100:  # noqa: PLR2004
        return year
    return year + (FULL_YEAR if year > CENTURY_TURNS_AFTER else FULL_YEAR + 100)


def day_and_month(day: int, month: int, published_on: date | None, *, year: int | None = None) -> Days | None:
    """Return that day, without a year in the one that fits the report; `None` where neither year is known.

    Raises:
        ValueError: If there is no such day.
    """
    if year is not None:
        return Days.day(date(full_year(year), month, day))
    if not 1 <= day <= monthrange(2024, month)[1]:
        raise ValueError(f"month {month} has no day {day}")
    if published_on is None:
        return None
    years = (published_on.year, published_on.year - 1, published_on.year + 1)
    possible = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    past = [found for found in possible if found <= published_on + AHEAD]
    return Days.day(min(past, key=lambda found: abs(published_on - found))) if past else None


def month(number: int, published_on: date | None, *, year: int | None = None) -> Days | None:
    """Return that month, in the year given or else the last one not after publication."""
    if year is not None:
        return Days.month(full_year(year), number)
    if published_on is None:
        return None
    return Days.month(published_on.year - (number > published_on.month), number)


def weekday(number: int, published_on: date | None, *, which: str = "latest") -> Days | None:
    """Return the day of a weekday (Monday is 0): `"latest"` up to publication, `"last"` before it, or `"next"`."""
    if published_on is None:
        return None
    back = (published_on.weekday() - number) % 7
    if which == "next":
        return Days.day(published_on + timedelta(days=(7 - back) or 7))
    if which == "last" and back == 0:
        back = 7
    return Days.day(published_on - timedelta(days=back))


def days_from(published_on: date | None, days: int) -> Days | None:
    """Return the day so many days after publication; before it for a number below zero."""
    return None if published_on is None else Days.day(published_on + timedelta(days=days))


def ago(count: int, unit: str, published_on: date | None) -> Days | None:
    """Return what "three months ago" means: a day, the seven days around it, a calendar month or a year.

    Raises:
        ValueError: If that lies before the calendar begins.
    """
    if published_on is None:
        return None
    if unit in {"minute", "hour"}:
        hours = count if unit == "hour" else 0
        return Days(published_on - timedelta(hours=hours, days=1 if hours else 0), published_on + timedelta(days=1))
    if unit == "day":
        return days_from(published_on, -count)
    if unit == "week":
        middle = published_on - count * WEEK
        return Days(middle - timedelta(days=3), middle + timedelta(days=4))
    if unit == "month":
        months = published_on.year * 12 + published_on.month - 1 - count
        return Days.month(months // 12, months % 12 + 1)
    return Days.year(published_on.year - count)


def week(published_on: date | None, *, weeks: int = 0) -> Days | None:
    """Return the calendar week, Monday to Sunday, so many weeks after that of publication."""
    if published_on is None:
        return None
    monday = published_on - timedelta(days=published_on.weekday()) + weeks * WEEK
    return Days(monday, monday + WEEK)


def part_of(whole: Days | None, part: str) -> Days | None:
    """Return the `"beginning"`, `"middle"` or `"end"` of an interval: a third of it each."""
    if whole is None:
        return None
    third = (whole.end - whole.first) / 3
    if part == "beginning":
        return Days(whole.first, whole.first + third)
    if part == "end":
        return Days(whole.end - third, whole.end)
    return Days(whole.first + third, whole.end - third)


def night_before(day: Days | None) -> Days | None:
    """Return the two days that the night up to a day touches."""
    return None if day is None else Days(day.first - timedelta(days=1), day.end)


def season(first_month: int, published_on: date | None, *, year: int | None = None) -> Days | None:
    """Return the three months from `first_month`; without a year the last season that had begun by publication."""
    if year is None:
        if published_on is None:
            return None
        year = published_on.year - (first_month > published_on.month)
    begin = Days.month(full_year(year), first_month)
    last = Days.month(begin.first.year + (first_month + 1) // 12, (first_month + 1) % 12 + 1)
    return Days(begin.first, last.end)
