"""Two relatives who ask for one man, and two reports that show one, are found and shown to be looked at."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, SERHII_ASKED_FOR, TIMUR_CAPTURED, TakeIn

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.likening import Alike, keep_likenesses
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_likenesses import propose_likenesses
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.show_item import show_item
from paradero.procedures.show_pair import show_pair
from paradero.procedures.work import Worker
from paradero.records.models import AuditEntry, Judgement, Likeness
from paradero.terms.matching import Explanation
from paradero.terms.person import Birth, PersonName
from paradero.terms.plain import from_json
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

Hands = dict[str, Any]

SISTER_ASKS = replace(
    GALINA_ASKS,
    description=replace(
        GALINA_ASKS.description,
        names=(PersonName(as_written="Ruslán Doroshénkov"),),
        birth=Birth(year=1991),
    ),
    language="es",
    own_words="Busco a mi hermano.",
    enquirer="sister",
    own_reference=None,
)


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> Hands:
    return {"desk": desk, "actor": marta, "at": at}


def work(hands: Hands) -> None:
    """Let the desk do what it still has to do."""
    worker = Worker(desk=hands["desk"], actor=hands["actor"], clock=lambda: hands["at"])
    while worker.work_one():
        pass


def test_two_enquiries_for_one_man_name_each_other_and_no_third(hands: Hands) -> None:
    mother, sister = (open_enquiry(asked, **hands).ref for asked in (GALINA_ASKS, SISTER_ASKS))
    stranger = open_enquiry(SERHII_ASKED_FOR, **hands).ref
    work(hands)

    for one, other in ((mother, sister), (sister, mother)):
        (row,) = show_enquiry(one, **hands).likenesses.rows
        assert (row.of, row.other.ref, row.other.is_enquiry) == (one, other, True)
        assert row.probability > 0.5
    assert show_enquiry(stranger, **hands).likenesses.rows == ()
    assert not Judgement.objects.exists()
    page = show_pair(mother, sister, **hands)
    assert sum(step.weight_bits for step in page.steps) == pytest.approx(page.match_weight_bits)
    assert "полк" not in repr(page)


def test_two_reports_of_one_man_name_each_other(hands: Hands, take: TakeIn) -> None:
    first = take(RUSLAN_CAPTURED)
    second = take(f"{RUSLAN_CAPTURED}\nOtra vez.", source="La Voz de Levante")
    take(TIMUR_CAPTURED, source="Вести с переправы")
    work(hands)

    found = show_item(first.item_ref, **hands).likenesses.rows
    assert {row.other.item_ref for row in found} == {second.item_ref}
    assert {row.of for row in found} <= set(first.sightings)


def test_ones_own_judgement_stands_beside_the_proposal_and_no_colleagues(
    hands: Hands, oleh: Actor, at: datetime, desk: Desk
) -> None:
    mother, sister = (open_enquiry(asked, **hands).ref for asked in (GALINA_ASKS, SISTER_ASKS))
    work(hands)
    judge_pair(mother, sister, verdict=Verdict.SAME, **hands)

    (own,) = show_enquiry(mother, **hands).likenesses.rows
    (others,) = show_enquiry(mother, desk=desk, actor=oleh, at=at).likenesses.rows
    assert (own.own_verdict, others.own_verdict) == (Verdict.SAME, None)


def test_a_child_is_in_no_such_list_and_is_counted(hands: Hands) -> None:
    """R18: until cases are granted to one caseworker each, nobody browses children."""
    child = replace(GALINA_ASKS.description, birth=Birth(born_on=date(2009, 3, 12)))
    mother, sister = (
        open_enquiry(replace(GALINA_ASKS, description=child, own_reference=number), **hands).ref
        for number in ("VZ-20", "VZ-21")
    )
    work(hands)

    assert Likeness.objects.count() == 1
    page = show_enquiry(mother, **hands)
    assert (page.likenesses.rows, page.likenesses.children) == ((), 1)
    assert sister not in repr(page)


def test_what_runs_by_itself_proposes_nothing_twice_and_leaves_weights_as_people_saw_them(hands: Hands) -> None:
    refs = sorted(open_enquiry(asked, **hands).ref for asked in (GALINA_ASKS, SISTER_ASKS))
    work(hands)
    (row,) = Likeness.objects.all()
    newer = Alike(*refs, replace(from_json(Explanation, row.explanation), model="another 2", probability=0.7))

    def kept(*, weigh_anew: bool) -> tuple[str, float]:
        with act("search for candidates", **hands) as done:
            assert keep_likenesses([newer] * 2, done=done, at=hands["at"], weigh_anew=weigh_anew) == 0
        return Likeness.objects.values_list("model", "probability").get()

    assert kept(weigh_anew=False) == (row.model, row.probability)
    assert kept(weigh_anew=True) == ("another 2", 0.7)
    assert AuditEntry.objects.filter(act="propose likeness").count() == 1
    assert AuditEntry.objects.filter(act="weigh likeness anew").count() == 1


def test_what_was_there_before_is_searched_when_somebody_asks(hands: Hands, take: TakeIn) -> None:
    """A desk of an earlier version has reports and enquiries that nobody held against each other on one side."""
    for asked in (GALINA_ASKS, SISTER_ASKS):
        open_enquiry(asked, **hands)
    for source in ("El Faro del Sur", "La Voz de Levante"):
        take(f"{RUSLAN_CAPTURED}\n{source}", source=source)
    likened = propose_likenesses(**hands)

    assert (likened.enquiries, likened.items) == (2, 2)
    assert likened.new == Likeness.objects.count() >= 2
    assert propose_likenesses(**hands).new == 0
