"""Marks as they hold each other, and texts with them put in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from paradero.terms.annotated import AnnotatedText, Mark, Zone, by_place
from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the marks on one stretch begin or end."""

    at: int
    opens: bool
    marks: tuple[Mark, ...]
    """All that stand on exactly this stretch."""


def edges(marks: Sequence[Mark]) -> Iterator[Edge]:
    """Give where marks begin and end, in the order in which brackets are put into the text.

    Raises:
        ValueError: If two marks cross, so that neither holds the other.
    """
    spans: dict[Span, list[Mark]] = {}
    for mark in by_place(list(marks)):
        spans.setdefault(mark.span, []).append(mark)
    is_open: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        while is_open and is_open[-1].end <= span.start:
            yield _closing(is_open.pop(), spans)
        if is_open and not is_open[-1].holds(span):
            raise ValueError(f"the marks on {is_open[-1]} and {span} cross")
        is_open.append(span)
        yield Edge(span.start, opens=True, marks=tuple(spans[span]))
    while is_open:
        yield _closing(is_open.pop(), spans)


def _closing(span: Span, spans: dict[Span, list[Mark]]) -> Edge:
    return Edge(span.end, opens=False, marks=tuple(spans[span]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weave:
    """What is put into a text where its zones and marks begin and end, and how its letters are written."""

    zone_opens: Callable[[Zone], str]
    zone_closes: str
    closes_at_the_end: str
    """For the zone with which the text ends."""
    edge: Callable[[Edge], str]
    letters: Callable[[str], Sequence[str]]
    """Gives each letter of the text as it is written."""


def woven(annotated: AnnotatedText, weave: Weave) -> str:
    """Return the text with its zones and marks put into it.

    Raises:
        ValueError: If two marks cross.
    """
    last = len(annotated.text)
    inserted: dict[int, list[str]] = {}
    put = [(zone.span.end, weave.zone_closes) for zone in annotated.zones if zone.span.end < last]
    put += [(zone.span.start, weave.zone_opens(zone)) for zone in annotated.zones]
    put += [(edge.at, weave.edge(edge)) for edge in edges(annotated.marks)]
    put += [(last, weave.closes_at_the_end) for zone in annotated.zones if zone.span.end == last]
    for at, what in put:
        inserted.setdefault(at, []).append(what)
    letters = [*weave.letters(annotated.text), ""]
    return "".join("".join(inserted.get(at, ())) + letter for at, letter in enumerate(letters))
