"""The header block of a WARC record: WARC file format 0.17, 1.0 and 1.1 (ISO 28500:2009 and 2017)."""

import re
from typing import NamedTuple

MOST_BYTES = 65_536
"""A longer header is none; an address may fill a good part of it."""
START = re.compile(rb"WARC/[0-9]\.[0-9]{1,2}[ \t]*+\r?\n")

# As far as it looks like a header: where this stops there must be an empty line.
_LINES = re.compile(
    rb"(WARC/[0-9]\.[0-9]{1,2}[ \t]*+(\r?\n))(?:[!-9;-~]++[ \t]*+:[^\n]*+\n(?:[ \t]++[^\r\n][^\n]*+\n)*+)*+"
)
_FIELD = re.compile(r"([^\s:]++)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)\n")
_READ = re.compile("WARC/(?:0\\.1[78]|1\\.[0-9])")
_NUMBER = re.compile("[0-9]{1,18}")
_STATED_ONCE = frozenset({"content-length", "warc-type", "warc-record-id", "warc-target-uri", "warc-date"})


class Header(NamedTuple):
    """What a record says of itself."""

    fields: dict[str, str]
    """By their names in small letters; of several with one name the first."""
    size: int
    """How many bytes the header has, with the empty line after it."""
    content_bytes: int
    after: bytes
    """The two ends of line that follow the content of such a record."""


class BadHeader(NamedTuple):
    """Why something is no header, as the end of a sentence, and from where on a header may begin again."""

    reason: str
    end: int


def header_at(data: bytes, at: int) -> Header | BadHeader:
    """Return the header that begins at `at`, of which `MOST_BYTES` are in `data` unless nothing follows."""
    lines = _LINES.match(data, at, at + MOST_BYTES)
    if not lines:
        return BadHeader("no WARC record begins where one should", at + 1)
    size = _size(data, at, lines.end())
    if not size:
        return BadHeader(_why_unfinished(data, at, lines.end()), lines.end())
    within = list(START.finditer(data, at + 1, lines.end()))
    if within:
        return BadHeader("it is cut off in its header, and another record follows", within[-1].start())
    read = _read(data[at : lines.end()])
    if isinstance(read, str):
        return BadHeader(read, at + size)
    length = read.get("content-length", "")
    if not _NUMBER.fullmatch(length):
        stated = f"its Content-Length is {length[:30]!a}" if length else "it has no Content-Length"
        return BadHeader(f"{stated}, so that nobody knows where it ends", at + size)
    return Header(read, size, int(length), lines[2] * 2)


def _size(data: bytes, at: int, end: int) -> int:
    for blank in (b"\r\n", b"\n"):
        if data.startswith(blank, end) and end - at < MOST_BYTES:
            return end + len(blank) - at
    return 0


def _why_unfinished(data: bytes, at: int, end: int) -> str:
    if b"\n" in data[end : at + MOST_BYTES]:
        line = data.count(b"\n", at, end) + 1
        return f"line {line:,} of its header is none that a WARC header has"
    if len(data) - at >= MOST_BYTES:
        return f"its header does not end within {MOST_BYTES:,} bytes"
    return "it is cut off in its header"


def _read(block: bytes) -> dict[str, str] | str:
    try:
        text = block.decode()
    except UnicodeDecodeError:
        text = block.decode("latin-1")
    if not _READ.match(text):
        return f"it is of version {text[5:9].strip()}, which Paradero does not read"
    fields: dict[str, str] = {}
    for written, value in _FIELD.findall(text, text.index("\n") + 1):
        name, value = written.lower(), " ".join(value.split()) if "\n" in value else value.strip()  # noqa: PLW2901
        if fields.setdefault(name, value) != value and name in _STATED_ONCE:
            return f"it states {name} more than once, and not alike"
    return fields
