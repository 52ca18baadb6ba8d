"""A person corrects an origin: a record beside the machine's links, kept by every grouping after it."""

from datetime import date, datetime, timedelta

import pytest
from tests.one_news import ELSEWHERE, OWN, TRANSLATED, WIRE
from tests.procedures.conftest import TakeIn
from tests.procedures.origins_judged import DIFFERENT, Judge, origin_of, origins

from paradero.intake import SealDestroyed
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.judge_origin import REFUSED, OriginContradiction, judge_origin
from paradero.procedures.origin_pairs import ReportsRefused
from paradero.procedures.undo_judgement import NothingToUndo
from paradero.procedures.undo_origin_judgement import undo_origin_judgement
from paradero.records.models import AuditEntry, Item, OriginJudgement, OriginLink, OriginUndoing
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

SAME, UNSURE = Verdict.SAME, Verdict.UNSURE
COPY = WIRE + " EFM."


def test_same_joins_two_origins_at_once(wire: str, own: str, marta: Actor, judge: Judge) -> None:
    """It is the careful direction: one voice that counts as two is the worse error, so one person is enough."""
    before = origin_of(own)
    judged = judge(own, wire, SAME, marta)

    assert origins(wire, own) == 1
    assert judged.origins == (origin_of(wire),)
    assert not OriginLink.objects.exists(), "the machine holds nothing of it"
    assert AuditEntry.objects.filter(act="origin left for another", ref=before, actor="marta").count() == 1


def test_different_makes_two_voices_only_once_a_second_person_says_so(
    wire: str, translation: str, marta: Actor, oleh: Actor, judge: Judge
) -> None:
    """Two voices pass for corroboration (rule R7), and nobody does that alone (rule R3)."""
    alone = judge(wire, translation, DIFFERENT, marta)
    assert alone.disputed
    assert origins(wire, translation) == 1

    both = judge(wire, translation, DIFFERENT, oleh)
    assert not both.disputed
    assert origins(wire, translation) == 2
    assert not OriginLink.objects.exists()
    assert AuditEntry.objects.filter(act="origin left for another", actor="oleh").count() == 1


def test_what_is_parted_stays_parted_when_a_copy_of_both_comes_in(
    wire: str, translation: str, marta: Actor, oleh: Actor, judge: Judge, take: TakeIn
) -> None:
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)
    copies = [
        take(TRANSLATED["uk"], source="Береговий вісник", published_on=date(2024, 5, 24)).item_ref,
        take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref,
    ]

    assert origins(wire, translation) == 2
    assert origins(wire, translation, *copies) == 2


def test_what_is_joined_stays_joined_when_copies_of_either_come_in(
    wire: str, own: str, marta: Actor, judge: Judge, take: TakeIn
) -> None:
    judge(wire, own, SAME, marta)
    copies = [
        take(OWN + " END.", source="Northern Courier", published_on=date(2024, 5, 26)).item_ref,
        take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref,
        take(TRANSLATED["en"], source="Harbour Post", published_on=date(2024, 5, 24)).item_ref,
    ]

    assert origins(wire, own, *copies) == 1


def test_it_makes_no_difference_whether_a_copy_comes_before_the_judgement_or_after(
    wire: str, translation: str, marta: Actor, oleh: Actor, judge: Judge, take: TakeIn
) -> None:
    copy = take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)

    assert origins(wire, copy) == 1
    assert origins(wire, translation) == 2
    after = take(WIRE + " Fin.", source="La Voz de Levante", published_on=date(2024, 5, 24)).item_ref
    assert origins(wire, copy, after) == 1


def test_unsure_changes_nothing(wire: str, translation: str, own: str, marta: Actor, judge: Judge) -> None:
    before = [origin_of(ref) for ref in (wire, translation, own)]
    judge(wire, translation, UNSURE, marta)
    judge(wire, own, UNSURE, marta)

    assert [origin_of(ref) for ref in (wire, translation, own)] == before
    assert OriginLink.objects.count() == 1


def test_what_contradicts_earlier_judgements_is_refused_and_names_them(
    wire: str, translation: str, own: str, marta: Actor, oleh: Actor, judge: Judge
) -> None:
    judge(wire, translation, SAME, marta)
    judge(translation, own, SAME, oleh)
    with pytest.raises(OriginContradiction) as refused:
        judge(wire, own, DIFFERENT, marta)

    told = str(refused.value)
    assert f"{wire}/1 and {translation}/1: “same” by marta" in told
    assert "“same” by oleh" in told
    assert told.endswith(".")
    assert OriginJudgement.objects.count() == 2
    assert AuditEntry.objects.filter(act=REFUSED, actor="marta").count() == 1


def test_a_same_across_a_different_is_refused(
    wire: str, translation: str, own: str, marta: Actor, oleh: Actor, judge: Judge
) -> None:
    judge(wire, own, DIFFERENT, oleh)
    judge(translation, own, SAME, marta)
    with pytest.raises(OriginContradiction, match="“different” by oleh"):
        judge(wire, translation, SAME, marta)


def test_a_colleagues_opposite_judgement_is_a_disagreement_and_they_count_as_one(
    wire: str, translation: str, marta: Actor, oleh: Actor, vera: Actor, judge: Judge
) -> None:
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)
    judged = judge(wire, translation, SAME, vera)

    assert judged.disputed
    assert origins(wire, translation) == 1


def test_taken_back_the_machine_decides_again(
    wire: str, translation: str, own: str, desk: Desk, at: datetime, marta: Actor, oleh: Actor, judge: Judge
) -> None:
    """A judgement can be undone (rule R8), and both rows stay."""
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)
    judge(wire, own, SAME, marta)
    undo_origin_judgement(wire, translation, reason="Misread.", desk=desk, actor=oleh, at=at + timedelta(days=1))
    assert origins(wire, translation) == 1
    assert origins(wire, translation, own) == 1

    undone = undo_origin_judgement(own, wire, desk=desk, actor=marta, at=at + timedelta(days=1))
    assert undone.verdict is None
    assert origins(wire, own) == 2
    assert (OriginJudgement.objects.count(), OriginUndoing.objects.count()) == (3, 2)
    assert OriginLink.objects.count() == 1


def test_changing_ones_mind_keeps_both_judgements(wire: str, own: str, marta: Actor, judge: Judge) -> None:
    judge(wire, own, SAME, marta)
    judge(wire, own, UNSURE, marta)

    assert origins(wire, own) == 2
    assert [row.verdict for row in OriginJudgement.objects.order_by("pk")] == ["same", "unsure"]
    assert OriginUndoing.objects.count() == 1


def test_nothing_is_undone_twice(wire: str, own: str, desk: Desk, at: datetime, marta: Actor) -> None:
    with pytest.raises(NothingToUndo, match=r"to undo\.$"):
        undo_origin_judgement(wire, own, desk=desk, actor=marta, at=at)


def test_what_was_destroyed_cannot_be_judged_any_more_and_what_was_held_of_it_still_joins_others(
    wire: str, translation: str, own: str, desk: Desk, marta: Actor, judge: Judge, take: TakeIn
) -> None:
    judge(wire, own, SAME, marta)
    judge(wire, translation, SAME, marta)
    desk.store.destroy(Item.objects.get(ref=wire).sha256)
    with pytest.raises(SealDestroyed):
        judge(wire, own, DIFFERENT, marta)

    copy = take(OWN + " END.", source="Northern Courier", published_on=date(2024, 5, 26)).item_ref
    assert origins(wire, translation, own, copy) == 1


def test_what_two_people_parted_from_something_destroyed_is_never_put_beside_it(
    wire: str, translation: str, desk: Desk, marta: Actor, oleh: Actor, judge: Judge, take: TakeIn
) -> None:
    copy = take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)
    desk.store.destroy(Item.objects.get(ref=wire).sha256)
    bridge = take(TRANSLATED["en"], source="Harbour Post", published_on=date(2024, 5, 24)).item_ref

    assert origins(wire, translation) == 2
    assert origins(copy, translation, bridge) == 1, "nobody holds these apart"


def test_where_an_origin_has_too_many_reports_only_who_was_judged_leaves(
    wire: str,
    translation: str,
    marta: Actor,
    oleh: Actor,
    desk: Desk,
    at: datetime,
    judge: Judge,
    take: TakeIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref
    monkeypatch.setattr("paradero.procedures.regroup.MOST_REGROUPED", 2)
    judge(translation, copy, UNSURE, marta)
    for person in (marta, oleh):
        judge(wire, translation, DIFFERENT, person)
    assert (origins(wire, copy), origins(wire, translation)) == (1, 2)

    undo_origin_judgement(wire, translation, desk=desk, actor=oleh, at=at)
    assert origins(wire, translation, copy) == 1


@pytest.mark.parametrize(
    ("first", "second", "kind", "said"),
    [
        ("{wire}", "{wire}/1", ReportsRefused, "one and the same report"),
        ("{wire}", "I-0000-0000", NotHeld, "no item I-0000-0000"),
        ("{wire}/2", "{own}", NotHeld, "has 1"),
        ("S-0000-0000", "{own}", ReportsRefused, "no item's reference"),
        ("", "{own}", ReportsRefused, "no item's reference"),
    ],
)
def test_what_is_no_pair_of_reports_is_refused(
    first: str, second: str, kind: type[Exception], said: str, wire: str, own: str, marta: Actor, judge: Judge
) -> None:
    with pytest.raises(kind, match=said):
        judge(first.format(wire=wire, own=own), second.format(wire=wire, own=own), SAME, marta)


def test_a_reason_stands_in_no_log(wire: str, own: str, desk: Desk, at: datetime, marta: Actor, take: TakeIn) -> None:
    """It is free text and may name somebody (rule R10)."""
    take(ELSEWHERE)
    judge_origin(wire, own, verdict=SAME, reason="Tamara Belkina told both.", desk=desk, actor=marta, at=at)

    assert OriginJudgement.objects.get().reason == "Tamara Belkina told both."
    logged = [f"{entry.act} {entry.ref} {entry.actor}" for entry in AuditEntry.objects.all()]
    assert not any("Belkina" in entry for entry in logged)
    assert {f"judge origin same {wire} marta", f"judged with it {own} marta"} <= set(logged)
