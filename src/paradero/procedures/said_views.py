"""What the page of all that is said of a person shows: frozen values, as in `views`."""

from dataclasses import dataclass

from paradero.identity.opposed import Against
from paradero.procedures.judging_rows import SubjectRow
from paradero.procedures.spread import Spread
from paradero.procedures.text_views import ClaimView, Piece
from paradero.terms.dates import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One claim about the person, in the report that makes it."""

    number: int
    """On the page, from 1, in order of the days."""
    subject: SubjectRow
    """The sighting, with its report's source and day."""
    origin_ref: str
    """Claims of one origin are one piece of news, however many outlets carry it (rule R7)."""
    claim: ClaimView
    days: Days | None
    """On which it is said to have happened, else the day of publication; `None` where neither is known."""
    is_claimed: bool
    """Whether the days are those that the claim names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A sentence that mentions the person beside a word that may tell a fate, and that gave no claim."""

    subject: SubjectRow
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Claims that do not go together. Nothing is decided by showing them."""

    against: Against
    one: tuple[SaidRow, ...]
    other: tuple[SaidRow, ...]

    @property
    def one_origin(self) -> bool:
        """Whether both sides are one and the same piece of news."""
        return len({row.origin_ref for row in (*self.one, *self.other)}) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMatches:
    """Sightings that a machine proposed for somebody of the group and that are not in it, by what keeps them out."""

    not_judged: int = 0
    unsure: int = 0
    """Somebody was not sure, or colleagues disagree."""
    different: int = 0
    """Held for another person, or that follows."""
    listed_with: tuple[SubjectRow, ...] = ()
    """Those of the group on whose pages they are listed."""

    @property
    def count(self) -> int:
        """How many there are."""
        return self.not_judged + self.unsure + self.different


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPage:
    """All that reports say of somebody and of whoever is held for the same person, as far as the reader may know."""

    of: SubjectRow
    members: tuple[SubjectRow, ...]
    rows: tuple[SaidRow, ...]
    side_by_side: tuple[SideBySide, ...]
    passed_over: tuple[PassedOver, ...]
    destroyed: tuple[str, ...]
    """Sightings whose item was destroyed by order: nothing of what it said is shown."""
    spread: Spread
    """The origins of these claims with every report that carries them."""
    disputed: frozenset[str]
    """Of these origins those that count as one while one person holds them for two (rule R7)."""
    near: NearMatches
    """What is left out because nobody holds it for this person."""

    @property
    def origins(self) -> int:
        """How many independent pieces of news these claims come from."""
        return len({row.origin_ref for row in self.rows})
