"""Where a report prints a captive's wish: a span for the reader's eye, kept nowhere (rule R6)."""

from collections.abc import Sequence

from paradero.reading.lexicon import Lexicon
from paradero.terms.spans import Found, Span

SHORTEST = 8


def wish_spans(text: str, body: Sequence[Span], lexicon: Lexicon) -> tuple[Found, ...]:
    """Return the stretches that say what somebody in captivity wants, in order, none inside another."""
    found = [
        Span(match.start(), match.end())
        for stretch in body
        for pattern in lexicon.wish
        for match in pattern.finditer(text, stretch.start, stretch.end)
        if match.end() - match.start() >= SHORTEST
    ]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].meets(span):
            kept.append(span)
    return tuple(Found(span=span, rule="wishes.pattern") for span in kept)
