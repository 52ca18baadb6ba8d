"""Annotated reports as the later stages learn from them: as a network sees them that never saw their voices."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paradero.reading.document import Document, document_of
from paradero.reading.encoder.network import Encoder
from paradero.reading.learning.labels import body_of
from paradero.reading.tagging.tagger import Tags, tags_by
from paradero.reading.tools import tools_of
from paradero.terms.annotated import AnnotatedText

FOLDS = 5
NETWORK_FOLDS = 2
"""Networks that are fitted besides the one that is shipped, each without half of the voices."""


@dataclass(frozen=True)
class Example:
    """A report, what a person marked in it, and the labels that a network gives its words."""

    annotated: AnnotatedText
    document: Document
    tags: dict[str, Tags]


def fold_of(annotated: AnnotatedText) -> int:
    """Return in which of the folds a report is left out, by its voice alone.

    What comes after the labels is to learn how far to trust them in a manner of writing that they never saw.
    """
    return _hashed(annotated, 0) % FOLDS


def network_fold_of(annotated: AnnotatedText) -> int:
    """Return which of the networks never saw a report, by its voice alone."""
    return _hashed(annotated, 11) % NETWORK_FOLDS


def _hashed(annotated: AnnotatedText, byte: int) -> int:
    return hashlib.sha256(annotated.header["voice"].encode()).digest()[byte]


@dataclass(frozen=True)
class Prepared:
    """A report as its language's tools see it."""

    annotated: AnnotatedText
    document: Document


def prepared(annotated: AnnotatedText) -> Prepared:
    """Return a report as its language's tools see it, the lines read that a person left in the report."""
    language = annotated.header["language"]
    lines = body_of(annotated)
    document = document_of(tools_of(language).analyse(annotated.text, lines), lines, language)
    return Prepared(annotated, document)


def held_out(texts: Sequence[Prepared], networks: Sequence[Encoder]) -> list[Example]:
    """Return each report as the network sees it that never saw its voice; `networks` has one for each fold."""
    return [example(text, networks[network_fold_of(text.annotated)]) for text in texts]


def example(text: Prepared, network: Encoder) -> Example:
    """Return a report as a network sees it."""
    impression = network.impression(text.document)
    document = replace(text.document, impression=impression)
    return Example(text.annotated, document, tags_by(impression, document.sentences))
