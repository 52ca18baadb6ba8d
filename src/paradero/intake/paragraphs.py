"""Paragraphs of running text."""

import re
from collections.abc import Iterator

from paradero.terms.spans import Span

_BLANK_LINES = re.compile(r"\n[ \t\r]*+(?:\n[ \t\r]*+)+|\r[ \t]*+(?:\r(?!\n)[ \t]*+)+")


def paragraphs(text: str, *, start: int = 0) -> Iterator[Span]:
    """Yield the stretches of `text` from `start` on that blank lines divide, without the space around them."""
    for gap in _BLANK_LINES.finditer(text, start):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    ahead = len(stretch) - len(stretch.lstrip())
    kept = len(stretch.strip())
    if kept:
        yield Span(start + ahead, start + ahead + kept)
