"""The stretches of a report that go through the network at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.reading.document import Document
from paradero.reading.encoder.pieces import FIRST, LAST, Pieces

MOST_PIECES = 512
"""Pieces of one window, its beginning and end included: so many places the network knows."""
MOST_WORDS = 60
"""Words of a sentence that are not parted."""


@dataclass(frozen=True)
class Window:
    """Words in a row with their pieces."""

    start: int
    """Its first word."""
    pieces: tuple[int, ...]
    first: tuple[int, ...]
    """Where each word's first piece stands among the pieces."""
    last: tuple[int, ...]
    """Where its last piece stands."""

    @property
    def end(self) -> int:
        """The word after the last."""
        return self.start + len(self.first)


def windows(document: Document, pieces: Pieces) -> list[Window]:
    """Return a document's words in windows, sentences whole where they are not too long."""
    return windows_of([token.text for token in document.tokens], document.sentences, pieces)


def windows_of(words: Sequence[str], sentences: Sequence[tuple[int, int]], pieces: Pieces) -> list[Window]:
    """Return words in windows."""
    cut = [pieces.cut(word) for word in words]
    found = []
    start = end = size = 0
    for first, last in _stretches(sentences):
        more = sum(map(len, cut[first:last]))
        if end > start and size + more + 2 > MOST_PIECES:
            found.append(_window(start, cut[start:end]))
            start, size = end, 0
        end, size = last, size + more
    return [*found, _window(start, cut[start:end])] if end > start else found


def _stretches(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, end in sentences:
        for start in range(first, end, MOST_WORDS):
            yield start, min(end, start + MOST_WORDS)


def _window(start: int, cut: Sequence[tuple[int, ...]]) -> Window:
    taken, first, last = [FIRST], [], []
    for of_word in cut:
        first.append(len(taken))
        taken += of_word
        last.append(len(taken) - 1)
    taken = [*taken[: MOST_PIECES - 1], LAST]
    edge = len(taken) - 1
    return Window(start, tuple(taken), tuple(min(at, edge) for at in first), tuple(min(at, edge) for at in last))
