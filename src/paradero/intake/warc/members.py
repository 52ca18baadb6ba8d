"""The flow of a gzip file: its members inflated one after the other, and what is whole among the broken."""

import re
import zlib
from collections.abc import Iterator

from paradero.intake.warc.flow import CHUNK_BYTES, Flow
from paradero.intake.warc.hashed_stream import Readable

MAGIC = b"\x1f\x8b\x08"
BEGINS = b"WARC/"
UNGUARDED_BYTES = 20_000_000
"""A unit may inflate to this much whatever its packed size is."""
MOST_TIMES = 100
"""Pages pack to a fifth, pictures and videos hardly at all; what packs to less than a hundredth is a bomb."""

_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_ZEROS = re.compile(rb"\0++")
_STEP_BYTES = 16_384
_INFLATED_BYTES = 65_536
_GZIP = 16 + zlib.MAX_WBITS
_CUT_OFF = "its gzip data are cut off"
_BROKEN = "its gzip data are broken"
_BOMB = f"its gzip data inflate to more than {MOST_TIMES} times their size"
_STRANGE = "bytes stand here that are no gzip data"


class GzipFlow(Flow):
    """A packed file, one member a record or one for all."""

    def __init__(self, stream: Readable, begun: bytes) -> None:
        """Go on in `stream`, of which `begun` has been read."""
        super().__init__()
        self._stream = stream
        self._packed, self._fed = begun, 0
        """What was read last, and how much of it was inflated."""
        self._member_at = 0
        """Where in `_packed` the present member begins."""
        self._inflater = zlib.decompressobj(_GZIP)
        self._inflated = self._read = 0
        """How many bytes the unit has, inflated and packed."""
        self._first = b""
        """The first bytes of the next unit."""
        self._next_fault: str | None = None
        """What stands between the present unit and the next."""
        self._lost = False
        """Whether the next member is not where the last one ended, and must be searched for."""

    def next_unit(self) -> bool:
        """Leave what is left of the present unit and begin the next; tell whether there is one."""
        while self._more():
            pass
        if not self.unit:
            self._first = self._begin_member()
        if self._lost and not self._next_fault:
            self._first = self._searched()
        self.fault, self._next_fault = self._next_fault, None
        self._held, self._at, self._first = self._first, 0, b""
        self._inflated = self._read = 0
        self.ended = not self._held
        self.unit += 1
        return bool(self._held or self.fault)

    def _more(self) -> bytes:
        while not self.ended:
            try:
                piece = self._inflate()
            except zlib.error:
                return self._break_off(_BROKEN)
            if not piece and not self._inflater.eof:
                return self._break_off(_CUT_OFF)
            if not piece:
                piece = self._begin_member()
                if not piece or piece.startswith(BEGINS):
                    self._first, self.ended = piece, True
                    return b""
            self._inflated += len(piece)
            if self._inflated > max(UNGUARDED_BYTES, MOST_TIMES * self._read):
                return self._break_off(_BOMB)
            return piece
        return b""

    def _break_off(self, fault: str) -> bytes:
        self.fault, self.ended, self._lost = fault, True, True
        return b""

    def _inflate(self) -> bytes:
        """Return some more of the present member, nothing at its end or where the file ends before it."""
        while not self._inflater.eof:
            step = self._packed[self._fed : self._fed + _STEP_BYTES]
            if not step and self._refill():
                continue
            inflater = self._inflater
            piece = inflater.decompress(step, _INFLATED_BYTES)
            taken = len(step) - len(inflater.unused_data if inflater.eof else inflater.unconsumed_tail)
            self._fed += taken
            self._read += taken
            if piece or not step:
                return piece
        return b""

    def _refill(self) -> bool:
        data = self._stream.read(CHUNK_BYTES)
        if data:
            self._member_at = max(self._member_at - self._fed, 0)
            self._packed, self._fed = self._packed[self._fed :] + data, 0
        return bool(data)

    def _begin_member(self) -> bytes:
        """Return the first bytes of the next member that has any; nothing at the end, or where something is wrong."""
        first = b""
        while not first and not self._next_fault and self._at_member():
            first = self._first_bytes()
        return first

    def _at_member(self) -> bool:
        while not self._packed.startswith(MAGIC, self._fed):
            zeros = _ZEROS.match(self._packed, self._fed)
            if zeros:  # they fill up the last block of a tape
                self._fed = zeros.end()
            elif len(self._packed) - self._fed >= len(MAGIC) or not self._refill():
                if self._fed < len(self._packed):
                    self._member_at, self._next_fault, self._lost = self._fed, _STRANGE, True
                return False
        return True

    def _first_bytes(self) -> bytes:
        """Return as much of the member at hand as tells whether a record begins with it; less where it has less."""
        self._member_at = self._fed
        self._inflater = zlib.decompressobj(_GZIP)
        first, fault = b"", _CUT_OFF
        try:
            while len(first) < len(BEGINS) and (piece := self._inflate()):
                first += piece
        except zlib.error:
            first, fault = b"", _BROKEN
        if len(first) >= len(BEGINS) or (self._inflater.eof and fault == _CUT_OFF):
            return first
        self._next_fault, self._lost = fault, True
        return b""

    def _searched(self) -> bytes:
        """Return the first bytes of the next member that begins with a record, nothing where none follows."""
        self._lost = False
        self._fed = self._member_at + 1
        return next((self._first_bytes() for _ in self._candidates() if self._begins_a_record()), b"")

    def _candidates(self) -> Iterator[None]:
        """Move on to each place where a member may begin."""
        while True:
            found = _MEMBER.search(self._packed, self._fed)
            self._fed = found.start() if found else max(self._fed, len(self._packed) - len(MAGIC))
            if found and (len(self._packed) - self._fed >= _STEP_BYTES or not self._refill()):
                yield
                self._fed += 1
            elif not found and not self._refill():
                return

    def _begins_a_record(self) -> bool:
        """Tell whether a record begins with the member that seems to begin here: most such places are chance."""
        step = self._packed[self._fed : self._fed + _STEP_BYTES]
        try:
            return zlib.decompressobj(_GZIP).decompress(step, len(BEGINS)) == BEGINS
        except zlib.error:
            return False
