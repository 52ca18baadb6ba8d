"""Feasts and the days they fall on."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum

from paradero.terms.dates import Days


class Feast(IntEnum):
    """A feast, by the number that vocabularies give it."""

    CHRISTMAS = 1
    CHRISTMAS_EVE = 2
    NEW_YEAR = 3
    NEW_YEARS_EVE = 4
    EASTER = 5
    HOLY_WEEK = 6
    PENTECOST = 7
    EPIPHANY = 8
    ALL_SAINTS = 9
    ALL_SOULS = 10
    ORTHODOX_EASTER = 11
    ORTHODOX_PENTECOST = 12
    ORTHODOX_CHRISTMAS = 13
    BAPTISM = 14
    UKRAINIAN_CHRISTMAS = 15
    MEMORIAL_DAY = 16
    THANKSGIVING = 17
    MIDSUMMER = 18
    PROTECTION = 19
    PROTECTION_NEW = 20
    GOOD_FRIDAY = 21
    ASH_WEDNESDAY = 22
    ASSUMPTION = 23
    GUADALUPE = 24
    INDEPENDENCE_UA = 25
    VICTORY = 26
    HALLOWEEN = 27
    ORTHODOX_PALMS = 28
    ORTHODOX_GOOD_FRIDAY = 29
    FOURTH_OF_JULY = 30
    NICHOLAS = 31
    OLD_NICHOLAS = 32
    WOMENS_DAY = 33


JULIAN_CHRISTMAS_TO = 2022
"""The last year whose Christmas Ukraine kept on 7 January."""


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm in Meeus, "Astronomical Algorithms" (1991), chapter 8.

    >>> easter(2025).isoformat()
    '2025-04-20'
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches, in the Gregorian calendar.

    Source: Meeus, "Astronomical Algorithms" (1991), chapter 8; the Julian calendar is 13 days behind till 2099.

    >>> orthodox_easter(2023).isoformat()
    '2023-04-16'
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _fixed(month: int, day: int, days: int = 1) -> Callable[[int], Days]:
    return lambda year: Days(date(year, month, day), date(year, month, day) + timedelta(days=days))


def _after(feast: Callable[[int], date], days: int, lasts: int = 1) -> Callable[[int], Days]:
    def of(year: int) -> Days:
        first = feast(year) + timedelta(days=days)
        return Days(first, first + timedelta(days=lasts))

    return of


def _last_monday_of_may(year: int) -> Days:
    last = date(year, 5, 31)
    return Days.day(last - timedelta(days=last.weekday()))


def _fourth_thursday_of_november(year: int) -> Days:
    first = date(year, 11, 1)
    return Days.day(first + timedelta(days=(3 - first.weekday()) % 7 + 21))


def _ukrainian_christmas(year: int) -> Days:
    return Days.day(date(year, 1, 7) if year <= JULIAN_CHRISTMAS_TO else date(year, 12, 25))


FEASTS: dict[Feast, Callable[[int], Days]] = {
    Feast.CHRISTMAS: _fixed(12, 25),
    Feast.CHRISTMAS_EVE: _fixed(12, 24),
    Feast.NEW_YEAR: _fixed(1, 1),
    Feast.NEW_YEARS_EVE: _fixed(12, 31),
    Feast.EASTER: _after(easter, 0),
    Feast.HOLY_WEEK: _after(easter, -7, 8),
    Feast.PENTECOST: _after(easter, 49),
    Feast.EPIPHANY: _fixed(1, 6),
    Feast.ALL_SAINTS: _fixed(11, 1),
    Feast.ALL_SOULS: _fixed(11, 2),
    Feast.ORTHODOX_EASTER: _after(orthodox_easter, 0),
    Feast.ORTHODOX_PENTECOST: _after(orthodox_easter, 49),
    Feast.ORTHODOX_CHRISTMAS: _fixed(1, 7),
    Feast.BAPTISM: _fixed(1, 19),
    Feast.UKRAINIAN_CHRISTMAS: _ukrainian_christmas,
    Feast.MEMORIAL_DAY: _last_monday_of_may,
    Feast.THANKSGIVING: _fourth_thursday_of_november,
    Feast.MIDSUMMER: _fixed(6, 24),
    Feast.PROTECTION: _fixed(10, 14),
    Feast.PROTECTION_NEW: _fixed(10, 1),
    Feast.GOOD_FRIDAY: _after(easter, -2),
    Feast.ASH_WEDNESDAY: _after(easter, -46),
    Feast.ASSUMPTION: _fixed(8, 15),
    Feast.GUADALUPE: _fixed(12, 12),
    Feast.INDEPENDENCE_UA: _fixed(8, 24),
    Feast.VICTORY: _fixed(5, 9),
    Feast.HALLOWEEN: _fixed(10, 31),
    Feast.ORTHODOX_PALMS: _after(orthodox_easter, -7),
    Feast.ORTHODOX_GOOD_FRIDAY: _after(orthodox_easter, -2),
    Feast.FOURTH_OF_JULY: _fixed(7, 4),
    Feast.NICHOLAS: _fixed(12, 6),
    Feast.OLD_NICHOLAS: _fixed(12, 19),
    Feast.WOMENS_DAY: _fixed(3, 8),
}
"""In which days of a year each feast falls."""
