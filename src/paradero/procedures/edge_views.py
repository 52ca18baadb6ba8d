"""What pages show of edges, and of what became of a report at its source: frozen values, as in `views`."""

from dataclasses import dataclass

from paradero.terms.edges import READ_BY_MACHINE, Confidence, EdgeKind, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReport:
    """A report that the desk holds, at the other end of an edge."""

    item_ref: str
    position: int
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """One edge as seen from a report: to what it refers, or what refers to it."""

    kind: EdgeKind
    evidence: Evidence
    confidence: Confidence
    name: str | None
    address: str | None
    """In words and never to be followed; of a picture or clip only the host (rule R1)."""
    platform: str | None
    words: str | None
    """The sentence of the report that states it."""
    held: HeldReport | None
    """The report at the other end, where it was taken in."""
    by_name: bool
    """Whether that one was told by its source's name and the same news."""

    @property
    def by_machine(self) -> bool:
        """Whether a machine had to interpret what is written."""
        return self.evidence in READ_BY_MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCapture:
    """Another capture of the same address, with another text."""

    report: HeldReport
    later: bool
    """Whether it was taken in after this one; when it was captured may not be known."""
    gone: bool
    """Whether it says that what stood there was taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtSource:
    """What is known of a report at its source; the copy here stays as it was sealed."""

    edited: bool
    """Its own bytes say that it was changed after it was published."""
    superseded: bool
    """Its own bytes say that a later version stands at the source."""
    gone: bool
    """It is itself a notice that something was taken away."""
    others: tuple[OtherCapture, ...]

    @property
    def flagged(self) -> bool:
        """Whether there is anything to say."""
        return self.edited or self.superseded or self.gone or bool(self.others)

    @property
    def deleted(self) -> bool:
        """Whether a capture taken in later says that it was taken away."""
        return any(other.later and other.gone for other in self.others)
