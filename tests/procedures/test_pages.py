"""What the pages say, and what no page says."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED

from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import TakenIn
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.list_enquiries import list_enquiries
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.search import search
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.show_item import show_item
from paradero.records.models import AuditEntry, Item
from paradero.terms.claims import Status
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation

pytestmark = pytest.mark.django_db(transaction=True)

Asked = dict[str, Any]


@pytest.fixture
def asked(desk: Desk, marta: Actor, at: datetime) -> Asked:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def candidate(asked: Asked, ruslans_report: TakenIn, galinas_enquiry: str) -> str:
    assert ruslans_report.new
    propose_candidates(enquiry_refs=[galinas_enquiry], **asked)
    return list_candidates(**asked)[0].ref


@pytest.mark.parametrize("language", ["es", "en", "ru", "uk"])
def test_a_candidates_reasons_add_up_in_every_language(asked: Asked, candidate: str, language: str) -> None:
    page = show_candidate(candidate, language=language, **asked)

    assert sum(step.weight_bits for step in page.steps) == pytest.approx(page.row.match_weight_bits)
    assert all(step.sentence for step in page.steps)


def test_both_sides_stand_side_by_side_and_a_unit_is_never_written_out(asked: Asked, candidate: str) -> None:
    page = show_candidate(candidate, language="es", **asked)
    pairs = {(pair.field, pair.relation): pair for pair in page.pairs}

    assert pairs["name", None].sought == "Дорошенков Руслан Сергеевич"
    assert pairs["name", None].seen == "Ruslan Doroshenkov"
    assert pairs["kin", Relation.MOTHER].sought == "Галина"
    for secret in ("unit", "rank"):
        assert (pairs[secret, None].sought, pairs[secret, None].seen) == (None, None)
    assert pairs["unit", None].outcome is not None
    assert pairs["birth", None].outcome in {Outcome.AGREES, Outcome.CLOSE}
    assert not any("87" in step.sentence for step in page.steps)


def test_a_candidate_shows_the_words_of_its_report_and_who_says_them(asked: Asked, candidate: str) -> None:
    page = show_candidate(candidate, **asked)
    text = "".join(piece.text for piece in page.passage)

    assert "fue capturado el lunes cerca de Pokrovsk" in text
    assert "Ruslan Doroshenkov" in {piece.text for piece in page.passage if "subject" in piece.marks}
    assert Status.CAPTURED in {claim.status for claim in page.claims}
    assert page.claims[0].chain[-1].name == "El Faro del Sur"
    assert page.item.sha256 == Item.objects.get().sha256
    assert page.own_words == GALINA_ASKS.own_words


def test_the_items_text_is_whole_however_it_is_marked(asked: Asked, ruslans_report: TakenIn) -> None:
    (report,) = show_item(ruslans_report.item_ref, **asked).reports

    assert "".join(piece.text for piece in report.text) == RUSLAN_CAPTURED
    assert {"person", "claim", "place"} <= {mark for piece in report.text for mark in piece.marks}
    assert {sighting.ref for sighting in report.sightings} == set(ruslans_report.sightings)


def test_an_item_destroyed_by_order_shows_only_that_it_was_there(
    asked: Asked, desk: Desk, ruslans_report: TakenIn
) -> None:
    desk.store.destroy(Item.objects.get().sha256)
    page = show_item(ruslans_report.item_ref, **asked)

    assert page.destroyed
    assert page.reports == ()
    assert page.item.sha256 == Item.objects.get().sha256


@pytest.mark.usefixtures("candidate")
def test_an_enquiry_shows_what_was_asked_and_how_far_was_searched(asked: Asked, galinas_enquiry: str) -> None:
    page = show_enquiry(galinas_enquiry, **asked)
    (search_made,) = page.searches

    assert page.own_words == GALINA_ASKS.own_words
    assert {fact.field for fact in page.facts} == {"name", "sex", "birth", "home", "unit", "rank", "kin"}
    assert [fact.sought for fact in page.facts if fact.field in {"unit", "rank"}] == [None, None]
    assert search_made.sources == ("El Faro del Sur",)
    assert page.row.candidates == len(page.candidates) > 0


@pytest.mark.usefixtures("candidate")
def test_lists_hold_no_rank_and_no_unit(asked: Asked) -> None:
    listed = repr((list_candidates(**asked), list_enquiries(**asked), search("Doroshenkov", **asked)))

    assert "Дорошенков" in listed
    assert "полк" not in listed
    assert "рядовой" not in listed


@pytest.mark.usefixtures("candidate")
@pytest.mark.parametrize(
    ("read", "act", "about"),
    [
        (lambda it, candidate: show_candidate(candidate, **it), "show candidate", "it"),
        (lambda it, _: list_candidates(**it), "list candidates", ""),
        (lambda it, _: list_enquiries(**it), "list enquiries", ""),
        (lambda it, _: search("Doroshenkov", **it), "search by name", ""),
        (lambda it, candidate: search(candidate.lower(), **it), "search by reference", "it"),
    ],
)
def test_every_reading_is_in_the_log(
    asked: Asked, candidate: str, read: Callable[[Asked, str], object], act: str, about: str
) -> None:
    before = AuditEntry.objects.count()
    read(asked, candidate)
    entry = AuditEntry.objects.order_by("-seq")[0]

    assert AuditEntry.objects.count() == before + 1
    assert (entry.act, entry.actor, entry.ref) == (act, "marta", candidate if about else "")


@pytest.mark.parametrize("show", [show_candidate, show_enquiry, show_item])
def test_an_unknown_reference_is_refused_and_leaves_no_entry(asked: Asked, show: Callable[..., object]) -> None:
    with pytest.raises(NotHeld, match="X-0000-0000"):
        show("X-0000-0000", **asked)
    assert not AuditEntry.objects.exists()


def test_the_following_candidate_is_one_the_reader_has_not_judged(asked: Asked, candidate: str) -> None:
    others = {row.ref for row in list_candidates(**asked)} - {candidate}

    assert show_candidate(candidate, **asked).following in (others or {None})
