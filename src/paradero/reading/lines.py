"""Which lines of a page are the report; the rest is cut, and said to be cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.lexicon import Lexicon
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

READ_LIMIT = 60_000
"""Characters of one report that are read; a report is shorter by far, and a longer page says so in its gaps."""

TEASER_MAX = 160
"""A headline under a "read also" label is no longer than this and ends without a full stop."""

NOT_READ = frozenset({BlockKind.CAPTION, BlockKind.OUTSIDE})
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """The stretches to read, in order, and those that were cut; a title is one of those to read."""

    body: tuple[Span, ...]
    cut: tuple[Span, ...]
    titles: frozenset[Span] = frozenset()


def body_lines(report: Report, lexicon: Lexicon) -> Lines:
    """Return the lines of the report, without teasers, credits, captions and what follows a list of other news."""
    body: list[Span] = []
    cut: list[Span] = []
    titles: set[Span] = set()
    ended = teaser_next = False
    for line, kind in _lines(report):
        words = line.of(report.text)
        ended = ended or (kind not in NOT_READ and _fits(lexicon.cut_rest, words))
        label = _fits(lexicon.cut_next, words)
        if ended or kind in NOT_READ or label or _fits(lexicon.cut_line, words) or (teaser_next and _is_teaser(words)):
            cut.append(line)
        else:
            body.append(line)
            if kind is BlockKind.TITLE:
                titles.add(line)
        teaser_next = label
    return Lines(tuple(body), tuple(cut), frozenset(titles))


def _fits(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    return any(pattern.match(words) for pattern in patterns)


def _is_teaser(words: str) -> bool:
    return len(words) <= TEASER_MAX and not words.rstrip().endswith((".", "”", '"', "»"))


def _lines(report: Report) -> Iterator[tuple[Span, BlockKind]]:
    """Yield every line that holds text, without the blanks around it, as far as the limit."""
    whole = Block(span=Span(0, len(report.text)), kind=BlockKind.BODY)
    for block in sorted(report.blocks, key=lambda block: block.span) or (whole,):
        for found in LINE.finditer(report.text, block.span.start, min(block.span.end, READ_LIMIT)):
            words = found.group()
            start = found.start() + len(words) - len(words.lstrip())
            if words.strip():
                yield Span(start, start + len(words.strip())), block.kind
