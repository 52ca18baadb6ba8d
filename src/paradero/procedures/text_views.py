"""What pages show of a report's words: its text in pieces with their marks, and its claims. Frozen, as in `views`."""

from dataclasses import dataclass

from paradero.terms.account import Role
from paradero.terms.claims import Count, Hedge, Modality, Speaker, Status
from paradero.terms.dates import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark on a stretch of a report's text."""

    kind: str
    """`"subject"` (the candidate's person), `"person"`, `"speaker"`, `"hedge"` (the word that keeps a distance),
    `"claim"`, `"place"`, `"date"`, `"fact"`, `"instruction"`, `"wish"` (found as the page is made, kept nowhere) or
    `"outside"` (not the report: teasers, menus)."""
    number: int | None = None
    """Which one in its report: of a claim its number, of a person their place, both from 1."""
    role: Role | None = None
    """Of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a report's text and what is marked on it; the pieces in order are the text."""

    text: str
    marks: tuple[str, ...] = ()
    """The kinds of its marks, each once."""
    within: tuple[Mark, ...] = ()
    """The marks themselves, the outermost first, in one order throughout: so each can be drawn inside the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One link of who says so, innermost first."""

    name: str
    speaker: Speaker
    hedge: Hedge
    in_text: bool
    """False for a link that the item's own data gives, as the outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Of whom something is said, as the report calls them."""

    label: str
    role: Role
    sighting_ref: str | None = None
    """`None` for one whom no family may be looking for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNamed:
    """A place that a claim's words name: where it happened, most often, but a machine cannot promise it."""

    as_written: str
    usual: str
    """Its usual name, as maps in English have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim with its sentence and its chain."""

    sentence: tuple[Piece, ...]
    status: Status | None
    modality: Modality
    hedge: Hedge
    count: Count | None
    chain: tuple[ChainLink, ...]
    from_captivity: bool
    """Said in captivity: it may have been made to be said, and raises nothing above alleged (rule R7)."""
    number: int = 0
    """Its number in the report, from 1, as on the marks of its words."""
    who: Who | None = None
    hedged: str | None = None
    """The word that keeps a distance from it, as the report writes it."""
    when: Days | None = None
    """The days it is said to have happened on."""
    when_written: str | None = None
    """How the report writes them; `None` where no date of its words means just these."""
    where: tuple[PlaceNamed, ...] = ()
    """The places its words name, in order, without anybody's home."""
