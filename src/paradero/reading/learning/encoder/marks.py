"""What a person marked in a report, word by word, as the network learns it."""

from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.document import Document
from paradero.reading.encoder.known import known_of_words
from paradero.reading.impression import FATES, HOLDING, MANNERS, NOBODY
from paradero.reading.learning.labels import LAYERS, labels
from paradero.reading.learning.statuses import manner_of
from paradero.reading.tagging.tagger import OUT
from paradero.terms.annotated import AnnotatedText, Mark, Record

PASSAGES = "passages"
"""The layer of words that tell of treatment, health, an instruction, testimony or a wish."""
MENTIONED = "pgs"
"""The letters of what is mentioned: persons, groups, sources."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The first word of a mention, and what it mentions."""

    word: int
    thing: int
    role: str
    person: bool
    """Whether a fate can be theirs: a person or a group."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A word that is tied to a thing, or to nobody of the report."""

    kind: str
    word: int
    thing: int


@dataclass(frozen=True)
class Marked:
    """A report to learn from."""

    language: str
    words: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    known: tuple[tuple[str, ...], ...]
    labels: dict[str, list[str]]
    """The label of each word in each layer."""
    mentioned: tuple[Mentioned, ...]
    fates: dict[int, dict[str, bool]]
    """Of each thing the fates that are told of it, and whether each stands."""
    manners: dict[int, str]
    """In what manner each word of fate is said."""
    ties: tuple[Tie, ...]


def marked(document: Document, annotated: AnnotatedText) -> Marked:
    """Return what a person marked in a report."""
    records = {record.ref: record for record in annotated.records}
    things = {ref: nth for nth, ref in enumerate(sorted(_things(annotated)))}
    return Marked(
        language=document.language,
        words=tuple(token.text for token in document.tokens),
        sentences=document.sentences,
        known=tuple(map(tuple, known_of_words(document))),
        labels={layer: labels(document, annotated, layer) for layer in LAYERS}
        | {PASSAGES: _passages(document, annotated, records)},
        mentioned=tuple(_mentioned(document, annotated, records, things)),
        fates=_fates(annotated, things),
        manners={word: manner_of(records[m.ref]) for m, word in _first_words(document, annotated, "c")},
        ties=tuple(_ties(document, annotated, records, things)),
    )


def _things(annotated: AnnotatedText) -> set[str]:
    marks = (mark.ref for mark in annotated.marks if mark.attribute is None)
    return {ref for ref in (*marks, *(record.ref for record in annotated.records)) if ref[0] in MENTIONED}


def _first_words(document: Document, annotated: AnnotatedText, letters: str) -> Iterator[tuple[Mark, int]]:
    for mark in annotated.marks:
        if mark.attribute is None and mark.ref[0] in letters:
            words = document.within(mark.span)
            if words:
                yield mark, words.start


def _mentioned(
    document: Document, annotated: AnnotatedText, records: dict[str, Record], things: dict[str, int]
) -> Iterator[Mentioned]:
    """Give what each word mentions; of mentions that begin with one word the shorter."""
    found: dict[int, str] = {}
    for mark, word in sorted(
        _first_words(document, annotated, MENTIONED), key=lambda known: known[0].span.start - known[0].span.end
    ):
        found[word] = mark.ref
    for word, ref in sorted(found.items()):
        role = records[ref].fields.get("role") if ref in records else None
        usual = "none" if ref[0] == "p" else ref[0]
        yield Mentioned(word, things[ref], role or usual, ref[0] != "s")


def _fates(annotated: AnnotatedText, things: dict[str, int]) -> dict[int, dict[str, bool]]:
    found: dict[int, dict[str, bool]] = {}
    holding = {MANNERS[at] for at in HOLDING}
    for claim in annotated.of_kind("c"):
        thing = things.get(claim.about[0])
        if thing is not None and claim.kind in FATES:
            told = found.setdefault(thing, {})
            told[claim.kind] = told.get(claim.kind, False) or manner_of(claim) in holding
    return found


def _ties(
    document: Document, annotated: AnnotatedText, records: dict[str, Record], things: dict[str, int]
) -> Iterator[Tie]:
    for mark, word in _first_words(document, annotated, "c"):
        claim = records[mark.ref]
        speaker, via, *_ = (*claim.fields.get("by", "").split(">"), "", "")
        for kind, ref in (("target", claim.about[0]), ("speaker", speaker), ("via", via)):
            yield Tie(kind, word, things.get(ref, NOBODY))
    for mark, word in _first_words(document, annotated, "k"):
        _, whose, *_ = records[mark.ref].about
        yield Tie("kinto", word, things.get(whose, NOBODY))


def _passages(document: Document, annotated: AnnotatedText, records: dict[str, Record]) -> list[str]:
    found = [OUT] * len(document.tokens)
    for mark in annotated.marks:
        if mark.attribute is None and mark.ref[0] in "tiqw":
            for word in document.within(mark.span):
                found[word] = records[mark.ref].kind if mark.ref in records else "wish"
    return found
