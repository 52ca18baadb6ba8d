"""The bytes of a WARC file in order, whether it is packed or not, a little at a time.

A flow comes in units. An unpacked file is one; in a packed one, a gzip member that begins with a record begins a unit,
so that a record that lies about its length can never reach into the next.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from paradero.intake.warc.hashed_stream import Readable, ahead, bytes_left

CHUNK_BYTES = 262_144
PIECE_BYTES = 1_000_000
"""The largest piece that is handed on."""


class Flow(ABC):
    """What a reader of records asks of the bytes."""

    def __init__(self) -> None:
        self.unit = 0
        """The number of the present unit, from 1."""
        self.ended = True
        """Whether nothing more of the present unit is to come than what is held."""
        self.fault: str | None = None
        """What broke the present unit off, as the end of a sentence."""
        self.passed = 0
        """How many bytes have been left behind, of all units."""
        self._held = b""
        self._at = 0

    @abstractmethod
    def next_unit(self) -> bool:
        """Leave what is left of the present unit and begin the next; tell whether there is one."""

    @abstractmethod
    def _more(self) -> bytes:
        """Return the next bytes of the unit; none say that it has ended, and `ended` is set."""

    def window(self, size: int) -> tuple[bytes, int]:
        """Return what is held and where in it the unread begins: `size` bytes of it unless the unit ends before."""
        have = len(self._held) - self._at
        if have < size and not self.ended:
            pieces = [self._held[self._at :]]
            # Whoever asks for much may ask again a few bytes further on: what is held is seldom put together anew.
            enough = size + min(size, PIECE_BYTES)
            while have < enough and (piece := self._more()):
                pieces.append(piece)
                have += len(piece)
            self._held, self._at = b"".join(pieces), 0
        return self._held, self._at

    def pass_by(self, size: int) -> None:
        """Leave `size` of the bytes behind that `window` gave."""
        self._at += size
        self.passed += size

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the next `size` bytes of the unit, or as many as it has."""
        while size > 0:
            held, at = self.window(1)
            piece = held[at : at + min(size, PIECE_BYTES)]
            if not piece:
                return
            self.pass_by(len(piece))
            size -= len(piece)
            yield piece

    def left(self) -> int | None:
        """Return how many bytes of the unit are unread, `None` where that is not known."""
        return len(self._held) - self._at if self.ended else None

    def look(self, skip: int, size: int) -> bytes | None:  # noqa: ARG002
        """Return what stands `skip` bytes after the first unread, `None` where one cannot look so far."""
        return None


class PlainFlow(Flow):
    """An unpacked file."""

    def __init__(self, stream: Readable, begun: bytes) -> None:
        """Go on in `stream`, of which `begun` has been read."""
        super().__init__()
        self._stream = stream
        self._held = begun

    def next_unit(self) -> bool:
        """Begin the one unit there is."""
        self.unit += 1
        self.ended = self.unit > 1
        return not self.ended

    def _more(self) -> bytes:
        data = self._stream.read(CHUNK_BYTES)
        self.ended = not data
        return data

    def left(self) -> int | None:
        """Return how many bytes are unread, `None` where that is not known."""
        following = 0 if self.ended else bytes_left(self._stream)
        return None if following is None else len(self._held) - self._at + following

    def look(self, skip: int, size: int) -> bytes | None:
        """Return what stands `skip` bytes after the first unread, `None` where one cannot look so far."""
        beyond = skip - (len(self._held) - self._at)
        return ahead(self._stream, beyond, size) if beyond >= 0 else None
