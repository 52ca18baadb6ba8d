"""What pages and lists say of sources: frozen values, as in `views`. None names a person whom a source reports on."""

from dataclasses import dataclass
from datetime import date, datetime

from paradero.terms.grades import Credibility, Reliability, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeView:
    """A grade that somebody gave: of a source, or of the information in a report."""

    grade: Reliability | Credibility
    by: str
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMark:
    """A source as it stands beside a report of it."""

    ref: str
    name: str
    """Of the source that the printed name belongs to."""
    grade: GradeView | None
    """The latest; `None` where nobody graded it, which is not F."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in a list."""

    ref: str
    name: str
    kind: SourceKind
    grade: Reliability | None
    reports: int
    """Under all of its names."""
    last_seen_on: date | None
    """The day of its latest report; where none has a day, the day on which one was taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList:
    """Some sources, by name."""

    rows: tuple[SourceRow, ...]
    accounts: int
    """So many accounts are left out, for each can be a private person's (rule R13); a search by name finds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """Another name of a source, who gave it, and who took it back."""

    ref: str
    name: str
    by: str
    reason: str | None
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """What somebody said that a source is."""

    kind: SourceKind
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """A report of a source, without anybody it names."""

    item_ref: str
    position: int
    printed: str
    """The name under which it was published."""
    language: str
    published_on: date | None
    taken_in_at: datetime
    origin_ref: str
    information: Credibility | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source, its names, its grades and its reports."""

    row: SourceRow
    belongs_to: SourceMark | None
    """The source of which this name is an alias; then its grade and its reports count there."""
    aliases: tuple[AliasView, ...]
    undone: tuple[AliasView, ...]
    """Names that were taken back, the latest first."""
    alike: tuple[SourceMark, ...]
    """Sources whose names differ in capitals, accents or signs alone, and which nobody held for this one."""
    grades: tuple[GradeView, ...]
    """The latest first; the first counts."""
    kinds: tuple[KindView, ...]
    """What people said it is, the latest first; empty where it is only as its reports came."""
    reports: tuple[SourceReport, ...]
    """Some of them, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A grade as it was kept."""

    ref: str
    """The source's reference, or the item's."""
    position: int | None = None
    """Of the report in its item."""
    grade: Reliability | Credibility
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Another name of a source, as it stands now."""

    ref: str
    alias_ref: str
    name: str
    taken: tuple[str, ...]
    """References of the names whose reports belong to the source by it, or do so no more once it is undone."""
