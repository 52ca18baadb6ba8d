"""Enquiries that are offered one sighting are shown with each other, and together come to no more than one."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, TakeIn

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.list_rows import likeliest_first
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.propose_likenesses import propose_likenesses
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.views import CandidateRow
from paradero.records.models import Enquiry
from paradero.terms.person import Description, PersonName
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

NAMESAKE = replace(
    GALINA_ASKS,
    description=Description(names=(PersonName(as_written="Дорошенков Руслан Викторович"),)),
    own_words="Ищу мужа.",
    enquirer="wife",
    own_reference="VZ-40",
)


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two enquiries for namesakes, and the report that may show either."""

    galinas: str
    wifes: str
    sighting: str


@pytest.fixture
def asked(desk: Desk, marta: Actor, at: datetime) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def rivals(asked: dict[str, Any], take: TakeIn) -> Rivals:
    (sighting, *_) = take(RUSLAN_CAPTURED).sightings
    two = Rivals(open_enquiry(GALINA_ASKS, **asked).ref, open_enquiry(NAMESAKE, **asked).ref, sighting)
    propose_candidates(**asked)
    return two


def listed(asked: dict[str, Any]) -> dict[str, CandidateRow]:
    return {row.enquiry_ref: row for row in list_candidates(**asked)}


def test_together_they_come_to_no_more_than_one(asked: dict[str, Any], rivals: Rivals) -> None:
    rows = listed(asked)

    assert set(rows) == {rivals.galinas, rivals.wifes}
    assert sum(row.probability_alone for row in rows.values()) > 1
    assert sum(row.probability for row in rows.values()) <= 1
    assert all(row.probability < row.probability_alone for row in rows.values())
    assert [rival.enquiry_ref for rival in rows[rivals.galinas].rivals] == [rivals.wifes]


def test_an_enquirys_page_has_the_likeliest_first_though_rivals_made_a_heavier_one_less_likely(
    asked: dict[str, Any], rivals: Rivals
) -> None:
    row = listed(asked)[rivals.galinas]
    alone = replace(row, ref="C-alone", match_weight_bits=row.match_weight_bits - 1, probability=row.probability_alone)

    assert likeliest_first([row, alone]) == (alone, row)
    assert show_enquiry(rivals.galinas, **asked).candidates == (row,)


def test_the_page_says_the_same_as_the_list(asked: dict[str, Any], rivals: Rivals) -> None:
    row = listed(asked)[rivals.galinas]
    assert show_candidate(row.ref, **asked).row == row


def test_a_candidate_without_rivals_stays_as_it_was_weighed(asked: dict[str, Any], rivals: Rivals) -> None:
    Enquiry.objects.filter(ref=rivals.wifes).update(is_open=False)
    row = listed(asked)[rivals.galinas]
    assert (row.rivals, row.probability) == ((), row.probability_alone)


def test_what_one_has_judged_oneself_ends_the_rivalry_and_nobody_elses_does(
    asked: dict[str, Any], oleh: Actor, rivals: Rivals
) -> None:
    before = listed(asked)[rivals.galinas]
    how = {**asked, "actor": oleh}
    judge_pair(rivals.wifes, rivals.sighting, verdict=Verdict.DIFFERENT, reason="Another father.", **how)
    assert listed(asked)[rivals.galinas] == before, "or a colleague's judgement would show before one's own"
    judge_pair(rivals.wifes, rivals.sighting, verdict=Verdict.DIFFERENT, reason="Another father.", **asked)
    assert listed(asked)[rivals.galinas].rivals == ()


def test_two_relatives_of_one_man_are_no_rivals_once_they_are_judged_the_same(
    asked: dict[str, Any], take: TakeIn
) -> None:
    take(RUSLAN_CAPTURED)
    mother = open_enquiry(GALINA_ASKS, **asked).ref
    sister = open_enquiry(replace(GALINA_ASKS, enquirer="sister", own_reference="VZ-18"), **asked).ref
    propose_candidates(**asked)
    halved = listed(asked)[mother].probability
    assert halved == pytest.approx(listed(asked)[sister].probability)
    assert halved <= 0.5

    propose_likenesses(**asked)
    noticed = listed(asked)[mother]
    assert halved < noticed.probability < noticed.probability_alone, "that a machine finds them alike counts"
    judge_pair(mother, sister, verdict=Verdict.SAME, **asked)
    row = listed(asked)[mother]
    assert (row.rivals, row.probability) == ((), row.probability_alone)
