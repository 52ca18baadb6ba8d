"""Width and height of a picture as its header states them.

A reader of our own and not Pillow's, whose lazy opening is not lazy for every format: to open a WebP picture it reads
the whole file and hands it to libwebp's decoder, and of a JPEG picture it parses the EXIF. What is read here are two
numbers in each of four formats, and nothing else of the file.
"""

import re
import struct

# Start of frame, ITU-T T.81 table B.1, without DHT (C4), JPG (C8) and DAC (CC).
_FRAME = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that stand alone."""
_ENDS = frozenset({0xD9, 0xDA})
"""The end of the picture and the beginning of its data: no frame comes after them."""
_MARKER = re.compile(rb"\xff([^\xff\0])", re.DOTALL)


class CutOff(ValueError):
    """The bytes end before the header states the size."""


def picture_size(head: bytes, *, media_type: str) -> tuple[int, int]:
    """Return width and height, in pixels.

    Args:
        head: The first bytes of the picture.
        media_type: One of JPEG, PNG, GIF, WebP.

    Raises:
        CutOff: If the header goes on after these bytes.
        ValueError: If the header is none of that format.
    """
    try:
        return {"image/jpeg": _jpeg, "image/png": _png, "image/gif": _gif, "image/webp": _webp}[media_type](head)
    except struct.error:
        raise CutOff from None


def _png(head: bytes) -> tuple[int, int]:
    chunk, width, height = struct.unpack_from(">4sII", head, 12)
    return (width, height) if chunk == b"IHDR" else _broken()


def _gif(head: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", head, 6)
    return width, height


def _webp(head: bytes) -> tuple[int, int]:
    """Source: RFC 9649 (the container and VP8L), RFC 6386 section 9.1 (VP8)."""
    chunk, data = struct.unpack_from("4s4x10s", head, 12)
    if chunk == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    if chunk == b"VP8L" and data[0] == 0x2F:  # noqa: PLR2004
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 " and data[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[6:10])
        return width & 0x3FFF, height & 0x3FFF
    return _broken()


def _jpeg(head: bytes) -> tuple[int, int]:
    """Source: ITU-T T.81, annex B. Decoders pass over stray bytes between segments, and so does this."""
    at = 2
    while marker := _MARKER.search(head, at):
        at, code = marker.end(), marker[1][0]
        if code in _BARE:
            continue
        if code in _ENDS:
            return _broken()
        (length,) = struct.unpack_from(">H", head, at)
        if length < 2:  # noqa: PLR2004
            return _broken()
        if code in _FRAME:
            height, width = struct.unpack_from(">HH", head, at + 3)
            return width, height
        at += length
    raise CutOff


def _broken() -> tuple[int, int]:
    raise ValueError("the header is not laid out as its format asks")
