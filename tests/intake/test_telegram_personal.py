"""What is nobody's publication never reaches the store, and what was left out is stated."""

import hashlib
import json
import pathlib
from typing import Any

import pytest
from tests.intake.reports import DATA, opened
from tests.intake.telegram_shapes import dated, export

from paradero.intake import Opened
from paradero.intake.telegram.personal import IN_EVERY_EXPORT, IN_GROUPS, IN_SAVED_MESSAGES, Path

ROOT = pathlib.Path(__file__).parents[2]
SOMEBODY = "Iryna Sukhodil +34 600 00 00 00"


def nested(path: Path) -> Any:
    """Return what holds somebody's name under some keys, the innermost in a list, as reactions stand in one."""
    inner: Any = SOMEBODY
    for key in reversed(path):
        inner = [{"count": 1, key: inner}] if key != path[0] else {key: inner}
    return inner


def taken(*fields: dict[str, Any], **chat: Any) -> Opened:
    return opened(export(*(dated(text="Мати") | each for each in fields), **chat), "result.json")


@pytest.mark.parametrize("path", IN_EVERY_EXPORT, ids=".".join)
@pytest.mark.parametrize("kind", ["public_channel", "private_group", "saved_messages"])
def test_what_is_nobodys_publication_is_left_out_of_what_is_sealed(path: Path, kind: str) -> None:
    item = taken(nested(path), {}, nested(path), type=kind)

    assert SOMEBODY.encode() not in item.data
    assert item.reduction is not None
    assert item.reduction.fields == 2 + (3 * 2 if kind == "saved_messages" else 0)
    assert [report.text for report in item.reports] == ["Мати"] * 3


@pytest.mark.parametrize("path", IN_GROUPS, ids=".".join)
def test_whoever_joined_left_or_pinned_in_a_group_stays_out(path: Path) -> None:
    """Who is among families that search is nobody's business; a channel's notices are the channel's own."""
    assert SOMEBODY.encode() not in taken(nested(path), type="private_supergroup").data
    assert SOMEBODY.encode() in taken(nested(path), type="private_channel").data


@pytest.mark.parametrize("path", IN_SAVED_MESSAGES, ids=".".join)
def test_whoever_kept_saved_messages_stays_out(path: Path) -> None:
    assert SOMEBODY.encode() not in taken(nested(path), type="saved_messages").data


@pytest.mark.parametrize(
    "stays",
    [
        {"from": SOMEBODY},
        {"from_id": SOMEBODY},
        {"author": SOMEBODY},
        {"forwarded_from": SOMEBODY},
        {"saved_from": SOMEBODY},
        {"reply_to_peer_id": SOMEBODY},
        {"via_bot": SOMEBODY},
        {"text": SOMEBODY},
        {"text": [{"type": "phone", "text": SOMEBODY}]},
        {"place_name": SOMEBODY},
        {"poll": {"question": SOMEBODY, "answers": [{"text": SOMEBODY, "voters": 3, "chosen": True}]}},
        {"reactions": [{"type": "emoji", "emoji": SOMEBODY, "count": 3}]},
    ],
)
@pytest.mark.parametrize("kind", ["public_channel", "private_group"])
def test_what_was_published_is_sealed_as_it_came(stays: dict[str, Any], kind: str) -> None:
    """A copy that lacks nothing is the better evidence."""
    written = export(dated(text="Мати") | stays, type=kind).encode()
    item = opened(written, "result.json")

    assert item.data == written
    assert item.reduction is None


def test_a_telephone_number_stays_out_wherever_a_message_holds_one() -> None:
    item = taken({"text": ["Мати", {"type": "bold", "text": "!", "phone_number": SOMEBODY}]})

    assert SOMEBODY.encode() not in item.data


@pytest.mark.parametrize("key", ["recent", "re\\u0063ent", "\\u0072\\u0065\\u0063\\u0065\\u006e\\u0074"])
def test_a_key_in_escapes_hides_nothing(key: str) -> None:
    text = export(dated(text="Мати", reactions=[{"@": [SOMEBODY]}])).replace("@", key)

    assert SOMEBODY.encode() not in opened(text, "result.json").data


def test_a_key_that_stands_twice_hides_nothing() -> None:
    """A parser keeps the last of two; the bytes hold both."""
    text = export(dated(text="Мати", reactions=[{"recent": [SOMEBODY]}], a=[])).replace('"a": []', '"reactions": []')

    assert SOMEBODY.encode() not in opened(text, "result.json").data


@pytest.mark.parametrize("part", ["contacts", "personal_information", "sessions", "chats", "frequent_contacts"])
def test_parts_of_a_whole_account_beside_a_channels_messages_stay_out(part: str) -> None:
    assert SOMEBODY.encode() not in taken({}, **{part: {"list": [SOMEBODY]}}).data


def test_the_reference_names_every_member_that_is_left_out() -> None:
    """Whoever hands an export in may ask what the desk keeps of it."""
    told = (ROOT / "docs/reference/telegram.md").read_text("utf-8")

    assert [path for path in {**IN_EVERY_EXPORT, **IN_SAVED_MESSAGES} if f"`{'.'.join(path)}`" not in told] == []


def test_the_reduction_states_the_rule_the_count_and_what_was_received() -> None:
    received = (DATA / "telegram-channel.json").read_bytes()
    reduction = opened(received, "result.json").reduction

    assert reduction is not None
    assert (reduction.rule, reduction.fields) == ("paradero telegram channel 3", 2)
    assert reduction.received_sha256 == hashlib.sha256(received).hexdigest()


def test_a_reduced_copy_is_an_export_from_which_nothing_is_left_out() -> None:
    once = opened((DATA / "telegram-old-group.json").read_bytes(), "result.json")
    twice = opened(once.data, "result.json")

    assert (twice.reduction, twice.data, twice.reports) == (None, once.data, once.reports)
    assert [key for one in json.loads(once.data)["messages"] for key in one if key in {"actor", "inviter"}] == []
