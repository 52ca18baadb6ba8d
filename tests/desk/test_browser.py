"""Every page in a real browser, in four languages: nothing to mend for axe, nothing in the console, no mouse needed."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.desk.addresses import pages
from tests.desk.browsing import SCREENS, log_in, violations
from tests.desk.conftest import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_every_page_is_accessible(walk: Callable[..., Any], world: World, language: str, width: int) -> None:
    page = walk(language=language, width=width)
    page.goto("/log-in/")
    found = {"log-in": violations(page)}
    log_in(page)
    for name, address in pages(world).items():
        page.goto(address)
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than its window"
        found[name] = violations(page)
    for name, asked in (("found", "Doroshenkov"), ("not found", "Zzyzx"), ("refused", "brigada 214")):
        page.locator("#find").fill(asked)
        page.locator("#find").press("Enter")
        page.wait_for_load_state()
        found[name] = violations(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    page.locator("button[value=unsure]").press("Enter")
    page.wait_for_selector("[data-key=z]")
    found["judged"] = violations(page)
    assert {name: these for name, these in found.items() if these} == {}


def test_a_candidate_is_opened_judged_and_undone_without_a_mouse(walk: Callable[..., Any], world: World) -> None:
    page = walk()
    log_in(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/candidates/{world.candidates[0]}/")

    page.keyboard.press("s")
    page.wait_for_selector("text=same person >> nth=0")
    assert page.locator("[data-key=z]").is_visible()

    page.keyboard.press("z")
    page.wait_for_selector("[data-key=u]")
    page.keyboard.press("u")
    page.wait_for_selector("[data-key=z]")
    assert page.locator(".given strong").inner_text() == "unsure"


def test_a_list_is_worked_through_and_left_without_a_mouse(walk: Callable[..., Any], world: World) -> None:
    """From candidate to candidate, each judged, then back to the lists: a working day has no time for a mouse."""
    page = walk()
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    for ref in world.candidates:
        page.wait_for_url(f"**/candidates/{ref}/")
        page.keyboard.press("u")
        page.wait_for_selector("[data-key=z]")
        page.keyboard.press("n")
    page.keyboard.press("e")
    page.wait_for_url("**/enquiries/")
    page.keyboard.press("c")
    page.wait_for_url("**/candidates/")
    assert page.locator("td .by-person").all_inner_texts() == ["unsure"] * len(world.candidates)


def test_a_source_is_found_and_graded_without_a_mouse(walk: Callable[..., Any], world: World) -> None:
    page = walk()
    log_in(page)
    page.keyboard.press("o")
    page.wait_for_url("**/sources/")
    page.locator("#named").focus()
    page.keyboard.type("faro")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=The whole list")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sources/{world.source}/")
    page.locator("input[value=A]").focus()
    for key in ("Space", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("so be it")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#grade")
    assert page.locator(".given strong").inner_text() == "B – usually reliable"
    assert page.locator(".given q").inner_text() == "so be it"


def test_keys_work_on_a_cyrillic_layout(walk: Callable[..., Any], world: World) -> None:
    """On it the key of "s" writes "ы": nobody should have to switch layouts to judge."""
    page = walk(language="ru")
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ы', code: 'KeyS', bubbles: true}))")
    page.wait_for_selector("[data-key=z]")
    assert page.locator(".given strong").inner_text() == "тот же человек"


def test_letters_typed_into_a_reason_judge_nothing(walk: Callable[..., Any], world: World) -> None:
    page = walk()
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    page.locator("#reason").focus()
    page.keyboard.type("sdu")
    assert page.locator("#reason").input_value() == "sdu"
    assert page.locator("[data-key=z]").count() == 0


def test_single_keys_can_be_turned_off(walk: Callable[..., Any], world: World) -> None:
    """Somebody who dictates says letters all day."""
    page = walk()
    log_in(page)
    page.goto("/help/")
    page.get_by_role("button", name="Turn single keys off").press("Enter")
    page.wait_for_selector("text=Turn single keys on")
    page.goto(f"/candidates/{world.candidates[0]}/")
    page.keyboard.press("s")
    assert page.locator("[data-key=z]").count() == 0


def test_everything_works_without_the_script(walk: Callable[..., Any], world: World) -> None:
    page = walk(script=False)
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    page.get_by_role("button", name="Different person").press("Enter")
    page.get_by_role("button", name="Undo").press("Enter")
    page.get_by_role("button", name="Українська").press("Enter")
    assert page.locator("html").get_attribute("lang") == "uk"


def test_paper_gets_the_candidate_and_not_the_desks_controls(walk: Callable[..., Any], world: World) -> None:
    page = walk()
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/print/")
    page.emulate_media(media="print")
    assert page.locator(".ways").first.is_hidden()
    assert page.locator(".waterfall").is_visible()


def test_a_name_that_turns_the_reading_direction_turns_nothing_beside_it(
    walk: Callable[..., Any], world: World
) -> None:
    """Who says it stands beside the name: a hostile report must not make it read backwards."""
    page = walk()
    log_in(page)
    page.goto(f"/candidates/{world.candidates[0]}/")
    seen = page.evaluate(
        """() => [".link-who strong", ".m", ".side-name", "dd"].map((chosen) =>
            [...document.querySelectorAll(chosen)].map((part) => getComputedStyle(part).unicodeBidi))"""
    )

    assert all(seen)
    assert {how for found in seen for how in found} == {"isolate"}
