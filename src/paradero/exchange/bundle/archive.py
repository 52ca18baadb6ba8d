"""The WARC file, packed record by record, and its index: `archive/data.warc.gz`, `indexes/index.cdx.gz` and `.idx`.

Each record is packed by itself, so that a viewer unpacks the one it shows; the index names the place of each. The index
is cut into blocks of lines that are packed by themselves too, and a second index names the first line of each block.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paradero.exchange.bundle.addresses import turned_around
from paradero.exchange.bundle.names import is_text
from paradero.exchange.bundle.warc_records import WarcRecord

PIECE = 1 << 20
LINES_OF_A_BLOCK = 1_024
_GZIP = 31
"""What zlib calls "with gzip's head and tail"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something that was packed by itself lies in a file, in bytes."""

    offset: int
    length: int


def packed(records: Iterable[WarcRecord], places: list[Place]) -> Iterator[bytes]:
    """Yield the bytes of the WARC file, and put the place of each record into `places` as it is passed."""
    offset = 0
    for record in records:
        length = 0
        for piece in _packed(record):
            length += len(piece)
            yield piece
        places.append(Place(offset, length))
        offset += length


def _packed(record: WarcRecord) -> Iterator[bytes]:
    is_dense = record.item and not is_text(record.item.media_type)
    packer = zlib.compressobj(0 if is_dense else 6, zlib.DEFLATED, _GZIP)
    yield packer.compress(record.head)
    for piece in record.item.pieces() if record.item else ():
        yield packer.compress(piece)
    yield packer.compress(record.tail) + packer.flush()


def index_lines(records: Sequence[WarcRecord], places: Sequence[Place]) -> list[str]:
    """Return the lines of the index, in order: turned address, time, and what a viewer must know."""
    lines = []
    for record, place in zip(records, places, strict=True):
        if record.filed:
            filed = dict(record.filed)
            at = "".join(digit for digit in filed.pop("at")[:19] if digit.isdigit())
            filed |= {"length": str(place.length), "offset": str(place.offset), "filename": "data.warc.gz"}
            lines.append(f"{turned_around(filed['url'])} {at} {json.dumps(filed)}\n")
    return sorted(set(lines))


def blocks(lines: Sequence[str]) -> list[bytes]:
    """Return the lines of the index, cut into its blocks; of no lines one that is empty."""
    starts = range(0, max(len(lines), 1), LINES_OF_A_BLOCK)
    return ["".join(lines[start : start + LINES_OF_A_BLOCK]).encode() for start in starts]


def packed_blocks(lines: Sequence[str]) -> list[bytes]:
    """Return the blocks of the index, each packed by itself."""
    return [zlib.compress(block, 6, _GZIP) for block in blocks(lines)]


def index_of_index(lines: Sequence[str], packed: Sequence[bytes]) -> bytes:
    """Return the second index: where each packed block begins, how long it is, and its digest."""
    written = [f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': 'index.cdx.gz'})}\n"]
    offset = 0
    for number, block in enumerate(packed if lines else ()):
        first = lines[number * LINES_OF_A_BLOCK].partition("{")[0]
        digest = f"sha256:{hashlib.sha256(block).hexdigest()}"
        written.append(f"{first}{json.dumps({'offset': offset, 'length': len(block), 'digest': digest})}\n")
        offset += len(block)
    return "".join(written).encode()
