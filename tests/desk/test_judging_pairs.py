"""Judging two enquiries or two sightings at the desk: what follows is shown first, what contradicts is refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.browsing import SCREENS, log_in, violations
from tests.desk.conftest import Two, World

from paradero.desk.drawings.web import MOST_DRAWN, drawn_group
from paradero.identity.judgements import Stand
from paradero.procedures.judging_rows import PairRow, SubjectRow
from paradero.procedures.judging_views import GroupPage


def whole_main(shown: str) -> str:
    """Return what a page shows, without the form's token, which is another each time."""
    main = shown.split("<main", 1)[1].split("</main>", maxsplit=1)[0]
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", main)


def page(client: Client, name: str, *refs: str) -> str:
    return client.get(reverse(name, args=refs)).content.decode()


def judge(client: Client, one: str, other: str, verdict: str) -> str:
    refs = sorted((one, other))
    response = client.post(reverse("pair-judge", args=refs), {"verdict": verdict}, follow=True)
    return response.content.decode()


def test_an_enquiry_leads_to_another_that_may_seek_the_same_person(as_marta: Client, two: Two) -> None:
    shown = page(as_marta, "enquiry", two.mother)

    assert "May be the same" in shown
    assert reverse("pair", args=[two.mother, two.sister]) in shown
    assert "Шукаю брата." not in shown
    assert "Do two families seek one and the same person?" in page(as_marta, "pair", two.mother, two.sister)


def test_an_item_leads_to_other_sightings_that_may_show_the_same_person(
    as_marta: Client, world: World, two: Two
) -> None:
    shown = page(as_marta, "item", world.item)

    assert {two.seen, two.seen_again} == {ref for ref in (two.seen, two.seen_again) if ref in shown}
    assert "Do two reports show one and the same person?" in page(as_marta, "pair", two.seen, two.seen_again)


def test_what_would_follow_stands_before_the_form_and_is_to_be_looked_at_after(as_marta: Client, two: Two) -> None:
    judge(as_marta, two.sister, two.seen, "same")
    before = page(as_marta, "pair", two.mother, two.sister)
    assert before.index("If you say “same person”") < before.index('name="verdict"')
    assert "These would be one person too:" in before

    judged = judge(as_marta, two.mother, two.sister, "same")
    assert "<strong>same person</strong>" in judged
    assert "If you say" not in judged
    assert "To be looked at" in page(as_marta, "enquiry", two.mother)
    assert "<strong>same person</strong>" not in page(as_marta, "pair", two.mother, two.seen), "nobody judged it"


def test_a_contradiction_is_told_in_the_readers_language_with_the_way_to_each(as_marta: Client, two: Two) -> None:
    judge(as_marta, two.mother, two.seen, "same")
    judge(as_marta, two.seen, two.seen_again, "same")
    as_marta.cookies["django_language"] = "uk"
    told = judge(as_marta, two.mother, two.seen_again, "different")

    assert "Це суперечить тому, як уже оцінено інше" in told
    assert reverse("pair", args=[two.mother, two.seen]) in told
    assert reverse("pair", args=sorted((two.seen, two.seen_again))) in told
    assert "marta" not in told.split("<main", 1)[1]


def test_a_colleagues_judgement_shows_on_no_page_before_ones_own(as_marta: Client, as_oleh: Client, two: Two) -> None:
    """R3: neither of the pair, nor of what follows from it."""
    addresses = [
        reverse("pair", args=[two.mother, two.sister]),
        reverse("pair", args=[two.sister, two.seen]),
        reverse("group", args=[two.mother]),
        reverse("enquiry", args=[two.mother]),
    ]

    def looked() -> list[str]:
        answers = [as_oleh.get(address) for address in addresses]
        assert {answer.status_code for answer in answers} == {200}
        return [whole_main(answer.content.decode()) for answer in answers]

    before = looked()
    judge(as_marta, two.mother, two.sister, "same")
    assert looked() == before


def test_same_against_a_contradiction_needs_a_reason_for_any_two(as_marta: Client, world: World, two: Two) -> None:
    """The form says so before, and the desk says no after."""
    refs = sorted((two.mother, world.without_candidate))
    shown = page(as_marta, "pair", *refs)
    assert "No machine has weighed these two." in shown
    assert "Both cannot be true of one person." in shown
    assert "Reason; “same person” needs one here" in shown

    address = reverse("pair-judge", args=refs)
    assert as_marta.post(address, {"verdict": "same"}).status_code == 409
    assert as_marta.post(address, {"verdict": "same", "reason": "Two papers, one man."}).status_code == 302
    assert "<strong>same person</strong>" in page(as_marta, "pair", *refs)
    assert "Reason, if you wish" in page(as_marta, "pair", two.mother, two.sister)


def test_a_judgement_of_a_pair_is_undone(as_marta: Client, two: Two) -> None:
    judge(as_marta, two.mother, two.sister, "unsure")
    as_marta.post(reverse("pair-undo", args=[two.mother, two.sister]))

    assert 'name="verdict"' in page(as_marta, "pair", two.mother, two.sister)


@pytest.mark.parametrize("refs", [("E-0000-0000", "S-0000-0000"), ("C-0000-0000", "S-0000-0000")])
def test_what_cannot_be_judged_has_no_page(as_marta: Client, refs: tuple[str, str]) -> None:
    assert as_marta.get(reverse("pair", args=refs)).status_code in {404, 409}


def a_group(count: int) -> GroupPage:
    members = tuple(SubjectRow(ref=f"E-0000-{place:04}", label="", language="uk") for place in range(count))
    within = [(one, other) for one in members for other in members if one.ref < other.ref]
    rows = tuple(
        PairRow(left=one, right=other, stand=list(Stand)[place % 4], own_verdict=None)
        for place, (one, other) in enumerate(within)
    )
    return GroupPage(of=members[0], members=members, judged=rows, to_look_at=(), apart=(), clashes=())


@pytest.mark.parametrize("count", range(2, MOST_DRAWN + 1))
def test_the_drawing_of_a_group_lies_within_its_frame_and_no_two_cover_each_other(count: int) -> None:
    drawn = drawn_group(a_group(count))
    assert drawn
    for node in drawn.nodes:
        assert 0 <= node.x <= drawn.width - drawn.node_width
        assert 0 <= node.y <= drawn.height - drawn.node_height
        for other in drawn.nodes:
            apart = abs(node.x - other.x) >= drawn.node_width or abs(node.y - other.y) >= drawn.node_height
            assert node is other or apart
    assert len(drawn.lines) == count * (count - 1) // 2


def test_the_drawing_of_a_group_has_a_name_over_each_reference_cut_to_its_frame() -> None:
    long = replace(a_group(2).members[0], label="Дорошенков Руслан Сергеевич")
    group = a_group(2)
    drawn = drawn_group(replace(group, members=(long, group.members[1])))

    assert drawn
    assert drawn.nodes[0].name == "Дорошенков Руслан…"


@pytest.mark.parametrize("count", [1, MOST_DRAWN + 1])
def test_one_alone_and_a_crowd_are_not_drawn(count: int) -> None:
    assert drawn_group(replace(a_group(count), judged=())) is None


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_every_page_of_judging_is_accessible(walk: Callable[..., Any], two: Two, language: str, width: int) -> None:
    browser = walk(language=language, width=width, allowed="409 (Conflict)")
    log_in(browser)
    browser.goto(reverse("pair", args=[two.mother, two.seen]))
    browser.keyboard.press("s")
    browser.wait_for_selector("[data-key=z]")
    browser.goto(reverse("pair", args=sorted((two.seen, two.seen_again))))
    browser.keyboard.press("s")
    browser.wait_for_selector("[data-key=z]")
    found = {}
    addresses = {
        "what would follow": reverse("pair", args=[two.mother, two.sister]),
        "group": reverse("group", args=[two.mother]),
        "item": browser.url,
        "alone": reverse("group", args=[two.sister]),
        "contradicting": reverse("pair", args=[two.mother, two.seen_again]),
    }
    for name, address in addresses.items():
        browser.goto(address)
        assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is too wide"
        found[name] = violations(browser)
    browser.keyboard.press("d")
    browser.wait_for_selector(".refusal")
    found["refused"] = violations(browser)
    assert {name: these for name, these in found.items() if these} == {}
