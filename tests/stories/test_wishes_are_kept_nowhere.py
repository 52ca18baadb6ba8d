"""A wish that a report prints is public as that report's sentence, and nothing keeps it as anything else (rule R6)."""

from datetime import date, datetime

import pytest
from tests.procedures.conftest import GALINA_ASKS

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.sealed_reports import unlock
from paradero.procedures.search import search
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_item import show_item
from paradero.procedures.take_in import take_in
from paradero.records.models import AuditEntry, Candidate, Claim, CustodyEntry, Report, Sighting
from paradero.terms.plain import to_json

pytestmark = pytest.mark.django_db(transaction=True)

WISH = "no quiere volver al frente y preferiría no ser canjeado"
TEXT = (
    "Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado cerca de Pokrovsk, según cuenta su madre.\n\n"
    f"Al final del vídeo afirma que {WISH}.\n"
)


@pytest.fixture
def item_ref(desk: Desk, marta: Actor, at: datetime) -> str:
    declared = Declared(source="El Faro del Sur", published_on=date(2024, 5, 24))
    return take_in(TEXT.encode(), name="a.txt", declared=declared, desk=desk, actor=marta, at=at).item_ref


def test_the_reader_sees_it_marked_in_its_sentence(desk: Desk, marta: Actor, at: datetime, item_ref: str) -> None:
    (report,) = show_item(item_ref, for_the_eye=True, desk=desk, actor=marta, at=at).reports
    marked = "".join(piece.text for piece in report.text if "wish" in piece.marks)

    assert "no quiere volver" in marked
    assert "fue capturado" not in marked


def test_no_program_is_told_where_it_stands(desk: Desk, marta: Actor, at: datetime, item_ref: str) -> None:
    """`--json` over many reports would else be a list of those who do not want to go home."""
    open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at)
    (candidate,) = propose_candidates(desk=desk, actor=marta, at=at).new
    page = show_candidate(candidate, desk=desk, actor=marta, at=at)
    item = show_item(item_ref, desk=desk, actor=marta, at=at)

    assert '"wish"' not in to_json(page)
    assert '"wish"' not in to_json(item)


def test_no_place_is_kept_that_somebody_hopes_to_reach(desk: Desk, marta: Actor, at: datetime) -> None:
    text = f"{TEXT}«Quiero pedir asilo en Georgia», dice Ruslan Doroshenkov.\n"
    declared = Declared(source="El Faro del Sur", published_on=date(2024, 5, 24))
    taken = take_in(text.encode(), name="a.txt", declared=declared, desk=desk, actor=marta, at=at)
    account = unlock(Report.objects.get(item__ref=taken.item_ref), desk=desk).account

    assert "Pokrovsk" in {place.as_written for place in account.places}
    assert "Georgia" not in {place.as_written for place in account.places}


def test_no_row_and_no_account_holds_it(desk: Desk, marta: Actor, at: datetime, item_ref: str) -> None:
    open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at)
    propose_candidates(desk=desk, actor=marta, at=at)
    account = to_json(unlock(Report.objects.get(item__ref=item_ref), desk=desk).account)
    rows = [list(model.objects.values()) for model in (Sighting, Claim, Candidate, AuditEntry, CustodyEntry)]

    assert all(rows)
    for word in ("quiere", "preferiría", "canjeado"):
        assert word not in account
        assert word not in repr(rows)
    starts, ends = TEXT.index(WISH), TEXT.index(WISH) + len(WISH)
    assert not Claim.objects.filter(span_start__lt=ends, span_end__gt=starts).exists()


def test_no_search_finds_it(desk: Desk, marta: Actor, at: datetime, item_ref: str) -> None:
    assert item_ref
    assert search("canjeado", desk=desk, actor=marta, at=at).hits == ()
