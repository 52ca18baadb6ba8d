"""Which lines of a page are the report; the rest is cut, and said to be cut.

What the page's own markup puts outside stands first; `page_lines` judges the other lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.lexicon import Lexicon
from paradero.reading.page_lines.judging import judge
from paradero.reading.page_lines.labeller import shipped
from paradero.reading.page_lines.look import look
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

READ_LIMIT = 60_000
"""Characters of one report that are read; a report is shorter by far, and a longer page says so in its gaps."""

LONGEST_WORD = 500
"""Signs without a blank between them; a line with more (a picture as text, a row of brackets) says nothing."""

LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """The stretches to read, in order, and those that were cut; titles and captions are among those to read."""

    body: tuple[Span, ...]
    cut: tuple[Span, ...]
    titles: frozenset[Span] = frozenset()
    captions: frozenset[Span] = frozenset()


def body_lines(report: Report, lexicon: Lexicon) -> Lines:
    """Return the lines of the report, without menus, teasers, credits and what follows a list of other news."""
    body: list[Span] = []
    cut: list[Span] = []
    captions: set[Span] = set()
    found = list(_lines(report))
    page = [look(line.of(report.text), lexicon) for line, kind in found if kind is not BlockKind.OUTSIDE]
    judged = iter(judge(page, shipped()))
    for line, kind in found:
        told = kind if kind is BlockKind.OUTSIDE else next(judged)
        (cut if told is BlockKind.OUTSIDE else body).append(line)
        if told is not BlockKind.OUTSIDE and BlockKind.CAPTION in {told, kind}:
            captions.add(line)
    titles = {line for line, kind in found if kind is BlockKind.TITLE}.difference(cut)
    return Lines(tuple(body), tuple(cut), frozenset(titles), frozenset(captions))


def _lines(report: Report) -> Iterator[tuple[Span, BlockKind]]:
    """Yield every line that holds text, without the blanks around it, as far as the limit."""
    whole = Block(span=Span(0, len(report.text)), kind=BlockKind.BODY)
    for block in sorted(report.blocks, key=lambda block: block.span) or (whole,):
        for found in LINE.finditer(report.text, block.span.start, min(block.span.end, READ_LIMIT)):
            words = found.group()
            start = found.start() + len(words) - len(words.lstrip())
            if words.strip():
                kind = block.kind if max(map(len, words.split())) <= LONGEST_WORD else BlockKind.OUTSIDE
                yield Span(start, start + len(words.strip())), kind
