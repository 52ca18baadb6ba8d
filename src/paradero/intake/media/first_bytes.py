"""What bytes are by their first few: pictures, videos and sounds, and what is refused by its name.

One table for both, so that no file is taken in under one name and refused under another. File names say nothing here:
they are whatever somebody typed.
"""

import re
from dataclasses import dataclass

from paradero.intake.media.mpeg_frames import is_mpeg_sound

LOOK_BYTES = 4096
"""How many of the first bytes tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaKind:
    """What a picture, video or sound is. A container that may hold pictures counts as a video."""

    kind: str
    """`"JPEG picture"`, `"MP4 video"` ..."""
    media_type: str
    """As registered with IANA, or else in use: `"image/jpeg"`."""

    @property
    def family(self) -> str:
        """`"image"`, `"video"` or `"audio"`."""
        return self.media_type.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What bytes begin like."""

    said: str
    """`"a JPEG picture"`, for a sentence."""
    media: MediaKind | None
    """`None` where it is refused."""


_BOX = rb"\0\0..ftyp"
_PICTURE_CODECS = rb"\x80theora|OVP80|BBCD\0"  # in one of the pages that open an Ogg file, RFC 3533 section 4

# Brands and boxes: ISO/IEC 14496-12 and the register at mp4ra.org. Ogg: RFC 3533, 5334, 7845. Matroska: RFC 9559.
TABLE: tuple[tuple[bytes, str, str | None], ...] = (
    (rb"\xff\xd8\xff", "a JPEG picture", "image/jpeg"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture", "image/png"),
    (rb"GIF8[79]a", "a GIF picture", "image/gif"),
    (rb"RIFF.{4}WEBP", "a WebP picture", "image/webp"),
    (rb"RIFF.{4}WAVE", "a WAVE sound", "audio/wav"),
    (rb"RIFF.{4}AVI ", "an AVI video", None),
    (rb"(?:II\*\0|MM\0\*)", "a TIFF picture", None),
    (rb"BM.{4}\0\0\0\0", "a BMP picture", None),
    (_BOX + rb"(?:he(?:ic|ix|im|is|vc|vx)|mif1|msf1|avi[fs])", "a HEIF picture", None),
    (_BOX + rb"crx ", "a raw Canon picture", None),
    (_BOX + rb"M4[ABP] ", "an M4A sound", "audio/mp4"),
    (_BOX + rb"3g", "a 3GP video", "video/3gpp"),
    (_BOX + rb"qt  ", "a QuickTime video", "video/quicktime"),
    (_BOX + rb"|[\0-\x08].{3}(?:styp|sidx|moof)", "an MP4 video", "video/mp4"),
    (rb"[\0-\x08].{3}(?:moov|mdat|wide|pnot|skip|free)", "a QuickTime video", "video/quicktime"),
    (rb"\x1aE\xdf\xa3.{0,64}?B\x82.{1,8}?webm", "a WebM video", "video/webm"),
    (rb"\x1aE\xdf\xa3", "a Matroska video", "video/matroska"),
    (rb"OggS\0.{22,1000}?(?:" + _PICTURE_CODECS + rb")", "an Ogg video", "video/ogg"),
    (rb"OggS\0.{22,200}?OpusHead", "an Ogg Opus sound", "audio/ogg"),
    (rb"OggS\0", "an Ogg sound", "audio/ogg"),
    (rb"ID3[\x02-\x04][\0-\xfe].[\0-\x7f]{4}", "an MP3 sound", "audio/mpeg"),
    (rb"fLaC\0", "a FLAC sound", None),
    (rb"#!AMR", "an AMR sound", None),
    (rb"FLV\x01", "a Flash video", None),
    (rb"0&\xb2u\x8ef\xcf\x11", "a Windows Media file", None),
    (rb"%PDF-", "a PDF document", None),
    (rb"PK\x03\x04|PK\x05\x06", "a ZIP archive or an office document", None),
    (rb"\x1f\x8b", "a gzip archive", None),
    (rb"BZh[1-9]", "a bzip2 archive", None),
    (rb"\xfd7zXZ\0", "an xz archive", None),
    (rb"\x28\xb5\x2f\xfd", "a zstd archive", None),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", None),
    (rb"Rar!\x1a\x07", "a RAR archive", None),
    (rb"SQLite format 3\0", "an SQLite database", None),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", None),
    (rb"\x7fELF|MZ.{58,}PE\0\0", "a program", None),
    (rb"\{\\rtf", "a rich-text (RTF) document", None),
    (rb"WARC/[01]\.", "a WARC web archive", None),
)


def _look(said: str, media_type: str | None) -> Look:
    kind = said.partition(" ")[2]
    return Look(said=said, media=MediaKind(kind=kind, media_type=media_type) if media_type else None)


_LOOKS = tuple(_look(said, media_type) for _, said, media_type in TABLE)
_MPEG_SOUND = _look("an MP3 sound", "audio/mpeg")
# One pattern with a group for each row: the first that fits counts, and a text is passed by in one go.
_BEGINS = re.compile(b"|".join(b"(" + pattern + b")" for pattern, _, _ in TABLE), re.DOTALL)
KINDS = tuple(dict.fromkeys(look.media for look in (*_LOOKS, _MPEG_SOUND) if look.media))
"""Every kind of media that is taken in."""


def look_at(data: bytes) -> Look | None:
    """Return what bytes begin like, or `None` where they may be text."""
    head = data[:LOOK_BYTES]
    found = _BEGINS.match(head)
    if found and found.lastindex:
        return _LOOKS[found.lastindex - 1]
    return _MPEG_SOUND if is_mpeg_sound(head) else None


def media_kind(head: bytes) -> MediaKind | None:
    """Return what picture, video or sound begins with these bytes, or `None` where none does that is taken in.

    >>> media_kind(b"OggS" + bytes(24) + b"OpusHead")
    MediaKind(kind='Ogg Opus sound', media_type='audio/ogg')
    """
    look = look_at(head)
    return look.media if look else None
