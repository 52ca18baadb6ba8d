"""A zip archive from strangers: looked over before anything is unpacked, and unpacked in memory, a little at a time.

Nothing is written to a disk, so that no name can lead anywhere; an archive that tries is refused all the same.
"""

import re
import stat
import struct
import zipfile
import zlib
from typing import IO, BinaryIO

from paradero.intake.one_line import one_line
from paradero.intake.unreadable import Unreadable

MOST_MEMBERS = 10_000
LARGEST_DIRECTORY_BYTES = 4_000_000
"""The list of members is read at once, before they can be counted."""
UNGUARDED_BYTES = 20_000_000
"""A member may unpack to this much whatever its packed size is."""
MOST_TIMES = 100

_ENCRYPTED = 0x1
_MADE_ON_UNIX = 3
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # of the others Python unpacks as much as there is
_TRICKS = re.compile(r"\A[/\\]|\A[A-Za-z]:|\\|\0|(?:\A|/)\.{1,2}(?:/|\Z)|//|\A\Z")
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_LONGEST_NAME = 200
_AGAIN = "Fetch or pack it again."


class ZipArchive:
    """The members of a zip archive by their names, none of them unpacked yet."""

    def __init__(self, file: BinaryIO, *, name: str) -> None:
        """Look the archive over.

        Raises:
            Unreadable: If it is broken or encrypted, or its list of members holds a trick.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(_Careful(file))
        except _FAULTS:
            raise Unreadable(f"{name}: this is no zip archive, or a broken one. {_AGAIN}") from None
        self.size_bytes = file.seek(0, 2)
        listed = self._zip.infolist()
        fault = _fault(listed, self.size_bytes)
        if fault:
            raise Unreadable(f"{name}: this archive was not opened: {fault}.")
        self.members = {info.filename: info for info in listed if not info.is_dir()}

    def named(self, member: str) -> str:
        """Return how a refusal names a member."""
        return f"{self.name}, {one_line(member)[:_LONGEST_NAME]}"

    def open(self, member: str) -> "MemberStream":
        """Return the bytes of a member as a stream.

        Raises:
            Unreadable: If its own header is not what the list of members says.
        """
        within = self.named(member)
        try:
            return MemberStream(self._zip.open(self.members[member]), self.members[member], name=within)
        except _FAULTS:
            raise Unreadable(f"{within}: this part of the archive is broken. {_AGAIN}") from None

    def read(self, member: str, *, largest_bytes: int) -> bytes:
        """Return a member as a whole.

        Raises:
            Unreadable: If it is broken, or larger than it may be.
        """
        stream = self.open(member)
        data = b""
        while len(data) <= largest_bytes and (piece := stream.read(largest_bytes + 1 - len(data))):
            data += piece
        if len(data) > largest_bytes:
            raise Unreadable(f"{stream.name}: this part has more than {largest_bytes / 1e6:,.1f} MB. {_AGAIN}")
        return data


class MemberStream:
    """The bytes of one member, unpacked as they are read."""

    def __init__(self, stream: IO[bytes], info: zipfile.ZipInfo, *, name: str) -> None:
        self.name = name
        self._stream = stream
        self._read = 0
        self._most = max(UNGUARDED_BYTES, MOST_TIMES * info.compress_size)

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end.

        Raises:
            Unreadable: If the member is broken, or unpacks to absurdly much.
        """
        try:
            data = self._stream.read(size)
        except _FAULTS:
            raise Unreadable(f"{self.name}: this part of the archive is broken. {_AGAIN}") from None
        self._read += len(data)
        if self._read > self._most:
            raise Unreadable(f"{self.name}: this part unpacks to more than {MOST_TIMES} times its size.")
        return data

    def seekable(self) -> bool:
        """Tell that one cannot look ahead: what follows would have to be unpacked for it."""
        return False


def _fault(listed: list[zipfile.ZipInfo], size_bytes: int) -> str | None:
    """Return why an archive is not opened, as the end of a sentence."""
    if len(listed) > MOST_MEMBERS:
        return f"it has {len(listed):,} members, and the limit is {MOST_MEMBERS:,}"
    if sum(info.compress_size for info in listed) > size_bytes:
        return "its members overlap, as those of a zip bomb do"
    names: set[str] = set()
    for number, info in enumerate(listed, start=1):
        fault = _fault_of_member(info) or ("it has a name that another has" if info.filename in names else None)
        if fault:
            return f"member {number:,} is one that no honest archive has: {fault}"
        names.add(info.filename)
    return None


def _fault_of_member(info: zipfile.ZipInfo) -> str | None:
    if _TRICKS.search(info.orig_filename.removesuffix("/")) or info.orig_filename != info.filename:
        return "its name leads out of the archive or hides another"
    if info.create_system == _MADE_ON_UNIX and stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link to another file"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted; have the archive packed without a password"
    if info.compress_type not in _METHODS:
        return "it is packed in a way other than deflate"
    return None


class _Careful:
    """A file that is read only in bearable pieces, whatever its own numbers say."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes; of an absurd number, none."""
        data = self._file.read(min(size, LARGEST_DIRECTORY_BYTES + 1) if size >= 0 else LARGEST_DIRECTORY_BYTES + 1)
        if len(data) > LARGEST_DIRECTORY_BYTES:
            raise zipfile.BadZipFile
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move as a file does, never before its beginning."""
        if whence == 0 and offset < 0:
            raise zipfile.BadZipFile
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return where the next byte is read from."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Tell that it can be moved in."""
        return True
