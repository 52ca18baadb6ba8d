"""Headers of pictures, byte for byte, and a photograph that says where it was taken."""

import struct
import zlib


def png(width: int, height: int, *, first: bytes = b"IHDR") -> bytes:
    body = first + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b";"


def jpeg(width: int, height: int, *, before: bytes = b"", frame: int = 0xC0) -> bytes:
    """`before` stands between the beginning of the picture and its frame."""
    start = b"\xff\xd8" + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return start + before + segment(frame, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0") + b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _riff(chunk: bytes, data: bytes) -> bytes:
    body = b"WEBP" + chunk + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_lossy(width: int, height: int, *, start: bytes = b"\x9d\x01\x2a") -> bytes:
    return _riff(b"VP8 ", b"\xb0\x0e\0" + start + struct.pack("<HH", width, height) + bytes(6))


def webp_lossless(width: int, height: int) -> bytes:
    return _riff(b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(6))


def webp_extended(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _riff(b"VP8X", b"\x10\0\0\0" + size)


CAMERA = b"Faro Camera 9000"
TAKEN_AT = b"2024:05:22 21:40:10"
NORTH = (50, 27, 1)


def photograph() -> bytes:
    """Return a JPEG picture whose EXIF names camera, moment and place (TIFF 6.0, EXIF 2.3)."""
    entries = 4
    after = 8 + 2 + entries * 12 + 4
    texts = CAMERA + b"\0" + TAKEN_AT + b"\0"
    gps_at = after + len(texts)
    first = [
        (0x0110, 2, len(CAMERA) + 1, after),
        (0x0132, 2, len(TAKEN_AT) + 1, after + len(CAMERA) + 1),
        (0x0112, 3, 1, 6 << 16),
        (0x8825, 4, 1, gps_at),
    ]
    place = b"".join(struct.pack(">II", part, 1) for part in NORTH)
    gps = [(0x0001, 2, 2, ord("N") << 24), (0x0002, 5, 3, gps_at + 2 + 2 * 12 + 4)]
    tiff = b"MM\0*" + struct.pack(">I", 8) + _directory(first) + texts + _directory(gps) + place
    return jpeg(4000, 3000, before=segment(0xE1, b"Exif\0\0" + tiff))


def _directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    return struct.pack(">H", len(entries)) + b"".join(struct.pack(">HHII", *each) for each in entries) + bytes(4)
