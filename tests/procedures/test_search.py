"""Search finds a reference or a name, in any script, and refuses anything else."""

from datetime import datetime

import pytest
from tests.procedures.conftest import TIMUR_CAPTURED, TakeIn

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.search import SearchRefused, search

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
@pytest.mark.parametrize(
    "written", ["Doroshenkov", "ДОРОШЕНКОВ", "дорош", "Doroschenkow, Ruslan", "Руслан", "  ruslan   dorosh "]
)
def test_a_name_is_found_in_either_script_by_its_beginning(
    desk: Desk, marta: Actor, at: datetime, written: str, take: TakeIn
) -> None:
    take(TIMUR_CAPTURED)
    found = search(written, desk=desk, actor=marta, at=at)

    assert found.by == "name"
    assert {(hit.kind, hit.label) for hit in found.hits} == {
        ("enquiry", "Дорошенков Руслан Сергеевич"),
        ("sighting", "Ruslan Doroshenkov"),
    }


@pytest.mark.usefixtures("galinas_enquiry")
def test_both_sides_of_a_name_are_found_together(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn
) -> None:
    found = search("Doroshenkov", desk=desk, actor=marta, at=at)
    sightings = [hit for hit in found.hits if hit.kind == "sighting"]

    assert {hit.kind for hit in found.hits} == {"enquiry", "sighting"}
    assert {hit.item_ref for hit in sightings} == {ruslans_report.item_ref}


def test_a_reference_is_found_however_it_is_typed(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    for ref, kind in [
        (galinas_enquiry, "enquiry"),
        (ruslans_report.item_ref, "item"),
        (ruslans_report.sightings[0], "sighting"),
    ]:
        found = search(ref.lower().replace("-", " "), desk=desk, actor=marta, at=at)
        assert (found.by, [(hit.kind, hit.ref) for hit in found.hits]) == ("reference", [(kind, ref)])


def test_nothing_found_is_an_empty_answer(desk: Desk, marta: Actor, at: datetime) -> None:
    assert search("Лисогор", desk=desk, actor=marta, at=at).hits == ()
    assert search("E-0000-0000", desk=desk, actor=marta, at=at).hits == ()


@pytest.mark.parametrize(
    "written", ["brigada 214", "полк 87", "2024-05-24", "", "  ", "a", "%", "_", "Ж", "x" * 101, "a;b"]
)
def test_units_dates_and_patterns_are_refused(desk: Desk, marta: Actor, at: datetime, written: str) -> None:
    with pytest.raises(SearchRefused, match="reference number"):
        search(written, desk=desk, actor=marta, at=at)


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
@pytest.mark.parametrize("place", ["Vorónezh", "Воронеж", "Pokrovsk"])
def test_a_place_finds_nobody(desk: Desk, marta: Actor, at: datetime, place: str) -> None:
    """There is no search by place: it would list one side's people (rule R13)."""
    hits = search(place, desk=desk, actor=marta, at=at).hits

    assert not [hit for hit in hits if "Doroshenkov" in hit.label or "Дорошенков" in hit.label]
