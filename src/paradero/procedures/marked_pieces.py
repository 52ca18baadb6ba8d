"""Cuts a text into pieces by what is marked on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paradero.procedures.views import Piece
from paradero.reading import wishes
from paradero.terms.account import Account
from paradero.terms.report import BlockKind, Report
from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text and its mark."""

    span: Span
    mark: str


def cut(text: str, window: Span, marked: Iterable[Marked]) -> tuple[Piece, ...]:
    """Return the window of the text in pieces; each carries the marks that cover it, each mark once, in order.

    >>> [(piece.text, piece.marks) for piece in cut("Olena, medic", Span(0, 12), [Marked(Span(0, 5), "person")])]
    [('Olena', ('person',)), (', medic', ())]
    """
    near = [mark for mark in marked if mark.span.meets(window)]
    edges = {window.start, window.end}
    for mark in near:
        edges |= {max(mark.span.start, window.start), min(mark.span.end, window.end)}
    places = sorted(edges)
    return tuple(
        Piece(text=text[start:end], marks=_marks_on(Span(start, end), near)) for start, end in pairwise(places)
    )


def _marks_on(piece: Span, near: Sequence[Marked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.mark for mark in near if mark.span.holds(piece)))


def marks_of(report: Report, account: Account, *, for_the_eye: bool, subject: int | None = None) -> list[Marked]:
    """Return what the account marks on its report's text; `subject` is the person whom the page is about.

    Wishes are marked for a reader's eye alone, as the text is shown: they are kept nowhere, and a program that could
    pick them out of many reports would make a list of those who do not want to go home (rule R6).
    """
    marked = [Marked(claim.found.span, "claim") for claim in account.claims]
    for place, person in enumerate(account.persons):
        mark = "subject" if place == subject else "person"
        marked += [Marked(mention.span, mark) for mention in person.mentions]
        marked += [Marked(fact.found.span, "fact") for fact in person.facts if place == subject]
    links = (link for claim in account.claims for link in claim.chain)
    marked += [Marked(link.found.span, "speaker") for link in links if link.found]
    marked += [Marked(place.found.span, "place") for place in account.places]
    marked += [Marked(day.found.span, "date") for day in account.dates]
    marked += [Marked(instruction.found.span, "instruction") for instruction in account.instructions]
    marked += [Marked(wish.span, "wish") for wish in wishes(report) if for_the_eye]
    marked += [Marked(span, "outside") for span in account.cut]
    marked += [Marked(block.span, "outside") for block in report.blocks if block.kind is BlockKind.OUTSIDE]
    return marked


GAP = Piece(text=" … ")

MOST_BLOCKS = 4
"""As many paragraphs as a caseworker reads at a glance; the item page has the rest."""


def passage(report: Report, account: Account, *, for_the_eye: bool, subject: int) -> tuple[Piece, ...]:
    """Return the paragraphs that show the person, marked."""
    person, marked = account.persons[subject], marks_of(report, account, for_the_eye=for_the_eye, subject=subject)
    spots = [mention.span for mention in person.mentions]
    spots += [claim.found.span for claim in account.claims if claim.person == subject]
    shown = [
        block.span
        for block in report.blocks
        if block.kind is not BlockKind.OUTSIDE and any(block.span.meets(spot) for spot in spots)
    ]
    pieces: list[Piece] = []
    for window in shown[:MOST_BLOCKS]:
        pieces += [*([GAP] if pieces else []), *cut(report.text, window, marked)]
    return tuple(pieces)
