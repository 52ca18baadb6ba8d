"""Births compared as far as each side knows them: a full date, a year, or an age that was said on a day."""

from calendar import monthrange
from datetime import date, timedelta

from paradero.identity.evidence import found, not_known
from paradero.identity.model import Model
from paradero.terms.dates import Days
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Birth

_DAYS_OFF = 10
_AT_LEAST_FAR = 3


def _back(day: date, years: int) -> date:
    year = max(1, day.year - years)
    last = monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


def born_within(age: int, said_on: date) -> Days:
    """Return the days on which somebody was born who is `age` years old on a day.

    >>> born_within(32, date(2024, 6, 1)).iso()
    '1991-06-02/1992-06-01'
    """
    return Days(_back(said_on, age + 1) + timedelta(days=1), _back(said_on, age) + timedelta(days=1))


def written(birth: Birth | None) -> str | None:
    """Return a birth as its source gives it: an ISO date, a year, or an age with a tilde (`"~32"`)."""
    if birth is None:
        return None
    if birth.born_on is not None:
        return birth.born_on.isoformat()
    if birth.year is not None:
        return str(birth.year)
    return f"~{birth.age}" if birth.age is not None else None


def _days(birth: Birth, said_on: date | None) -> Days | None:
    if birth.born_on is not None:
        return Days.day(birth.born_on)
    if birth.year is not None:
        return Days.year(birth.year)
    day = birth.age_said_on or said_on
    return born_within(birth.age, day) if birth.age is not None and day is not None else None


def _swapped(one: date, other: date) -> bool:
    return one.year == other.year and (one.month, one.day) == (other.day, other.month)


def _one_part_off(one: date, other: date) -> bool:
    same = (one.year == other.year, one.month == other.month, one.day == other.day)
    years = abs(one.year - other.year)
    return (sum(same) == 2 and years <= 1) or 0 < abs((one - other).days) <= _DAYS_OFF  # noqa: PLR2004  # two of three


def _dates(one: date, other: date) -> tuple[Outcome, str]:
    if one == other:
        return Outcome.AGREES, "same_date"
    if _swapped(one, other):
        return Outcome.CLOSE, "day_and_month_swapped"
    if _one_part_off(one, other):
        return Outcome.CLOSE, "one_part_off"
    years = abs(one.year - other.year)
    if years >= _AT_LEAST_FAR:
        return Outcome.DIFFERS, "year_far"
    return Outcome.DIFFERS, "year_near_other_day" if years else "same_year_other_day"


def _years(one: int, other: int) -> tuple[Outcome, str]:
    apart = abs(one - other)
    if apart == 0:
        return Outcome.AGREES, "same_year"
    if apart >= _AT_LEAST_FAR:
        return Outcome.DIFFERS, "year_far"
    return (Outcome.CLOSE, "year_one_off") if apart == 1 else (Outcome.DIFFERS, "year_two_off")


def _ages(one: Days, other: Days) -> tuple[Outcome, str]:
    if one.first < other.end and other.first < one.end:
        return Outcome.AGREES, "age_fits"
    gap = max(one.first - other.end, other.first - one.end).days
    years = 1 + gap // 366
    if years >= _AT_LEAST_FAR:
        return Outcome.DIFFERS, "age_far"
    return (Outcome.CLOSE, "age_one_off") if years == 1 else (Outcome.DIFFERS, "age_two_off")


def _outcome(sought: Birth, seen: Birth, days: tuple[Days, Days]) -> tuple[Outcome, str]:
    if sought.born_on is not None and seen.born_on is not None:
        return _dates(sought.born_on, seen.born_on)
    by_age = any(one.born_on is None and one.year is None for one in (sought, seen))
    return _ages(*days) if by_age else _years(days[0].first.year, days[1].first.year)


def compare_births(sought: Birth | None, seen: Birth | None, *, published_on: date | None, model: Model) -> Comparison:
    """Return how two births compare; `published_on` dates an age that the report gives without a day."""
    one, other = written(sought), written(seen)
    if sought is None or seen is None or one is None or other is None:
        return not_known("birth", sought=one, seen=other)
    days = _days(sought, published_on), _days(seen, published_on)
    if days[0] is None or days[1] is None:
        return not_known("birth", sought=one, seen=other, reason="age_without_day")
    outcome, reason = _outcome(sought, seen, (days[0], days[1]))
    return found("birth", outcome, reason, model.bits(f"birth.{reason}"), sought=one, seen=other)
