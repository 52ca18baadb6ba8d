"""Opens a zip from outside, and refuses one that is anything but what `zip_writer` writes.

Every byte of the file belongs to a member or describes one, each member once, one behind the other: so nothing can
hide between them, two members cannot share their bytes, and what a small file claims to hold has a bound.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from paradero.exchange.bundle.names import is_known
from paradero.exchange.bundle.refused import LARGEST_PACKED, LARGEST_TEXT, MOST_MEMBERS, MOST_PACKED, Wrong
from paradero.exchange.bundle.zip_writer import EPOCH, PLAIN_FILE, UNIX

PIECE = 1 << 20
_END = struct.Struct("<4s4H2LH")
_FAR_END = struct.Struct("<4sQ2H2L4Q")
_FAR_POINTER = struct.Struct("<4sLQL")
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_LISTED = 46
"""How many bytes the listing takes for a member, beside its name."""
_ROOM_OF_A_NAME = 250
"""How many bytes the zip's own listing may take for each member."""
_FAR = 0xFFFFFFFF
_LONGEST_EXTRA = 28
_FAR_EXTRA = struct.Struct("<2H2Q")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What a damaged zip raises on the way; a disk that fails raises something else, and is no fault of the bundle."""


class ZipReader:
    """The members of a bundle, by their names."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the listing of a zip in a file that can seek, or raise `Wrong`."""
        _require_small_listing(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (*_DAMAGED, ValueError, OSError) as fault:  # the last two where it points before its own beginning
            raise Wrong("is no zip, or one that is cut off or damaged") from fault
        entries = self._zip.infolist()
        for entry in entries:
            _require_plain(entry)
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) < len(entries):
            raise Wrong("holds two files of one name")
        if sum(entry.file_size for entry in entries if entry.compress_type) > MOST_PACKED + 8 * LARGEST_TEXT:
            raise Wrong("claims to unpack to more than a bundle may")
        _require_dense(file, entries, end=self._zip.start_dir)
        _require_end(file, entries, listing=self._zip.start_dir)

    @property
    def names(self) -> list[str]:
        """The members, in the order in which they lie."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """Return how many bytes a member has, unpacked."""
        return self._entries[name].file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member in pieces of at most a megabyte, or raise `Wrong` where they are damaged."""
        self.require(name)
        try:
            with self._zip.open(self._entries[name]) as member:
                yield from iter(partial(member.read, PIECE), b"")
        except _DAMAGED as fault:
            raise Wrong("cannot be unpacked: it is damaged", member=name) from fault

    def text(self, name: str) -> bytes:
        """Return a member that is a text of ours as a whole, or raise `Wrong`."""
        self.require(name)
        if self.size(name) > LARGEST_TEXT:
            raise Wrong("is larger than it may be", member=name)
        return b"".join(self.pieces(name))

    def require(self, name: str) -> None:
        """Let a name through that is a member's, else raise `Wrong`."""
        if name not in self._entries:
            raise Wrong("is missing", member=name if is_known(name) else None)


def _require_small_listing(file: BinaryIO) -> None:
    """Look at the end of the file first: the listing of a hostile zip may have millions of entries."""
    size = file.seek(0, 2)
    if size < _END.size:
        raise Wrong("is no zip: it is empty or cut off")
    file.seek(size - _END.size)
    mark, *_, listing_bytes, _, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\5\6" or comment:
        raise Wrong("does not end as a zip does; it is cut off, damaged, or something was added to it")
    far = size - _END.size - _FAR_POINTER.size
    if far >= _FAR_END.size:
        file.seek(far)
        mark, _, at, _ = _FAR_POINTER.unpack(file.read(_FAR_POINTER.size))
        if mark == b"PK\6\7":
            if at != far - _FAR_END.size:
                raise Wrong("does not end as a zip does; something was added to it")
            file.seek(at)
            listing_bytes = max(listing_bytes, _FAR_END.unpack(file.read(_FAR_END.size))[8])
    if listing_bytes > MOST_MEMBERS * _ROOM_OF_A_NAME:
        raise Wrong(f"claims to hold more than {MOST_MEMBERS:,} files")
    file.seek(0)


def _require_plain(entry: zipfile.ZipInfo) -> None:
    """Refuse what a bundle never has: other names, folders, links, ciphers, comments, dates, ways of packing."""
    name = entry.filename
    if not is_known(name) or entry.orig_filename != name:
        raise Wrong(f"holds a file that no bundle has, named {name[:80]!r}")
    if entry.flag_bits & 1:
        raise Wrong("is encrypted", member=name)
    numbers = (entry.create_system, entry.external_attr, entry.flag_bits, entry.internal_attr, entry.volume)
    is_far = len(entry.extra) <= _LONGEST_EXTRA and entry.extra[:2] in {b"", b"\1\0"}
    if numbers != (UNIX, PLAIN_FILE, 0, 0, 0) or entry.date_time != EPOCH or entry.comment or not is_far:
        raise Wrong("is a link, or was packed anew: its entry in the zip is not one of a bundle", member=name)
    if entry.compress_type == zipfile.ZIP_STORED:
        if entry.compress_size != entry.file_size:
            raise Wrong("has two sizes", member=name)
    elif entry.compress_type != zipfile.ZIP_DEFLATED or entry.file_size > LARGEST_PACKED:
        raise Wrong("is packed in a way that no bundle has, or unpacks to more than it may", member=name)


def _require_dense(file: BinaryIO, entries: list[zipfile.ZipInfo], *, end: int) -> None:
    """Hold each member's own head to the listing, and all of them to lying one behind the other."""
    at = 0
    for entry in entries:
        file.seek(at)
        head = file.read(_LOCAL.size)
        name = entry.filename.encode()
        if entry.header_offset != at or len(head) < _LOCAL.size or file.read(len(name)) != name:
            raise Wrong("does not lie where the zip says", member=entry.filename)
        mark, _, _, flags, kind, time, day, crc, *sizes, name_bytes, extra_bytes = _LOCAL.unpack(head)
        if extra_bytes == _FAR_EXTRA.size and sizes == [_FAR, _FAR]:
            extra = _FAR_EXTRA.unpack(file.read(extra_bytes))
            sizes, extra_bytes = [extra[3], extra[2]], 0 if extra[:2] == (1, 16) else -1
            at += _FAR_EXTRA.size
        said = (mark, flags, kind, time, day, crc, *sizes, name_bytes, extra_bytes)
        size = (entry.compress_size, entry.file_size)
        if said != (b"PK\3\4", 0, entry.compress_type, 0, 33, entry.CRC, *size, len(name), 0):
            raise Wrong("is described in two ways in the zip", member=entry.filename)
        at += _LOCAL.size + len(name) + entry.compress_size
    if at != end:
        raise Wrong("holds something beside its files")


def _require_end(file: BinaryIO, entries: list[zipfile.ZipInfo], *, listing: int) -> None:
    """Hold the listing, and the end of the file, to what was found in them: `zipfile` reads past what does not fit."""
    file.seek(listing)
    for entry in entries:
        lengths = struct.unpack_from("<3H", file.read(_LISTED), 28)
        if lengths != (len(entry.filename), len(entry.extra), 0):
            raise Wrong("is described in two ways in the zip", member=entry.filename)
        file.seek(len(entry.filename) + len(entry.extra), 1)
    count, size = len(entries), sum(_LISTED + len(entry.filename) + len(entry.extra) for entry in entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, min(listing, _FAR), 0)
    far = _FAR_END.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, listing)
    pointer = _FAR_POINTER.pack(b"PK\6\7", 0, listing + size, 1)
    file.seek(listing + size)
    if file.read(len(far) + len(pointer) + len(end) + 1) not in {end, far + pointer + end}:
        raise Wrong("does not end as a zip does; something was changed in its listing, or added to it")
