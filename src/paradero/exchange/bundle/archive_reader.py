"""Holds what was made from the items against them: what a viewer shows must be what was sealed."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence

from paradero.exchange.bundle.archive import Place, blocks, index_lines, index_of_index
from paradero.exchange.bundle.names import ARCHIVE, INDEX, INDEX_OF_INDEX, PAGES
from paradero.exchange.bundle.package import pages_text
from paradero.exchange.bundle.refused import Wrong
from paradero.exchange.bundle.warc_records import WarcRecord
from paradero.exchange.bundle.zip_reader import PIECE, ZipReader

_GZIP = 31


def require_derived(bundle: ZipReader, records: Sequence[WarcRecord]) -> None:
    """Let a bundle through whose WARC file, index and pages say what its items say.

    Raises:
        Wrong: If one says something else; it names the member.
    """
    archive = _Packed(bundle.pieces(ARCHIVE), ARCHIVE)
    places = []
    for number, record in enumerate(records):
        start = archive.at
        if not _is(archive.next(), record):
            item = record.item
            what = f"of {item.ref}" if item else f"number {number + 1}"
            raise Wrong(f"has a record {what} that is not what the item is", member=ARCHIVE)
        places.append(Place(start, archive.at - start))
    archive.require_end()
    lines = index_lines(records, places)
    packed = _packed_blocks(bundle, blocks(lines))
    if bundle.text(INDEX_OF_INDEX) != index_of_index(lines, packed):
        raise Wrong("does not say where the index lies", member=INDEX_OF_INDEX)
    if bundle.text(PAGES) != pages_text(records):
        raise Wrong("does not list the pages among the items", member=PAGES)


class _Packed:
    """Unpacks what was packed part by part with gzip, a part at a time and no more of it than is asked for."""

    def __init__(self, pieces: Iterable[bytes], member: str) -> None:
        self._pieces = iter(pieces)
        self._left = b""
        self._member = member
        self.at = 0
        """How many packed bytes the parts took that were unpacked so far."""

    def next(self) -> Iterator[bytes]:
        """Yield the bytes of the next part, in pieces of at most a megabyte."""
        unpacker = zlib.decompressobj(_GZIP)
        while not unpacker.eof:
            packed = unpacker.unconsumed_tail or self._left or next(self._pieces, b"")
            self._left = b""
            try:
                piece = unpacker.decompress(packed, PIECE)
            except zlib.error:
                piece = b""
                packed = b""
            if not packed:
                raise Wrong("is cut off, or not packed as it must be", member=self._member)
            self.at += len(packed) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
            self._left = unpacker.unused_data
            yield piece

    def require_end(self) -> None:
        """Refuse whatever is left."""
        if self._left or any(self._pieces):
            raise Wrong("holds more than the items", member=self._member)


def _is(pieces: Iterator[bytes], record: WarcRecord) -> bool:
    """Tell whether unpacked bytes are the record: its head, its item by length and digest, its tail."""
    left = record.size_bytes
    between = record.item.size_bytes if record.item else 0
    head, tail, digest = b"", b"", hashlib.sha256()
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            return False
        part = piece[: len(record.head) - len(head)]
        head += part
        body = piece[len(part) : len(part) + between]
        digest.update(body)
        between -= len(body)
        tail += piece[len(part) + len(body) :]
    same = record.item is None or digest.hexdigest() == record.item.sha256
    return left == 0 and same and (head, tail) == (record.head, record.tail)


def _packed_blocks(bundle: ZipReader, expected: Sequence[bytes]) -> list[bytes]:
    whole = bundle.text(INDEX)
    index = _Packed([whole], INDEX)
    packed = []
    for block in expected:
        start, left = index.at, len(block)
        unpacked = b""
        for piece in index.next():
            left -= len(piece)
            if left < 0:
                raise Wrong("lists something else than the records", member=INDEX)
            unpacked += piece
        if unpacked != block:
            raise Wrong("lists something else than the records", member=INDEX)
        packed.append(whole[start : index.at])
    index.require_end()
    return packed
