"""Enquiries meet sightings from either side, and nothing that was proposed changes unseen."""

from datetime import date, datetime, timedelta

import pytest
from tests.procedures.conftest import SERHII_ASKED_FOR, TIMUR_CAPTURED, TakeIn

from paradero.identity import MODEL
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import TakenIn
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_enquiry import LATEST, show_enquiry
from paradero.records.models import AuditEntry, Candidate, Search

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_enquiry_finds_the_person_in_another_script(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    proposed = propose_candidates(enquiry_refs=[galinas_enquiry], desk=desk, actor=marta, at=at)
    best = Candidate.objects.first()

    assert best is not None
    assert best.ref in proposed.new
    assert best.sighting.ref in ruslans_report.sightings
    assert (best.sighting.label, best.model, best.proposed_at) == ("Ruslan Doroshenkov", MODEL.name, at)


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
def test_proposing_again_changes_nothing(desk: Desk, marta: Actor, at: datetime) -> None:
    first = propose_candidates(desk=desk, actor=marta, at=at)
    before = list(Candidate.objects.values())
    again = propose_candidates(desk=desk, actor=marta, at=at + timedelta(days=1))

    assert (again.new, again.kept, again.reweighed) == ((), len(first.new), 0)
    assert list(Candidate.objects.values()) == before


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
def test_another_model_weighs_anew_and_says_so(desk: Desk, marta: Actor, at: datetime) -> None:
    (ref, *_) = propose_candidates(desk=desk, actor=marta, at=at).new
    weight = Candidate.objects.get(ref=ref).match_weight_bits
    Candidate.objects.filter(ref=ref).update(model="an older one", match_weight_bits=-3.0)
    later = at + timedelta(days=1)
    again = propose_candidates(desk=desk, actor=marta, at=later)
    candidate = Candidate.objects.get(ref=ref)

    assert (again.new, again.reweighed) == ((), 1)
    assert (candidate.match_weight_bits, candidate.model) == (weight, MODEL.name)
    assert (candidate.proposed_at, candidate.reweighed_at) == (at, later)
    assert AuditEntry.objects.filter(act="weigh candidate anew", ref=ref).count() == 1


@pytest.mark.usefixtures("ruslans_report")
def test_a_search_that_finds_nobody_is_kept_with_how_far_it_went(
    desk: Desk, marta: Actor, at: datetime, take: TakeIn
) -> None:
    take(TIMUR_CAPTURED, source="Вести с переправы", published_on=date(2024, 6, 2))
    asked = open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at)
    proposed = propose_candidates(enquiry_refs=[asked.ref], desk=desk, actor=marta, at=at)
    search = Search.objects.get(enquiry__ref=asked.ref)

    assert proposed.new == ()
    assert (search.reports, search.sightings) == (2, proposed.sightings)
    assert search.sources == ["El Faro del Sur", "Вести с переправы"]
    assert (search.taken_in_up_to, search.published_up_to) == (at, date(2024, 6, 2))
    assert AuditEntry.objects.filter(act="search for candidates", ref=asked.ref).count() == 1


def test_a_group_is_nobodys_counterpart(desk: Desk, marta: Actor, at: datetime, take: TakeIn) -> None:
    take("Seis soldados de Vorónezh fueron capturados cerca de Pokrovsk, según el portavoz Hryhorii Zalizniak.\n")

    assert propose_candidates(desk=desk, actor=marta, at=at).sightings == 0


def test_progress_is_told_and_an_unknown_enquiry_is_refused(
    desk: Desk, marta: Actor, at: datetime, galinas_enquiry: str
) -> None:
    told: list[tuple[int, int]] = []
    propose_candidates(desk=desk, actor=marta, at=at, progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 1)]
    with pytest.raises(NotHeld, match="E-0000-0000"):
        propose_candidates(enquiry_refs=[galinas_enquiry, "E-0000-0000"], desk=desk, actor=marta, at=at)


def test_a_page_shows_the_latest_searches_alone(desk: Desk, marta: Actor, at: datetime, galinas_enquiry: str) -> None:
    for day in range(LATEST + 2):
        propose_candidates(enquiry_refs=[galinas_enquiry], desk=desk, actor=marta, at=at + timedelta(days=day))

    searches = show_enquiry(galinas_enquiry, desk=desk, actor=marta, at=at).searches
    assert len(searches) == LATEST
    assert searches[0].at == at + timedelta(days=LATEST + 1)
