"""The pages on which people look at sources, grade them, and say under which names they publish."""

from html import unescape

import pytest
from django.test import Client
from tests.desk.conftest import World

from paradero.records.models import InformationGrade, KindGiven, Source, SourceAlias, SourceGrade
from paradero.records.sources import source_printed
from paradero.terms.grades import SourceKind

pytestmark = pytest.mark.django_db(transaction=True)


def text(client: Client, address: str, **form: str) -> str:
    answer = client.post(address, form) if form else client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_list_shows_each_source_with_its_grade_or_that_there_is_none(as_marta: Client, world: World) -> None:
    as_marta.post(f"/sources/{world.source}/grade/", {"grade": "B"})
    shown = text(as_marta, "/sources/")

    assert "El Faro del Sur" in shown
    assert "B – usually reliable" in shown
    assert "not graded" in shown
    assert f'class="open" href="/sources/{world.source}/"' in shown


def test_a_source_is_graded_and_the_history_stays(as_marta: Client, as_oleh: Client, world: World) -> None:
    address = f"/sources/{world.source}/"
    assert "Nobody has graded it" in text(as_marta, address)
    sent = as_marta.post(address + "grade/", {"grade": "B", "reason": "Two years of it"})
    assert sent.headers["Location"] == f"{address}#grade"
    as_oleh.post(address + "grade/", {"grade": "D"})

    shown = text(as_marta, address)
    assert shown.index("D – not usually reliable</strong>") < shown.index("B – usually reliable</strong>")
    assert "Two years of it" in shown
    assert "Nobody has graded it" not in shown


@pytest.mark.parametrize("grade", ["", "G", "b", "1"])
def test_a_form_without_a_grade_keeps_nothing(as_marta: Client, world: World, grade: str) -> None:
    assert as_marta.post(f"/sources/{world.source}/grade/", {"grade": grade}).status_code == 302
    assert (
        as_marta.post(f"/items/{world.item}/reports/1/grade/", {"grade": grade if grade != "1" else "7"}).status_code
        == 302
    )
    assert not SourceGrade.objects.exists()
    assert not InformationGrade.objects.exists()


def test_an_item_shows_the_grade_of_its_source_and_apart_that_of_what_it_says(as_marta: Client, world: World) -> None:
    address = f"/items/{world.item}/"
    assert text(as_marta, address).count("not graded by anybody") == 2
    as_marta.post(f"/sources/{world.source}/grade/", {"grade": "A"})
    sent = as_marta.post(f"{address}reports/1/grade/", {"grade": "5", "reason": "The video is older"})

    assert sent.headers["Location"] == f"{address}#report-1"
    shown = text(as_marta, address)
    assert "A – completely reliable</strong>" in shown
    assert "5 – improbable</strong>" in shown
    assert "The video is older" in shown
    assert f'href="/sources/{world.source}/"' in shown


def test_another_name_is_given_and_taken_back(as_marta: Client, as_oleh: Client, world: World) -> None:
    address, other = f"/sources/{world.source}/", Source.objects.get(name="Diario Nuevo Andén")
    as_marta.post(address + "name/", {"name": "DIARIO NUEVO ANDEN", "reason": "One newsroom"})
    assert "2 reports" in text(as_marta, address)
    assert "Diario Nuevo Andén" not in text(as_marta, "/sources/")
    assert "is held for another source" in text(as_marta, f"/sources/{other.ref}/")

    undone = as_oleh.post(f"/sources/names/{SourceAlias.objects.get().ref}/undo/")
    assert undone.headers["Location"] == f"{address}#names"
    assert "taken back by oleh" in text(as_marta, address)
    assert "Diario Nuevo Andén" in text(as_marta, "/sources/")


def test_a_refused_name_is_answered_in_a_sentence(as_marta: Client, world: World) -> None:
    answer = as_marta.post(f"/sources/{world.source}/name/", {"name": "El Faro del Sur"})

    assert answer.status_code == 409
    assert "Write another one." in answer.content.decode()


def test_what_a_source_is_can_be_said(as_marta: Client, world: World) -> None:
    assert "as its first report came" in text(as_marta, f"/sources/{world.source}/")
    as_marta.post(f"/sources/{world.source}/kind/", {"kind": "agency"})
    as_marta.post(f"/sources/{world.source}/kind/", {"kind": "rumour"})

    assert KindGiven.objects.get().kind == "agency"
    assert "as its first report came" not in text(as_marta, f"/sources/{world.source}/")


def test_accounts_stand_in_no_list_and_are_found_by_name(as_marta: Client, world: World) -> None:
    """Rule R13. The name is sent as a form, so that it stands in no address."""
    assert world.source
    source_printed("@sukhodil_iryna", kind=SourceKind.ACCOUNT)
    listed = text(as_marta, "/sources/")

    assert "sukhodil" not in listed
    assert "1 account is not listed" in listed
    assert "@sukhodil_iryna" in text(as_marta, "/sources/", named="SUKHODIL")
    assert "@sukhodil_iryna" not in text(as_marta, "/sources/?named=SUKHODIL")
    assert "No source has “Zzyzx”" in text(as_marta, "/sources/", named="Zzyzx")


def test_search_leads_from_a_reference_to_its_source(as_marta: Client, world: World) -> None:
    assert f'href="/sources/{world.source}/"' in text(as_marta, "/search/", asked=world.source.lower())


def test_long_lists_have_pages(as_marta: Client, world: World) -> None:
    assert world.source
    for number in range(51):
        source_printed(f"Boletín {number:02}", kind=SourceKind.OUTLET)

    assert "Boletín 50" not in text(as_marta, "/sources/")
    assert "Boletín 50" in text(as_marta, "/sources/?page=2")


@pytest.mark.parametrize(
    "address", ["/sources/P-0000-0000/", "/sources/names/N-0000-0000/undo/", "/items/I-0000-0000/reports/1/grade/"]
)
def test_what_is_not_here_is_not_found(as_marta: Client, world: World, address: str) -> None:
    assert world.source
    answer = as_marta.get(address) if address.endswith("0000/") else as_marta.post(address, {"grade": "2"})

    assert answer.status_code == 404


@pytest.mark.parametrize("position", ["0", "2", str(2**70)])
def test_a_report_that_is_not_here_is_not_graded(as_marta: Client, world: World, position: str) -> None:
    assert as_marta.post(f"/items/{world.item}/reports/{position}/grade/", {"grade": "2"}).status_code == 404
