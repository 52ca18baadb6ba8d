"""Annotated reports as the later stages learn from them: with the labels that a tagger gives which never saw them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from paradero.reading.document import Document, document_of
from paradero.reading.learning.fitting import Row, fit_chain, joined
from paradero.reading.learning.labels import LAYERS, body_of, labels
from paradero.reading.linear import Linear
from paradero.reading.tagging.features import Features, features
from paradero.reading.tagging.tagger import Layer, Tagger, Tags
from paradero.reading.tools import tools_of
from paradero.terms.annotated import AnnotatedText

FOLDS = 5
L1 = {"claims": 0.3}
"""Penalties on weights other than the usual one. Chosen by leaving voices of train out."""
Work = Callable[..., Iterable[Any]]
"""`map`, or the `map` of a pool of processes."""


@dataclass(frozen=True)
class Example:
    """A report, what a person marked in it, and what a tagger that did not learn from it says of its words."""

    annotated: AnnotatedText
    document: Document
    tags: dict[str, Tags]


def fold_of(annotated: AnnotatedText) -> int:
    """Return in which of the folds a report is left out, by its voice alone.

    What comes after the labels is to learn how far to trust them in a manner of writing that they never saw.
    """
    return hashlib.sha256(annotated.header["voice"].encode()).digest()[0] % FOLDS


@dataclass(frozen=True)
class Prepared:
    """A report and the features of its words."""

    annotated: AnnotatedText
    document: Document
    features: list[Features]

    @property
    def fold(self) -> int:
        """In which of the folds it is left out; the same whatever other reports there are."""
        return fold_of(self.annotated)


def prepared(annotated: AnnotatedText) -> Prepared:
    """Return a report as its language's tools see it, the lines read that a person left in the report."""
    language = annotated.header["language"]
    lines = body_of(annotated)
    document = document_of(tools_of(language).analyse(annotated.text, lines), lines, language)
    return Prepared(annotated, document, features(document))


def tagger_of(texts: Sequence[Prepared], *, work: Work = map) -> Tagger:
    """Return a tagger that learned from reports; `work` is `map`, or a pool's, over the layers."""
    fitted = work(partial(_fitted, texts), tuple(LAYERS))
    return joined(dict(zip(LAYERS, fitted, strict=True)))


def _fitted(texts: Sequence[Prepared], layer: str) -> tuple[Linear, Layer]:
    return fit_chain((row for text in texts for row in _rows(text, layer)), l1=L1.get(layer, 0.1))


def _rows(text: Prepared, layer: str) -> Iterator[Row]:
    marked = labels(text.document, text.annotated, layer)
    return ((text.features[first:end], marked[first:end]) for first, end in text.document.sentences)


def held_out(texts: Sequence[Prepared], *, work: Work = map) -> Iterator[Example]:
    """Give each report with the labels of a tagger that learned from the other folds only."""
    for fold in range(FOLDS):
        tagger = tagger_of([text for text in texts if text.fold != fold], work=work)
        for text in texts:
            if text.fold == fold:
                yield example(text, tagger)


def example(text: Prepared, tagger: Tagger) -> Example:
    """Return a report with a tagger's labels."""
    return Example(text.annotated, text.document, tagger.tag(text.document))
