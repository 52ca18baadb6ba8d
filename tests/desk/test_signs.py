"""What marks words from captivity looks like nothing that a person judged and nothing that a machine read."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.desk.addresses import address
from tests.desk.browsing import LANGUAGES, WIDTHS, log_in, violations
from tests.desk.conftest import World

STYLE = re.sub(r"/\*.*?\*/", "", Path(str(finders.find("desk/desk.css"))).read_text(encoding="utf-8"))
BARS = "repeating-linear-gradient(90deg"


def rules(selector: str) -> str:
    """Return what the style sheet says of a selector, wherever it stands."""
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE)
    return " ".join(body for chosen, body in found if selector in [each.strip() for each in chosen.split(",")])


@pytest.mark.parametrize("selector", [".link.captive", ".through-captive", ".in-captivity", ".woven .role-captive"])
def test_captivity_is_marked_by_bars_and_not_by_a_line_in_another_colour(selector: str) -> None:
    """Whoever takes it for a colleague's judgement takes words that may be forced for ones that were checked."""
    said = rules(selector)

    assert BARS in said
    assert "solid" not in said
    assert "inset" not in said
    assert "print-color-adjust: exact" in said  # on paper too


def test_nothing_else_has_bars() -> None:
    others = [chosen for chosen, body in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE) if BARS in body]

    assert all("captiv" in chosen for chosen in others)
    assert BARS not in rules(".by-person") + rules(".by-machine")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_explains_all_three_in_words(language: str) -> None:
    with translation.override(language):
        legend = render_to_string("desk/parts/legend.html")

    assert [legend.count(f'class="{sign}"') for sign in ("by-machine", "by-person", "in-captivity")] == [1, 1, 1]
    assert "Bars" not in legend or language == "en"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("world")
def test_the_three_signs_are_drawn_differently(walk: Callable[..., Any]) -> None:
    page = walk()
    log_in(page)
    page.goto("/help/")
    drawn = page.evaluate(
        """() => [".by-machine", ".by-person", ".in-captivity"].map((sign) => {
            const style = getComputedStyle(document.querySelector(sign));
            return [style.borderLeftStyle, style.backgroundImage.split("(")[0]].join(" ");
        })"""
    )

    assert drawn == ["dashed none", "solid none", "none repeating-linear-gradient"]


@pytest.mark.parametrize("name", ["item", "said", "candidate", "candidates", "enquiry", "group", "pair"])
def test_what_lines_and_bars_mean_is_said_before_the_first_of_them(as_marta: Client, world: World, name: str) -> None:
    page = as_marta.get(address(name, world)).content.decode()
    main = page[page.index("<main") :]
    before = main[: main.index('class="legend"')]

    assert not re.search(r"by-machine|by-person|captive", before)
    assert page.count('class="legend"') == 1


def test_the_marks_of_a_report_are_explained_before_its_text(as_marta: Client, world: World) -> None:
    """On a narrow screen and in a reader's voice a page has one order, and no second column."""
    page = as_marta.get(address("item", world)).content.decode()

    assert page.index('id="marks"') < page.index('class="report"')


def test_the_signs_of_the_drawing_are_explained_before_it(as_marta: Client, world: World) -> None:
    page = as_marta.get(reverse("said", args=[world.sightings[0]])).content.decode()

    assert page.index('class="signs"') < page.index('class="lane')


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), list(zip(LANGUAGES, WIDTHS * 2, strict=True)))
def test_the_marks_stand_above_the_text_or_beside_its_beginning(
    walk: Callable[..., Any], world: World, language: str, width: int
) -> None:
    page = walk(language=language, width=width)
    log_in(page)
    page.goto(address("item", world))
    marks, text, seal = (page.locator(each).bounding_box() for each in (".key", ".report", "#seal"))

    assert marks["y"] <= text["y"]
    assert marks["y"] + marks["height"] <= seal["y"]
    assert (marks["x"] > text["x"] + text["width"]) if width > 1000 else (marks["y"] + marks["height"] <= text["y"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
