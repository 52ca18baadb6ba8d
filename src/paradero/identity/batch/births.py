"""A birth as a list writes it, in columns that compare by equality and subtraction alone."""

import re
from dataclasses import dataclass, fields
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR = re.compile(r"(~?)\s*(\d{4})")
_YEARS = range(1850, 2101)


@dataclass(frozen=True, slots=True)
class BirthKeys:
    """Columns of one birth; all `None` where nothing is known."""

    born: str | None = None
    """The whole date, `YYYY-MM-DD`."""
    born_turned: str | None = None
    """The same with day and month changed over, where that is a date."""
    born_day: int | None = None
    """Days since the first day of the calendar."""
    month_day: str | None = None
    year_month: str | None = None
    year_and_day: str | None = None
    year: int | None = None
    years: list[int] | None = None
    """The year with the one before and the one after."""
    aged: bool | None = None
    """Whether the year was worked out from an age that was said."""


NOT_KNOWN = BirthKeys()
BIRTH_COLUMNS = tuple(field.name for field in fields(BirthKeys))


def _around(year: int) -> list[int]:
    return [year - 1, year, year + 1]


def _full(born: date) -> BirthKeys:
    turned = f"{born.year:04}-{born.day:02}-{born.month:02}" if born.day <= 12 else None  # noqa: PLR2004  # months
    written = born.isoformat()
    return BirthKeys(
        born=written,
        born_turned=turned,
        born_day=born.toordinal(),
        month_day=written[5:],
        year_month=written[:7],
        year_and_day=f"{written[:4]}-{written[8:]}",
        year=born.year,
        years=_around(born.year),
        aged=False,
    )


def birth_keys(written: str) -> BirthKeys | None:
    """Return the columns of a birth; `None` if what is written there is no birth.

    Takes `1991-03-12`, `12.03.1991`, `1991`, and `~1991` for a year worked out from an age.

    >>> birth_keys("1991-03-12").born_turned, birth_keys("~1991").aged, birth_keys("soon")
    ('1991-12-03', True, None)
    """
    text = written.strip()
    if not text:
        return NOT_KNOWN
    whole, dotted = _ISO.fullmatch(text), _DOTTED.fullmatch(text)
    parts = whole.groups() if whole else dotted.groups()[::-1] if dotted else ()
    if parts:
        try:
            born = date(int(parts[0]), int(parts[1]), int(parts[2]))
        except ValueError:
            return None
        return _full(born) if born.year in _YEARS else None
    year = _YEAR.fullmatch(text)
    if year is None or int(year[2]) not in _YEARS:
        return None
    return BirthKeys(year=int(year[2]), years=_around(int(year[2])), aged=bool(year[1]))
