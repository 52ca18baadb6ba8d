r"""The words of a post, and where they stand in the sealed text.

X writes three characters as HTML does: `&amp;`, `&lt;` and `&gt;`. They are escapes of its format, as `\n` is of JSON.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paradero.intake.json_text import Text, escapes
from paradero.intake.paragraphs import paragraphs
from paradero.terms.report import Block, BlockKind, SealedPiece
from paradero.terms.spans import Span

_MEANT = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ESCAPE = re.compile("&(?:amp|lt|gt);")
_ESCAPES = re.compile(f"(?:{_ESCAPE.pattern})++")
_BARE = re.compile(f"&(?!{_ESCAPE.pattern[1:]})")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a post's words."""

    text: Text
    kind: BlockKind = BlockKind.BODY
    escaped: bool = True
    """Whether X escapes what stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All words of a post."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[SealedPiece, ...]


def worded(runs: Iterable[Run], sealed: str) -> Wording:
    """Return the runs as one text, a blank line between two, with its paragraphs and its pieces."""
    texts: list[str] = []
    blocks: list[Block] = []
    pieces: list[SealedPiece] = []
    at = 0
    for run in runs:
        stretches = list(_stretches(run, sealed))
        text = "".join(meant for _, meant in stretches)
        blocks += [Block(span=Span(at + span.start, at + span.end), kind=run.kind) for span in paragraphs(text)]
        texts.append(text)
        for kept, meant in stretches:
            pieces.append(SealedPiece(text=Span(at, at + len(meant)), sealed=kept))
            at += len(meant)
        at += len(_BETWEEN)
    return Wording(text=_BETWEEN.join(texts), blocks=tuple(blocks), pieces=tuple(pieces))


def unescaped(text: str) -> str:
    """Return what X means by a text, which it escapes; one with an `&` that begins no escape was given as it is.

    >>> unescaped("Iryna &amp; Pavel"), unescaped("Iryna & Pavel &lt;3")
    ('Iryna & Pavel', 'Iryna & Pavel &lt;3')
    """
    return text if _BARE.search(text) else _meant(text)


def _meant(text: str) -> str:
    return _ESCAPE.sub(lambda escape: _MEANT[escape[0]], text)


def _stretches(run: Run, sealed: str) -> Iterator[tuple[Span, str]]:
    """Yield the stretches of a run in the sealed text, in order, with what they stand for."""
    start = run.text.sealed.start
    of_json = [
        (Span(start + kept.start, start + kept.end), meant) for kept, meant in escapes(run.text.sealed.of(sealed))
    ]
    of_x = [found.span() for found in _ESCAPES.finditer(run.text)] if run.escaped else []
    if not of_x or _BARE.search(run.text):
        yield from of_json
        return
    for (begins, kept_from), (ends, kept_to) in pairwise(_cuts(of_json, of_x)):
        yield Span(kept_from, kept_to), _meant(run.text[begins:ends])


def _cuts(of_json: Sequence[tuple[Span, str]], of_x: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches of a run meet, in its text and in the sealed one: nowhere inside an escape of X."""
    edges = [edge for escape in of_x for edge in escape]
    at, end = 0, 0
    for kept, meant in of_json:
        before = bisect_right(edges, at)
        # An odd number of edges before a place says that it is inside an escape, whose `&` JSON has escaped too.
        if before % 2 == 0 or edges[before - 1] == at:
            yield at, kept.start
        if len(meant) == kept.end - kept.start:
            within = edges[before : bisect_left(edges, at + len(meant))]
            yield from ((edge, kept.start + edge - at) for edge in within)
        at, end = at + len(meant), kept.end
    yield at, end
