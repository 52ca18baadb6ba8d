"""Exports of Telegram Desktop, made up: single ones to say something with, and strategies for whole strange ones."""

import json
from typing import Any

from hypothesis import strategies as st

CHANNEL = "Шукай своїх разом"
NOT_HERE = (
    "(File not included. Change data exporting settings to download.)",
    "(File exceeds maximum size. Change data exporting settings to download.)",
    "(File unavailable, please try again later)",
)
"""What Telegram Desktop writes where a path would stand."""


def message(**fields: Any) -> dict[str, Any]:
    """Return a message as exports before version 3.7.6 have it."""
    return {"id": 7, "type": "message", "date": "2024-05-22T23:40:10", "from": CHANNEL, "text": ""} | fields


def dated(seconds: int = 1_716_410_410, **fields: Any) -> dict[str, Any]:
    """Return a message as today's exports have it, with its moment; the local date is three hours ahead of UTC."""
    return message(date_unixtime=str(seconds), from_id="channel1500000001", text_entities=[]) | fields


def export(*messages: dict[str, Any], escaped: bool = False, **chat: Any) -> str:
    whole = {"name": CHANNEL, "type": "public_channel", "id": 1500000001, "messages": list(messages)} | chat
    return json.dumps(whole, ensure_ascii=escaped, indent=1)


STAND_IN = "\ue000"
"""Becomes one of the exporter's own escapes, which no JSON writer can be made to write."""
WORDS = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from([STAND_IN, "\n"]), max_size=20
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def mostly(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return values of which one in twenty is of another kind altogether."""
    return st.integers(0, 19).flatmap(lambda draw: ANYTHING if draw == 13 else values)


RUN = mostly(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["bold", "link", "text_link", "mention_name", "phone", "custom_emoji", "plain"])},
        optional={
            "text": mostly(
                WORDS | st.sampled_from(["https://elfaro.example/n/1", "t.me/c/15/7", "http://[", "+34 600"])
            ),
            "href": mostly(st.sampled_from(["https://elfaro.example/n/1", "tg://user?id=1", "javascript:0", "//x"])),
            "user_id": st.integers(),
            "document_id": WORDS,
            "collapsed": st.booleans(),
        },
    )
    | WORDS,
)
SECONDS = st.sampled_from(
    [*["1716410410"] * 6, "1716410411", 1716410410, "0", "-1", "99999999999999", "x", "١٢٣", 2**80]
)
LOCAL = st.sampled_from(
    [*["2024-05-22T23:40:10"] * 4, "2024-05-22", "2024-05-32T00:00:00", "1970-01-01T03:00:00", "20240522"]
)
PATH = st.sampled_from(["photos/p.jpg", "../../etc/p", "", *NOT_HERE, f"v.mp4 {NOT_HERE[0]}"]) | WORDS
SIZE = st.sampled_from([0, -1, 900, 2**70, 1e308, 0.5])
PERSON = st.sampled_from(["user2", "channel1500000001", "channel15", "chat3", 2, None])
CARD = st.fixed_dictionaries({"first_name": WORDS, "phone_number": WORDS})
REACTION = st.fixed_dictionaries(
    {"type": st.just("emoji"), "count": st.integers()},
    optional={"emoji": WORDS, "recent": mostly(st.lists(st.fixed_dictionaries({"from": WORDS, "from_id": PERSON})))},
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "type": mostly(st.sampled_from(["message"] * 6 + ["service", "unsupported"])),
    "date": mostly(LOCAL),
    "date_unixtime": mostly(SECONDS),
    "edited": mostly(LOCAL),
    "edited_unixtime": mostly(SECONDS),
    "text": mostly(WORDS | st.lists(RUN, max_size=4)),
    "text_entities": mostly(st.lists(RUN, max_size=2)),
    "from": mostly(WORDS | st.just(CHANNEL)),
    "from_id": mostly(PERSON),
    "author": mostly(WORDS),
    "forwarded_from": mostly(WORDS),
    "saved_from": mostly(WORDS),
    "reply_to_message_id": mostly(st.integers()),
    "reply_to_peer_id": mostly(PERSON),
    "via_bot": mostly(WORDS),
    "photo": mostly(PATH),
    "photo_file_size": mostly(SIZE),
    "file": mostly(PATH),
    "file_name": mostly(WORDS),
    "file_size": mostly(SIZE),
    "media_type": mostly(st.sampled_from(["video_file", "animation", "audio_file", "sticker", "voice_message"])),
    "mime_type": mostly(st.sampled_from(["image/png", "VIDEO/mp4", "application/pdf", "/"])),
    "duration_seconds": mostly(SIZE),
    "width": mostly(SIZE),
    "poll": mostly(st.fixed_dictionaries({"question": WORDS, "answers": ANYTHING})),
    "location_information": mostly(st.fixed_dictionaries({"latitude": SIZE, "longitude": SIZE})),
    "place_name": mostly(WORDS),
    "address": mostly(WORDS),
    "contact_information": mostly(CARD),
    "contact_vcard": mostly(PATH),
    "reactions": mostly(st.lists(REACTION, max_size=2)),
    "inline_bot_buttons": ANYTHING,
    "action": mostly(WORDS),
    "actor": mostly(WORDS),
    "actor_id": mostly(PERSON),
    "members": mostly(st.lists(WORDS)),
    "inviter": mostly(WORDS),
}
WRITTEN = {field: FIELDS.pop(field) for field in ("type", "text", "date_unixtime")}
MESSAGE = mostly(st.fixed_dictionaries(WRITTEN, optional=FIELDS))
CHATS = ["public_channel", "private_channel", "public_supergroup", "private_group", "saved_messages"]


@st.composite
def exports(draw: st.DrawFn) -> str:
    """Return the text of an export: numbers in a row as often as not, wrong shapes, and the exporter's own escapes."""
    messages = draw(st.lists(MESSAGE, min_size=1, max_size=6))
    first = draw(st.integers(1, 9))
    for place, each in enumerate(messages):
        if isinstance(each, dict):
            each["id"] = draw(mostly(st.just(first + place)))
    whole = {
        "name": draw(mostly(st.sampled_from([CHANNEL, None]))),
        "type": draw(mostly(st.sampled_from(CHATS))),
        "id": draw(mostly(st.integers(1, 2**40))),
        "messages": messages,
        **draw(st.dictionaries(st.sampled_from(["contacts", "about", "chats", "x"]), ANYTHING, max_size=2)),
    }
    text = json.dumps(whole, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))
    stand_in = json.dumps(STAND_IN)[1:-1] if text.isascii() else STAND_IN
    return text.replace(
        stand_in, draw(st.sampled_from(["\\x0B", "\\x00", "\\x1b", "\\n", "\\u202e", "\\ud800", "\\/"]))
    )
