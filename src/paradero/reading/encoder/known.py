"""What is known of a word before the network reads it: its cues, shape, parse, and the kind of name it is in."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from paradero.reading.analysers.given import given
from paradero.reading.document import Document
from paradero.reading.lexicon import lexicon
from paradero.reading.places import known
from paradero.terms.fold import fold

KEPT = frozenset({"Number", "Gender", "Case", "VerbForm", "Voice", "Person", "Animacy", "Tense", "Mood"})
LABEL_WORDS = 5
"""Words at the beginning of a line among which a speaker's label ends with its colon."""
SHORT_LINE, LONG_LINE, LONG_SENTENCE = 8, 25, 80
STATUSES = ("captured", "missing", "killed", "wounded", "returned")

Features = list[str]


def known_of_words(document: Document) -> list[Features]:
    """Return what is known of each word of a document."""
    told = _statuses_told(document)
    line_length = _line_lengths(document)
    found = []
    for at, word in enumerate(_own(document)):
        here = [*word, *_parse(document, at), *told[document.sentence_of[at]], line_length[document.line_of[at]]]
        first, _ = document.sentences[document.sentence_of[at]]
        here += [name for name, holds in (("S0", at == first), ("Q", document.quoted[at])) if holds]
        found.append(list(dict.fromkeys(here)))
    return found


def _own(document: Document) -> list[Features]:
    named = {
        fold(t.text) for t, n in zip(document.tokens, document.names, strict=True) if n and n.kind.value == "person"
    }
    cues = lexicon(document.language)
    labels, capitals = _labels(document), _capitals(document)
    own = []
    for at, token in enumerate(document.tokens):
        text = token.text
        small = text.casefold()
        word = [f"t={token.tag}", f"r={token.relation}", f"h={_shape(text)}", f"k={_name(document, at)}"]
        word += [f"c={cue}" for cue in document.cues[at]]
        word += [f"f={feature}" for feature in token.features if feature.partition("=")[0] in KEPT]
        if text[:1].isupper():
            word.append("U")
            if document.sentences[document.sentence_of[at]][0] != at:
                word.append("Umid")
            if known(text, cues):
                word.append("G")
            if fold(text) in named:
                word.append("P")
            if given(text.capitalize(), document.language):
                word.append("N")
            if small in capitals:
                word.append("Ualways")
        if at in labels:
            word.append("L")
        own.append(word)
    return own


def _labels(document: Document) -> set[int]:
    """Return the words of speakers' labels: what a line begins with, all capitals, up to a colon; times aside."""
    found: set[int] = set()
    for _, words in groupby(range(len(document.tokens)), key=document.line_of.__getitem__):
        label: list[int] = []
        for at in words:
            text = document.tokens[at].text
            if text[:1].isupper() and len(label) < LABEL_WORDS:
                label.append(at)
            elif text == ":" and label:
                found.update(label)
                break
            elif text[:1].isalpha():
                break
    return found


def _capitals(document: Document) -> set[str]:
    """Return the words, in small letters, that begin with a capital inside a sentence and never with a small letter."""
    begins = {first for first, _ in document.sentences}
    large = {t.text.casefold() for at, t in enumerate(document.tokens) if at not in begins and t.text[:1].isupper()}
    return large - {t.text for t in document.tokens if t.text[:1].islower()}


def _name(document: Document, at: int) -> str:
    name = document.names[at]
    if name is None:
        return ""
    begins = at == 0 or document.names[at - 1] is not name
    return f"{'B' if begins else 'I'}{name.kind.value}"


@lru_cache(maxsize=50_000)
def _shape(text: str) -> str:
    """Return the look of a word: `"Xx"` for Óscar, `"9"` for 2014, `"X"` for ONU."""
    kinds = ("X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c for c in text[:20])
    return "".join(kind for kind, _ in groupby(kinds))[:6]


def _parse(document: Document, at: int) -> Iterator[str]:
    head = document.heads[at]
    if head not in (at, -1):
        yield from (f"hc={cue}" for cue in document.cues[head])
    for child in document.children[at]:
        yield from (f"dc={cue}" for cue in document.cues[child])


def _statuses_told(document: Document) -> list[Features]:
    """Return for each sentence the statuses of which it has a cue."""
    told = []
    for first, end in document.sentences:
        cues = set().union(*document.cues[first:end]) if end - first < LONG_SENTENCE else set()
        told.append([f"sc={cue}" for cue in sorted(cues) if cue.partition(".")[0] in STATUSES])
    return told


def _line_lengths(document: Document) -> dict[int, str]:
    lengths = {line: len(list(words)) for line, words in groupby(document.line_of)}
    return {
        line: "ln=short" if length < SHORT_LINE else "ln=middle" if length < LONG_LINE else "ln=long"
        for line, length in lengths.items()
    }
