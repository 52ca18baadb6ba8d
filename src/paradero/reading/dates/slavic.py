"""Date rules that Russian and Ukrainian share: days and years in words, "20-го", "6 числа"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from paradero.reading.dates import calendar
from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.grammar import Read, Rule, rule, worded_year
from paradero.reading.dates.rules import SHARED
from paradero.terms.dates import Days

_GOES_ON = re.compile(
    r"\W|(?:он|она|они|я|мы|меня|его|её|ее|их|ему|ей|им|нас|вас|мне|с|в|на|к|из|у|по|под|до|и|или|а|уже|не|же"
    r"|утром|вечером|днём|днем|ночью|вранці|ввечері|увечері|вдень|вночі|було|був|була|це|це|як|коли|когда|так"
    r"|він|вона|вони|ми|мене|його|її|їх|йому|їй|нам|з|із|зі|й|та|вже|\w+(?:л|ла|ли|ло|лся|лась|лись|лось|ла|ло|ли|лися|ув|ав|ив|їв))$"
)
"""What may follow an ordinal where it is a day: a mark, a little word or a verb in the past, no noun."""
SURE = 4
"""Ordinals below this mostly count something else."""
NOMINATIVE = re.compile(r"(?:ый|ий|ой|ій|ому)$")
_IN_YEAR = re.compile(r"(?:ом|ем|ому|ьому|м|му)$")


def _day_alone(read: Read, at: Setting) -> Days | None:
    number, after = read.number("day"), read.after()
    if NOMINATIVE.search(read.written("day").casefold()):
        raise ValueError("a thing in order")
    small = number < SURE and not re.search(r"\d", read.written("day"))
    if small or (after and not _GOES_ON.match(after)) or _IN_YEAR.search(read.written("day").casefold()):
        raise ValueError(f"{number} may count something else")
    return calendar.day_alone(number, at)


def _day_in_words(read: Read, at: Setting) -> Days | None:
    """Return the day of "6 числа", which is seldom of another year's story."""
    if at.published_on is not None and at.before is not None and at.before.first.year < at.published_on.year - 1:
        return calendar.day_alone(read.number("day"), replace(at, before=None))
    return calendar.day_alone(read.number("day"), at)


def _days_alone(read: Read, at: Setting) -> Days | None:
    first, last = (calendar.day_alone(read.number(group), at) for group in ("first", "day"))
    return Days(first.first, last.end) if first and last else None


def _year(read: Read, _: Setting) -> Days:
    number = read.number("year")
    if not _IN_YEAR.search(read.written("year").casefold()):
        raise ValueError("a day or a thing")
    return Days.year(worded_year(number))


def _month_and_year(read: Read, at: Setting) -> Days | None:
    return calendar.month(read.number("month"), at, year=worded_year(read.number("year")))


RULES: tuple[Rule, ...] = (
    *SHARED,
    rule("day-of-month", "(?P<day>DAY) C", _day_in_words),
    rule("day-alone", "(?<![dyb#toc]) (?P<day>to|o) (?![mrChkau])", _day_alone),
    rule("days-alone", "(?<![dyb#to]) (?P<first>to|o) ~ (?P<day>to|o) (?![mrChkaux])", _days_alone),
    rule("night-alone", "G (?P<day>to|o)", lambda read, at: calendar.night_before(_day_in_words(read, at))),
    rule("year-in-words-alone", "(?<=i) (?P<year>to) (?![mC])", _year),
    rule("year-in-one-word", "(?<=i) (?P<year>o) r", _year),
    rule("month-and-year-word", "(?P<month>m) (?P<year>o) (?![mC&x])", _month_and_year),
)


def month_adjectives(stems: str, endings: str) -> dict[str, int]:
    """Return the forms of adjectives made of months, from stems in order: "майские", "травневого"."""
    return {stem + ending: number for number, stem in enumerate(stems.split(), 1) for ending in endings.split()}


def ordinals(stems: str, tens: Mapping[int, str], endings: str) -> dict[str, int]:
    """Return the forms of ordinals 1 to 20 and of the tens, from stems in order and endings parted by spaces."""
    numbered = dict(enumerate(stems.split(), 1)) | dict(tens)
    return {stem + ending: number for number, stem in numbered.items() for ending in endings.split()}


def forms(stems: str, endings: str) -> str:
    """Return words parted by `|`: each stem with each ending, both parted by spaces; `-` is no ending."""
    return "|".join(stem + ending.replace("-", "") for stem in stems.split() for ending in endings.split())
