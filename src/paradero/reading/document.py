"""A report as the learned stages see it: its words in one row, with what is known of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from paradero.reading.analysis import Analysis, NameCandidate, Token
from paradero.reading.cues import cues
from paradero.reading.impression import Impression
from paradero.terms.spans import Span

OPENING, CLOSING, EITHER = "«“„", "»”", '"'
"""Quotation marks; a quotation ends with its line at the latest."""


@dataclass(frozen=True)
class Document:
    """The words of a report. Words, sentences and lines are counted from 0 through the whole text."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    """First word of each sentence and the word after its last."""
    sentence_of: tuple[int, ...]
    lines: tuple[Span, ...]
    line_of: tuple[int, ...]
    heads: tuple[int, ...]
    """The word each hangs from by the parse: itself for a root, -1 where there is no parser."""
    cues: tuple[frozenset[str], ...]
    """The cue tables each word is in."""
    names: tuple[NameCandidate | None, ...]
    """The candidate name each word belongs to."""
    quoted: tuple[bool, ...]
    _starts: tuple[int, ...] = field(repr=False)
    impression: Impression | None = field(default=None, repr=False)
    """What the network makes of it, where one has read it."""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that hang from each word, by the parse."""
        hanging: list[list[int]] = [[] for _ in self.tokens]
        for at, head in enumerate(self.heads):
            if head not in (at, -1):
                hanging[head].append(at)
        return tuple(map(tuple, hanging))

    def within(self, span: Span) -> range:
        """Return the words that share a letter with a stretch of the text."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def span(self, first: int, end: int) -> Span:
        """Return the stretch of the text from one word to the end of the word before `end`."""
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def past_name(self, end: int) -> int:
        """Return where words that end before `end` end if they are to cut no name in two."""
        name = self.names[end - 1]
        while end < len(self.names) and name is not None and self.names[end] is name:
            end += 1
        return end


def document_of(analysis: Analysis, lines: Sequence[Span], language: str) -> Document:
    """Return an analysed text as one row of words; `lines` are the stretches that were analysed, in order."""
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    starts = tuple(token.span.start for token in tokens)
    sentences = tuple(_bounds(analysis))
    line_of = tuple(max(0, bisect_right([line.start for line in lines], start) - 1) for start in starts)
    known = cues(language)
    return Document(
        text=analysis.text,
        language=language,
        tokens=tuple(tokens),
        sentences=sentences,
        sentence_of=tuple(at for at, (first, end) in enumerate(sentences) for _ in range(first, end)),
        lines=tuple(lines),
        line_of=line_of,
        heads=tuple(_heads(analysis, sentences)),
        cues=tuple(frozenset(found) for s in analysis.sentences for found in known.of(s.tokens)),
        names=_names(analysis, starts),
        quoted=tuple(_quoted(tokens, line_of)),
        _starts=starts,
    )


def _bounds(analysis: Analysis) -> Iterator[tuple[int, int]]:
    end = 0
    for sentence in analysis.sentences:
        first, end = end, end + len(sentence.tokens)
        yield first, end


def _heads(analysis: Analysis, sentences: Sequence[tuple[int, int]]) -> Iterator[int]:
    for sentence, (first, _) in zip(analysis.sentences, sentences, strict=True):
        for token in sentence.tokens:
            yield first + token.head if token.head >= 0 else -1


def _names(analysis: Analysis, starts: Sequence[int]) -> tuple[NameCandidate | None, ...]:
    names: list[NameCandidate | None] = [None] * len(starts)
    for name in analysis.names:
        for at in range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)):
            names[at] = name
    return tuple(names)


def _quoted(tokens: Sequence[Token], line_of: Sequence[int]) -> Iterator[bool]:
    inside, line = False, -1
    for token, here in zip(tokens, line_of, strict=True):
        if here != line:
            inside, line = False, here
        if token.text in OPENING:
            inside = True
        elif token.text in CLOSING:
            inside = False
        elif token.text == EITHER:
            inside = not inside
        yield inside
