"""A claim's day and place: what its own words give, and nothing that belongs to somebody's birth, home or office."""

from datetime import date
from typing import Any

import pytest
from tests.procedures.conftest import TakeIn

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.show_item import show_item
from paradero.procedures.text_views import ClaimView, PlaceNamed
from paradero.terms.claims import Status
from paradero.terms.dates import Days

pytestmark = pytest.mark.django_db(transaction=True)

CAPTURED = """Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado el 20 de mayo de 2024 \
cerca de Pokrovsk, según cuenta su madre, Galina.
"""
BORN = "Ruslan Doroshenkov, nacido en 1991 en Vorónezh, fue capturado, según cuenta su madre, Galina.\n"


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: Any) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


def captured(take: TakeIn, text: str, hands: dict[str, Any]) -> ClaimView:
    (report,) = show_item(take(text).item_ref, **hands).reports
    return next(claim for claim in report.claims if claim.status is Status.CAPTURED)


def test_a_claim_has_its_day_and_place_and_how_the_report_writes_them(take: TakeIn, hands: dict[str, Any]) -> None:
    claim = captured(take, CAPTURED, hands)

    assert claim.when == Days.day(date(2024, 5, 20))
    assert claim.when_written == "el 20 de mayo de 2024"
    assert claim.where == (PlaceNamed(as_written="Pokrovsk", usual="Pokrovsk"),)


def test_where_somebody_is_from_is_not_where_it_happened(take: TakeIn, hands: dict[str, Any]) -> None:
    """A mother would be told of a capture at home."""
    assert "Voronezh" not in {place.usual for place in captured(take, CAPTURED, hands).where}


def test_the_year_of_a_birth_is_no_day_of_a_claim_on_any_page(take: TakeIn, hands: dict[str, Any]) -> None:
    claim = captured(take, BORN, hands)

    assert (claim.when, claim.when_written, claim.where) == (None, None, ())


def test_a_day_without_a_year_does_not_take_that_of_a_birth(take: TakeIn, hands: dict[str, Any]) -> None:
    """Lists write a birth in full and a disappearance without its year."""
    told = "Список зниклих безвісти\n\nГайсарін Тимур Олегович, 17.11.1983, Ніжин. Зник 14.08 поблизу Родинського.\n"
    (report,) = show_item(take(told).item_ref, **hands).reports
    claim = next(claim for claim in report.claims if claim.who and "Гайсарін" in claim.who.label)

    assert claim.when is None or claim.when.first.year > 1984
    assert [place.as_written for place in claim.where] == ["Родинського"]


def test_a_place_that_a_later_sentence_names_again_is_that_sentences_too(take: TakeIn, hands: dict[str, Any]) -> None:
    told = f"{CAPTURED}\nTimur Gaisarin fue capturado en Pokrovsk.\n"
    (report,) = show_item(take(told).item_ref, **hands).reports
    named = [claim for claim in report.claims if claim.status is Status.CAPTURED]

    assert len(named) == 2
    assert all([place.usual for place in claim.where] == ["Pokrovsk"] for claim in named)
