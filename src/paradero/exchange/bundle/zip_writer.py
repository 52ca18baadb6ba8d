"""Writes a zip whose bytes depend on its content alone: no clock, no user, no machine."""

import hashlib
import zipfile
from collections.abc import Iterable
from types import TracebackType
from typing import BinaryIO, Self

from paradero.exchange.bundle.package import Member

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that a zip can say."""
UNIX = 3
PLAIN_FILE = 0o100644 << 16


class ZipWriter:
    """Adds members one after the other, and remembers their digests."""

    def __init__(self, to: BinaryIO) -> None:
        """Write to a file that can seek, from where it stands."""
        self._zip = zipfile.ZipFile(to, "w")
        self.members: list[Member] = []

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Write the zip's own listing."""
        self._zip.__exit__(kind, fault, at)

    def add(self, name: str, pieces: Iterable[bytes], *, packs: bool, at_most: int) -> Member:
        """Write a member of at most so many bytes and return what the lists say of it."""
        entry = zipfile.ZipInfo(name, EPOCH)
        entry.create_system = UNIX
        entry.external_attr = PLAIN_FILE
        entry.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
        entry.file_size = at_most  # decides whether its place has room for a size beyond two gigabytes
        digest, size = hashlib.sha256(), 0
        with self._zip.open(entry, "w") as member:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members.append(Member(name=name, sha256=digest.hexdigest(), size_bytes=size))
        return self.members[-1]

    def add_text(self, name: str, text: bytes) -> Member:
        """Write a member that is a text of ours, packed."""
        return self.add(name, [text], packs=True, at_most=len(text))
