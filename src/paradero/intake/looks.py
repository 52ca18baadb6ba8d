"""What bytes look like from their first few, so that a refusal can name it."""

from paradero.intake.media.first_bytes import look_at

TAKEN_IN = "plain text, HTML pages, exports of posts and videos as JSON, pictures, videos and sounds"
"""What a refusal says Paradero takes in."""


def looks_like(data: bytes) -> str | None:
    """Return what the bytes begin like ("a ZIP archive"), or `None` where they may be text."""
    look = look_at(data)
    return look.said if look else None
