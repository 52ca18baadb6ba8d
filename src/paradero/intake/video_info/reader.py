"""The reader of what yt-dlp writes down about a video (`.info.json`) or a list of them: one report a video.

The fields are those that yt-dlp's own documentation names: https://github.com/yt-dlp/yt-dlp, README.md under "Output
template", and the class `InfoExtractor` in yt_dlp/extractor/common.py.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from paradero.intake.item_reader import Declared, JsonReader, published
from paradero.intake.json_fields import mapped, words
from paradero.intake.json_text import Text
from paradero.intake.paragraphs import paragraphs
from paradero.intake.unreadable import Unreadable
from paradero.intake.video_info.files import saved_file
from paradero.intake.video_info.personal import is_personal
from paradero.intake.video_info.titles import own_title
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

PLATFORMS = {
    "Bluesky": "Bluesky",
    "Dailymotion": "Dailymotion",
    "Facebook": "Facebook",
    "Instagram": "Instagram",
    "Odnoklassniki": "Odnoklassniki",
    "Rumble": "Rumble",
    "Rutube": "Rutube",
    "Telegram": "Telegram",
    "TikTok": "TikTok",
    "Twitter": "X",
    "Vimeo": "Vimeo",
    "VK": "VK",
    "Youtube": "YouTube",
    "ZenYandex": "Dzen",
}
"""What the names of yt-dlp's extractors begin with to the platform; the site of an outlet is none."""

_LISTS = frozenset({"playlist", "multi_video"})
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# Ten digits reach the year 2286: a moment in milliseconds, which some extractors give, is none.
_MOMENT = re.compile(r"[0-9]{1,10}(?:\.[0-9]+)?")
_EPOCH = date(1970, 1, 1)
# Nothing stands before the host: that would be somebody's log-in.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"@/?#]{3,200}(?:[/?#][^\s<>\"]{0,2000})?", re.IGNORECASE)
_BREAK = "\n\n"


def read_video_info(value: Any, text: str, name: str, declared: Declared) -> tuple[Report, ...]:
    """Return a report for every video that says something or was saved.

    Raises:
        Unreadable: If it is a list without its videos, or no video says anything or was saved.
    """
    videos = _videos(value, name, in_list=False)
    reports = tuple(
        report for info, in_list in videos if (report := _report(info, text, name, declared, in_list=in_list))
    )
    if not reports:
        raise Unreadable(f"{name}: no video in this yt-dlp info file has a title, a description or a file.")
    return reports


def _videos(info: dict[str, Any], name: str, *, in_list: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the videos of a list and of the lists in it, with whether they stand in one; a video yields itself."""
    if "entries" not in info and words(info.get("_type")) not in _LISTS:
        yield info, in_list
        return
    if not isinstance(info.get("entries"), list):
        raise Unreadable(
            f"{name}: this is yt-dlp's file about a list, and the list's videos are not in it. Take in the .info.json "
            "of each video."
        )
    for place, entry in enumerate(info["entries"], start=1):
        if isinstance(entry, dict):
            yield from _videos(entry, name, in_list=True)
        elif entry is not None:  # a video that could not be had is null
            raise Unreadable(f"{name}: entry {place:,} of this yt-dlp list is no video. Save the list again.")


def _report(info: dict[str, Any], sealed: str, name: str, declared: Declared, *, in_list: bool) -> Report | None:
    title, description = own_title(info), info.get("description")
    body = description if isinstance(description, Text) and description.strip() else None
    text, pieces = mapped([title, _BREAK, body] if title and body else [title or body or ""], sealed)
    media = saved_file(info, name=name, in_list=in_list, declared=declared)
    if not text and not media:
        return None
    published_on, known_from = published(_day(info), declared, stated_by=DateKnownFrom.EXPORT)
    author = words(info.get("uploader"))
    source = words(info.get("channel")) or author or declared.source
    return Report(
        text=text,
        blocks=tuple(_blocks(text, title)),
        pieces=pieces,
        source=source,
        author=author if author != source else None,
        address=_address(info.get("webpage_url")),
        platform=_platform(info),
        published_on=published_on,
        date_known_from=known_from,
        media=(media,) if media else (),
    )


def _blocks(text: str, title: str | None) -> Iterator[Block]:
    if title:
        start = len(title) - len(title.lstrip())
        yield Block(span=Span(start, start + len(title.strip())), kind=BlockKind.TITLE)
    for span in paragraphs(text, start=len(title or "")):
        yield Block(span=span, kind=BlockKind.BODY)


def _platform(info: dict[str, Any]) -> str | None:
    extractor = words(info.get("extractor_key")) or words(info.get("ie_key")) or ""
    return next((platform for key, platform in PLATFORMS.items() if extractor.startswith(key)), None)


def _address(value: Any) -> str | None:
    address = words(value)
    return address if address and _WEB_ADDRESS.fullmatch(address) else None


def _day(info: dict[str, Any]) -> date | None:
    """Return the day of publication in UTC: by the moment, else by the day as written, else by that of the release."""
    return (
        _day_of_moment(info.get("timestamp"))
        or _written_day(info.get("upload_date"))
        or _day_of_moment(info.get("release_timestamp"))
        or _written_day(info.get("release_date"))
    )


def _day_of_moment(value: Any) -> date | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or not _MOMENT.fullmatch(str(value)):
        return None
    return (_EPOCH + timedelta(seconds=float(value))) if float(value) else None


def _written_day(value: Any) -> date | None:
    written = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date(*(int(part) for part in written.groups())) if written else None
    except ValueError:
        return None


def _knows(value: Any) -> bool:
    return isinstance(value, dict) and {"id", "extractor_key"} <= value.keys()


VIDEO_INFO = JsonReader(
    kind="yt-dlp info file", name="paradero yt-dlp info 1", knows=_knows, read=read_video_info, personal=is_personal
)
