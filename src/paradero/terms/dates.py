"""Days, as far as they are known."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """An interval of days: `first` is in it, `end` is the first day after it.

    One that is open, as "some day before the 12th", begins at `date.min` or ends at `date.max`.
    """

    first: date
    end: date

    def __post_init__(self) -> None:
        """Refuse an empty interval."""
        if self.end <= self.first:
            raise ValueError(f"an interval of days is not empty: {self.first} to {self.end}")

    @classmethod
    def day(cls, day: date) -> "Days":
        """Return the interval that is one day."""
        return cls(day, day + timedelta(days=1))

    @classmethod
    def month(cls, year: int, month: int) -> "Days":
        """Return the interval that is one calendar month."""
        return cls(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))

    @classmethod
    def year(cls, year: int) -> "Days":
        """Return the interval that is one calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def before(cls, day: date) -> "Days":
        """Return all days before one."""
        return cls(date.min, day)

    @property
    def is_open(self) -> bool:
        """Whether it has no beginning or no end."""
        return self.first == date.min or self.end == date.max

    def iso(self) -> str:
        """Return `YYYY-MM-DD`, `YYYY-MM` or `YYYY` where the interval is exactly that, else `first/last`.

        An open end is written `..`.

        >>> Days.month(2024, 12).iso(), Days.before(date(2024, 12, 2)).iso()
        ('2024-12', '../2024-12-01')
        """
        if self.is_open:
            first = ".." if self.first == date.min else self.first.isoformat()
            return f"{first}/{'..' if self.end == date.max else (self.end - timedelta(days=1)).isoformat()}"
        if self == Days.day(self.first):
            return self.first.isoformat()
        if self == Days.month(self.first.year, self.first.month):
            return self.first.isoformat()[:7]
        if self == Days.year(self.first.year):
            return self.first.isoformat()[:4]
        return f"{self.first.isoformat()}/{(self.end - timedelta(days=1)).isoformat()}"

    @classmethod
    def from_iso(cls, text: str) -> "Days":
        """Return the interval that `iso` wrote.

        Raises:
            ValueError: If the text is none of the forms of `iso`.
        """
        if "/" in text:
            first, last = text.split("/")
            return cls(
                date.min if first == ".." else date.fromisoformat(first),
                date.max if last == ".." else date.fromisoformat(last) + timedelta(days=1),
            )
        match [int(part) for part in text.split("-")]:
            case [year]:
                return cls.year(year)
            case [year, month]:
                return cls.month(year, month)
            case _:
                return cls.day(date.fromisoformat(text))


class DateKnownFrom(Enum):
    """How a date of publication is known, best first."""

    PAGE = "the page states it"
    EXPORT = "the export states it"
    DECLARED = "the collector declared it"
    UNKNOWN = "not known"
