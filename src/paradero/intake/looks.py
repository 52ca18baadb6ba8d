"""What bytes look like from their first few, so that a refusal can name it."""

import re

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"\xff\xd8\xff", "a JPEG picture"),
    (rb"\x89PNG\r\n", "a PNG picture"),
    (rb"GIF8[79]a", "a GIF picture"),
    (rb"RIFF.{4}WEBP", "a WebP picture"),
    (rb"RIFF.{4}AVI ", "an AVI video"),
    (rb"RIFF.{4}WAVE", "a WAVE sound"),
    (rb"(?:II\*\0|MM\0\*)", "a TIFF picture"),
    (rb"BM.{4}\0\0\0\0", "a BMP picture"),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", "a HEIF picture"),
    (rb".{4}ftyp", "an MP4 video"),
    (rb"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (rb"OggS", "an Ogg sound or video"),
    (rb"ID3|\xff[\xfb\xf3\xf2]", "an MP3 sound"),
    (rb"%PDF-", "a PDF document"),
    (rb"PK\x03\x04|PK\x05\x06", "a ZIP archive or an office document"),
    (rb"\x1f\x8b", "a gzip archive"),
    (rb"BZh[1-9]", "a bzip2 archive"),
    (rb"\xfd7zXZ\0", "an xz archive"),
    (rb"\x28\xb5\x2f\xfd", "a zstd archive"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a\x07", "a RAR archive"),
    (rb"SQLite format 3\0", "an SQLite database"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (rb"\x7fELF|MZ.{58,}PE\0\0", "a program"),
    (rb"\{\\rtf", "a rich-text (RTF) document"),
    (rb"WARC/[01]\.", "a WARC web archive"),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL), name) for pattern, name in _SIGNATURES)
_LOOK_BYTES = 512


def looks_like(data: bytes) -> str | None:
    """Return what the bytes begin like ("a JPEG picture"), or `None` where they may be text."""
    head = data[:_LOOK_BYTES]
    return next((name for pattern, name in _COMPILED if pattern.match(head)), None)


def is_media(media_type: str) -> bool:
    """Tell whether a media type is of a picture, a video or a sound: sealed, and never read."""
    return media_type.partition("/")[0] in {"image", "video", "audio"}
