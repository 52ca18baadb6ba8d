"""Days meant by words, counted from the day of publication; every language's grammar shares it."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from paradero.terms.dates import Days

WEEK = timedelta(days=7)
FULL_YEAR = 1900
CENTURY_TURNS_AFTER = 50
"""Two-figure years above this are of the last century: "91" is a birth, "24" is now."""
WEEKDAY_WITH_DAY = 45
"""Days before and after publication within which "Friday the 9th" is looked for."""
VERY_SOON, SOON, LONG_AGO = timedelta(days=10), timedelta(days=60), timedelta(days=200)
"""Where the words leave it open, what comes within the one is meant, if it was last longer ago than the other."""
BACK_IN_STORY = timedelta(days=60)
"""How far a story told in order of time may step back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a date without a year, a month or a week of its own is understood from."""

    published_on: date | None
    before: Days | None = None
    """The date that the text gave last."""
    told: bool = False
    """Whether that date belongs to the same story: close before, and of another year than the report's."""
    ahead: bool = False
    """Whether the words look ahead: "until", a verb in the future."""
    hint: bool = False
    """Whether a verb in the present and none in the past stands by, which looks ahead beside a weekday."""
    open: bool = False
    """Whether nothing in the words looks back either."""


def full_year(year: int) -> int:
    """Return a year written with two figures in full; others as they are."""
    if year >= 100:  # noqa: PLR2004
        return year
    return year + (FULL_YEAR if year > CENTURY_TURNS_AFTER else FULL_YEAR + 100)


def _occurrence(at: Setting, in_year: Callable[[int], Days | None]) -> Days | None:
    """Return the occurrence of something yearly that is meant: of the story told, the next one, or the latest."""
    if at.published_on is None:
        return None
    if at.told and at.before is not None and not at.ahead:
        told = at.before.first
        return next(days for days in _in_years(in_year, told.year) if days.end > told - BACK_IN_STORY)
    years = _in_years(in_year, at.published_on.year)
    past = [days for days in years if days.first <= at.published_on]
    ahead = next(days for days in years if days.end > at.published_on)
    soon = SOON if at.open else VERY_SOON
    near = ahead.first - at.published_on < soon and at.published_on - past[-1].first > LONG_AGO
    far = ahead.first - at.published_on > LONG_AGO
    return ahead if near or (at.ahead and not far) else past[-1]


def _in_years(in_year: Callable[[int], Days | None], year: int) -> list[Days]:
    found: Iterable[Days | None] = (in_year(each) for each in range(year - 8, year + 9))
    return [days for days in found if days is not None]


def day_and_month(day: int, month: int, at: Setting, *, year: int | None = None) -> Days | None:
    """Return that day, without a year in the one that fits the report; `None` where neither year is known.

    Raises:
        ValueError: If there is no such day.
    """
    if year is not None:
        return Days.day(date(full_year(year), month, day))
    if not 1 <= day <= monthrange(2024, month)[1]:
        raise ValueError(f"month {month} has no day {day}")
    return _occurrence(at, lambda each: Days.day(date(each, month, day)) if day <= monthrange(each, month)[1] else None)


def month(number: int, at: Setting, *, year: int | None = None) -> Days | None:
    """Return that month, in the year given or else the last one not after publication."""
    if year is not None:
        return Days.month(full_year(year), number)
    return _occurrence(at, lambda each: Days.month(each, number))


def day_alone(day: int, at: Setting) -> Days | None:
    """Return the day of "on the 19th": of the month that was told of last, or the latest or next before publication.

    Raises:
        ValueError: If the day is of no month near.
    """
    if at.published_on is None:
        return None
    here = at.published_on if at.before is None or at.ahead else at.before.first
    months = [divmod(here.year * 12 + here.month - 1 + step, 12) for step in (-1, 0, 1)]
    days = [date(year, left + 1, day) for year, left in months if 1 <= day <= monthrange(year, left + 1)[1]]
    if at.ahead:
        return Days.day(next(each for each in days if each >= at.published_on))
    days = [each for each in days if each <= at.published_on] or days[:1]
    if not days:
        raise ValueError(f"no month near has a day {day}")
    after = [each for each in days if each >= here]
    return Days.day(after[0] if after and at.before is not None else days[-1])


def day_on_weekday(day: int, month: int, number: int, at: Setting) -> Days | None:
    """Return that day in the year near publication in which it is that weekday."""
    if at.published_on is None:
        return None
    years = [
        each for each in range(at.published_on.year - 3, at.published_on.year + 2) if day <= monthrange(each, month)[1]
    ]
    right = [date(each, month, day) for each in years if date(each, month, day).weekday() == number]
    if not right:
        return day_and_month(day, month, at)
    return Days.day(min(right, key=lambda found: abs(found - at.published_on)))  # type: ignore[operator]  # known above


def weekday(number: int, at: Setting, *, which: str = "latest", day: int | None = None) -> Days | None:
    """Return the day of a weekday (Monday is 0): `"latest"` up to publication, `"last"` before it, or `"next"`.

    With the day of the month it is the nearest such day.

    Raises:
        ValueError: If no month near has that day on that weekday.
    """
    if at.published_on is None:
        return None
    if day is not None:
        near = (at.published_on + timedelta(days=days) for days in range(-WEEKDAY_WITH_DAY, WEEKDAY_WITH_DAY))
        right = [each for each in near if each.day == day and each.weekday() == number]
        return Days.day(min(right, key=lambda each: abs(each - at.published_on)))  # type: ignore[operator]  # known above
    back = (at.published_on.weekday() - number) % 7
    if which == "next" or at.ahead or (which == "latest" and at.hint):
        return Days.day(at.published_on + timedelta(days=(7 - back) or 7))
    if which == "last" and back == 0:
        back = 7
    return Days.day(at.published_on - timedelta(days=back))


def days_from(at: Setting, days: int) -> Days | None:
    """Return the day so many days after publication; before it for a number below zero."""
    return None if at.published_on is None else Days.day(at.published_on + timedelta(days=days))


def ago(count: int, unit: str, at: Setting) -> Days | None:
    """Return what "three months ago" means: a day, the day so many weeks back, a calendar month or a year.

    Raises:
        ValueError: If that lies before the calendar begins.
    """
    if at.published_on is None:
        return None
    if unit == "hour":
        back = timedelta(days=max(1, -(-count // 24)))
        return Days(at.published_on - back, at.published_on + timedelta(days=1))
    if unit in {"day", "week"}:
        return days_from(at, -count * (7 if unit == "week" else 1))
    if unit == "month":
        months = at.published_on.year * 12 + at.published_on.month - 1 - count
        return Days.month(months // 12, months % 12 + 1)
    return Days.year(at.published_on.year - count)


def some_time_ago(at: Setting) -> Days | None:
    """Return what "a few days ago" means: any day before publication."""
    return None if at.published_on is None else Days.before(at.published_on)


def week(at: Setting, *, weeks: int = 0) -> Days | None:
    """Return the calendar week, Monday to Sunday, so many weeks after that of publication."""
    if at.published_on is None:
        return None
    monday = at.published_on - timedelta(days=at.published_on.weekday()) + weeks * WEEK
    return Days(monday, monday + WEEK)


def weekend(at: Setting, *, which: str = "latest") -> Days | None:
    """Return the Saturday and Sunday meant: the last one begun, or the next where the words look ahead."""
    if at.published_on is None:
        return None
    days = (at.published_on.weekday() - 5) % 7
    ahead = which == "next" or (at.ahead and which in {"latest", "this"})
    saturday = at.published_on + timedelta(days=(7 - days) if ahead else -days)
    return Days(saturday, saturday + timedelta(days=2))


def part_of(whole: Days | None, part: int) -> Days | None:
    """Return the early (0), middle (1) or late (2) part of an interval: of a month the days to 10, to 20, the rest."""
    if whole is None:
        return None
    days = (whole.end - whole.first).days
    third = 10 if days in range(28, 32) else days // 3
    marks = (0, third, 2 * third, days)
    return Days(whole.first + timedelta(days=marks[part]), whole.first + timedelta(days=marks[part + 1]))


def night_before(day: Days | None) -> Days | None:
    """Return the two days that the night up to a day touches."""
    return None if day is None else Days(day.first - timedelta(days=1), day.end)


def season(first_month: int, at: Setting, *, year: int | None = None) -> Days | None:
    """Return the three months from `first_month`; without a year the last season that had begun by publication."""

    def of(each: int) -> Days:
        end = first_month + 3
        return Days(date(each, first_month, 1), date(each + (end > 12), (end - 1) % 12 + 1, 1))  # noqa: PLR2004

    return of(full_year(year)) if year is not None else _occurrence(at, of)


def yearly(in_year: Callable[[int], Days], at: Setting, *, year: int | None = None) -> Days | None:
    """Return the occurrence of a feast that is meant."""
    return in_year(full_year(year)) if year is not None else _occurrence(at, in_year)


def years_back(at: Setting, years: int) -> int | None:
    """Return the year so many years before publication."""
    return None if at.published_on is None else at.published_on.year - years
