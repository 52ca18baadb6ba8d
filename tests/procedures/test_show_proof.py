"""The page that says what is proven of an item checks what it says, and no more than that."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from tests.procedures.conftest import LATER, RUSLAN_CAPTURED, TakeIn, troubles, without_triggers

from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.seal_days import seal_days
from paradero.procedures.show_proof import ProofPage, show_proof
from paradero.records.append_only import protect, unprotect
from paradero.records.models import CheckedHead, CustodyEntry, Item, SealRecord
from paradero.terms.chain import START, canonical, chain_hash

pytestmark = pytest.mark.django_db(transaction=True)

Proof = Callable[[str], ProofPage]


@pytest.fixture
def proof(desk: Desk, marta: Actor, at: datetime) -> Proof:
    return lambda ref: show_proof(ref, desk=desk, actor=marta, at=at + LATER)


def test_the_page_shows_what_was_written_down_and_which_day_covers_it(
    desk: Desk, marta: Actor, at: datetime, faro: str, proof: Proof
) -> None:
    today = proof(faro)
    assert today.record is not None
    assert (today.record.holds, today.record.day) == (True, None)
    assert today.custody.covered == 0
    seal_days(desk=desk, actor=marta, at=at + LATER)

    shown = proof(faro)
    assert shown.record is not None
    assert (shown.record.publisher, shown.record.name) == ("El Faro del Sur", "ruslan.html")
    assert (shown.record.holds, shown.record.day) == (True, at.date())
    assert shown.day is not None
    assert shown.day.holds
    assert [(step.act, step.day) for step in shown.custody.steps] == [("sealed", at.date()), ("read", at.date())]
    assert (shown.custody.holds, shown.custody.covered) == (True, 2)


def test_what_was_sealed_before_there_were_records_says_so(proof: Proof, faro: str) -> None:
    SealRecord.objects.all().delete()

    assert proof(faro).record is None


ON_THE_PAGE = [
    ("UPDATE records_custodyentry SET actor = 'oleh' WHERE seq = 1", "custody"),
    ("UPDATE records_custodyentry SET hash = previous WHERE seq = 2", "custody"),
    ("DELETE FROM records_custodyentry WHERE seq = 1", "custody"),
    ("DELETE FROM records_custodyentry WHERE seq = 4", "custody"),
    ("UPDATE records_checkedhead SET hash = '" + "0" * 64 + "'", "custody"),
    ("UPDATE records_sealrecord SET locked = sealed_report FROM records_report", "record"),
    ("UPDATE records_dayleaf SET sha256 = '" + "0" * 64 + "' WHERE what = 'derived seal record'", "record"),
    ("UPDATE records_dayleaf SET sha256 = '" + "0" * 64 + "' WHERE what = 'original'", "day"),
    ("UPDATE records_dayroot SET root = previous", "day"),
]


@pytest.mark.parametrize(("statement", "part"), ON_THE_PAGE)
def test_the_page_sees_what_was_changed_of_the_item(
    desk: Desk, marta: Actor, at: datetime, faro: str, take: TakeIn, proof: Proof, statement: str, part: str
) -> None:
    """It begins where the log was found whole before; nothing about the item escapes it, nor an entry that is gone."""
    take(RUSLAN_CAPTURED)
    seal_days(desk=desk, actor=marta, at=at + LATER)
    assert proof(faro).custody.holds
    assert CheckedHead.objects.get().seq == 4
    without_triggers(statement)

    shown = proof(faro)
    assert not getattr(shown, part).holds


def test_a_log_written_anew_is_seen_by_the_day(desk: Desk, marta: Actor, at: datetime, faro: str, proof: Proof) -> None:
    """Every hash fits every other one again, but the day's root was made of others."""
    seal_days(desk=desk, actor=marta, at=at + LATER)
    before, anew = START, {}
    for entry in CustodyEntry.objects.order_by("seq"):
        entry.actor = "oleh"
        digest = chain_hash(before, canonical(entry.facts()))
        anew[entry.seq] = {"actor": "oleh", "previous": before, "hash": digest}
        before = digest
    unprotect(connection)
    for seq, row in anew.items():
        CustodyEntry.objects.filter(seq=seq).update(**row)
    protect(connection)

    assert not proof(faro).custody.holds
    assert "what is kept of this day is not what was sealed" in troubles(desk)


def test_the_log_is_not_walked_twice(desk: Desk, marta: Actor, at: datetime, faro: str, proof: Proof) -> None:
    """The page of a desk of a hundred thousand entries reads those about its item and those since the last look."""
    item = Item.objects.get(ref=faro)
    with act("try", desk=desk, actor=marta, at=at) as done:
        done.custody += [Custody("taken apart", "A-0001-ARCH", item.sha256, "")] * 300
    proof(faro)
    with act("try", desk=desk, actor=marta, at=at) as done:
        done.custody.append(Custody("arrived again", faro, item.sha256, ""))
    read: list[int] = []
    from_row = CustodyEntry.from_db.__func__  # type: ignore[attr-defined]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            CustodyEntry,
            "from_db",
            classmethod(lambda cls, *row: read.append(1) or from_row(cls, *row)),  # type: ignore[func-returns-value]
        )
        assert proof(faro).custody.holds
    assert len(read) == 4
