"""The day of a post, in UTC: as X writes it, or as the number of the post tells."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF_THE_PAGES = re.compile(
    rf"[A-Z][a-z]{{2}} (?P<month>{'|'.join(_MONTHS)}) (?P<day>[0-9]{{2}}) (?P<time>[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}) "
    r"(?P<zone>[+-][0-9]{4}) (?P<year>[0-9]{4})"
)
_OF_THE_API = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})")

# A post's number is a count of milliseconds since this moment, then 22 bits that tell posts of one millisecond apart:
# https://github.com/twitter-archive/snowflake. Before, posts were counted one by one and came to some 30,000,000,000.
_COUNTED_FROM = datetime(2010, 11, 4, 1, 42, 54, 657_000, UTC)
_BITS_AFTER_MOMENT = 22
_LEAST_WITH_MOMENT = 10**14
_LARGEST = 2**63


def day_of(created_at: Any, number: str | None) -> date | None:
    """Return the day on which a post was published: from its `created_at`, or else from its number.

    >>> day_of("Wed Jun 21 13:21:20 +0000 2023", None).isoformat()
    '2023-06-21'
    """
    written = _written(created_at) if isinstance(created_at, str) else None
    return written or (_counted(int(number)) if number else None)


def _written(created_at: str) -> date | None:
    pages = _OF_THE_PAGES.fullmatch(created_at)
    if pages:
        month = _MONTHS.index(pages["month"]) + 1
        created_at = f"{pages['year']}-{month:02}-{pages['day']}T{pages['time']}{pages['zone']}"
    elif not _OF_THE_API.fullmatch(created_at):
        return None
    try:
        return datetime.fromisoformat(created_at).astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None


def _counted(number: int) -> date | None:
    if not _LEAST_WITH_MOMENT <= number < _LARGEST:
        return None
    return (_COUNTED_FROM + timedelta(milliseconds=number >> _BITS_AFTER_MOMENT)).date()
