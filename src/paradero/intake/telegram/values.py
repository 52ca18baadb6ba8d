"""The plain values of an export, whatever stands in their place."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any

Message = dict[str, Any]

_SECONDS = re.compile(r"[0-9]{1,12}", re.ASCII)
_LOCAL = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?", re.ASCII)
_LARGEST_COUNT = 2**53
# An unset date is written as second 0, which falls on 1969 or 1970 in the exporter's zone.
_FIRST_YEAR = 1971


def count(value: Any) -> int | None:
    """Return a size in bytes or a length in seconds; `None` for what is none."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        return None
    return int(value) if 0 <= value < _LARGEST_COUNT else None


def number(value: Any) -> int | None:
    """Return the number of a message or chat; `None` for what is none, and for the shifted ones of a moved group."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def moment(seconds: Any) -> datetime | None:
    """Return the moment that `date_unixtime` or `edited_unixtime` states; before version 3.7.6 (2022) there is none."""
    written = str(seconds) if isinstance(seconds, str | int) else ""
    if not _SECONDS.fullmatch(written):
        return None
    try:
        stated = datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return stated if stated.year >= _FIRST_YEAR else None


def local_day(written: Any) -> date | None:
    """Return the day that `date` or `edited` states, in the exporter's own time zone, which it does not name."""
    found = _LOCAL.match(written) if isinstance(written, str) else None
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def second(message: Message) -> str | None:
    """Return what tells whether two messages are of the same second; `None` where the export does not say."""
    stated = moment(message.get("date_unixtime"))
    if stated:
        return stated.isoformat()
    written = message.get("date")
    return written if local_day(written) and isinstance(written, str) and _LOCAL.fullmatch(written) else None
