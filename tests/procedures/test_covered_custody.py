"""Each entry of the custody log is a leaf of its day, and the day says so; days of before stay as they are."""

import hashlib
import json
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from tests.procedures.conftest import (
    FARO_PAGE,
    LATER,
    RUSLAN_CAPTURED,
    TIMUR_CAPTURED,
    TakeIn,
    troubles,
    without_triggers,
)

from paradero.exchange.bundle import CUSTODY_ENTRY, SEAL_RECORD
from paradero.intake import Declared
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.day_leaves import (
    Ways,
    as_sealed,
    leaves_of,
    places_of_entries,
    places_of_things,
)
from paradero.procedures.prove_day import is_under_its_day
from paradero.procedures.seal_days import seal_days
from paradero.procedures.show_proof import show_proof
from paradero.procedures.take_in import take_in
from paradero.records.models import CustodyEntry, DayLeaf, DayRoot, Item, SealRecord
from paradero.terms import merkle
from paradero.terms.daily_root import seal_day

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.usefixtures("faro")
def test_each_custody_entry_of_a_day_is_a_leaf_of_it(desk: Desk, marta: Actor, at: datetime) -> None:
    (sealed,) = seal_days(desk=desk, actor=marta, at=at + LATER)
    row = DayRoot.objects.get()
    leaves = list(leaves_of(row))

    entries = list(CustodyEntry.objects.order_by("seq"))
    assert [leaf.sha256 for leaf in leaves if leaf.what == CUSTODY_ENTRY] == [entry.hash for entry in entries]
    assert sealed.custody == entries[-1].seq
    assert seal_day(map(bytes, leaves), day=row.day, previous=None, custody=sealed.custody) == sealed
    assert json.loads(bytes(sealed))["kind"] == "paradero day 2"


@pytest.mark.usefixtures("faro")
def test_a_day_on_which_only_something_was_logged_is_sealed(desk: Desk, marta: Actor, at: datetime) -> None:
    """The same bytes arrive again two days later: nothing new, but an entry."""
    take_in(FARO_PAGE.encode(), name="again.html", declared=Declared(), desk=desk, actor=marta, at=at + LATER)
    first, second = seal_days(desk=desk, actor=marta, at=at + 2 * LATER)

    assert (first.day, second.day) == (date(2026, 11, 20), date(2026, 11, 22))
    assert second.size == 1
    assert troubles(desk) == ""
    assert seal_days(desk=desk, actor=marta, at=at + 2 * LATER) == ()


def test_the_way_up_is_found_without_the_other_leaves_and_is_that_of_the_whole_tree(
    desk: Desk, marta: Actor, at: datetime, faro: str
) -> None:
    """More leaves than a block holds: with entries in several blocks, and the last block not full."""
    item = Item.objects.get(ref=faro)
    with act("try", desk=desk, actor=marta, at=at) as done:
        done.custody += [Custody("arrived again", faro, item.sha256, "")] * 600
    seal_days(desk=desk, actor=marta, at=at + LATER)
    row = DayRoot.objects.get()
    hashes = [merkle.leaf_hash(bytes(leaf)) for leaf in leaves_of(row)]
    places = [*places_of_things([faro], "original", SEAL_RECORD), *places_of_entries(CustodyEntry.objects.all())]
    ways = Ways()

    assert len(hashes) == row.size == 606
    assert len(places) == 604
    for at_place in places[:3] + places[255:262] + places[-3:]:
        assert ways.up_from(at_place) == merkle.inclusion_proof(hashes, at_place.place)
    assert all(is_under_its_day(each, ways) for each in places)


@pytest.mark.usefixtures("faro")
def test_days_sealed_before_stay_valid_and_the_next_covers_their_custody(
    desk: Desk, marta: Actor, at: datetime
) -> None:
    """As the tables stood: no record, no custody in the day, a text of the first kind."""
    first_kind(at.date())
    take_in(TIMUR_CAPTURED.encode(), name="t.txt", declared=Declared(), desk=desk, actor=marta, at=at + LATER)
    of_the_log, next_day = seal_days(desk=desk, actor=marta, at=at + 2 * LATER)

    assert troubles(desk) == ""
    assert of_the_log.previous == as_sealed(DayRoot.objects.get(seq=1)).hash
    assert (of_the_log.size, of_the_log.custody) == (2, 2)
    assert next_day.custody == CustodyEntry.objects.count() == 4
    assert all(is_under_its_day(each, Ways()) for each in places_of_entries(CustodyEntry.objects.all()))


@pytest.mark.usefixtures("faro")
def test_a_day_sealed_before_is_given_the_hashes_of_its_blocks(desk: Desk, marta: Actor, at: datetime) -> None:
    """The migration that brought them reads the leaves, and changes nothing else of the day."""
    first_kind(at.date())
    before = DayRoot.objects.values().get()
    DayRoot.objects.update(blocks=b"")
    import_module("paradero.records.migrations.0012_what_a_day_covers").keep_blocks(apps, None)

    assert DayRoot.objects.values().get() == before
    assert show_proof(Item.objects.get().ref, desk=desk, actor=marta, at=at).day.holds


def test_a_day_with_an_original_that_has_no_record_promises_nothing(
    desk: Desk, marta: Actor, at: datetime, faro: str, take: TakeIn
) -> None:
    """Taken in before the change and sealed after it: the day must not call a bundle of it forged."""
    take(RUSLAN_CAPTURED)
    SealRecord.objects.filter(item__ref=faro).delete()
    (sealed,) = seal_days(desk=desk, actor=marta, at=at + LATER)

    assert sealed.custody is None
    assert json.loads(bytes(sealed))["kind"] == "paradero day 1"
    assert DayRoot.objects.get().custody_to == CustodyEntry.objects.count()
    assert troubles(desk) == ""


def first_kind(day: date) -> None:
    """Seal the day as it was sealed before there were seal records."""
    SealRecord.objects.all().delete()
    item = Item.objects.get()
    leaf = merkle.Leaf(sha256=item.sha256, what="original", item=item.ref)
    reports = [
        merkle.Leaf(sha256=hashlib.sha256(bytes(locked)).hexdigest(), what=f"derived {what} 1", item=item.ref)
        for row in item.reports.all()
        for what, locked in (("report", row.sealed_report), ("account", row.sealed_account))
    ]
    leaves = [leaf, *reports]
    sealed = seal_day(map(bytes, leaves), day=day, previous=None)
    row = DayRoot.objects.create(
        seq=1,
        day=day,
        size=sealed.size,
        root=sealed.root,
        previous=sealed.previous,
        hash=sealed.hash,
        sealed_at=datetime(2026, 11, 21, 2, tzinfo=UTC),
        blocks=b"".join(merkle.block_roots(merkle.leaf_hash(bytes(each)) for each in leaves)),
    )
    for place, each in enumerate(leaves):
        DayLeaf.objects.create(day=row, place=place, item=each.item, what=each.what, sha256=each.sha256)


CHANGES = [
    ("UPDATE records_custodyentry SET hash = previous WHERE seq = 1", "what is kept of this day is not what"),
    ("UPDATE records_dayroot SET custody_to = custody_to + 1", "2026-11-20: this day was changed"),
    ("UPDATE records_dayroot SET blocks = sealed FROM (SELECT locked AS sealed FROM records_sealrecord) AS other",
     "the ways up to its root were changed"),
    ("UPDATE records_sealrecord SET sha256 = '" + "0" * 64 + "'", "is not the one that its day was sealed with"),
    ("UPDATE records_sealrecord SET locked = sealed_report FROM records_report", "its seal record cannot be opened"),
    ("DELETE FROM records_sealrecord", "its seal record is gone; its day was sealed with one"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "said"), CHANGES)
@pytest.mark.usefixtures("faro")
def test_what_was_changed_behind_the_desks_back_is_named(
    desk: Desk, marta: Actor, at: datetime, statement: str, said: str
) -> None:
    seal_days(desk=desk, actor=marta, at=at + LATER)
    without_triggers(statement)

    assert said in troubles(desk)
