"""What an export states in its fields, whatever stands in them: names, numbers, running text and where it is sealed."""

from collections.abc import Iterable
from typing import Any

from paradero.intake.json_text import Text, escapes
from paradero.intake.one_line import one_line
from paradero.terms.report import SealedPiece
from paradero.terms.spans import Span

_MOST = 10**15
"""More than any file has bytes or any recording seconds; beyond it a field is a slip or a lie."""


def words(value: Any) -> str | None:
    r"""Return a name in one line, or `None` where there is none.

    >>> words(" El Faro\ndel Sur "), words(7), words(" ")
    ('El Faro del Sur', None, None)
    """
    return (one_line(value) or None) if isinstance(value, str) else None


def number(value: Any) -> int | float | None:
    """Return a number that may count something: finite, and not below zero.

    >>> number(61.5), number(-1), number(float("inf")), number("61"), number(True)
    (61.5, None, None, None, None)
    """
    counts = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _MOST
    return value if counts else None


def mapped(parts: Iterable[str], sealed: str) -> tuple[str, tuple[SealedPiece, ...]]:
    """Return the parts as one text and its pieces; what is no `Text` stands in none.

    Plain characters and escapes take turns, each piece as long as one of them lasts.
    """
    text: list[str] = []
    pieces: list[SealedPiece] = []
    at = 0
    for part in parts:
        text.append(part)
        if not isinstance(part, Text):
            at += len(part)
            continue
        for stretch, meant in escapes(part.sealed.of(sealed)):
            kept = Span(part.sealed.start + stretch.start, part.sealed.start + stretch.end)
            pieces.append(SealedPiece(text=Span(at, at + len(meant)), sealed=kept))
            at += len(meant)
    return "".join(text), tuple(pieces)
