"""Correcting an origin at the desk: what would follow first, then the judgement, who gave it, and the way back."""

import re
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.conftest import World
from tests.one_news import ELSEWHERE

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.take_in import take_in
from paradero.records.models import OriginJudgement


@pytest.fixture
def two(world: World, desk: Desk, marta: Actor, at: datetime) -> list[str | int]:
    """A report of the small world, and one on another subject."""
    declared = Declared(source="La Voz de Levante", published_on=date(2026, 5, 25), language="es")
    other = take_in(ELSEWHERE.encode(), name="nota.txt", declared=declared, desk=desk, actor=marta, at=at)
    return [world.item, 1, other.item_ref, 1]


def page(client: Client, two: list[str | int]) -> str:
    return client.get(reverse("origin-pair", args=two)).content.decode()


def judge(client: Client, two: list[str | int], verdict: str, reason: str = "") -> str:
    asked = {"verdict": verdict, "reason": reason}
    answer = client.post(reverse("origin-pair-judge", args=two), asked, follow=True)
    return answer.content.decode()


def plain(shown: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))


def test_another_report_is_named_on_an_items_page(as_marta: Client, world: World, two: list[str | int]) -> None:
    shown = as_marta.get(reverse("item", args=[world.item])).content.decode()
    assert f'name="report" value="{world.item}/1"' in shown

    typed = {"report": f"{world.item}/1", "with": str(two[2]).lower().replace("-", "")}
    found = as_marta.post(reverse("origin-with"), typed)
    assert found.headers["Location"] == reverse("origin-pair", args=two)


@pytest.mark.parametrize(("typed", "status"), [("I-0000-0000", 404), ("Pasto", 409), ("", 409)])
def test_what_is_no_other_report_is_said(as_marta: Client, world: World, typed: str, status: int) -> None:
    asked = {"report": f"{world.item}/1", "with": typed}
    assert as_marta.post(reverse("origin-with"), asked).status_code == status


def test_what_would_follow_stands_before_the_form(as_marta: Client, two: list[str | int]) -> None:
    shown = page(as_marta, two)

    assert shown.index("These would be 1 origin:") < shown.index('name="verdict"')
    assert "They count as two origins now." in shown


def test_one_origin_acts_at_once_and_the_origins_page_says_who_held_so(
    as_marta: Client, world: World, two: list[str | int]
) -> None:
    judged = judge(as_marta, two, "same", "One telephone call.")
    assert "They count as one origin now." in judged
    assert "<q>One telephone call.</q>" in judged

    shown = as_marta.get(reverse("origin", args=[world.origin])).content.decode()
    assert "one origin marta, " in plain(shown)
    assert '<li class="by-person judged-two">' in shown
    assert "One telephone call." not in shown

    undone = as_marta.post(reverse("origin-pair-undo", args=two), follow=True).content.decode()
    assert "They count as two origins now." in undone


def test_two_origins_by_one_person_are_shown_as_one_in_dispute(
    as_marta: Client, as_oleh: Client, world: World, two: list[str | int]
) -> None:
    """Nobody makes two voices of one alone (rules R3 and R7)."""
    judge(as_oleh, two, "same")
    disputed = judge(as_marta, two, "different")
    assert "One, in dispute:" in disputed
    assert "They count as one origin now." in disputed

    said = as_marta.get(reverse("said", args=[world.sightings[0]])).content.decode()
    assert "one person holds reports of these origins for two pieces of news" in said
    assert "All of it is of 1 origin" in plain(said)


def test_a_colleagues_reason_stays_hidden_until_one_has_judged(
    as_marta: Client, as_oleh: Client, two: list[str | int]
) -> None:
    judge(as_oleh, two, "same", "Both quote the mother.")
    before = page(as_marta, two)
    assert "Both quote the mother." not in before
    assert "Their reasons stay hidden until you have judged." in before

    assert "Both quote the mother." in judge(as_marta, two, "unsure")


def test_an_unknown_verdict_keeps_nothing(as_marta: Client, two: list[str | int]) -> None:
    judge(as_marta, two, "certain")
    assert not OriginJudgement.objects.exists()


def test_a_judgement_needs_the_forms_token(two: list[str | int], as_marta: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_marta.cookies
    assert strict.post(reverse("origin-pair-judge", args=two), {"verdict": "same"}).status_code == 403
