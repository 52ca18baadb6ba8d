"""The title a video was published under: not one that yt-dlp made, nor the description over again."""

import re
from typing import Any

from paradero.intake.json_fields import words
from paradero.intake.json_text import Text

_ADDRESS = re.compile(r"\s*https?://\S+")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")


def own_title(info: dict[str, Any]) -> Text | None:
    """Return the title of a video, or `None` where it has none of its own.

    Posts have no titles: for those of Telegram and X, yt-dlp takes the text, whole or cut, with the poster before it.
    """
    # `fulltitle` is the title without the moment that yt-dlp adds to a live stream's, and empty where it made one.
    title = info.get("fulltitle", info.get("title"))
    if not isinstance(title, Text) or not title.strip() or _is_made(title, info) or _is_description(title, info):
        return None
    return title


def _is_made(title: str, info: dict[str, Any]) -> bool:
    extractor, channel = words(info.get("extractor")) or "", words(info.get("channel"))
    numbered = f"{extractor.replace(':', '-')} video #{info.get('id')}"
    return title in {numbered, f"Video by {channel}", f"Post by {channel}"}


def _is_description(title: str, info: dict[str, Any]) -> bool:
    description = info.get("description")
    if not isinstance(description, str):
        return False
    whole = _plain(description)
    poster = words(info.get("uploader"))
    said = _plain(title)
    for text in (said, said.removeprefix(f"{poster} - ")):
        beginning = _CUT.sub("", text)
        if text == whole or (beginning != text and whole.startswith(beginning)):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(_ADDRESS.sub("", text).split())
