"""Sentences and words of a Cyrillic text, by rule."""

import re
from collections.abc import Iterator

from razdel import sentenize

from paradero.terms.spans import Span

_WORD = re.compile(r"#\w{2,}|[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)?|[^\w\s]|_+")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[мсгпр]|смт|обл|вул|ул|ім|им|рр|гг|ст|св|тис|тыс|\w)\.$", re.IGNORECASE)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences that hold a word; a line break ends one, an abbreviation ("м. Полтава") does not."""
    yield from (span for span in _sentences(text, within) if _WORD.search(span.of(text)))


def _sentences(text: str, within: Span) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", within.of(text)):
        start = within.start + line.start()
        pending: Span | None = None
        for piece in sentenize(line.group()):
            span = Span(pending.start if pending else start + piece.start, start + piece.stop)
            pending = span if _ABBREVIATION.search(span.of(text)) else None
            if pending is None:
                yield span
        if pending:
            yield pending


def words(text: str, within: Span) -> Iterator[Span]:
    """Yield the words, numbers and marks of a stretch; nothing inside a word or a hashtag splits it."""
    yield from (Span(within.start + m.start(), within.start + m.end()) for m in _WORD.finditer(within.of(text)))
