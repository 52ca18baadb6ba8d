"""What the desk and the command line show of judged origins: frozen values, as in `views`."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from paradero.intake.provenance.reasons import Reason
from paradero.procedures.text_views import Piece
from paradero.procedures.views import JudgementView
from paradero.terms.verdict import Verdict


class Effect(Enum):
    """What the standing judgements of two reports do."""

    TOGETHER = "together"
    """Somebody holds them for one: they are one, whatever the machine finds and whoever else says otherwise."""
    APART = "apart"
    """Two people hold them for two, and nobody for one: they are two."""
    DISPUTED = "disputed"
    """One person alone holds them for two: they count as the machine finds, and the desk says that it is disputed."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginJudged:
    """One person's judgement of two reports as it now stands; `verdict` is `None` after it was undone."""

    left: str
    """A report, by its item's reference and its place in it, the one that was kept first."""
    right: str
    verdict: Verdict | None
    at: datetime
    origins: tuple[str, ...]
    """The origin of both, or of each."""
    disputed: bool
    """Somebody holds them for two pieces of news, and nobody else does yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report, as a list of judgements names it."""

    item_ref: str
    position: int
    source: str | None
    language: str
    published_on: date | None
    origin_ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTwo:
    """Two reports whose origins somebody judged: by persons, where `spread.WhyOne` is the machine's."""

    left: ReportRow
    right: ReportRow
    judgements: tuple[JudgementView, ...]
    """Who judged, when and how. Why, only the page of the two says, and only to who has judged them (rule R3)."""
    effect: Effect
    disputed: bool
    """Somebody holds them for two, and they count as one all the same, as far as people decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginFollows:
    """What one verdict would do."""

    contradicts: tuple[JudgedTwo, ...] = ()
    """What is held already that it would contradict; then it would not be kept."""
    before: int = 0
    """How many origins the reports concerned have."""
    after: int = 0
    sides: tuple[tuple[ReportRow, ...], ...] = ()
    """Where it changes something: the reports of each origin afterwards."""
    disputed: bool = False
    """It makes no two origins of one yet: a second person has to say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSide:
    """One of two reports that are judged, in its own words."""

    row: ReportRow
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPairPage:
    """Two reports side by side, what the machine finds, what people hold, and what a judgement would do."""

    left: ReportSide
    right: ReportSide
    reasons: tuple[tuple[Reason, float], ...]
    """Why the machine links the two; empty where it does not link them directly."""
    uncertain: bool
    own: JudgementView | None
    others: tuple[JudgementView, ...]
    """Without their reasons until the reader has judged."""
    disputed: bool
    if_same: OriginFollows
    if_different: OriginFollows

    @property
    def one_origin(self) -> bool:
        """Whether they count as one now."""
        return self.left.row.origin_ref == self.right.row.origin_ref
