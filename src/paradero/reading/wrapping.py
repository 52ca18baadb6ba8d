"""Lines that only a narrow window broke: mail and old editors end a line in the middle of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from paradero.reading.lines import READ_LIMIT
from paradero.terms.report import Report
from paradero.terms.spans import Span

NARROWEST, WIDEST = 40, 130
"""Characters of the longest line of a paragraph that was wrapped; shorter ones are lists and verses."""

FULL = 0.6
"""A wrapped line but the last is at least this much of the longest."""

_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_ENDED = (".", "!", "?", "…", ":", ";", ".»", ".”", '."')


def unwrapped(report: Report) -> Report:
    """Return the report with every break inside a wrapped paragraph as blanks; all offsets stay what they are."""
    pieces: list[str] = []
    at = 0
    for span in sorted(block.span for block in report.blocks) or [Span(0, len(report.text))]:
        if at <= span.start < READ_LIMIT:
            pieces += (report.text[at : span.start], _joined(span.of(report.text)))
            at = span.end
    text = "".join((*pieces, report.text[at:]))
    return report if text == report.text else replace(report, text=text)


def _joined(block: str) -> str:
    if "\n" in block and _is_wrapped(_BREAK.split(block)):
        return _BREAK.sub(lambda found: " " * len(found.group()), block)
    return block


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a block are one paragraph: nearly full ones, and one that goes on in small letters."""
    longest = max(map(len, lines))
    goes_on = any(after[:1].islower() and not line.endswith(_ENDED) for line, after in pairwise(lines))
    return NARROWEST <= longest <= WIDEST and goes_on and all(len(line) >= FULL * longest for line in lines[:-1])
