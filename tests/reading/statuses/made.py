"""Documents and labels made by hand, so that a rule is tested without any model."""

from collections.abc import Mapping, Sequence

import numpy as np

from paradero.reading.analysis import Analysis, Sentence, Token
from paradero.reading.document import Document, document_of
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.statuses.view import View
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.terms.spans import Span

LAYERS = {
    "claims": ("captured", "missing", "killed", "wounded", "returned", "surrendered"),
    "said": ("said", "hedge2"),
    "attributes": ("B-age", "B-rank"),
    "counts": ("B-count", "I-count"),
}
TAGS = {",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "y": "CCONJ", "de": "ADP", "a": "ADP"}


def document_in(text: str, language: str = "es") -> Document:
    """Return a text, words and marks apart by spaces, as a document without a parse: a line is a sentence."""
    lines, sentences, start = [], [], 0
    for line in text.split("\n"):
        tokens, at = [], start
        for word in line.split():
            at = text.index(word, at)
            tag = TAGS.get(word, "NUM" if word.isdigit() else "PROPN" if word[0].isupper() else "X")
            tokens.append(Token(span=Span(at, at + len(word)), text=word, lemma=word.casefold(), tag=tag))
            at += len(word)
        lines.append(Span(start, start + len(line)))
        sentences.append(Sentence(span=lines[-1], tokens=tuple(tokens)))
        start += len(line) + 1
    return document_of(Analysis(text=text, sentences=tuple(sentences), names=()), lines, language)


def tags_of(document: Document, labelled: Mapping[str, Mapping[str, float]]) -> dict[str, Tags]:
    """Return labels of every layer: `labelled` says of a word how likely each of its labels is."""
    return {layer: _layer(document, (OUT, *labels), labelled) for layer, labels in LAYERS.items()}


def _layer(document: Document, labels: Sequence[str], labelled: Mapping[str, Mapping[str, float]]) -> Tags:
    likely = np.zeros((len(document.tokens), len(labels)), np.float32)
    for at, token in enumerate(document.tokens):
        for label, value in labelled.get(token.text, {}).items():
            if label in labels:
                likely[at, labels.index(label)] = value
    likely[:, 0] = 1 - likely[:, 1:].sum(axis=1)
    return Tags(tuple(labels), tuple(labels[at] for at in likely.argmax(axis=1)), likely)


def view_of(
    text: str,
    people: Sequence[Sequence[str]],
    labelled: Mapping[str, Mapping[str, float]] | None = None,
    kind: MentionKind = MentionKind.NAME,
) -> View:
    """Return a document whose parties are mentioned by single words, the words of each party together."""
    document = document_in(text)
    words = [token.text for token in document.tokens]
    parties = tuple(
        Party(tuple(Mention(at, at + 1, kind, 0.9) for at, word in enumerate(words) if word in mentioned))
        for mentioned in people
    )
    return View(document, tags_of(document, labelled or {}), parties)
