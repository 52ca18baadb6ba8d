"""Tells from its first bytes whether a file is a WARC file, and how it is packed."""

import zlib

from paradero.intake.looks import looks_like
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.flow import CHUNK_BYTES, Flow, PlainFlow
from paradero.intake.warc.hashed_stream import Readable
from paradero.intake.warc.headers import START
from paradero.intake.warc.members import MAGIC, GzipFlow

_ZSTD = (b"\x28\xb5\x2f\xfd", *(bytes((first,)) + b"\x2a\x4d\x18" for first in range(0x50, 0x60)))
_ARC = b"filedesc:"
_LOOK_BYTES = 65_536
_ENOUGH_BYTES = 16


def flow_of(stream: Readable, *, name: str) -> Flow:
    """Return the bytes of a WARC file, unpacked.

    Raises:
        Unreadable: If it is empty, no WARC file, or packed with anything but gzip.
    """
    begun = stream.read(CHUNK_BYTES)
    if not begun:
        raise Unreadable(f"{name}: the file is empty. Fetch or save it again.")
    if begun.startswith(_ZSTD):
        raise Unreadable(
            f"{name}: this archive is packed with zstd, which Paradero does not unpack. Unpack it first (zstd -d)."
        )
    packed = begun.startswith(MAGIC)
    first = _inflated(begun) if packed else begun
    if first is not None and not START.search(first[:_LOOK_BYTES]):
        raise Unreadable(_no_warc(first, name, packed=packed))
    return GzipFlow(stream, begun) if packed else PlainFlow(stream, begun)


def _inflated(begun: bytes) -> bytes | None:
    """Return the first bytes of what is packed, `None` where they are broken or few, so that what follows must tell."""
    try:
        first = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(begun, _LOOK_BYTES)
    except zlib.error:
        return None
    return first if len(first) >= _ENOUGH_BYTES else None


def _no_warc(first: bytes, name: str, *, packed: bool) -> str:
    if first.startswith(_ARC):
        return f"{name}: this is an ARC file, the form before WARC. Turn it into WARC first (warcio recompress)."
    seems = looks_like(first)
    what = f"{seems or 'no WARC file'}, packed with gzip" if packed else seems or "no WARC file"
    return (
        f"{name}: this is {what}. A WARC file begins with WARC/1.0 or WARC/1.1; give this one the ending of its kind."
    )
