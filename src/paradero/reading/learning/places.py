"""Learns which stretches name a place."""

from collections.abc import Iterator, Sequence

from paradero.reading.geography.candidates import candidates
from paradero.reading.learning.examples import Example
from paradero.reading.learning.fitting import fit_choice
from paradero.terms.linear import Choice


def fit_places(examples: Sequence[Example]) -> Choice:
    """Return what tells a place's name from other words, learned from what was marked as one."""
    return fit_choice(row for example in examples for row in _rows(example))


def _rows(example: Example) -> Iterator[tuple[Sequence[str], bool]]:
    document = example.document
    marked = {mark.span for mark in example.annotated.marks if mark.ref[0] == "l" and mark.attribute is None}
    right = {(words[0], words[-1] + 1) for span in marked if (words := document.within(span))}
    for candidate in candidates(document, example.tags):
        yield candidate.features, (candidate.first, candidate.end) in right
