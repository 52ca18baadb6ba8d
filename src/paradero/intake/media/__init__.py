"""Pictures, videos and sounds: told by their first bytes and sealed as they are; nothing is decoded here."""

from paradero.intake.media.first_bytes import MediaKind, media_kind
from paradero.intake.media.recognising import (
    HEAD_BYTES,
    LARGEST_MEDIA_BYTES,
    MEDIA_READER,
    MOST_PIXELS,
    open_media,
    recognise_media,
)

__all__ = [
    "HEAD_BYTES",
    "LARGEST_MEDIA_BYTES",
    "MEDIA_READER",
    "MOST_PIXELS",
    "MediaKind",
    "media_kind",
    "open_media",
    "recognise_media",
]
