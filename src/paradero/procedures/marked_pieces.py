"""Cuts a text into pieces by what is marked on it."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from paradero.procedures.text_views import Mark, Piece
from paradero.reading import wishes
from paradero.terms.account import Account, PersonRead
from paradero.terms.claims import Claim
from paradero.terms.report import BlockKind, Report
from paradero.terms.spans import Span

KINDS = (
    *("outside", "claim", "instruction", "wish", "speaker"),
    *("subject", "person", "hedge", "fact", "place", "date"),
)
"""Of two marks on the same words, the one named first is drawn around the other."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text and its mark."""

    span: Span
    mark: Mark


def cut(text: str, window: Span, marked: Iterable[Marked]) -> tuple[Piece, ...]:
    """Return the window of the text in pieces; each carries the marks that cover it, the outermost first.

    A mark that begins earlier, or ends later, lies around the other. Where two cross, the one that began earlier is
    the outer one, and the other goes on as a second stretch after its end.

    >>> olena = Marked(Span(0, 5), Mark(kind="person", number=1))
    >>> [(piece.text, piece.marks) for piece in cut("Olena, medic", Span(0, 12), [olena])]
    [('Olena', ('person',)), (', medic', ())]
    """
    near = sorted((mark for mark in dict.fromkeys(marked) if mark.span.meets(window)), key=_from_the_outermost)
    edges = {window.start, window.end}
    for mark in near:
        edges |= {max(mark.span.start, window.start), min(mark.span.end, window.end)}
    return tuple(_pieces(text, [Span(*two) for two in pairwise(sorted(edges))], deque(near)))


def _from_the_outermost(marked: Marked) -> tuple[int, int, int, int]:
    return marked.span.start, -marked.span.end, KINDS.index(marked.mark.kind), marked.mark.number or 0


def _pieces(text: str, spans: Iterable[Span], coming: deque[Marked]) -> Iterator[Piece]:
    """Yield the piece of each span, which lie side by side; the marks that are to come are in order of their starts."""
    here: list[Marked] = []
    for span in spans:
        while coming and coming[0].span.start <= span.start:
            here.append(coming.popleft())
        here = [marked for marked in here if marked.span.end > span.start]
        within = tuple(dict.fromkeys(marked.mark for marked in here))
        yield Piece(text=span.of(text), marks=tuple(dict.fromkeys(mark.kind for mark in within)), within=within)


def marks_of(report: Report, account: Account, *, for_the_eye: bool, subject: int | None = None) -> list[Marked]:
    """Return what the account marks on its report's text; `subject` is the person whom the page is about.

    Wishes are marked for a reader's eye alone, as the text is shown: they are kept nowhere, and a program that could
    pick them out of many reports would make a list of those who do not want to go home (rule R6).
    """
    marked = [*_of_claims(account.claims), *_of_persons(account.persons, subject)]
    marked += [_plain(place.found.span, "place") for place in account.places]
    marked += [_plain(day.found.span, "date") for day in account.dates]
    marked += [_plain(instruction.found.span, "instruction") for instruction in account.instructions]
    marked += [_plain(wish.span, "wish") for wish in wishes(report) if for_the_eye]
    marked += [_plain(span, "outside") for span in account.cut]
    marked += [_plain(block.span, "outside") for block in report.blocks if block.kind is BlockKind.OUTSIDE]
    return marked


def _plain(span: Span, kind: str) -> Marked:
    return Marked(span, Mark(kind=kind))


def _of_claims(claims: Iterable[Claim]) -> Iterator[Marked]:
    for number, claim in enumerate(claims, start=1):
        yield Marked(claim.found.span, Mark(kind="claim", number=number))
        yield from (_plain(link.found.span, "speaker") for link in claim.chain if link.found)
        if claim.hedged:
            yield _plain(claim.hedged.span, "hedge")


def _of_persons(persons: Iterable[PersonRead], subject: int | None) -> Iterator[Marked]:
    for place, person in enumerate(persons):
        mark = Mark(kind="subject" if place == subject else "person", number=place + 1, role=person.role)
        yield from (Marked(mention.span, mark) for mention in person.mentions)
        yield from (_plain(fact.found.span, "fact") for fact in person.facts if place == subject)


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
