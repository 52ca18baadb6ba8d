"""Posts as the pages of X are given them and a browser or a tool saved them."""

import json
from datetime import date
from typing import Any

import pytest
from tests.intake.reports import lines, opened
from tests.intake.x_opened import IRYNAS, only, reports
from tests.intake.x_shapes import (
    FARO,
    FIRST,
    IRYNA,
    SECOND,
    flat,
    in_details,
    limited,
    number,
    post,
    timeline,
    user_until_2025,
    written,
)

from paradero.intake import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import BlockKind

MOTHER = post("Una madre reconoció a su hijo.\n\nEspera.")


UNTIL_2025 = {**MOTHER, "core": {"user_results": user_until_2025(IRYNA)}}


@pytest.mark.parametrize(
    "saved",
    [UNTIL_2025, MOTHER, flat(MOTHER), in_details(MOTHER)],
    ids=["until 2025", "2025", "since 2026", "of a first visit"],
)
def test_a_post_is_a_report_of_its_account(saved: dict[str, Any]) -> None:
    """X has moved its fields three times; files of all years are in use."""
    report = only({"data": {"tweetResult": {"result": saved}}})

    assert report.text == "Una madre reconoció a su hijo.\n\nEspera."
    assert lines(report, BlockKind.BODY) == ["Una madre reconoció a su hijo.", "Espera."]
    assert (report.source, report.author, report.platform) == ("@iryna_vyhadka", "Iryna Sukhodil", "X")
    assert report.address == IRYNAS
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)
    assert (report.passed_on_from, report.points_to, report.media) == (None, (), ())


@pytest.mark.parametrize(
    "whole",
    [
        MOTHER,
        [MOTHER],
        {"result": MOTHER},
        {"data": {"tweetResult": {"result": limited(MOTHER)}}},
        timeline(MOTHER),
        timeline(limited(MOTHER)),
        [{"url": "https://x.example/graphql", "response": timeline(MOTHER)}],
        {key: value for key, value in MOTHER.items() if key != "__typename"},
    ],
)
def test_a_post_is_found_wherever_it_lies(whole: Any) -> None:
    assert [report.address for report in reports(whole)] == [IRYNAS]


def test_a_file_of_the_pages_is_told_by_its_shape() -> None:
    assert opened(written(timeline(MOTHER)), "descarga").kind == "X web export"


@pytest.mark.parametrize(
    ("created_at", "day"),
    [
        ("Wed Jun 21 13:21:20 +0000 2023", date(2023, 6, 21)),
        ("Thu Feb 29 23:59:59 +0000 2024", date(2024, 2, 29)),
        ("Thu Feb 29 23:30:00 -0500 2024", date(2024, 3, 1)),
        ("2023-06-21T13:21:20.000Z", date(2023, 6, 21)),
        ("2023-06-21T23:21:20-03:00", date(2023, 6, 22)),
    ],
)
def test_the_day_is_that_of_utc(created_at: str, day: date) -> None:
    """Month and weekday are English in the file, whatever the language of the machine that reads it."""
    assert only(post("Мати", created_at=created_at)).published_on == day


@pytest.mark.parametrize(
    "created_at",
    [
        *(None, "", "ayer", 1_716_372_000, "Wed Jun 31 13:21:20 +0000 2023", "mié jun 21 13:21:20 +0000 2023"),
        *("Wed Jun 21 25:21:20 +0000 2023", "Wed Jun 21 13:21:20 +9900 2023", "0000-06-21T13:21:20Z", "2023-06-21"),
        "Mon Jan 01 00:00:00 +2300 0001",
    ],
)
def test_a_post_without_a_readable_date_has_that_of_its_number(created_at: Any) -> None:
    """The number of a post counts the milliseconds since 2010; no tool that saves posts can leave it out."""
    report = only(post("Мати", created_at=created_at), published_on=date(2020, 1, 1))

    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)


def test_the_number_of_an_early_post_tells_no_date() -> None:
    """Before November 2010 X counted posts one by one."""
    report = only(post("Мати", of="28765432109", created_at=None), published_on=date(2010, 10, 27))

    assert (report.published_on, report.date_known_from) == (date(2010, 10, 27), DateKnownFrom.DECLARED)


@pytest.mark.parametrize(
    ("numbers", "address"),
    [
        ({"rest_id": FIRST, "id_str": "1", "id": 2}, IRYNAS),
        ({"rest_id": None, "id_str": FIRST, "id": 2}, IRYNAS),
        ({"rest_id": int(FIRST), "id_str": FIRST}, IRYNAS),
        ({"rest_id": int(FIRST), "id_str": None}, None),
        ({"rest_id": 2**53, "id_str": None}, f"https://x.com/iryna_vyhadka/status/{2**53}"),
        ({"rest_id": "-5", "id_str": "12a"}, None),
    ],
)
def test_a_number_that_a_tool_may_have_rounded_names_no_post(numbers: dict[str, Any], address: str | None) -> None:
    """JavaScript keeps whole numbers exactly only up to 2**53; a rounded one is the address of somebody else's post."""
    saved = post("Мати")
    saved["rest_id"] = numbers["rest_id"]
    saved["legacy"] |= {key: value for key, value in numbers.items() if key != "rest_id"}

    assert only(saved).address == address


WITHHELD: list[Any] = [
    {},
    {"__typename": "TweetTombstone", "tombstone": {"text": {"text": "This Post is unavailable."}}},
    {"__typename": "TweetUnavailable", "reason": "Protected"},
    {"__typename": "TweetPreviewDisplay", "tweet": {"text": "Para suscriptores"}},
    {"__typename": "Tweet", "rest_id": SECOND},
    {"__typename": "Tweet", "rest_id": SECOND, "legacy": {"full_text": 3}},
    {"__typename": "Tweet", "rest_id": SECOND, "legacy": {"full_text": "  "}},
    {"__typename": "TweetWithVisibilityResults", "tweet": None},
]


@pytest.mark.parametrize("withheld", WITHHELD)
def test_what_x_withholds_is_no_report(withheld: Any) -> None:
    """The notice in place of a post is X's words, and nobody's post."""
    assert [report.text for report in reports(timeline(withheld, MOTHER))] == [only(MOTHER).text]


@pytest.mark.parametrize("withheld", WITHHELD)
def test_a_file_of_nothing_but_notices_is_refused(withheld: Any) -> None:
    with pytest.raises(Unreadable, match=r"post\.json: no post in this file of X has text"):
        reports(timeline(withheld))


def test_a_post_without_its_user_has_the_declared_source() -> None:
    saved = post("Мати", user_id_str="7")
    saved["core"] = {"user_results": {}}
    report = only(saved, source="colección de marta")

    assert (report.source, report.author) == ("colección de marta", None)
    assert report.address == f"https://x.com/i/status/{FIRST}"


def test_a_post_without_its_user_has_that_of_another_post_by_the_same_or_to_the_same() -> None:
    """Who is only mentioned is known by the name after the @, who wrote also by their own."""
    mentions = [{"id_str": each["rest_id"], "screen_name": each["screen_name"]} for each in (IRYNA, FARO)]
    iryna, faro = post("Мати", of=number(8)), post("Мать", of=number(9), by=FARO)
    iryna["core"] = faro["core"] = {}
    made = reports(timeline(iryna, faro, post("Брат"), post("Брат", of=SECOND, entities={"user_mentions": mentions})))

    assert [(report.source, report.author) for report in made[:2]] == [
        ("@iryna_vyhadka", "Iryna Sukhodil"),
        ("@faro_inventado", None),
    ]


@pytest.mark.parametrize("screen_name", ["../../evil", "a b", "", "x" * 21, "ірина", "a\u202eb", 4, None, "@iryna"])
def test_an_account_cannot_call_itself_what_is_no_address(screen_name: Any) -> None:
    report = only(post("Мати", by=IRYNA | {"screen_name": screen_name}))

    assert (report.source, report.address) == (None, f"https://x.com/i/status/{FIRST}")


def test_an_account_cannot_call_itself_what_a_screen_obeys() -> None:
    report = only(post("Мати", by=IRYNA | {"name": "Iryna\n\u202eSukhodil &amp; Co"}))

    assert report.author == "Iryna Sukhodil & Co"


def test_json_of_another_graph_is_of_no_kind() -> None:
    with pytest.raises(Unreadable, match="of no kind"):
        opened(json.dumps({"data": {"viewer": {"__typename": "User", "rest_id": "1", "legacy": {}}}}), "a.json")
