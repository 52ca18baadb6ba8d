"""The dates of one stretch of a long text, found without going through all of them."""

from bisect import bisect_left
from collections.abc import Sequence

from paradero.terms.account import DateRead
from paradero.terms.spans import Span


def dates_near(dates: Sequence[DateRead], span: Span, *, margin: int = 0) -> Sequence[DateRead]:
    """Return the dates that begin in a stretch or within so many characters of it; `dates` come in order."""
    first = bisect_left(dates, span.start - margin, key=_start)
    return dates[first : bisect_left(dates, span.end + margin, key=_start)]


def _start(read: DateRead) -> int:
    return read.found.span.start
