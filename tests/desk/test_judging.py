"""Judging through the pages: one's own first, a colleague's after, and nothing confirmed by either."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.conftest import World


def page(client: Client, world: World) -> str:
    return client.get(reverse("candidate", args=[world.candidates[0]])).content.decode()


def judge(client: Client, world: World, verdict: str, reason: str = "") -> str:
    address = reverse("candidate-judge", args=[world.candidates[0]])
    response = client.post(address, {"verdict": verdict, "reason": reason})
    assert response.headers["Location"].endswith("#judgement")
    return page(client, world)


@pytest.mark.parametrize(
    ("verdict", "shown"), [("same", "same person"), ("different", "different person"), ("unsure", "unsure")]
)
def test_a_judgement_is_kept_and_can_be_undone(as_marta: Client, world: World, verdict: str, shown: str) -> None:
    judged = judge(as_marta, world, verdict, "Galina is named.")
    assert f"<strong>{shown}</strong>" in judged
    assert "Galina is named." in judged

    as_marta.post(reverse("candidate-undo", args=[world.candidates[0]]))
    assert f"<strong>{shown}</strong>" not in page(as_marta, world)


def test_a_colleagues_judgement_is_hidden_until_ones_own(as_marta: Client, as_oleh: Client, world: World) -> None:
    judge(as_marta, world, "different", "Another year of birth.")

    before = page(as_oleh, world)
    assert "stays hidden until you have judged" in before
    assert "Another year of birth." not in before
    assert "marta" not in before

    assert "Another year of birth." in judge(as_oleh, world, "same")


def test_hidden_looks_the_same_whether_or_not_a_colleague_judged(
    as_marta: Client, as_oleh: Client, world: World
) -> None:
    """Even that somebody has judged would sway the next."""

    def rail() -> str:
        return page(as_oleh, world).split('id="judgement"')[1].split("<h3>")[1].split("</section>")[0]

    before = rail()
    judge(as_marta, world, "same")
    assert rail() == before


def test_same_by_two_confirms_nothing_and_says_so(as_marta: Client, as_oleh: Client, world: World) -> None:
    judge(as_marta, world, "same")
    shown = judge(as_oleh, world, "same")

    assert "confirms nothing, whether one colleague says it or five do" in shown
    assert "None is confirmed." in as_oleh.get("/candidates/").content.decode()


@pytest.mark.parametrize("verdict", ["", "SAME", "certain"])
def test_an_unknown_verdict_keeps_nothing(as_marta: Client, world: World, verdict: str) -> None:
    assert "<kbd>z</kbd>" not in judge(as_marta, world, verdict)


def test_a_very_long_reason_is_cut_where_the_form_says(as_marta: Client, world: World) -> None:
    assert "я" * 2000 in judge(as_marta, world, "unsure", "я" * 2500)
