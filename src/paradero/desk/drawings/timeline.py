"""The timeline: every claim about one person, a lane for each status, from left to right by its days."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from paradero.desk.drawings.scale import UNKNOWN, Scale, Tick, ends
from paradero.procedures.said_views import SaidRow
from paradero.procedures.text_views import ClaimView
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days

AXIS, NAME, LINE, FOOT = 26, 24, 24, 8
"""Heights: the axis with its days, a lane's name, one claim, and what is left under the last claim of a lane."""
MIDDLE = 50.0
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


def timeline(rows: Sequence[SaidRow]) -> Timeline | None:
    """Return the drawing of claims; `None` where none has a day."""
    dated = [(row, row.days) for row in rows if row.days and not UNKNOWN.issuperset(ends(row.days))]
    if not dated:
        return None
    scale = Scale.of(days for row, days in dated)
    lanes, y = [], AXIS
    for status in (*Status, None):
        here = [(row, days) for row, days in dated if row.claim.status is status]
        if here:
            lanes.append(_lane(status, here, y, scale))
            y += lanes[-1].height
    return Timeline(height=y, lanes=tuple(lanes), ticks=scale.ticks(), undated=len(rows) - len(dated))


def _lane(status: Status | None, here: Sequence[tuple[SaidRow, Days]], y: int, scale: Scale) -> Lane:
    lines = range(y + NAME + LINE // 2, y + NAME + LINE * len(here) + LINE // 2, LINE)
    points = tuple(_point(row, days, line, scale) for (row, days), line in zip(here, lines, strict=True))
    return Lane(status=status, y=y, height=NAME + LINE * len(here) + FOOT, points=points)


def _point(row: SaidRow, days: Days, y: int, scale: Scale) -> Point:
    first, last = (scale.share(day) for day in ends(days))
    known = [scale.share(day) for day in ends(days) if day not in UNKNOWN]
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
