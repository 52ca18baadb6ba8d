"""What in a file of X is nobody's publication never reaches the store."""

import hashlib
import json
from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.x_shapes import FARO, IRYNA, answer, api_post, api_user, post, timeline, user, written

CANARY = "canario"
"""What must not be found in the sealed bytes."""


def saved(place: tuple[str, ...], key: str, value: Any) -> dict[str, Any]:
    """A page with a member in some place of a post."""
    whole = timeline(post("Мати"))
    entry = whole["data"]["user"]["result"]["timeline"]["timeline"]["instructions"][1]["entries"][0]["content"]
    inside = entry if place[:1] == ("entry",) else entry["itemContent"]["tweet_results"]["result"]
    for step in place[place[:1] == ("entry",) :]:
        inside = inside.setdefault(step, {})
    inside[key] = value
    return whole


AUTHOR = ("core", "user_results", "result")


@pytest.mark.parametrize(
    ("place", "key"),
    [
        *(((("legacy",)), key) for key in ("favorited", "retweeted", "bookmarked", "limited_actions")),
        *((("edit_perspective",), key) for key in ("favorited", "retweeted")),
        *(((*AUTHOR, "legacy"), key) for key in ("following", "followed_by", "muting", "blocked_by", "can_dm")),
        *(((*AUTHOR, "legacy"), key) for key in ("notifications", "want_retweets", "follow_request_sent")),
        *((AUTHOR, key) for key in ("relationship_perspectives", "dm_permissions", "media_permissions")),
        *((AUTHOR, key) for key in ("notifications_settings", "super_following", "super_followed_by")),
        *((AUTHOR, key) for key in ("phone", "phone_number", "email", "confirmed_email")),
        *(((), key) for key in ("quick_promote_eligibility", "unmention_data", "limitedActionResults")),
        *(((), key) for key in ("viewer", "viewer_relationship", "viewer_v2", "grok_translated_post")),
        *((("entry",), key) for key in ("clientEventInfo", "feedbackInfo")),
        *((("entry", "itemContent"), key) for key in ("promotedMetadata", "socialContext", "user_results")),
    ],
)
def test_what_tells_of_the_one_who_saved_it_or_of_who_only_reacted_is_left_out(
    place: tuple[str, ...], key: str
) -> None:
    """Whoever saves a page is logged in: the page tells whom they follow, block and like, and who their friends are."""
    received = written(saved(place, key, {"name": CANARY, "list": [CANARY]})).encode()
    item = opened(received, "page.json")

    assert CANARY.encode() not in item.data
    assert [report.text for report in item.reports] == ["Мати"]
    assert item.reduction is not None
    assert item.reduction.fields >= 1
    assert item.reduction.received_sha256 == hashlib.sha256(received).hexdigest()


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (("legacy",), "favorite_count"),
        (("legacy",), "retweet_count"),
        (("legacy",), "bookmark_count"),
        ((*AUTHOR, "relationship_counts"), "following"),
        ((*AUTHOR, "legacy"), "friends_count"),
        ((), "views"),
        (AUTHOR, "location"),
    ],
)
def test_what_x_shows_to_everybody_stays(place: tuple[str, ...], key: str) -> None:
    assert CANARY.encode() in opened(written(saved(place, key, CANARY)), "page.json").data


def test_figures_that_the_api_gives_an_account_about_itself_are_left_out() -> None:
    whole = answer(
        api_post("Мати", non_public_metrics={"a": CANARY}, organic_metrics=CANARY, promoted_metrics=CANARY),
        users=[api_user(IRYNA) | {"connection_status": [CANARY], "confirmed_email": CANARY}],
    )
    item = opened(written(whole), "answer.json")

    assert CANARY.encode() not in item.data
    assert [report.source for report in item.reports] == ["@iryna_vyhadka"]


def test_people_listed_beside_a_post_are_left_out_and_its_author_stays() -> None:
    whole = timeline(post("Мати"))
    entries = whole["data"]["user"]["result"]["timeline"]["timeline"]["instructions"][1]["entries"]
    entries.append({"content": {"itemContent": {"__typename": "TimelineUser", "user_results": user(FARO)}}})
    item = opened(written(whole), "page.json")

    assert b"faro_inventado" not in item.data
    assert b"iryna_vyhadka" in item.data


def test_what_is_sealed_is_json_that_reads_the_same() -> None:
    """The reduced copy is what is kept: whoever reads it again must find the same posts."""
    whole = timeline(post("Мати &amp; брат", favorited=True, retweeted=False), post("Брат", of="7", favorited=False))
    item = opened(written(whole), "page.json")
    again = opened(item.data, "page.json")

    assert json.loads(item.data)
    assert again.reports == item.reports
    assert (again.reduction, again.data) == (None, item.data)


def test_a_file_with_nothing_personal_is_sealed_as_it_came() -> None:
    received = written(post("Мати")).encode()
    item = opened(received, "post.json")

    assert (item.data, item.reduction) == (received, None)
