"""Learns what sentences tell as a whole."""

from collections.abc import Iterator, Sequence

from paradero.reading.learning.examples import Example
from paradero.reading.learning.fitting import Row, fit_chain
from paradero.reading.passages.sentences import INSTRUCTION, NONE, Features, Passages, features
from paradero.reading.tagging.tagger import OUT
from paradero.terms.annotated import Record
from paradero.terms.linear import Linear

LETTERS = "ti"


def fit_passages(examples: Sequence[Example], *, l1: float = 0.1, l2: float = 0.5) -> Passages:
    """Return what tells sentences apart, learned from those that a person marked."""
    told = [row for example in examples for row in _sentences(example)]
    kinds = _fitted([(words, record.kind if record else NONE) for words, record in told], l1, l2)
    values = _fitted([(w, r.fields["value"]) for w, r in told if r and r.kind != INSTRUCTION], l1, l2)
    return Passages(*kinds, *values)


def _fitted(items: Sequence[tuple[Features, str]], l1: float, l2: float) -> tuple[Linear, tuple[str, ...]]:
    rows: list[Row] = [([words], [label]) for words, label in items]
    linear, layer = fit_chain(rows, l1=l1, l2=l2, rounds=150)
    kept = [at for at, label in enumerate(layer.labels) if label != OUT]
    return Linear(linear.vocabulary, linear.weights[:, kept]), tuple(layer.labels[at] for at in kept)


def _sentences(example: Example) -> Iterator[tuple[Features, Record | None]]:
    """Give each sentence with what a person marked in it, where that is the better half of it."""
    document = example.document
    records = {record.ref: record for letter in LETTERS for record in example.annotated.of_kind(letter)}
    marks = [mark for mark in example.annotated.marks if mark.ref in records]
    for at, (first, end) in enumerate(document.sentences):
        words = [(sum(first <= word < end for word in document.within(mark.span)), mark.ref) for mark in marks]
        share, ref = max(words, default=(0, ""))
        yield features(document, example.tags, at), records[ref] if share * 2 > end - first else None
