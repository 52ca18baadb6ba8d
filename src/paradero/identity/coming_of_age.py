"""Whether somebody is under eighteen, or possibly so: a child is protected in doubt as well (rule R18)."""

from datetime import date

from paradero.identity.births import born_within, written
from paradero.identity.evidence import not_known
from paradero.terms.dates import Days
from paradero.terms.matching import Comparison
from paradero.terms.person import Birth

OF_AGE = 18
EARLIEST_REPORTS = date(2014, 1, 1)
"""No report is older: this war's first captives were taken in 2014. Whoever was grown by then is grown in each."""


def may_be_under_eighteen(birth: Birth | None, *, on: date | None, said_on: date | None = None) -> bool:
    """Tell whether what is said of a birth leaves it open that the person is under eighteen on a day.

    Where nothing is said of it, nothing speaks for a child, and the answer is no.

    Args:
        birth: What is said.
        on: The day; where `None`, it may be any day since `EARLIEST_REPORTS`.
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
    day = on or EARLIEST_REPORTS
    return (day.year - born.year) - ((day.month, day.day) < (born.month, born.day)) < OF_AGE


def mark_age(sought: Birth | None, seen: Birth | None, *, published_on: date | None) -> tuple[Comparison, ...]:
    """Return a mark that weighs nothing where either side's birth may make the person a child in the report."""
    if not any(may_be_under_eighteen(birth, on=published_on, said_on=published_on) for birth in (sought, seen)):
        return ()
    return (not_known("age", sought=written(sought), seen=written(seen), reason="may_be_under_age"),)


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
