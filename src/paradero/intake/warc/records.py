"""Cuts a flow of bytes into WARC records, and finds the next one where one is broken.

A record is believed only where a record may end at the place its Content-Length leads to. Where it does not, the next
header is looked for, first of all at the next gzip member. In a file that is not packed record by record it can only be
looked for inside what the broken record claims for itself, where a page may hold anything: what is found so is marked
as `after_broken`.

The libraries for this do less: fastwarc 2.0 and warcio 1.8 hand over what a record that was cut off, or that lies, has
without a word, and end at the first broken header.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from paradero.intake.warc.flow import Flow
from paradero.intake.warc.headers import MOST_BYTES, START, BadHeader, Header, header_at

LARGEST_BYTES = 4_000_000_000
"""What is larger is no record, and a length beyond it is taken for a lie."""
_TAIL_BYTES = 16
_BLANK = re.compile(rb"[\r\n]*+")
_LINE_ENDS = re.compile(rb"\A(?:(?:\r\n)++|\n++)(?![\r\n])")
_CUT_OFF = "it is cut off after {:,} of {:,} bytes"


class Passage:
    """The bytes of a record too large to be held, on their way past; to be read once."""

    def __init__(self, flow: Flow, size: int, header: Header) -> None:
        self._flow, self._size, self._header = flow, size, header
        self._read = 0
        self._pieces: Iterator[bytes] = flow.pieces(size)
        self.fault: str | None = None
        """Why they are not the record, as the end of a sentence; known once they have all been read."""
        self.told = False
        """Whether whoever read them has been told so."""

    def __iter__(self) -> Iterator[bytes]:
        """Yield what has not been read yet, in pieces."""
        for piece in self._pieces:
            self._read += len(piece)
            yield piece
        self.fault = _fault(self._flow, 0, self._header) if self._read == self._size else self._cut_off()

    def _cut_off(self) -> str:
        return self._flow.fault or _CUT_OFF.format(self._read, self._size)


class Record(NamedTuple):
    """One record as it stands in the file: its header, its content, and nothing after it."""

    number: int
    header: Header
    size_bytes: int
    data: bytes | Passage
    head: bytes
    """Its first bytes, the header and what follows it."""
    after_broken: bool


class Broken(NamedTuple):
    """A record that cannot be taken out of the file."""

    number: int
    reason: str


class _Fault(NamedTuple):
    """Why there is no record, and how many bytes from where it begins are its own by its own word."""

    reason: str
    claims: int = 0


def records(flow: Flow, *, held_bytes: int) -> Iterator[Record | Broken]:
    """Yield every record in order, of whatever type, whole up to `held_bytes` and as a `Passage` beyond."""
    number = 0
    while flow.next_unit():
        whole = doubtful_until = 0
        lost = False
        while not lost and _skip_blank(flow):
            number += 1
            cut = _cut(flow, number, held_bytes=held_bytes, after_broken=flow.passed < doubtful_until)
            if isinstance(cut, Record):
                yield cut
            fault = _passed(cut) if isinstance(cut, Record) else cut
            if fault is None:
                whole += 1
                continue
            if fault.reason:
                yield Broken(number, fault.reason)
            doubtful_until = flow.passed + fault.claims
            lost = not ((whole or flow.unit == 1) and _found_again(flow))
            doubtful_until = max(doubtful_until, flow.passed + 1)
        if flow.fault and not lost:
            number += 1
            yield Broken(number, flow.fault)


def _passed(record: Record) -> _Fault | None:
    """Read what the caller left of a record; return why it is broken, with no reason where the caller knows it."""
    passage = record.data
    if isinstance(passage, bytes):
        return None
    for _ in passage:
        pass
    return _Fault("" if passage.told else passage.fault) if passage.fault else None


def _skip_blank(flow: Flow) -> bool:
    """Leave empty lines behind; tell whether anything follows in the unit."""
    while True:
        held, at = flow.window(MOST_BYTES)
        end = _BLANK.match(held, at).end()  # type: ignore[union-attr]  # it matches everywhere, if only nothing
        flow.pass_by(end - at)
        if end < len(held) or end == at:
            return end < len(held)


def _cut(flow: Flow, number: int, *, held_bytes: int, after_broken: bool) -> Record | _Fault:
    """Return the record that begins here, or why there is none, and then nothing has been left behind."""
    held, at = flow.window(MOST_BYTES)
    header = header_at(held, at)
    if isinstance(header, BadHeader):
        return _Fault(flow.fault if flow.fault and b"\n" not in held[header.end :] else header.reason)
    size = header.size + header.content_bytes
    if header.content_bytes > LARGEST_BYTES:
        return _Fault(f"it claims {header.content_bytes / 1e6:,.0f} MB, and the limit is {LARGEST_BYTES / 1e6:,.0f} MB")
    whole = size <= held_bytes
    held, at = flow.window(size + _TAIL_BYTES if whole else MOST_BYTES)
    left = flow.left() if len(held) - at < size else size
    if left is not None and left < size:
        return _Fault(flow.fault or _CUT_OFF.format(left, size), size)
    if fault := _fault(flow, size, header):
        return _Fault(fault, size)
    head = held[at : at + (size if whole else MOST_BYTES)]
    if whole:
        flow.pass_by(size)
    data = head if whole else Passage(flow, size, header)
    return Record(number, header, size, data, head, after_broken)


def _fault(flow: Flow, size: int, header: Header) -> str | None:
    """Return why no record ends `size` bytes from here, as far as one can look."""
    tail = _tail(flow, size)
    if tail is None:
        return None
    if len(tail) < _TAIL_BYTES and flow.fault:
        return flow.fault
    # Too few ends of line are forgiven, and too many, but not one of another form: that is the middle of something.
    following = _LINE_ENDS.sub(b"", tail)
    if tail.startswith(header.after) or following.startswith(b"WARC/") or (not following and len(tail) < _TAIL_BYTES):
        return None
    return f"its Content-Length of {header.content_bytes:,} bytes does not lead to its end"


def _tail(flow: Flow, size: int) -> bytes | None:
    held, at = flow.window(_TAIL_BYTES)
    if flow.ended or len(held) - at >= size + _TAIL_BYTES:
        return held[at + size : at + size + _TAIL_BYTES]
    return flow.look(size, _TAIL_BYTES)


def _found_again(flow: Flow) -> bool:
    """Go on to the next whole header in the unit; tell whether there is one."""
    flow.pass_by(1)
    while True:
        held, here = flow.window(4 * MOST_BYTES)
        if here >= len(held):
            return False
        at, end = here, len(held) if flow.ended else len(held) - MOST_BYTES
        while (start := START.search(held, at)) and start.start() < end:
            header = header_at(held, start.start())
            if isinstance(header, Header) and "warc-type" in header.fields:
                flow.pass_by(start.start() - here)
                return True
            # What is no header from its first line on is none from a later line of the same stretch either.
            at = header.end if isinstance(header, BadHeader) else start.start() + header.size
        flow.pass_by(max(end, at) - here)
