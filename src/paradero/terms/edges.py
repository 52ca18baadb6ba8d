"""The edges of provenance: in what way a report goes back to something published, by what evidence, how surely."""

from dataclasses import dataclass
from enum import Enum

from paradero.terms.spans import Span


class EdgeKind(Enum):
    """What joins a report to its far end.

    Where the report's words state it, the far end did it: filmed, posted, forwarded what the report shows or tells.
    Where the bytes do, the report does it to the far end: it forwards, reposts, embeds, links to that.
    """

    FILMED = "filmed"
    POSTED = "posted"
    REPORTED = "reported"
    """An outlet's news, taken over."""
    TRANSLATED = "translated"
    FORWARDED = "forwarded"
    REPOSTED = "reposted"
    EMBEDDED = "embedded"
    QUOTED = "quoted"
    LINKED = "linked"
    ANSWERED = "answered"
    EARLIER = "earlier version"
    """The far end is how the report read before it was edited."""
    LATER = "later version"
    """The far end is how it reads now."""


class Evidence(Enum):
    """By what an edge is known."""

    PLATFORM = "platform field"
    MARKUP = "markup"
    """The page's own links and frames."""
    SAME_BYTES = "same bytes"
    """Both carry the same picture, video or sound, byte for byte."""
    SAME_TEXT = "same text"
    SAME_MEANING = "same meaning"
    """Sentences that say the same, in one language or two, as a network compares them."""
    STATED = "stated in the report"
    """The report's words say it, and a machine read them."""


class Confidence(Enum):
    """How sure an edge is, surest first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"


READ_BY_MACHINE = frozenset({Evidence.SAME_TEXT, Evidence.SAME_MEANING, Evidence.STATED})
"""Evidence that a machine had to interpret; the rest stands in the bytes for anybody to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarEnd:
    """What an edge leads to, as far as the report tells; it may never have been taken in."""

    name: str | None = None
    """Who published it, as the platform or the report writes it."""
    address: str | None = None
    platform: str | None = None
    words: Span | None = None
    """Where the report states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge from a report to what it goes back to or refers to."""

    kind: EdgeKind
    evidence: Evidence
    confidence: Confidence
    end: FarEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """What a report's words say of who filmed, posted or passed on what it shows or tells."""

    kind: EdgeKind
    by: str | None
    """As the report writes it, a person's by the fullest name in it; `None` where only the platform is told."""
    platform: str | None
    sure: bool
    """Whether the words say it plainly: the sentence keeps no distance from it, and nobody was guessed at."""
    words: Span
    """The sentence that says so."""
    rule: str
