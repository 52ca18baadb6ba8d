"""Members of a JSON value that may be of any shape: each is what it should be, or it is not there."""

import math
import re
from collections.abc import Iterator
from typing import Any

from paradero.intake.one_line import one_line

# JavaScript rounds whole numbers above this one, so whatever tool saved the file may have named another post by it.
LARGEST_EXACT = 2**53

_ID = re.compile("[1-9][0-9]{0,19}")
_SCREEN_NAME = re.compile("[A-Za-z0-9_]{1,20}")
_WEB_ADDRESS = re.compile(r"https?://[^\s\0-\x20\x7f-\x9f\u202a-\u202e\u2066-\u2069]{1,4000}")


def at(value: Any, *keys: str) -> Any:
    """Return the member that `keys` lead to from object to object, or `None`."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list; anything else has none."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def id_of(*values: Any) -> str | None:
    """Return the first that is a number of X, as digits: a whole number counts only while it is sure to be exact.

    >>> id_of(None, 1671518123456789504, "1671518123456789504")
    '1671518123456789504'
    """
    for value in values:
        if isinstance(value, str) and _ID.fullmatch(value):
            return str(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST_EXACT:
            return str(value)
    return None


def ids_of(value: Any) -> tuple[str, ...]:
    """Return the numbers of X in a list, in order."""
    return tuple(found for each in value if (found := id_of(each))) if isinstance(value, list) else ()


def screen_name_of(*values: Any) -> str | None:
    """Return the first that can be the name of an account, as it stands after the @."""
    return next((str(value) for value in values if isinstance(value, str) and _SCREEN_NAME.fullmatch(value)), None)


def words_of(*values: Any) -> str | None:
    """Return the first that has words, in one line."""
    return next((line for value in values if isinstance(value, str) and (line := one_line(value))), None)


def web_address_of(*values: Any) -> str | None:
    """Return the first that is an address of the web, and nothing that a browser would run or a screen obey."""
    return next((str(value) for value in values if isinstance(value, str) and _WEB_ADDRESS.fullmatch(value)), None)


def seconds_of(milliseconds: Any) -> float | None:
    """Return a length of time in seconds."""
    if not isinstance(milliseconds, int | float) or isinstance(milliseconds, bool):
        return None
    return milliseconds / 1000 if math.isfinite(milliseconds) and milliseconds >= 0 else None
