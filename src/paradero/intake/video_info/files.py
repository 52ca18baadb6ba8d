"""The file in which yt-dlp saved a video."""

import re
from collections.abc import Iterator
from typing import Any

from paradero.intake.item_reader import Declared
from paradero.intake.json_fields import number, words
from paradero.terms.report import Media

_SOUNDS = frozenset(("aac", "aiff", "alac", "flac", "m4a", "m4b", "mka", "mp3", "oga", "ogg", "opus", "wav", "wma"))
_FILMS = frozenset(("3gp", "avi", "flv", "m4v", "mkv", "mov", "mp4", "mpg", "ogv", "ts", "webm", "wmv"))
_ENDING = re.compile(r"[A-Za-z0-9]{1,10}")
_INFO_ENDING = re.compile(r"(?:\.info)?\.json$", re.IGNORECASE)


def saved_file(info: dict[str, Any], *, name: str, in_list: bool, declared: Declared) -> Media | None:
    """Return the video or sound that an info file speaks of, or `None` where there is none yet or none is named.

    It lies beside its info file and has its name, with another ending: the one of a file that came along, since a
    merged or converted video ends otherwise than yt-dlp foretold, else the foretold one. What a list's entry was saved
    as depends on the collector's settings: a file that came along is told by the video's number in brackets, as yt-dlp
    writes it unless told otherwise, and else it is named by that number.
    """
    ending = words(info.get("ext"))
    if not ending or not _ENDING.fullmatch(ending) or info.get("live_status") == "is_upcoming":
        return None
    stem = (in_list and words(info.get("id"))) or _INFO_ENDING.sub("", name)
    foretold = f"{stem}.{ending}"
    came_along = next(_came_along(declared, stem, in_list=in_list), foretold)
    address = foretold if foretold in declared.beside else came_along
    return Media(
        kind=_kind(info, address),
        address=address,
        size_bytes=_whole(info.get("filesize")),
        duration_s=number(info.get("duration")) or None,
        sha256=declared.beside.get(address),
    )


def _came_along(declared: Declared, stem: str, *, in_list: bool) -> Iterator[str]:
    for name in declared.beside:
        before, _, ending = name.rpartition(".")
        same = before.endswith(f"[{stem}]") if in_list else before == stem
        if same and ending.lower() in _SOUNDS | _FILMS:
            yield name


def _kind(info: dict[str, Any], address: str) -> str:
    ending = address.rpartition(".")[2].lower()
    return "audio" if info.get("vcodec") == "none" or ending in _SOUNDS else "video"


def _whole(value: Any) -> int | None:
    size = number(value)
    return None if size is None else int(size)
