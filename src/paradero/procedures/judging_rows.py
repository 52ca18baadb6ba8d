"""What pages and lists say of enquiries and sightings that may be one person: frozen values, as in `views`."""

from dataclasses import dataclass
from datetime import date

from paradero.identity.judgements import Stand
from paradero.terms.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """An enquiry or a sighting, as a list names it. It holds no rank and no unit (rules R2 and R13)."""

    ref: str
    label: str
    """The name the family wrote, or what the report calls the person."""
    language: str
    item_ref: str | None = None
    """For a sighting, the item to open, with the place of its report in it."""
    position: int | None = None
    source: str | None = None
    published_on: date | None = None

    @property
    def is_enquiry(self) -> bool:
        """Whether a family seeks them, rather than a report shows them."""
        return self.item_ref is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """Two subjects and what is held about them."""

    left: SubjectRow
    right: SubjectRow
    stand: Stand | None
    """How the pair stands, as far as the reader may know; `None` where that only follows, or is not judged."""
    own_verdict: Verdict | None
    candidate_ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessRow:
    """Somebody of the same kind who may be the same person, likeliest first."""

    of: str
    """The reference of the one on whose page it stands."""
    of_label: str
    of_language: str
    other: SubjectRow
    match_weight_bits: float
    probability: float
    contradictions: tuple[str, ...]
    own_verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Likenesses:
    """Who may be the same as somebody."""

    rows: tuple[LikenessRow, ...] = ()
    children: int = 0
    """So many are left out, because they or the one they are like may be under eighteen (rule R18)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What one verdict about a pair changes about others, as far as the reader may know what stands."""

    same: tuple[PairRow, ...] = ()
    different: tuple[PairRow, ...] = ()
    no_longer: tuple[PairRow, ...] = ()
    contradicts: tuple[PairRow, ...] = ()
    """The chain of what is held already that this verdict would contradict; then it would not be kept."""

    def __bool__(self) -> bool:
        """Tell whether anything changes beside the pair itself."""
        return bool(self.same or self.different or self.no_longer or self.contradicts)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatFollows:
    """What each of the two verdicts that say something would change."""

    if_same: Follows
    if_different: Follows


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalRow:
    """A candidate that has another's sighting: only one of their enquiries can be for the person it shows."""

    ref: str
    enquiry_ref: str
    sought: str
    """The name the family wrote."""
    language: str
    match_weight_bits: float
