"""Whether somebody is under eighteen, or possibly so: a child is protected in doubt as well (rule R18)."""

from datetime import date

from paradero.identity.births import born_within
from paradero.terms.dates import Days
from paradero.terms.person import Birth

OF_AGE = 18


def may_be_under_eighteen(birth: Birth | None, *, on: date, said_on: date | None = None) -> bool:
    """Tell whether what is said of a birth leaves it open that the person is under eighteen on a day.

    Where nothing is said of it, nothing speaks for a child, and the answer is no.

    Args:
        birth: What is said.
        on: The day.
        said_on: The day of the report, for an age without a day.

    >>> may_be_under_eighteen(Birth(year=2008), on=date(2026, 5, 1))
    True
    >>> may_be_under_eighteen(Birth(age=17), on=date(2026, 5, 1), said_on=date(2024, 5, 1))
    False
    """
    if birth is None:
        return False
    born = _latest(birth, said_on)
    if born is None:
        return birth.age is not None and birth.age < OF_AGE
    return (on.year - born.year) - ((on.month, on.day) < (born.month, born.day)) < OF_AGE


def _latest(birth: Birth, said_on: date | None) -> date | None:
    """Return the last day on which they may have been born."""
    if birth.born_on is not None:
        return birth.born_on
    if birth.year is not None:
        return date(birth.year, 12, 31)
    day = birth.age_said_on or said_on
    if birth.age is None or day is None:
        return None
    return _last(born_within(birth.age, day))


def _last(days: Days) -> date:
    return date.fromordinal(days.end.toordinal() - 1)
