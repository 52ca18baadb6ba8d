"""The table of who may be the same, on an item's page: everybody by name, and all of it within its window."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.browsing import SCREENS, log_in, violations
from tests.desk.conftest import Two, World
from tests.desk.visible import words

from paradero.procedures.acting import Desk
from paradero.records.models import Item, Sighting

LONGEST = " приблизно п’ятдесят на п’ятдесят"
"""The longest words for a likelihood in any of the languages."""


def table(client: Client, world: World) -> str:
    page = client.get(reverse("item", args=[world.item])).content.decode()
    return page[page.index('id="alike"') : page.index("</table>", page.index('id="alike"'))]


def test_a_sighting_stands_with_its_name_and_not_by_its_code_alone(as_marta: Client, world: World, two: Two) -> None:
    cells = [words(cell) for cell in re.findall(r"<td.*?</td>", table(as_marta, world), re.DOTALL)]
    here = {ref: Sighting.objects.get(ref=ref).label for ref in world.sightings}
    there = Sighting.objects.get(ref=two.seen_again if two.seen in here else two.seen)

    assert any(cell.startswith(there.label) and there.ref in cell for cell in cells)
    assert [cell for cell in cells if any(cell == f"{label}{ref}" for ref, label in here.items())]
    assert not [cell for cell in cells if cell in here]


def test_a_person_is_named_over_what_is_said_of_them_and_over_their_group(as_marta: Client, two: Two) -> None:
    for name in ("said", "group"):
        page = as_marta.get(reverse(name, args=[two.seen])).content.decode()
        heading = words(page[page.index("<h1>") : page.index("</h1>")])
        assert Sighting.objects.get(ref=two.seen).label in heading
        assert two.seen in heading


def test_whose_item_was_destroyed_is_not_named_over_what_is_said(
    as_marta: Client, world: World, two: Two, desk: Desk
) -> None:
    """R10: of what was destroyed by order nothing is shown but its reference."""
    desk.store.destroy(Item.objects.get(ref=world.item).sha256)
    gone = two.seen if two.seen in world.sightings else two.seen_again
    page = as_marta.get(reverse("said", args=[gone])).content.decode()

    assert Sighting.objects.get(ref=gone).label not in page
    assert gone in page


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("language", "width"), SCREENS)
def test_no_column_of_the_table_is_cut_off(walk: Callable[..., Any], world: World, language: str, width: int) -> None:
    """A column beyond the edge is one that nobody knows of."""
    page = walk(language=language, width=width)
    log_in(page)
    page.goto(reverse("item", args=[world.item]))
    page.evaluate("(long) => document.querySelectorAll('.likelihood').forEach((one) => one.append(long))", LONGEST)

    assert page.evaluate("[...document.querySelectorAll('.scroll')].every((one) => one.scrollWidth <= one.clientWidth)")
    assert violations(page) == []
