"""What the desk's pages and the command line show of judgements: frozen values, as in `views`."""

from dataclasses import dataclass

from paradero.procedures.judging_rows import PairRow, SubjectRow, WhatFollows
from paradero.procedures.text_views import Piece
from paradero.procedures.views import FieldPair, JudgementView, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two who are compared, in its source's own words."""

    subject: SubjectRow
    own_words: str | None
    """Of an enquiry."""
    passage: tuple[Piece, ...]
    """Of a sighting: the sentences around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """Two who may be one person, side by side."""

    left: Side
    right: Side
    pairs: tuple[FieldPair, ...]
    """`sought` is the left side's, `seen` the right one's."""
    steps: tuple[Step, ...]
    """Empty where no machine weighed them."""
    match_weight_bits: float | None
    probability: float | None
    model: str | None
    contradictions: tuple[str, ...]
    own: JudgementView | None
    others: tuple[JudgementView, ...] | None
    """`None` until the reader has judged."""
    follows: WhatFollows
    candidate_ref: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """Everybody who is held for one person with somebody, as far as the reader may know what stands."""

    of: SubjectRow
    members: tuple[SubjectRow, ...]
    """With `of`; one alone where nobody is."""
    judged: tuple[PairRow, ...]
    """The pairs within the group that were judged."""
    to_look_at: tuple[PairRow, ...]
    """The pairs that only follow, and that the reader has not judged: for people to look at, judged by nobody."""
    apart: tuple[PairRow, ...]
    """The pairs that hold somebody outside it for different."""
    clashes: tuple[PairRow, ...]
    """The pairs within the group that are held for different: one of these judgements is wrong."""
