"""Where a stretch of a report stands in the sealed item."""

import bisect

from paradero.terms.report import Report
from paradero.terms.spans import Span


def sealed_place(report: Report, span: Span) -> Span | None:
    """Return the smallest stretch of the decoded item that holds what `span` marks, or `None` where it marks nothing.

    A piece as long in the item as in the text stands character for character; any other, as an escape, counts whole.
    """
    pieces = report.pieces
    first = bisect.bisect_right(pieces, span.start, key=lambda piece: piece.text.end)
    last = bisect.bisect_left(pieces, span.end, key=lambda piece: piece.text.start) - 1
    if first > last:
        return None
    start, end = pieces[first], pieces[last]
    begins = start.sealed.start + max(span.start - start.text.start, 0) * _even(start.text, start.sealed)
    ends = end.sealed.end - max(end.text.end - span.end, 0) * _even(end.text, end.sealed)
    if begins > ends:  # an export may write the description before the title
        whole = [piece.sealed for piece in pieces[first : last + 1]]
        return Span(min(sealed.start for sealed in whole), max(sealed.end for sealed in whole))
    return Span(begins, ends)


def _even(text: Span, sealed: Span) -> bool:
    return text.end - text.start == sealed.end - sealed.start
