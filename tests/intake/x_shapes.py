"""Posts of X in the shapes in which they are saved, of invented accounts; and anything else in their places."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

_FIRST_MILLISECOND = 1_716_372_000_000 - 1_288_834_974_657
"""22 May 2024, 10:00 UTC, as numbers of posts count."""


def number(nth: int) -> str:
    """The number of a post of 22 May 2024, or of an account."""
    return str((_FIRST_MILLISECOND + nth) << 22)


IRYNA = {"rest_id": number(101), "screen_name": "iryna_vyhadka", "name": "Iryna Sukhodil"}
FARO = {"rest_id": number(102), "screen_name": "faro_inventado", "name": "El Faro del Sur"}
VESTI = {"rest_id": number(103), "screen_name": "vesti_vymysel", "name": "Вести с переправы"}

FIRST, SECOND, THIRD, FOURTH = (number(nth) for nth in range(1, 5))


# As the pages of X are given them.


def user(account: dict[str, str]) -> dict[str, Any]:
    """A user since 2025: before, the names were in `legacy`."""
    names = {"screen_name": account["screen_name"], "name": account["name"]}
    return {"result": {"__typename": "User", "rest_id": account["rest_id"], "core": names, "legacy": {}}}


def user_until_2025(account: dict[str, str]) -> dict[str, Any]:
    names = {"screen_name": account["screen_name"], "name": account["name"]}
    return {"result": {"__typename": "User", "rest_id": account["rest_id"], "legacy": names}}


def post(
    said: str, *, of: str = FIRST, by: dict[str, str] = IRYNA, beside: Any = None, **legacy: Any
) -> dict[str, Any]:
    """A post: what is named lies in its `legacy`, and `beside` beside that."""
    return {
        "__typename": "Tweet",
        "rest_id": of,
        "core": {"user_results": user(by)},
        "edit_control": {"edit_tweet_ids": [of]},
        "legacy": {
            "created_at": "Wed May 22 10:00:00 +0000 2024",
            "full_text": said,
            "id_str": of,
            "user_id_str": by["rest_id"],
            "entities": {"urls": [], "user_mentions": []},
            **legacy,
        },
        **(beside or {}),
    }


def flat(saved: dict[str, Any]) -> dict[str, Any]:
    """The same post as X gives it since 2026."""
    legacy = saved["legacy"]
    return {**{key: value for key, value in saved.items() if key != "legacy"}, "legacy": None, **legacy}


def in_details(saved: dict[str, Any]) -> dict[str, Any]:
    """The same post as the first page of a visit holds it: its number is the only date that is written as it was."""
    legacy = saved["legacy"]
    details = {"full_text": legacy["full_text"], "created_at_ms": 1_716_372_000_000}
    return {key: value for key, value in saved.items() if key != "legacy"} | {"details": details}


def timeline(*posts: Any) -> dict[str, Any]:
    entries = [
        {
            "entryId": f"tweet-{place}",
            "content": {
                "__typename": "TimelineTimelineItem",
                "itemContent": {"__typename": "TimelineTweet", "tweet_results": {"result": each}},
            },
        }
        for place, each in enumerate(posts)
    ]
    instructions = [{"type": "TimelineClearCache"}, {"type": "TimelineAddEntries", "entries": entries}]
    return {"data": {"user": {"result": {"timeline": {"timeline": {"instructions": instructions}}}}}}


def limited(saved: dict[str, Any]) -> dict[str, Any]:
    inner = {key: value for key, value in saved.items() if key != "__typename"}
    return {"__typename": "TweetWithVisibilityResults", "tweet": inner}


def note(said: str, **entities: Any) -> dict[str, Any]:
    return {"note_tweet": {"note_tweet_results": {"result": {"text": said, "entity_set": entities}}}}


def video(**fields: Any) -> dict[str, Any]:
    return {
        "type": "video",
        "media_key": "13_1",
        "media_url_https": "https://pbs.example/still.jpg",
        "video_info": {
            "duration_millis": 33_500,
            "variants": [
                {"content_type": "application/x-mpegURL", "url": "https://video.example/list.m3u8"},
                {"content_type": "video/mp4", "bitrate": 256_000, "url": "https://video.example/small.mp4"},
                {"content_type": "video/mp4", "bitrate": 2_176_000, "url": "https://video.example/large.mp4"},
            ],
        },
    } | fields


WHOLE_POST = post(
    "Una madre &amp; su hijo https://t.co/a1",
    of=FIRST,
    beside={
        "edit_control": {"edit_control_initial": {"edit_tweet_ids": [FIRST, SECOND]}, "initial_tweet_id": FIRST},
        **note("Una madre & su hijo", urls=[{"expanded_url": "https://b.example/"}]),
        "article": {
            "article_results": {
                "result": {
                    "title": "La madre",
                    "preview_text": "La",
                    "content_state": {"blocks": [{"text": "Galina."}]},
                }
            }
        },
        "quoted_status_result": {
            "result": post(
                "RT @faro_inventado: Una…",
                of=THIRD,
                by=VESTI,
                retweeted_status_result={"result": post("Una madre &lt;3", of=SECOND, by=FARO)},
                retweeted_status_id_str=SECOND,
            )
        },
        "quotedRefResult": {"result": {"__typename": "Tweet", "rest_id": THIRD}},
    },
    extended_entities={
        "media": [
            video(
                source_status_id_str=FOURTH,
                source_user_id_str=VESTI["rest_id"],
                ext_alt_text="Un hombre",
                expanded_url=f"https://x.com/vesti_vymysel/status/{FOURTH}/video/1",
                additional_media_info={"source_user": {"user_results": user(VESTI)}},
                media_results={
                    "result": {"media_info": {"__typename": "ApiVideo", "duration_millis": 1, "variants": []}}
                },
            )
        ]
    },
    entities={
        "urls": [{"url": "https://t.co/a1", "expanded_url": "https://faro.example/captura"}],
        "user_mentions": [{"id_str": FARO["rest_id"], "screen_name": "faro_inventado"}],
    },
    in_reply_to_status_id_str=FOURTH,
    in_reply_to_screen_name="vesti_vymysel",
    in_reply_to_user_id_str=VESTI["rest_id"],
    quoted_status_id_str=THIRD,
    quoted_status_permalink={"expanded": f"https://twitter.com/vesti_vymysel/status/{THIRD}"},
)
"""Every field that is read, with something in it."""


# As the API answers them.


def api_user(account: dict[str, str]) -> dict[str, str]:
    return {"id": account["rest_id"], "username": account["screen_name"], "name": account["name"]}


def api_post(said: str, *, of: str = FIRST, by: dict[str, str] | None = IRYNA, **fields: Any) -> dict[str, Any]:
    author = {"author_id": by["rest_id"]} if by else {}
    return (
        {"id": of, "text": said, "edit_history_tweet_ids": [of], "created_at": "2024-05-22T10:00:00.000Z"}
        | author
        | fields
    )


def answer(*posts: Any, **includes: Any) -> dict[str, Any]:
    users = [api_user(each) for each in (IRYNA, FARO, VESTI)]
    return {"data": list(posts), "includes": {"users": users} | includes, "meta": {"result_count": len(posts)}}


WHOLE_ANSWER = answer(
    api_post("RT @faro_inventado: Una…", of=THIRD, referenced_tweets=[{"type": "retweeted", "id": SECOND}]),
    api_post(
        "Una madre &amp; su hijo https://t.co/a1",
        note_tweet={"text": "Una madre &amp; su hijo", "entities": {"urls": [{"expanded_url": "https://b.example/"}]}},
        referenced_tweets=[{"type": "quoted", "id": THIRD}, {"type": "replied_to", "id": FOURTH}],
        in_reply_to_user_id=VESTI["rest_id"],
        entities={
            "urls": [
                {
                    "url": "https://t.co/a1",
                    "expanded_url": "https://faro.example/a",
                    "unwound_url": "https://c.example/",
                }
            ]
        },
        attachments={"media_keys": ["13_1", "3_2"], "media_source_tweet_id": [FOURTH]},
        edit_history_tweet_ids=[FIRST, SECOND],
        username="iryna_vyhadka",
    ),
    tweets=[api_post("Una madre", of=SECOND, by=FARO)],
    media=[
        {
            "media_key": "13_1",
            "type": "video",
            "duration_ms": 33_500,
            "alt_text": "Un hombre",
            "preview_image_url": "https://pbs.example/still.jpg",
            "variants": [{"bit_rate": 632_000, "content_type": "video/mp4", "url": "https://video.example/a.mp4"}],
        },
        {"media_key": "3_2", "type": "photo", "url": "https://pbs.example/p.jpg"},
    ],
)
"""Every field that is read, with something in it."""


# Anything else in their places.

HUGE = "1e999"
"""Stands in for a number that no machine holds: JSON can write it, Python cannot."""
WRONG: tuple[Any, ...] = (
    *(None, True, -1, 2**63, "@huge", "", "x\0\ud800", "9" * 19, "javascript:alert(1)"),
    *([], [[]], [{}], {}, {"result": {"tweet": []}}),
)

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
TEXTS = st.lists(
    st.sampled_from(["&", "&amp;", "&lt;", "&gt;", "amp;", "lt", ";", "\n", "\n\n", " ", "é", "😀", '"', "\\"]) | WORDS,
    max_size=8,
).map("".join)
ANYTHING = st.recursive(
    st.sampled_from(WRONG) | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every member and element of a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*above, key)
        yield from places(each, (*above, key))


def put(value: Any, place: tuple[Any, ...], instead: Any) -> Any:
    """A copy of a JSON value with something else in one place."""
    changed = copy.deepcopy(value)
    inside = changed
    for key in place[:-1]:
        inside = inside[key]
    inside[place[-1]] = instead
    return changed


def written(value: Any, *, escaped: bool = False) -> str:
    """A JSON value as the text of a file, with half a character only as an escape, for no file can hold one.

    Many tools write more escapes than JSON needs, also of the `&` that begins one of X.
    """
    text = json.dumps(value, ensure_ascii=escaped).replace('"@huge"', HUGE).replace("\ud800", "\\ud800")
    return text.replace("&", "\\u0026") if escaped else text


def _changed(whole: Any) -> st.SearchStrategy[Any]:
    """A file with several members changed, one after another; one that is gone by then stays gone."""

    def change(changes: list[tuple[tuple[Any, ...], Any]]) -> Any:
        value = whole
        for place, instead in changes:
            if place in set(places(value)):
                value = put(value, place, instead)
        return value

    ways = sorted(places(whole), key=repr)
    return st.lists(st.tuples(st.sampled_from(ways), ANYTHING), min_size=1, max_size=5).map(change)


def _posts(said: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.builds(post, said, of=st.sampled_from([FIRST, SECOND, THIRD]), by=st.sampled_from([IRYNA, FARO, VESTI]))


PAGES = _changed(timeline(WHOLE_POST)) | st.lists(_posts(TEXTS), max_size=4).map(lambda posts: timeline(*posts))
"""What a browser may have saved of X's pages."""
ANSWERS = _changed(WHOLE_ANSWER) | st.lists(
    st.builds(api_post, TEXTS, of=st.sampled_from([FIRST, SECOND])), max_size=4
).map(lambda posts: answer(*posts))
"""What a tool may have saved of X's API."""
