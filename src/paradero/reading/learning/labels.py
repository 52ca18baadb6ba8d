"""From a person's marks to the labels of words, layer by layer."""

from collections.abc import Callable, Iterator

from paradero.reading.document import Document
from paradero.reading.tagging.tagger import OUT
from paradero.terms.annotated import AnnotatedText, Mark
from paradero.terms.fold import fold
from paradero.terms.spans import Span

Labelled = Iterator[tuple[Span, str]]
LINES_READ = "caption"
"""The one kind of zone that is read as the report is."""


def body_of(annotated: AnnotatedText) -> list[Span]:
    """Return the lines that a person left in the report, captions included."""
    lines, start = [], 0
    for line in annotated.text.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        outside = any(zone.span.meets(span) and zone.kind != LINES_READ for zone in annotated.zones)
        if line.strip() and not outside:
            lines.append(span)
    return lines


def labels(document: Document, annotated: AnnotatedText, layer: str) -> list[str]:
    """Return the label of each word in a layer; of marks inside each other the longer counts."""
    found = [OUT] * len(document.tokens)
    in_order = sorted(LAYERS[layer](annotated), key=lambda labelled: labelled[0].start - labelled[0].end)
    for span, label in in_order:
        words = [at for at in document.within(span) if found[at] == OUT]
        for nth, at in enumerate(words):
            found[at] = label if layer in SINGLE else f"{'I' if nth else 'B'}-{label}"
    return found


def _of_letter(annotated: AnnotatedText, letters: str) -> Iterator[Mark]:
    return (mark for mark in annotated.marks if mark.attribute is None and mark.ref[0] in letters)


def _mentioned(annotated: AnnotatedText) -> Labelled:
    kinds = {record.ref: record.kind for record in annotated.records}
    names = {record.ref: record.fields.get("name", "") for record in annotated.records}
    for mark in _of_letter(annotated, "pgs"):
        match mark.ref[0]:
            case "p":
                words = mark.span.of(annotated.text)
                named = kinds[mark.ref] == "named" and _is_name(words, names[mark.ref])
                yield mark.span, "name" if named else "noun"
            case "g":
                yield mark.span, kinds[mark.ref]
            case _:
                yield mark.span, "source"


def _is_name(words: str, name: str) -> bool:
    """Tell whether a mention of a named person is the name and not a noun such as "son"."""
    begins = any(word.startswith(fold(words)[:3]) for word in fold(name).split())
    return words[:1].isupper() and (" " in words or words.isupper() or begins or not name)


def _places(annotated: AnnotatedText) -> Labelled:
    return ((mark.span, "place") for mark in _of_letter(annotated, "l"))


def _claims(annotated: AnnotatedText) -> Labelled:
    kinds = {record.ref: record.kind for record in annotated.records}
    return ((mark.span, kinds[mark.ref]) for mark in _of_letter(annotated, "c"))


def _said(annotated: AnnotatedText) -> Labelled:
    values = {mark.ref: mark.value for mark in annotated.marks if mark.value}
    for mark in annotated.marks:
        if mark.attribute == "said":
            yield mark.span, "said"
        elif mark.attribute is None and mark.ref[0] == "h":
            yield mark.span, f"hedge{values.get(mark.ref, '2')}"
        elif mark.attribute is None and mark.ref[0] == "a":
            yield mark.span, "agreement"


def _counts(annotated: AnnotatedText) -> Labelled:
    return ((mark.span, "count") for mark in _of_letter(annotated, "n"))


def _kin(annotated: AnnotatedText) -> Labelled:
    return ((mark.span, "kin") for mark in _of_letter(annotated, "k"))


def _attributes(annotated: AnnotatedText) -> Labelled:
    return ((mark.span, mark.attribute) for mark in annotated.marks if mark.attribute and mark.ref[0] == "p")


LAYERS: dict[str, Callable[[AnnotatedText], Labelled]] = {
    "mentions": _mentioned,
    "places": _places,
    "claims": _claims,
    "said": _said,
    "counts": _counts,
    "kin": _kin,
    "attributes": _attributes,
}
SINGLE = frozenset({"claims", "said", "kin"})
"""Layers in which each word stands for itself."""
