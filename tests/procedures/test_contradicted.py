"""Two things that cannot both be true of one person are shown; to hold both takes a written reason."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.procedures.conftest import GALINA_ASKS, SERHII_ASKED_FOR, TIMUR_CAPTURED, TakeIn

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.contradicted import DESPITE, ReasonMissing
from paradero.procedures.judge_candidate import judge_candidate, pair_of
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_pair import show_pair
from paradero.records.models import AuditEntry, Judgement
from paradero.terms.matching import Outcome
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

DEAD_BEFORE = replace(
    GALINA_ASKS, description=replace(GALINA_ASKS.description, died_on=date(2024, 5, 2)), own_reference="VZ-18"
)
"""A paper says he died on the second of May; the report has him captured on the twentieth."""


@pytest.fixture
def candidate(desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn) -> str:
    assert ruslans_report.new
    enquiry = open_enquiry(DEAD_BEFORE, desk=desk, actor=marta, at=at).ref
    (ref, *_) = propose_candidates(enquiry_refs=[enquiry], desk=desk, actor=marta, at=at).new
    return ref


def test_alive_after_the_day_of_death_is_a_contradiction_and_shown_with_both_days(
    desk: Desk, candidate: str, marta: Actor, at: datetime
) -> None:
    page = show_candidate(candidate, desk=desk, actor=marta, at=at)

    assert page.row.contradictions == ("dates",)
    days = {pair.field: pair.outcome for pair in page.pairs if pair.field in {"died_on", "last_heard_on", "captive_by"}}
    assert days == {"died_on": Outcome.DIFFERS, "last_heard_on": Outcome.DIFFERS}
    (said,) = [step.sentence for step in page.steps if step.field == "dates"]
    assert "2024-05-02" in said
    assert "Both cannot be true" in said


@pytest.mark.parametrize("reason", [None, "", "  ", "\x00", "?!"])
def test_same_against_a_contradiction_needs_a_written_reason(
    desk: Desk, candidate: str, marta: Actor, at: datetime, reason: str | None
) -> None:
    """A wrong confirmation reaches a family; one key alone must not hold the dead for the living."""
    with pytest.raises(ReasonMissing, match=f"{candidate}.*dates.*write why"):
        judge_candidate(candidate, verdict=Verdict.SAME, reason=reason, desk=desk, actor=marta, at=at)
    with pytest.raises(ReasonMissing):
        judge_pair(*pair_of(candidate), verdict=Verdict.SAME, reason=reason, desk=desk, actor=marta, at=at)

    assert Judgement.objects.count() == 0


@pytest.mark.parametrize("kind", ["two enquiries", "two sightings", "an enquiry and a sighting"])
def test_it_needs_one_also_where_nobody_proposed_the_two(
    desk: Desk, ruslans_report: TakenIn, take: TakeIn, marta: Actor, at: datetime, kind: str
) -> None:
    """Whoever comes to two by their references is not shown less, and may not err more easily."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    enquiries = [open_enquiry(asked, **hands).ref for asked in (DEAD_BEFORE, SERHII_ASKED_FOR)]
    sightings = [ruslans_report.sightings[0], take(TIMUR_CAPTURED).sightings[0]]
    one, other = {"two enquiries": enquiries, "two sightings": sightings}.get(kind, [enquiries[0], sightings[0]])

    assert show_pair(one, other, **hands).contradictions
    with pytest.raises(ReasonMissing, match=rf"(?:{one}|{other}) and (?:{one}|{other}).*write why"):
        judge_pair(other, one, verdict=Verdict.SAME, **hands)
    judge_pair(one, other, verdict=Verdict.SAME, reason="The report misprints it.", **hands)
    assert AuditEntry.objects.filter(act=DESPITE).count() == Judgement.objects.count() == 1


def test_two_that_nobody_proposed_and_that_agree_need_none(
    desk: Desk, ruslans_report: TakenIn, galinas_enquiry: str, marta: Actor, at: datetime
) -> None:
    judge_pair(galinas_enquiry, ruslans_report.sightings[0], verdict=Verdict.SAME, desk=desk, actor=marta, at=at)

    assert not AuditEntry.objects.filter(act=DESPITE).exists()


def test_with_a_reason_it_is_kept_and_the_log_says_against_what(
    desk: Desk, candidate: str, marta: Actor, oleh: Actor, at: datetime
) -> None:
    judge_candidate(candidate, verdict=Verdict.SAME, reason="The paper was for 2023.", desk=desk, actor=marta, at=at)
    judge_pair(*pair_of(candidate), verdict=Verdict.SAME, reason="As Marta.", desk=desk, actor=oleh, at=at)

    assert Judgement.objects.count() == 2
    assert list(AuditEntry.objects.filter(act=DESPITE).values_list("actor", flat=True)) == ["marta", "oleh"]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_any_other_judgement_needs_no_reason(
    desk: Desk, candidate: str, marta: Actor, at: datetime, verdict: Verdict
) -> None:
    judge_candidate(candidate, verdict=verdict, desk=desk, actor=marta, at=at)

    assert not AuditEntry.objects.filter(act=DESPITE).exists()


def test_without_a_contradiction_one_key_is_enough(
    desk: Desk, ruslans_report: TakenIn, galinas_enquiry: str, marta: Actor, at: datetime
) -> None:
    assert ruslans_report.new
    (ref, *_) = propose_candidates(enquiry_refs=[galinas_enquiry], desk=desk, actor=marta, at=at).new
    judge_candidate(ref, verdict=Verdict.SAME, desk=desk, actor=marta, at=at)

    assert Judgement.objects.get().verdict == "same"
    assert not AuditEntry.objects.filter(act=DESPITE).exists()


def test_the_page_says_what_to_ask_and_never_for_a_unit_or_a_rank(
    desk: Desk, candidate: str, marta: Actor, at: datetime
) -> None:
    said = {
        language: show_candidate(candidate, language=language, desk=desk, actor=marta, at=at).would_change or ""
        for language in ("en", "es", "ru", "uk")
    }

    assert said["en"].startswith(("Ask the family for", "Look for"))
    assert len(set(said.values())) == 4
    for sentence in said.values():
        assert not any(word in sentence.lower() for word in ("unit", "rank", "unidad", "grado", "част", "зван"))
