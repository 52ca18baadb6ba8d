"""The scale of a drawing in time: days from left to right, in shares of its width."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from paradero.desk.dates import as_skeleton
from paradero.terms.dates import Days

LEFT, RIGHT = 9.0, 91.0
"""Shares of the width between which the days lie; outside them a line runs on to an end that is not known."""
MOST_TICKS = 5
"""More do not fit into a narrow window."""

UNKNOWN = frozenset({date.min, date.max})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    at: str
    day: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each day stands across a drawing."""

    first: date
    last: date

    @classmethod
    def of(cls, days: Iterable[Days]) -> "Scale":
        """Return the scale that holds every known day, and some room where there is only one."""
        known = [day for each in days for day in ends(each) if day not in UNKNOWN]
        first, last = min(known), max(known)
        room = timedelta(days=3 if last - first < timedelta(days=6) else 0)
        return cls(first - room, last + room)

    def share(self, day: date) -> float:
        """Return how far across a day stands, from 0 to 100; one that is not known stands at an end."""
        if day in UNKNOWN:
            return 1.0 if day == date.min else 99.0
        return LEFT + (RIGHT - LEFT) * (day - self.first) / (self.last - self.first)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the days that are marked on the axis."""
        marked, skeleton = self._marked()
        years = [None, *(day.year for day in marked)]
        return tuple(
            Tick(at=f"{self.share(day):.2f}%", day=as_skeleton(day, f"y{skeleton}" if day.year != year else skeleton))
            for day, year in zip(marked, years, strict=False)
        )

    def _marked(self) -> tuple[list[date], str]:
        """Return the days on the axis, and which parts of them are written; the year only where it is a new one."""
        span = (self.last - self.first).days
        every = next((step for step in (1, 2, 7, 14) if span // step < MOST_TICKS), None)
        if every:
            return [self.first + timedelta(days=past) for past in range(0, span + 1, every)], "MMMd"
        months = list(self._months())
        step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600, 12000) if len(months) // step < MOST_TICKS)
        return months[::step], "MMM"

    def _months(self) -> Iterator[date]:
        number = self.first.year * 12 + self.first.month - (self.first.day == 1)
        end = self.last.year * 12 + self.last.month
        return (date(month // 12, month % 12 + 1, 1) for month in range(number, end))


def ends(days: Days) -> tuple[date, date]:
    """Return the first and the last day; an end that is not known stays `date.min` or `date.max`."""
    return days.first, date.max if days.end == date.max else days.end - timedelta(days=1)
