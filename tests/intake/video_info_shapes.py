"""Files as yt-dlp writes them, whole and with any wrong thing in any field. Channels and people are invented."""

import json
import string
from typing import Any

from hypothesis import strategies as st

SAVED_AS = "Кадры с берега [Qx7fLm02pZk].info.json"


def video(**fields: Any) -> dict[str, Any]:
    """What yt-dlp writes of one video; a field that is `None` is left away, as yt-dlp does."""
    whole = {
        "id": "Qx7fLm02pZk",
        "title": "Кадры с берега",
        "fulltitle": "Кадры с берега",
        "formats": [
            {"format_id": "18", "url": "https://r4---sn-faro.example/videoplayback?ip=203.0.113.7&sig=A", "ext": "mp4"}
        ],
        "description": "Мать узнала Руслана Дорошенкова.\n\nСнято в мае.",
        "channel": "Вести с переправы",
        "channel_id": "UCperepravy",
        "uploader": "Вести с переправы",
        "duration": 61,
        "webpage_url": "https://www.youtube.com/watch?v=Qx7fLm02pZk",
        "timestamp": 1716416400,
        "upload_date": "20240522",
        "extractor": "youtube",
        "extractor_key": "Youtube",
        "ext": "mp4",
        "vcodec": "avc1.42001E",
        "acodec": "mp4a.40.2",
        "epoch": 1716502800,
        "_type": "video",
        "_version": {"version": "2026.10.26"},
    } | fields
    return {field: value for field, value in whole.items() if value is not None}


def listed(*entries: object, **fields: Any) -> dict[str, Any]:
    whole = {
        "id": "perepravy-29342",
        "title": "Вести с переправы 29342",
        "_type": "playlist",
        "entries": list(entries),
        "webpage_url": "https://t.me/perepravy/29342",
        "extractor": "telegram:embed",
        "extractor_key": "TelegramEmbed",
    } | fields
    return {field: value for field, value in whole.items() if value is not None}


def written(info: object, *, escaped: bool = True) -> str:
    return json.dumps(info, ensure_ascii=escaped)


_WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=8,
)
_RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "id": _WORDS,
    "title": _WORDS,
    "fulltitle": _WORDS,
    "description": _WORDS | st.sampled_from(["a\n\nb", "\r\n\r\n", "Кадры... https://faro.example"]),
    "channel": _WORDS,
    "uploader": _WORDS,
    "timestamp": st.integers() | st.floats(allow_nan=False) | st.text(string.digits, max_size=15),
    "upload_date": st.dates().map(lambda day: day.strftime("%Y%m%d")) | st.text(string.digits, min_size=8, max_size=8),
    "release_timestamp": st.integers(),
    "duration": st.floats(allow_nan=False) | st.integers(),
    "filesize": st.floats(allow_nan=False) | st.integers(),
    "ext": st.sampled_from(["mp4", "webm", "m4a", "../x", ""]),
    "vcodec": st.sampled_from(["none", "vp9"]),
    "webpage_url": st.sampled_from(["https://t.me/perepravy/1", "javascript:1"]) | _WORDS,
    "live_status": st.sampled_from(["is_live", "is_upcoming", "was_live"]),
    "extractor": st.sampled_from(["youtube", "telegram:embed"]),
    "extractor_key": st.sampled_from(["Youtube", "TelegramEmbed"]),
    "formats": st.lists(st.fixed_dictionaries({"url": _WORDS}), max_size=3),
    "comments": st.lists(st.fixed_dictionaries({"author": _WORDS}), max_size=3),
    "_type": st.sampled_from(["video", "playlist", "url", "multi_video"]),
}
VIDEOS = st.fixed_dictionaries({}, optional={field: values | ANYTHING for field, values in _RIGHT.items()})
INFOS = st.recursive(
    VIDEOS,
    lambda inner: VIDEOS.flatmap(
        lambda whole: st.lists(inner | ANYTHING, max_size=3).map(lambda entries: whole | {"entries": entries})
    ),
    max_leaves=4,
).map(lambda info: {"id": "x", "extractor_key": "Youtube"} | info)
