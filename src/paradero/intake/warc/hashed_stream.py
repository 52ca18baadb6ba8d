"""A stream whose digest is known once it has been read, so that a file of any size is read once."""

import hashlib
from typing import BinaryIO, Protocol, cast


class Readable(Protocol):
    """What a reader of archives asks of a file."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""

    def seekable(self) -> bool:
        """Tell whether one may look ahead in it."""


class HashedStream:
    """Reads `raw` from where it stands and keeps the SHA-256 and the number of the bytes that were read."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw = raw
        self.size_bytes = 0
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The digest of what was read so far, in hexadecimal: that of the file once its end was reached."""
        return self._digest.hexdigest()

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        data = self.raw.read(size)
        self._digest.update(data)
        self.size_bytes += len(data)
        return data

    def seekable(self) -> bool:
        """Tell whether one may look ahead in it."""
        return self.raw.seekable()


def ahead(stream: Readable, skip: int, size: int) -> bytes | None:
    """Return what stands `skip` bytes ahead, read and digested by nobody; `None` where one cannot look.

    Fewer than `size` bytes say that the stream ends there; `skip` bytes may also lead past its end.
    """
    if not stream.seekable():
        return None
    raw = stream.raw if isinstance(stream, HashedStream) else cast("BinaryIO", stream)
    here = raw.tell()
    raw.seek(here + skip)
    found = raw.read(size)
    raw.seek(here)
    return found


def bytes_left(stream: Readable) -> int | None:
    """Return how many bytes follow, `None` where one cannot look."""
    if not stream.seekable():
        return None
    raw = stream.raw if isinstance(stream, HashedStream) else cast("BinaryIO", stream)
    here = raw.tell()
    end = raw.seek(0, 2)
    raw.seek(here)
    return end - here
