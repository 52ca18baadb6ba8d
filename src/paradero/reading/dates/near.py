"""The dates of one stretch of a long text, found without going through all of them, and the day that it tells of."""

from bisect import bisect_left
from collections.abc import Sequence

from paradero.reading.dates.story import is_birth
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Span


def dates_near(dates: Sequence[DateRead], span: Span, *, margin: int = 0) -> Sequence[DateRead]:
    """Return the dates that begin in a stretch or within so many characters of it; `dates` come in order."""
    first = bisect_left(dates, span.start - margin, key=_start)
    return dates[first : bisect_left(dates, span.end + margin, key=_start)]


def day_told(dates: Sequence[DateRead], sentence: Span) -> Days | None:
    """Return when what a sentence tells was: its one date. Two leave open which is meant; a date of birth is none."""
    inside = [read for read in dates_near(dates, sentence) if sentence.holds(read.found.span) and not is_birth(read)]
    return inside[0].days if len(inside) == 1 else None


def _start(read: DateRead) -> int:
    return read.found.span.start
