"""Stretches in quotation marks, and who is said to speak in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from paradero.reading.attribution.speakers import Saying
from paradero.reading.document import CLOSING, EITHER, OPENING, Document

BEFORE, AFTER = 8, 6
"""Words between a quotation and the word of saying that goes with it, at most."""
LONG = 4
"""Words from which on a quotation is speech and not a name or a single word."""
MARKS = frozenset(OPENING + CLOSING + EITHER)


@dataclass(frozen=True)
class Quotation:
    """A stretch in quotation marks: its first word and the word after its last."""

    first: int
    end: int
    saying: Saying | None
    """The word that says whose words they are."""
    how: str
    """Where that word stands."""


def quotations(document: Document, sayings: Sequence[Saying]) -> tuple[Quotation, ...]:
    """Return the quotations of a text with the word of saying beside each."""
    return tuple(Quotation(first, end, *_saying(document, first, end, sayings)) for first, end in _stretches(document))


def _stretches(document: Document) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at, quoted in enumerate(document.quoted):
        if not quoted:
            continue
        goes_on = found and found[-1][1] == at and document.line_of[at - 1] == document.line_of[at]
        if goes_on:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return [(first, end) for first, end in found if end - first > LONG]


def _saying(document: Document, first: int, end: int, sayings: Sequence[Saying]) -> tuple[Saying | None, str]:
    line = document.line_of[first]
    here = [s for s in sayings if document.line_of[s.word] == line and not first <= s.word < end]
    after = [s for s in here if 0 <= s.word - end <= AFTER]
    before = [s for s in here if 0 < first - s.word <= BEFORE]
    colon = first > 0 and document.tokens[first - 1].text in {":", ","}
    if before and colon and document.tokens[first - 1].text == ":":
        return before[-1], "colon"
    if after:
        return after[0], "after"
    if before:
        return before[-1], "before"
    same = [s for s in here if document.sentence_of[s.word] == document.sentence_of[first]]
    if same:
        return same[-1], "sentence"
    return None, "none"
