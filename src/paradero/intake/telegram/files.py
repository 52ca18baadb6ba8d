"""The pictures, videos and sounds of a message: what is known of them, never the thing itself (rule R1)."""

import re
from collections.abc import Iterator, Mapping

from paradero.intake.json_fields import words
from paradero.intake.telegram.values import Message, count
from paradero.terms.report import Media

_KINDS = {
    "video_file": "video",
    "video_message": "video",
    "animation": "video",
    "voice_message": "audio",
    "audio_file": "audio",
}
# What stands in place of a path when whoever exported left the files out, when one was too large, when one was gone.
_NOT_HERE = re.compile(r"(?:^|\s)\((?:File|Photo) (?:not included|exceeds maximum size|unavailable)\b[^()]*\)$")


def media(message: Message, beside: Mapping[str, str]) -> Iterator[Media]:
    """Yield what a message shows or lets hear; stickers and other files are none of it.

    Args:
        message: One of the export's.
        beside: SHA-256 of the files that came with the export, by their paths in it.
    """
    if picture := words(message.get("photo")):
        yield Media(
            kind="image",
            address=_path(picture),
            size_bytes=count(message.get("photo_file_size")),
            sha256=beside.get(picture),
        )
    file, kind = words(message.get("file")), _kind(message)
    if file and kind:
        yield Media(
            kind=kind,
            address=_path(file) or words(message.get("file_name")),
            size_bytes=count(message.get("file_size")),
            duration_s=count(message.get("duration_seconds")),
            sha256=beside.get(file),
        )


def album_kind(message: Message) -> str | None:
    """Return what kind of album a message could be a part of; `None` for what Telegram shows by itself only."""
    if words(message.get("photo")):
        return "pictures and videos"
    if not words(message.get("file")):
        return None
    named = words(message.get("media_type"))
    return {None: "files", "video_file": "pictures and videos", "audio_file": "sounds"}.get(named)


def _path(written: str) -> str | None:
    return None if _NOT_HERE.search(written) else written


def _kind(message: Message) -> str | None:
    named = message.get("media_type")
    if named:
        return _KINDS.get(words(named) or "")
    family = (words(message.get("mime_type")) or "").lower().partition("/")[0]
    return family if family in {"image", "video", "audio"} else None
