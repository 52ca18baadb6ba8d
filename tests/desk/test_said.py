"""The page of all that is said of one person: linked from where the person stands, and readable without its drawing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.browsing import LANGUAGES, WIDTHS, log_in, violations
from tests.desk.conftest import World

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.take_in import take_in
from paradero.records.models import Item, Sighting
from paradero.terms.verdict import Verdict

KILLED = """Despedida en Vorónezh

Al parecer, Ruslan Doroshenkov, de 35 años, murió en combate, según un canal <b>de Telegram</b>.
"""
DENIED = """El portavoz Hryhorii Zalizniak dijo que Ruslan Doroshenkov, de 35 años, no murió. Fue capturado en mayo.
"""


@pytest.fixture
def contradicted(world: World, desk: Desk, marta: Actor, at: datetime) -> str:
    """Ruslan, captured in one report, killed in another, which a third denies: all held for the man who is sought."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    refs = [*world.sightings]
    for text, source, day in ((KILLED, "La Voz de Levante", 25), (DENIED, "Diario Nuevo Andén", 26)):
        declared = Declared(source=source, published_on=date(2026, 5, day), language="es")
        refs += take_in(text.encode(), name="nota.txt", declared=declared, **hands).sightings
    for sighting in Sighting.objects.filter(ref__in=refs, label="Ruslan Doroshenkov"):
        judge_pair(world.enquiry, sighting.ref, verdict=Verdict.SAME, reason="the same man", **hands)
    return world.enquiry


@pytest.fixture
def page(as_marta: Client, contradicted: str) -> str:
    return as_marta.get(reverse("said", args=[contradicted])).content.decode()


def test_every_outlets_claims_are_in_the_drawing_and_in_the_list(page: str) -> None:
    for source in ("El Faro del Sur", "La Voz de Levante", "Diario Nuevo Andén"):
        assert source in page
    assert page.count('class="point point-') == page.count('<li class="said-row') > 2
    assert "point-crossed" in page


def test_a_denied_death_is_struck_out_beside_the_word_for_it(page: str) -> None:
    assert '<strong class="said-denied-word">denied:</strong> <s class="status">killed</s>' in page


def test_contradictions_stand_side_by_side_with_both_days(page: str) -> None:
    table = page[page.index('class="list against"') : page.index('class="said-list"')]

    assert "A death beside news of one who lives or is missing" in table
    assert "Said by some, denied or refuted by others" in table
    assert '<time datetime="2026-05-25">25 May 2026</time>' in table
    assert '<time datetime="2026-05-26">26 May 2026</time>' in table


def test_what_a_report_writes_is_shown_as_text(page: str) -> None:
    assert "<b>de Telegram" not in page


def test_the_page_offers_nothing_to_decide(page: str) -> None:
    main = page[page.index("<main") : page.index("</main>")]

    assert "<form" not in main
    assert "<button" not in main


def test_it_is_linked_from_the_group_the_enquiry_and_the_items_persons(
    as_marta: Client, contradicted: str, world: World
) -> None:
    assert reverse("said", args=[contradicted]) in as_marta.get(reverse("group", args=[contradicted])).content.decode()
    assert (
        reverse("said", args=[contradicted]) in as_marta.get(reverse("enquiry", args=[contradicted])).content.decode()
    )
    item = as_marta.get(reverse("item", args=[world.item])).content.decode()
    assert all(reverse("said", args=[ref]) in item for ref in world.sightings)


def test_each_claim_leads_to_its_words_in_its_item(as_marta: Client, page: str, world: World) -> None:
    item = as_marta.get(reverse("item", args=[world.item])).content.decode()
    leads = [part.partition('"')[0] for part in page.split(f"{reverse('item', args=[world.item])}#claim-")[1:]]

    assert leads
    assert all(f'id="claim-{lead}"' in item for lead in leads)


def test_a_colleague_who_judged_nothing_sees_no_claim_through_anothers_judgement(
    as_oleh: Client, contradicted: str
) -> None:
    page = as_oleh.get(reverse("said", args=[contradicted])).content.decode()

    assert "No sighting is held for this person yet" in page
    assert "La Voz de Levante" not in page


def test_what_was_destroyed_by_order_is_named_and_not_told(as_marta: Client, contradicted: str, desk: Desk) -> None:
    killed = Item.objects.get(reports__source__name="La Voz de Levante")
    desk.store.destroy(killed.sha256)
    page = as_marta.get(reverse("said", args=[contradicted])).content.decode()

    assert "Destroyed by order" in page
    assert "murió en combate" not in page


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), list(zip(LANGUAGES, WIDTHS * 2, strict=True)))
def test_the_drawing_and_the_marked_report_are_accessible(
    walk: Callable[..., Any], contradicted: str, world: World, language: str, width: int
) -> None:
    page = walk(language=language, width=width)
    log_in(page)
    for address in (reverse("said", args=[contradicted]), reverse("item", args=[world.item])):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} is wider than its window"
        )
        assert violations(page) == []


@pytest.mark.browser
@pytest.mark.slow
def test_from_a_contradiction_to_its_words_without_a_mouse(walk: Callable[..., Any], contradicted: str) -> None:
    page = walk()
    log_in(page)
    page.goto(reverse("said", args=[contradicted]))
    page.locator(".side-of a.said-no").first.press("Enter")
    page.locator(".said-row:target a").press("Enter")
    page.wait_for_url("**/items/**#claim-*")

    assert page.locator(".said-line:target").is_visible()
    page.locator(".said-line:target a.claim-back").press("Enter")
    assert page.locator("a.claim-no:target").is_visible()


@pytest.mark.browser
@pytest.mark.slow
def test_the_claims_of_a_report_and_of_a_person_are_walked_with_one_key(
    walk: Callable[..., Any], contradicted: str, world: World
) -> None:
    page = walk()
    log_in(page)
    for address, first in (
        (reverse("item", args=[world.item]), "a.claim-back"),
        (reverse("said", args=[contradicted]), ".said-row a.open"),
    ):
        page.goto(address)
        page.keyboard.press("j")
        assert page.locator(first).first.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "near matches are left out here."),
        ("es", "coincidencias cercanas."),
        ("ru", "близких совпадени"),
        ("uk", "близьк"),
    ],
)
def test_near_matches_that_are_left_out_are_counted_with_the_way_to_them(
    as_marta: Client, world: World, language: str, told: str
) -> None:
    as_marta.cookies["django_language"] = language
    page = as_marta.get(reverse("said", args=[world.enquiry])).content.decode()

    assert told in page
    assert f'href="{reverse("enquiry", args=[world.enquiry])}#candidates"' in page
    assert "Дорошенков" in page[page.index('near"') : page.index("</div>", page.index('near"'))]
    assert 'id="candidates"' in as_marta.get(reverse("enquiry", args=[world.enquiry])).content.decode()


def test_where_no_near_match_is_left_out_nothing_is_said_of_any(as_marta: Client, world: World) -> None:
    page = as_marta.get(reverse("said", args=[world.without_candidate])).content.decode()

    assert 'class="strip thin near"' not in page
