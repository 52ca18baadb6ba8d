"""JSON that people, `awk` and Paradero read alike: one object a line, in the one form it has."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from paradero.exchange.bundle.refused import LARGEST_TEXT, LONGEST_LINE, MOST_LINES, Wrong

_AS_WRITTEN = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def one_line(value: Mapping[str, Any]) -> str:
    """Return an object as the one JSON text it has: keys sorted, no spaces, ASCII only.

    >>> one_line({"ref": "I-7K3M-Q2XD", "bytes": 7})
    '{"bytes":7,"ref":"I-7K3M-Q2XD"}'
    """
    return _AS_WRITTEN.encode(value)


def listing(head: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> bytes:
    """Return a JSON text of `head` and lists of objects, each object on a line of its own.

    >>> print(listing({"format": "example 1"}, {"days": ["{}", "{}"], "proofs": []}).decode(), end="")
    {"format":"example 1","days":[
    {},
    {}
    ],"proofs":[
    ]}
    """
    written = [one_line(head)[:-1]]
    for key, rows in lists.items():
        written[-1] += f',"{key}":['
        written += [row + "," for row in rows[:-1]] + list(rows[-1:]) + ["]"]
    written[-1] += "}"
    return "".join(line + "\n" for line in written).encode("ascii")


def listed(text: bytes, keys: Sequence[str]) -> tuple[Any, list[list[Any]]]:
    """Return the head and the lists of a text that `listing` wrote; whoever asks holds them against it once more.

    Raises:
        Wrong: If it has not that form.
    """
    lines = rows_of(text)
    head, lists = lines[0].removesuffix(f',"{keys[0]}":['), []
    at = 1
    for closing in [*(f'],"{key}":[' for key in keys[1:]), "]}"]:
        try:
            end = lines.index(closing, at)
        except ValueError:
            raise Wrong("is not in the form of a bundle") from None
        lists.append([parsed(line.removesuffix(",")) for line in lines[at:end]])
        at = end + 1
    return parsed(head + "}"), lists


def rows_of(text: bytes) -> list[str]:
    """Return the lines of a text of ours.

    Raises:
        Wrong: If it is larger than one may be, not ASCII, or its last line has no end.
    """
    if len(text) > LARGEST_TEXT or text.count(b"\n") > MOST_LINES or not text.isascii() or not text.endswith(b"\n"):
        raise Wrong("is not in the form of a bundle, or larger than it may be")
    return text.decode("ascii").split("\n")[:-1]


def parsed(line: str) -> Any:
    """Return what one line says.

    Raises:
        Wrong: If it is no JSON, too long, or nested deeper than anything of ours.
    """
    if len(line) <= LONGEST_LINE:
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            pass
    raise Wrong("has a line that is no JSON, or too long")
