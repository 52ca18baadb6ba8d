"""Nobody makes two origins of one alone, by whatever way (rules R3 and R7)."""

from datetime import date, datetime

import pytest
from tests.one_news import OWN, WIRE
from tests.procedures.conftest import TakeIn
from tests.procedures.origins_judged import DIFFERENT, Judge, origins

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_origin import REFUSED, OriginParted
from paradero.procedures.staff import NameRefused, add_staff
from paradero.procedures.undo_origin_judgement import undo_origin_judgement
from paradero.records.models import AuditEntry, Item
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

SAME = Verdict.SAME
COPY = WIRE + " EFM."


def test_one_person_at_the_desk_and_at_a_terminal_is_one(
    wire: str, translation: str, marta: Actor, judge: Judge
) -> None:
    judge(wire, translation, DIFFERENT, marta)
    judge(wire, translation, DIFFERENT, Actor(ref="cli:marta"))

    assert origins(wire, translation) == 1


def test_nobody_parts_a_copy_from_its_original_by_a_same(
    wire: str, own: str, marta: Actor, oleh: Actor, vera: Actor, judge: Judge, take: TakeIn
) -> None:
    """Two origins would stay two, and yet two copies of one text would pass for two voices."""
    copy = take(COPY, source="El Faro del Sur", published_on=date(2024, 5, 24)).item_ref
    for person in (marta, oleh):
        judge(own, wire, DIFFERENT, person)

    with pytest.raises(OriginParted, match="nobody parts reports alone"):
        judge(own, copy, SAME, vera)
    assert (origins(wire, copy), origins(wire, own)) == (1, 2)
    assert AuditEntry.objects.filter(act=REFUSED).exists()


def test_a_same_taken_back_parts_nobody_whose_bridge_cannot_be_read_any_more(
    wire: str, own: str, marta: Actor, judge: Judge, take: TakeIn, desk: Desk, at: datetime
) -> None:
    bridge = take(f"{WIRE} {OWN}", source="El Faro del Sur", published_on=date(2024, 5, 26)).item_ref
    assert origins(wire, own, bridge) == 1
    desk.store.destroy(Item.objects.get(ref=bridge).sha256)
    judge(wire, own, SAME, marta)

    undo_origin_judgement(wire, own, desk=desk, actor=marta, at=at)
    assert origins(wire, own) == 1


def test_a_copy_that_comes_in_parts_nobody_whose_bridge_cannot_be_read_any_more(
    wire: str, own: str, take: TakeIn, desk: Desk
) -> None:
    bridge = take(f"{WIRE} {OWN}", source="El Faro del Sur", published_on=date(2024, 5, 26)).item_ref
    desk.store.destroy(Item.objects.get(ref=bridge).sha256)

    copy = take(COPY, source="Hoja de Levante", published_on=date(2024, 5, 26)).item_ref
    assert origins(wire, own, copy) == 1


def test_a_name_in_capitals_is_no_second_person(wire: str, translation: str, judge: Judge) -> None:
    judge(wire, translation, DIFFERENT, Actor(ref="Marta"))
    judge(wire, translation, DIFFERENT, Actor(ref="cli:marta"))

    assert origins(wire, translation) == 1


def test_nobody_gets_a_second_log_in_in_capitals(desk: Desk, marta: Actor, at: datetime) -> None:
    add_staff("vera", password="calm river nine", desk=desk, actor=marta, at=at)  # noqa: S106 -- an invented one
    with pytest.raises(NameRefused, match="'vera' is here already"):
        add_staff("Vera", password="calm river nine", desk=desk, actor=marta, at=at)  # noqa: S106 -- an invented one
