"""Any two can be judged; what follows is shown beforehand, what contradicts is refused, and all can be taken back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, TakeIn

from paradero.identity.judgements import Stand
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.consequences import consequences
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.judge_pair import REFUSED, judge_pair
from paradero.procedures.judged_pairs import judged_pairs
from paradero.procedures.judging import Contradiction, PairRefused
from paradero.procedures.judging_rows import PairRow
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.show_group import show_group
from paradero.procedures.show_pair import show_pair
from paradero.procedures.undo_judgement import NothingToUndo, undo_judgement
from paradero.records.models import AuditEntry, Enquiry, Judgement
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
Judge = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class World:
    """Two relatives who ask for one man, and two reports that show him."""

    mother: str
    sister: str
    seen: str
    seen_again: str


@pytest.fixture
def world(desk: Desk, marta: Actor, at: datetime, take: TakeIn) -> World:
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    sister = replace(GALINA_ASKS, own_words="Ищу брата.", enquirer="sister", own_reference="VZ-18")
    (first, *_) = take(RUSLAN_CAPTURED).sightings
    (second, *_) = take(f"{RUSLAN_CAPTURED}\nOtra vez.", source="La Voz de Levante").sightings
    return World(open_enquiry(GALINA_ASKS, **hands).ref, open_enquiry(sister, **hands).ref, first, second)


@pytest.fixture
def judge(desk: Desk, at: datetime) -> Judge:
    def judging(one: str, other: str, verdict: Verdict, by: Actor) -> object:
        return judge_pair(one, other, verdict=verdict, desk=desk, actor=by, at=at)

    return judging


def refs(rows: tuple[PairRow, ...]) -> list[set[str]]:
    return [{row.left.ref, row.right.ref} for row in rows]


def test_two_enquiries_held_for_one_man_stay_two(desk: Desk, world: World, marta: Actor, judge: Judge) -> None:
    """R8: nothing is merged, and no relative's words reach the other."""
    before = list(Enquiry.objects.values())
    judged = judge(world.sister, world.mother, SAME, marta)

    assert (judged.left, judged.right) == tuple(sorted((world.mother, world.sister)))
    assert list(Enquiry.objects.values()) == before
    assert "Ищу брата." not in repr(show_enquiry(world.mother, desk=desk, actor=marta, at=judged.at))


def test_what_would_follow_is_told_before_and_has_followed_after(
    desk: Desk, world: World, marta: Actor, at: datetime, judge: Judge
) -> None:
    judge(world.sister, world.seen, SAME, marta)
    told = consequences(world.mother, world.sister, desk=desk, actor=marta, at=at)
    assert refs(told.if_same.same) == [{world.mother, world.seen}]
    assert refs(told.if_different.different) == [{world.mother, world.seen}]

    judge(world.mother, world.sister, SAME, marta)
    page = show_enquiry(world.mother, desk=desk, actor=marta, at=at)
    assert refs(page.to_look_at) == [{world.mother, world.seen}], "it is to be looked at"
    assert Judgement.objects.count() == 2, "and nobody judged it"
    assert not show_enquiry(world.mother, desk=desk, actor=Actor(ref="vera"), at=at).to_look_at


def test_what_contradicts_what_colleagues_hold_is_refused_by_reference_and_logged(
    world: World, marta: Actor, oleh: Actor, judge: Judge
) -> None:
    """R11: whoever is refused has learned something of others' judgements."""
    judge(world.mother, world.sister, SAME, marta)
    judge(world.mother, world.seen, SAME, marta)
    with pytest.raises(Contradiction) as refused:
        judge(world.sister, world.seen, DIFFERENT, oleh)

    said = str(refused.value)
    assert all(ref in said for ref in (world.mother, world.sister, world.seen))
    assert "judge this pair “unsure”" in said
    assert "marta" not in said
    assert "оро" not in said
    assert Judgement.objects.count() == 2
    assert AuditEntry.objects.filter(act=REFUSED, actor="oleh", ref=world.sister).count() == 1
    assert judge(world.sister, world.seen, UNSURE, oleh).verdict is UNSURE


def test_a_candidate_is_judged_as_the_pair_it_is(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    hands: Any = {"desk": desk, "actor": oleh, "at": at}
    propose_candidates(enquiry_refs=[world.sister], **hands)
    rows = show_enquiry(world.sister, **hands).candidates
    (candidate,) = (row.ref for row in rows if row.sighting_ref == world.seen)
    judge(world.mother, world.sister, SAME, marta)
    judge(world.mother, world.seen, SAME, marta)
    with pytest.raises(Contradiction):
        judge_candidate(candidate, verdict=DIFFERENT, **hands)
    judge(world.sister, world.seen, SAME, oleh)

    page = show_candidate(candidate, **hands)
    assert page.own
    assert page.own.verdict is SAME
    assert show_pair(world.sister, world.seen, **hands).candidate_ref == candidate
    listed = {row.ref: row.own_verdict for row in show_enquiry(world.sister, **hands).candidates}
    assert listed[candidate] is SAME
    undo_judgement(candidate, **hands)
    assert show_pair(world.sister, world.seen, **hands).own is None


def test_a_group_splits_again_when_a_link_is_taken_back(
    desk: Desk, world: World, marta: Actor, at: datetime, judge: Judge
) -> None:
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    judge(world.mother, world.sister, SAME, marta)
    before = show_group(world.mother, **hands)
    judge(world.sister, world.seen, SAME, marta)
    judge(world.seen, world.seen_again, DIFFERENT, marta)
    joined = show_group(world.mother, **hands)

    assert {member.ref for member in joined.members} == {world.mother, world.sister, world.seen}
    assert refs(joined.to_look_at) == [{world.mother, world.seen}]
    assert refs(joined.apart) == [{world.seen, world.seen_again}]
    undo_judgement(world.seen, world.sister, reason="another village", **hands)
    assert show_group(world.mother, **hands) == before


def test_one_sees_of_a_group_what_one_judged_or_two_hold_alike(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    """R3: a single colleague's judgement shows in no list beforehand."""
    vera = Actor(ref="vera")
    judge(world.mother, world.sister, SAME, marta)
    assert len(show_group(world.mother, desk=desk, actor=vera, at=at).members) == 1
    assert not consequences(world.sister, world.seen, desk=desk, actor=vera, at=at).if_same
    judge(world.mother, world.sister, SAME, oleh)

    page = show_group(world.mother, desk=desk, actor=vera, at=at)
    assert [(row.stand, row.own_verdict) for row in page.judged] == [(Stand.SAME, None)]
    told = consequences(world.sister, world.seen, desk=desk, actor=vera, at=at)
    assert refs(told.if_same.same) == [{world.mother, world.seen}]


def test_the_pair_on_its_page_hides_what_others_hold_of_it_even_when_they_agree(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    vera = Actor(ref="vera")
    before = show_pair(world.mother, world.sister, desk=desk, actor=vera, at=at)
    for actor in (marta, oleh):
        judge(world.mother, world.sister, SAME, actor)

    assert before.others is None
    assert show_pair(world.mother, world.sister, desk=desk, actor=vera, at=at) == before


def test_a_disagreement_is_shown_and_binds_nobody(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    judge(world.mother, world.sister, SAME, marta)
    judge(world.mother, world.sister, DIFFERENT, oleh)
    page = show_group(world.mother, desk=desk, actor=oleh, at=at)

    assert len(page.members) == 1
    assert show_pair(world.mother, world.sister, desk=desk, actor=oleh, at=at).others
    assert not consequences(world.sister, world.seen, desk=desk, actor=oleh, at=at).if_same


def test_taking_back_is_never_refused_and_what_comes_to_light_is_named(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    judge(world.mother, world.seen, SAME, marta)
    judge(world.seen, world.seen_again, SAME, marta)
    judge(world.seen, world.seen_again, DIFFERENT, oleh)
    judge(world.mother, world.seen_again, DIFFERENT, oleh)
    judge(world.mother, world.seen, SAME, oleh)
    judge(world.seen, world.seen_again, SAME, Actor(ref="vera"))
    undo_judgement(world.seen, world.seen_again, desk=desk, actor=oleh, at=at)

    page = show_group(world.mother, desk=desk, actor=oleh, at=at)
    assert refs(page.clashes) == [{world.mother, world.seen_again}]


@pytest.mark.parametrize(
    ("other", "refused"), [("self", PairRefused), ("C-0000-0000", PairRefused), ("S-0000-0000", NotHeld)]
)
def test_only_two_who_are_here_are_judged(
    world: World, marta: Actor, judge: Judge, other: str, refused: type[Exception]
) -> None:
    entries = AuditEntry.objects.count()
    with pytest.raises(refused):
        judge(world.mother, world.mother if other == "self" else other, SAME, marta)
    assert AuditEntry.objects.count() == entries


def test_there_is_nothing_to_undo_of_two_whom_one_has_not_judged(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    judge(world.mother, world.sister, SAME, marta)
    with pytest.raises(NothingToUndo, match=world.sister):
        undo_judgement(world.mother, world.sister, desk=desk, actor=oleh, at=at)


def test_of_two_at_once_who_contradict_each_other_one_is_refused(world: World, marta: Actor, judge: Judge) -> None:
    """Each alone could stand; nobody may slip between the check and the writing."""
    judge(world.mother, world.sister, SAME, marta)

    def at_once(work: tuple[str, Verdict, str]) -> bool:
        one, verdict, who = work
        try:
            judge(one, world.seen, verdict, Actor(ref=who))
        except Contradiction:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(max_workers=2) as pool:
        kept = list(pool.map(at_once, [(world.mother, SAME, "oleh"), (world.sister, DIFFERENT, "vera")]))
    assert sorted(kept) == [False, True]


def test_the_model_is_handed_what_people_agree_on(
    desk: Desk, world: World, marta: Actor, oleh: Actor, at: datetime, judge: Judge
) -> None:
    judge(world.mother, world.seen, SAME, marta)
    judge(world.mother, world.seen, UNSURE, oleh)
    judge(world.sister, world.seen_again, SAME, marta)
    judge(world.sister, world.seen_again, DIFFERENT, oleh)
    judge(world.mother, world.sister, SAME, marta)
    (pair,) = judged_pairs(desk=desk, actor=marta, at=at)

    assert pair.of == (world.mother, world.seen)
    assert (pair.verdict, pair.published_on) == (SAME, date(2024, 5, 24))
    assert pair.sought == GALINA_ASKS.description
    assert pair.seen.names[0].as_written == "Ruslan Doroshenkov"
    assert AuditEntry.objects.filter(act="read judged pairs", count=1).exists()
