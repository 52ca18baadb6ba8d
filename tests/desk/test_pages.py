"""What the pages say, and what they must never say."""

import re

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error
from tests.desk import addresses
from tests.desk.addresses import POST_ONLY, names, pages
from tests.desk.conftest import OWN_WORDS, PASSWORD, World

from paradero.procedures.acting import Desk
from paradero.records.models import AuditEntry, Item, Report

PICTURES = re.compile(
    rb"<(img|picture|video|audio|canvas|object|embed|iframe|source)\b|data:|background-image|url\(", re.IGNORECASE
)


def html(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    return response.content.decode()


def test_no_page_shows_or_carries_a_picture(as_marta: Client, world: World) -> None:
    """R1: until there are blurred derivatives, a picture is words. The world's report has a picture and a video."""
    for address in pages(world).values():
        response = as_marta.get(address, follow=True)
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert not PICTURES.search(response.content), address
        assert b"llamada.jpg" not in response.content, address


@pytest.mark.once
def test_no_page_can_be_seen_without_a_log_in(client: Client, world: World) -> None:
    for name, address in pages(world).items():
        response = client.get(address)
        if name == "log-in":
            assert response.status_code == 200
        elif name != "start":
            assert response.headers["Location"].startswith("/log-in/"), name


@pytest.mark.once
def test_what_changes_anything_takes_a_form(as_marta: Client, world: World) -> None:
    for name in names():
        if name in POST_ONLY:
            assert as_marta.get(addresses.address(name, world)).status_code == 405, name


@pytest.mark.once
@pytest.mark.usefixtures("world")
def test_a_form_from_elsewhere_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("log-in"), {"username": "marta", "password": PASSWORD}).status_code == 403


@pytest.mark.once
@pytest.mark.parametrize("language", ["es", "en", "ru", "uk"])
def test_every_page_says_that_the_data_is_invented(as_marta: Client, world: World, language: str) -> None:
    as_marta.cookies["django_language"] = language
    for address in pages(world).values():
        page = html(as_marta, address)
        assert f'<html lang="{language}">' in page
        assert 'class="preview"' in page


@pytest.mark.once
def test_the_language_is_chosen_by_a_form_and_kept(as_marta: Client) -> None:
    as_marta.post(reverse("set_language"), {"language": "uk", "next": "/candidates/"})

    assert '<html lang="uk">' in html(as_marta, "/candidates/")


def test_the_familys_words_are_kept_as_they_were_written(as_marta: Client, world: World) -> None:
    assert OWN_WORDS in html(as_marta, reverse("enquiry", args=[world.enquiry]))


@pytest.mark.once
def test_nothing_found_is_said_not_to_be_news_of_a_death(as_marta: Client, world: World) -> None:
    page = html(as_marta, reverse("enquiry", args=[world.without_candidate]))

    assert "That is not news of a death" in page
    assert "El Faro del Sur" in page  # what was searched stands beside it


@pytest.mark.once
def test_a_unit_is_on_no_page(as_marta: Client, world: World) -> None:
    """R13: the enquiry gives "полк 87"; the desk says only whether units agree."""
    for address in pages(world).values():
        assert "полк" not in html(as_marta, address), address


@pytest.mark.once
def test_a_title_names_nobody(as_marta: Client, world: World) -> None:
    """Titles stay in a browser's history and on a screen seen from across the room."""
    for address in pages(world).values():
        title = re.search(r"<title>(.*?)</title>", html(as_marta, address), re.DOTALL)
        assert title
        assert "orosh" not in title[1]
        assert "орош" not in title[1]


@pytest.mark.once
def test_no_address_filters_people(as_marta: Client) -> None:
    """R13: a parameter for unit, place, time or side changes nothing."""
    plain = html(as_marta, "/candidates/")
    asked = html(as_marta, "/candidates/?unit=87&place=Bélgorod&from=2026-05-01&side=RU&sort=home")

    assert re.sub(r'value="\w{64}"', "", plain) == re.sub(r'value="\w{64}"', "", asked)


@pytest.mark.once
@pytest.mark.parametrize("number", ["0", "-1", "2e9", "99999999999999999999", "٣", "", "x"])
def test_an_odd_page_number_is_no_fault(as_marta: Client, number: str) -> None:
    assert as_marta.get("/candidates/", {"page": number}).status_code == 200


@pytest.mark.parametrize("ref", ["C-0000-0000", "c00000000", "E-5N8P-WX3J"])
def test_what_is_not_held_is_not_found(as_marta: Client, ref: str) -> None:
    response = as_marta.get(f"/candidates/{ref}/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


@pytest.mark.once
def test_a_reference_may_be_typed_small_and_without_dashes(as_marta: Client, world: World) -> None:
    typed = world.candidates[0].replace("-", "").lower()

    assert world.candidates[0] in html(as_marta, f"/candidates/{typed}/")


def test_search_finds_a_name_in_either_script_and_keeps_it_out_of_the_address(as_marta: Client, world: World) -> None:
    for asked in ("Doroshenkov", "Дорошенков"):
        page = as_marta.post("/search/", {"asked": asked}).content.decode()
        assert "Ruslan Doroshenkov" in page
        assert world.enquiry in page
    assert "Ruslan" not in as_marta.get("/search/?asked=Doroshenkov").content.decode()


@pytest.mark.once
def test_search_by_a_unit_is_refused_with_a_sentence(as_marta: Client) -> None:
    response = as_marta.post("/search/", {"asked": "brigada 214"})

    assert "neither a reference number" in response.content.decode()
    assert "no search by unit, place or time" in response.content.decode()


@pytest.mark.once
def test_what_is_typed_is_shown_as_text(as_marta: Client) -> None:
    page = as_marta.post("/search/", {"asked": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page


@pytest.mark.once
def test_the_paper_view_has_no_judgement_on_it(as_marta: Client, world: World) -> None:
    page = html(as_marta, reverse("candidate-print", args=[world.candidates[0]]))

    assert "It confirms nothing and is not for the family." in page
    assert "<form" not in page


def test_every_look_is_in_the_log(as_marta: Client, world: World) -> None:
    """R11: a page shown is an act."""
    before = AuditEntry.objects.count()
    for address in ("/candidates/", f"/candidates/{world.candidates[0]}/", "/enquiries/", f"/items/{world.item}/"):
        html(as_marta, address)
    assert AuditEntry.objects.count() == before + 4
    assert set(AuditEntry.objects.order_by("-pk").values_list("actor", flat=True)[:4]) == {"marta"}


def test_an_item_that_is_not_as_it_was_sealed_is_named_and_not_shown(as_marta: Client, world: World) -> None:
    Report.objects.filter(item__ref=world.item).update(sealed_report=b"another text altogether, and long enough")

    for address in (f"/items/{world.item}/", f"/candidates/{world.candidates[0]}/"):
        response = as_marta.get(address)
        page = response.content.decode()
        assert response.status_code == 500
        assert "paradero verify" in page
        assert Item.objects.get(ref=world.item).sha256 in page
        assert "bloguera" not in page


@pytest.mark.once
def test_a_fault_is_told_in_plain_words(rf: RequestFactory) -> None:
    page = server_error(rf.get("/")).content.decode()

    assert "What you did may not be stored" in page
    assert "Preview: invented data only" in page


def test_a_candidate_whose_item_was_destroyed_says_so_in_the_readers_language(
    as_marta: Client, world: World, desk: Desk
) -> None:
    """R10: destroyed is not lost, and it says nothing of the person."""
    desk.store.destroy(Item.objects.get(ref=world.item).sha256)
    as_marta.cookies["django_language"] = "es"
    gone = [as_marta.get(f"/candidates/{ref}/") for ref in world.candidates]
    told = [response.content.decode() for response in gone if response.status_code == 409]

    assert len(told) == 1
    assert "Eso no dice nada de la persona." in told[0]
    assert "Doroshenkov" not in told[0]
