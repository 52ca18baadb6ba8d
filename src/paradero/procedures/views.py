"""What the desk's pages and the command line show: frozen values that need nothing else to be rendered.

No view holds a picture or its address (rule R1), and no list holds a rank or a unit (rules R2 and R13). Values of the
shared enumerations stay enumerations, so that each interface words them in the reader's language. What acts answer
(search, verify, take in ...) is in `answers`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from paradero.procedures.edge_views import AtSource, EdgeView
from paradero.procedures.judging_rows import Likenesses, PairRow, RivalRow, WhatFollows
from paradero.procedures.source_views import GradeView, SourceMark
from paradero.procedures.text_views import ClaimView, Piece
from paradero.terms.account import Role
from paradero.terms.claims import Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation
from paradero.terms.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalView:
    """One taking-in of an item's bytes."""

    at: datetime
    by: str
    declared_source: str | None
    declared_published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """What is known of a sealed item, without its content."""

    ref: str
    sha256: str
    size_bytes: int
    media_type: str
    kind: str
    reader: str
    arrivals: tuple[ArrivalView, ...]
    """Oldest first; the same bytes taken in twice are one item with two arrivals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Where and when a report was published, and what else carries the same news."""

    item_ref: str
    position: int
    """From 1; a page is one report, a channel's export one report a message."""
    source: str | None
    author: str | None
    passed_on_from: str | None
    platform: str | None
    published_on: date | None
    date_known_from: DateKnownFrom
    language: str
    origin_ref: str
    source_ref: str | None = None
    """Of the source's page; `source` is the name as it was printed."""
    also_carried_by: tuple[str, ...]
    """Sources of the other reports of this origin. They are one origin, however many (rule R7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFacts:
    """A picture, video or sound of a report as words and numbers: there is no way from here to the picture (R1)."""

    kind: str
    size_bytes: int | None
    duration_s: float | None
    sha256: str | None
    caption: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingRow:
    """A person as one report shows them."""

    ref: str
    item_ref: str
    label: str
    """The name as written, or for the unnamed the words the report uses."""
    role: Role
    statuses: tuple[Status, ...]
    source: str | None
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair:
    """One field of the two descriptions, side by side.

    A unit or rank is never written out: `sought` and `seen` are `None` and `outcome` alone tells (rules R2, R13).
    """

    field: str
    """`"name"`, `"sex"` (values of `Sex`), `"birth"`, `"kin"` (one pair for each relation) or another field of
    `Description`."""
    sought: str | None
    seen: str | None
    outcome: Outcome | None
    """`None` where nothing was compared."""
    relation: Relation | None = None
    """For `"kin"`; the value is the relative's name, empty where a relative is spoken of and not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One comparison of the explanation, worded in the language asked for."""

    field: str
    outcome: Outcome
    weight_bits: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """One person's judgement."""

    by: str
    verdict: Verdict
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A candidate in a list: likeliest first."""

    ref: str
    enquiry_ref: str
    sighting_ref: str
    item_ref: str
    sought: str
    """The name the family wrote."""
    seen: str
    """The name or words the report uses."""
    role: Role
    statuses: tuple[Status, ...]
    source: str | None
    published_on: date | None
    match_weight_bits: float
    probability: float
    """That both are one person, the rivals reckoned with. For staff alone; no family is ever shown it (rule R4)."""
    probability_alone: float
    """The same of the two by themselves, as the weights add up to."""
    rivals: tuple[RivalRow, ...]
    """Other enquiries that are offered this sighting, heaviest first."""
    contradictions: tuple[str, ...]
    """Fields that cannot both be true of one person."""
    own_verdict: Verdict | None
    """The reader's own; another's is never in a list."""
    proposed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePage:
    """A candidate with both sides, every reason, the report's words and who says them."""

    row: CandidateRow
    own_words: str
    """The family's, verbatim."""
    enquiry_language: str
    pairs: tuple[FieldPair, ...]
    steps: tuple[Step, ...]
    """In the model's order; their weights add up to the match weight."""
    would_change: str | None = None
    """The one thing that is missing and would move the weight most, and whom to ask; never a unit or a rank."""
    model: str
    reweighed_at: datetime | None
    passage: tuple[Piece, ...]
    """The sentences around the sighting."""
    claims: tuple[ClaimView, ...]
    report: ReportFacts
    item: ItemFacts
    own: JudgementView | None
    others: tuple[JudgementView, ...] | None
    """`None` until the reader has judged: nobody sees another's judgement before giving their own."""
    following: str | None
    """The next candidate in the list that the reader has not judged."""
    follows: WhatFollows
    """What a judgement would change about others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryRow:
    """An enquiry in a list: newest first."""

    ref: str
    sought: str
    language: str
    own_reference: str | None
    opened_at: datetime
    candidates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One search for an enquiry: how far it went. Nothing found says nothing about life or death."""

    at: datetime
    sightings: int
    reports: int
    sources: tuple[str, ...]
    taken_in_up_to: datetime | None
    """The latest taking-in that the search saw."""
    published_up_to: date | None
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryPage:
    """An enquiry, the family's own words, its candidates, and what was searched."""

    row: EnquiryRow
    own_words: str
    enquirer: str | None
    opened_by: str
    facts: tuple[FieldPair, ...]
    """What the family gave, in `sought`; a unit or rank is there without its value: it was given."""
    candidates: tuple[CandidateRow, ...]
    searches: tuple[Searched, ...]
    """The latest ten, latest first; empty where nothing was searched yet."""
    likenesses: Likenesses
    """Other enquiries that may seek the same person."""
    to_look_at: tuple[PairRow, ...]
    """What follows for this enquiry from judgements of others, and the reader has not judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report of an item as it was read."""

    facts: ReportFacts
    text: tuple[Piece, ...]
    media: tuple[MediaFacts, ...]
    sightings: tuple[SightingRow, ...]
    claims: tuple[ClaimView, ...]
    passed_over: tuple[tuple[Piece, ...], ...]
    """Sentences that may tell somebody's fate and gave no claim: a person has to read them."""
    gaps: tuple[str, ...]
    """What the reader could not read, in sentences."""
    reader: str
    refers_to: tuple[EdgeView, ...]
    referred_to_by: tuple[EdgeView, ...]
    at_source: AtSource
    publisher: SourceMark | None = None
    """The source and its grade; `None` where the report names none."""
    information: tuple[GradeView, ...] = ()
    """How people graded what it says, the latest first; the first counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """A sealed item and its reports' text. `reports` is empty where it was destroyed, or has nothing to be read yet."""

    item: ItemFacts
    reports: tuple[ReportView, ...]
    destroyed: bool
    to_be_read: bool
    """It is sealed, and a worker has still to read it."""
    likenesses: Likenesses
    """Sightings of other reports that may show the same persons."""
