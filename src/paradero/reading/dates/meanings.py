"""What the matches of the rules mean; each raises `ValueError` where the words are no date after all."""

import re
from datetime import date

from paradero.reading.dates import calendar
from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.feasts import FEASTS, Feast
from paradero.reading.dates.grammar import DAYS_OF_A_MONTH, Read, worded_year, year_of
from paradero.terms.dates import Days


def day_of(read: Read, at: Setting) -> Days | None:
    """Return a day of a month; beside a weekday, in the year in which it is that."""
    number, year = read.number("day"), year_of(read, at)
    if number not in DAYS_OF_A_MONTH:
        raise ValueError(f"{number} is no day of a month")
    if year is None and read.has("weekday"):
        return calendar.day_on_weekday(number, read.number("month"), read.number("weekday"), at)
    return calendar.day_and_month(number, read.number("month"), at, year=year)


LINKS = frozenset({"al", "до", "hasta"})
"""Prepositions between the first and the last day of an interval."""


def days_of(read: Read, at: Setting) -> Days | None:
    """Return the days from one to another, both in the interval."""
    if read.has("link") and read.written("link").casefold() not in LINKS:
        raise ValueError("two dates")
    last = day_of(read, at)
    if last is None:
        return None
    written = next((group for group in ("month0", "month1") if read.has(group)), "month")
    month = read.number(written)
    year = last.first.year - (month > last.first.month)
    first = date(year, month, read.number("first" if read.has("first") else "first1"))
    return Days(first, last.end)


def night(read: Read, at: Setting) -> Days | None:
    """Return the two days of "in the night to the 3rd"."""
    return calendar.night_before(day_of(read, at))


def month_of(read: Read, at: Setting) -> Days | None:
    """Return a month, in the year told or else the latest."""
    number = read.number("month")
    pre = read.match.groupdict().get("pre") or ("L" if read.has("lasty") else "")
    if pre == "L":
        return calendar.month(number, at, year=calendar.years_back(at, 1))
    if pre == "H" and at.before is not None:
        return calendar.month(number, at, year=at.before.first.year)
    return calendar.month(number, at, year=year_of(read, at))


def months_of(read: Read, at: Setting) -> Days | None:
    """Return the months from one to another, both in the interval."""
    last = calendar.month(read.number("month"), at, year=year_of(read, at))
    if last is None:
        return None
    first = read.number("month0" if read.has("month0") else "month1")
    year = read.number("year0") if read.has("year0") else last.first.year - (first > last.first.month)
    return Days(date(year, first, 1), last.end)


def part(read: Read, at: Setting) -> Days | None:
    """Return the early, middle or late part of a month, a year or a season; of a week only its end."""
    whole = read.match.groupdict()
    if whole.get("month"):
        return calendar.part_of(month_of(read, at), read.number("part"))
    if whole.get("season"):
        return _part_of_season(read, at)
    if whole.get("unit") == "h":
        shift = -1 if whole.get("pre") == "l" else 1 if whole.get("pre") == "N" else 0
        here = calendar.ago(-shift, "month", at)
        end = read.number("part") == 2 and not whole.get("pre")  # noqa: PLR2004  # "fin de mes" is its last day
        return (
            Days.day(date.fromordinal(here.end.toordinal() - 1))
            if here and end
            else calendar.part_of(here, read.number("part"))
        )
    if whole.get("unit") == "k" and read.number("part") != 2:  # noqa: PLR2004  # late
        raise ValueError("the beginning of a week is no day")
    if whole.get("unit") == "k":
        return calendar.weekend(at, which="next" if at.ahead else "latest")
    return calendar.part_of(
        Days.year(read.number("year")) if whole.get("year") else calendar.ago(0, "year", at), read.number("part")
    )


def edge_of_year(read: Read, at: Setting) -> Days | None:
    """Return the first day of the year, or the last: "since the beginning of the year"."""
    if at.published_on is None:
        return None
    return Days.day(
        date(at.published_on.year, 1, 1) if read.number("part") == 0 else date(at.published_on.year, 12, 31)
    )


def _part_of_season(read: Read, at: Setting) -> Days | None:
    whole = calendar.season(read.number("season"), at, year=year_of(read, at))
    if whole is None:
        return None
    month = read.number("season") + read.number("part")
    return Days.month(whole.first.year + (month > 12), (month - 1) % 12 + 1)  # noqa: PLR2004


_WHICH = {"l": "last", "N": "next", "T": "this"}


def weekday(read: Read, at: Setting) -> Days | None:
    """Return the day of a weekday, which a day of the month beside it may fix."""
    said = read.match.groupdict()
    which = _WHICH.get(said.get("pre") or said.get("post") or "", "latest")
    if read.written().casefold().startswith("a ") or read.before() in {"a", "un"}:
        raise ValueError("a Friday is any")
    if read.has("day"):
        return calendar.weekday(read.number("weekday"), at, day=read.number("day"))
    return calendar.weekday(read.number("weekday"), at, which=which)


def weekday_of_week(read: Read, at: Setting) -> Days | None:
    """Return the day of "Thursday last week"."""
    said = read.match.groupdict()
    week = calendar.week(at, weeks=1 if "N" in (said["pre"], said["post"]) else -1)
    return Days.day(date.fromordinal(week.first.toordinal() + read.number("weekday"))) if week else None


def weekdays(read: Read, at: Setting) -> Days | None:
    """Return the days from one weekday to another."""
    first, last = (calendar.weekday(read.number(group), at) for group in ("weekday0", "weekday"))
    return Days(first.first, last.end) if first and last else None


def whole_unit(read: Read, at: Setting) -> Days | None:
    """Return a week, a weekend, a month or a year: this, the last or the next."""
    said = read.match.groupdict()
    which = said.get("pre") or said.get("post") or "T"
    shift = {"l": -1, "N": 1}.get(which[-1], 0)
    unit = said["unit"]
    if unit == "k":
        return calendar.week(at, weeks=shift)
    if unit == "z":
        return calendar.weekend(at, which=_WHICH[which[-1]] if which != "T" or said.get("pre") else "latest")
    return calendar.ago(-shift, "month" if unit == "h" else "year", at)


UNITS = {"r": "year", "h": "month", "k": "week", "a": "day", "u": "hour"}


def ago(read: Read, at: Setting) -> Days | None:
    """Return what "three months ago" means."""
    if read.has("vague"):
        raise ValueError("more than three years ago names no year")
    if read.has("few"):
        return calendar.some_time_ago(at)
    number = read.number("count") if read.has("count") else 1
    return calendar.ago(number, UNITS[read.match["unit"]], at)


def season(read: Read, at: Setting) -> Days | None:
    """Return the three months of a season."""
    pre = read.match.groupdict().get("pre")
    year = calendar.years_back(at, 1) if pre == "L" or read.has("short") else year_of(read, at)
    return calendar.season(read.number("season"), at, year=year)


def feast(read: Read, at: Setting) -> Days | None:
    """Return the days of a feast."""
    return calendar.yearly(FEASTS[Feast(read.number("feast"))], at, year=year_of(read, at))


def year(read: Read, _: Setting) -> Days:
    """Return a year in figures."""
    return Days.year(calendar.full_year(read.number("year")))


def year_in_words(read: Read, _: Setting) -> Days:
    """Return a year in words."""
    return Days.year(worded_year(read.number("year")))


def recent_year(read: Read, at: Setting) -> Days:
    """Return a year that stands alone, if it is too near for one of birth."""
    year = read.number("year")
    if read.before() in {"/", "-", "№", "#", "$"}:
        raise ValueError("part of a number")
    if at.published_on is None or not at.published_on.year - 14 <= year <= at.published_on.year + 2:
        raise ValueError(f"{year} may be a year of birth")
    return Days.year(year)


def so_far(_: Read, at: Setting) -> Days | None:
    """Return the days of this year up to publication."""
    if at.published_on is None:
        return None
    return Days(date(at.published_on.year, 1, 1), date.fromordinal(at.published_on.toordinal() + 1))


def figures(read: Read, at: Setting) -> Days | None:
    """Return the day of 12.03.1991, 12/3/91 or 1991-03-12."""
    written = read.written("day")
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if len(str(numbers[0])) == 4:  # noqa: PLR2004
        return Days.day(date.fromisoformat(written))
    year = numbers[2] if len(numbers) > 2 else None  # noqa: PLR2004
    return calendar.day_and_month(numbers[0], numbers[1], at, year=year)


def month_figures(read: Read, _: Setting) -> Days:
    """Return the month of 03/1991."""
    number, year = (int(number) for number in re.findall(r"\d+", read.written("month")))
    return Days.month(year, number)


CLOCK = frozenset({"в", "о", "об", "at", "las", "до"})
"""Words before 12.30 that make it a time."""


def short_figures(read: Read, at: Setting) -> Days | None:
    """Return the day of 12.03 or, at the beginning of a line, of 12/3."""
    written = read.written("day")
    day, number = (int(figures) for figures in re.findall(r"\d+", written))
    dotted = "." in written
    if dotted and (read.before() in {"", "\n", "|"} or not read.dots):
        raise ValueError(f"{written} is a time of day")
    if (dotted and len(written.partition(".")[2]) != 2) or (not dotted and read.before().isalpha()):  # noqa: PLR2004
        raise ValueError(f"{written} may be any number")
    if dotted and read.before() in CLOCK:
        raise ValueError(f"{written} is a time of day")
    return calendar.day_and_month(day, number, at)


def day_word(read: Read, at: Setting) -> Days | None:
    """Return the day of "yesterday" and the like."""
    return calendar.days_from(at, read.number("word"))
