"""Which date, told before, a date without a year goes on from."""

import re
from collections.abc import Sequence
from datetime import date

from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Span

SAME_STORY = 150
"""Characters after a date of another year within which a date without a year is of that time too."""
BIRTH = ".born"
"""How the rule of a date of birth ends, where it is not called after a year of birth."""
_ENTRY = re.compile(r"[ \t]*(?:№ ?)?(?:\d{1,3}[.)]|[-•*▪]) ")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_birth(read: DateRead) -> bool:
    """Tell whether a date is one of birth by the words beside it."""
    return read.found.rule.endswith((BIRTH, ".birth-year"))


def told_before(
    text: str, span: Span, found: Sequence[DateRead], published_on: date | None
) -> tuple[Days | None, bool]:
    """Return the date that the text gave last, and whether a date without a year at `span` belongs to its story.

    An entry of a list goes on from the heading's year: "Killed in April 2013", and below "1. Ghassan H., 3 April".
    """
    dated = [read for read in found if read.days is not None and not is_birth(read)]
    before = dated[-1] if dated else None
    if before is None or before.days is None or published_on is None:
        return before.days if before is not None else None, False
    if _of_an_entry(text, span.start):
        heading = next((read for read in reversed(dated) if not _of_an_entry(text, read.found.span.start)), None)
        if heading is not None and heading.days is not None and _YEAR.search(heading.as_written):
            return heading.days, heading.days.end.year < published_on.year
    gap = text[before.found.span.end : span.start]
    near = len(gap) < SAME_STORY and "\n" not in gap and before.days == Days.day(before.days.first)
    return before.days, near and before.days.first.year < published_on.year


def _of_an_entry(text: str, start: int) -> bool:
    """Tell whether a line is an entry of a list: it begins with its number or a bullet."""
    return _ENTRY.match(text, text.rfind("\n", 0, start) + 1) is not None
