"""The timeline: every claim about one person, a lane for each status, from left to right by its days."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from paradero.desk.dates import as_skeleton
from paradero.procedures.said_views import SaidRow
from paradero.procedures.text_views import ClaimView
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days

AXIS, NAME, LINE, FOOT = 26, 24, 24, 8
"""Heights: the axis with its days, a lane's name, one claim, and what is left under the last claim of a lane."""
LEFT, RIGHT = 9.0, 91.0
"""Shares of the width between which the days lie; outside them a line runs on to an end that is not known."""
MIDDLE = 50.0
MOST_TICKS = 5
"""More do not fit into a narrow window."""

UNKNOWN = frozenset({date.min, date.max})

CIRCLE, DIAMOND = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", "M0 -7.5L7.5 0L0 7.5L-7.5 0z"
CROSS = "M-7 -7L7 7M7 -7L-7 7"

KINDS = {
    Modality.ASSERTED: "full",
    Modality.ALLEGED: "empty",
    Modality.PLANNED: "dashed",
    Modality.CONDITIONAL: "dashed",
    Modality.DENIED: "crossed",
    Modality.REFUTED: "crossed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One claim as drawn. Across, positions are shares of the width (`"41.2%"`); down, they are pixels."""

    row: SaidRow
    at: str
    first: str
    last: str
    """Between these two lies every day that it may be."""
    y: int
    shape: str
    cross: str
    kind: str
    """`"full"`, `"empty"`, `"dashed"` or `"crossed"`: how it is said shows without a colour."""
    leftwards: bool
    """Whether its words stand on the left of it."""

    @property
    def words_y(self) -> int:
        """Where its words stand."""
        return self.y + 4

    @property
    def words_at(self) -> str:
        """The end of its line from which its words go on."""
        return self.first if self.leftwards else self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The claims of one status."""

    status: Status | None
    y: int
    height: int
    points: tuple[Point, ...]

    @property
    def name_y(self) -> int:
        """Where its name stands."""
        return self.y + 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    at: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign and the words for it."""

    shape: str
    cross: str
    kind: str
    word: Promise


SIGNS = (
    Sign(shape=CIRCLE, cross="", kind="full", word=_("Circle: the day on which it is said to have happened")),
    Sign(shape=DIAMOND, cross="", kind="full", word=_("Diamond: only the day of publication is known")),
    Sign(shape=CIRCLE, cross="", kind="full", word=_("Full: asserted")),
    Sign(shape=CIRCLE, cross="", kind="empty", word=_("Empty: alleged, or said in captivity")),
    Sign(shape=CIRCLE, cross="", kind="dashed", word=_("Dashed: planned, or on a condition")),
    Sign(shape=CIRCLE, cross=CROSS, kind="crossed", word=_("Crossed out: denied or refuted")),
    Sign(shape="M-9 0L9 0", cross="", kind="reach", word=_("Line: on some day of these")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing, ready for its template."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    undated: int
    """So many claims have no day, and stand in the list alone."""
    signs: tuple[Sign, ...] = SIGNS


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def of(cls, days: Iterable[Days]) -> "_Scale":
        """Return the scale that holds every known day, and some room where there is only one."""
        known = [day for each in days for day in _ends(each) if day not in UNKNOWN]
        first, last = min(known), max(known)
        room = timedelta(days=3 if last - first < timedelta(days=6) else 0)
        return cls(first - room, last + room)

    def share(self, day: date) -> float:
        if day in UNKNOWN:
            return 1.0 if day == date.min else 99.0
        return LEFT + (RIGHT - LEFT) * (day - self.first) / (self.last - self.first)

    def ticks(self) -> tuple[Tick, ...]:
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


def _ends(days: Days) -> tuple[date, date]:
    """Return the first and the last day; an end that is not known stays `date.min` or `date.max`."""
    return days.first, date.max if days.end == date.max else days.end - timedelta(days=1)


def timeline(rows: Sequence[SaidRow]) -> Timeline | None:
    """Return the drawing of claims; `None` where none has a day."""
    dated = [(row, row.days) for row in rows if row.days and not UNKNOWN.issuperset(_ends(row.days))]
    if not dated:
        return None
    scale = _Scale.of(days for row, days in dated)
    lanes, y = [], AXIS
    for status in (*Status, None):
        here = [(row, days) for row, days in dated if row.claim.status is status]
        if here:
            lanes.append(_lane(status, here, y, scale))
            y += lanes[-1].height
    return Timeline(height=y, lanes=tuple(lanes), ticks=scale.ticks(), undated=len(rows) - len(dated))


def _lane(status: Status | None, here: Sequence[tuple[SaidRow, Days]], y: int, scale: _Scale) -> Lane:
    lines = range(y + NAME + LINE // 2, y + NAME + LINE * len(here) + LINE // 2, LINE)
    points = tuple(_point(row, days, line, scale) for (row, days), line in zip(here, lines, strict=True))
    return Lane(status=status, y=y, height=NAME + LINE * len(here) + FOOT, points=points)


def _point(row: SaidRow, days: Days, y: int, scale: _Scale) -> Point:
    first, last = (scale.share(day) for day in _ends(days))
    known = [scale.share(day) for day in _ends(days) if day not in UNKNOWN]
    at = sum(known) / len(known)
    kind = _kind(row.claim)
    return Point(
        row=row,
        at=f"{at:.2f}%",
        first=f"{first:.2f}%",
        last=f"{last:.2f}%",
        y=y,
        shape=CIRCLE if row.is_claimed else DIAMOND,
        cross=CROSS if kind == "crossed" else "",
        kind=kind,
        leftwards=at > MIDDLE,
    )


def _kind(claim: ClaimView) -> str:
    """Return how a claim is drawn: one from captivity may be made to be said, and stands as alleged (rule R7)."""
    return "empty" if claim.from_captivity and claim.modality is Modality.ASSERTED else KINDS[claim.modality]
