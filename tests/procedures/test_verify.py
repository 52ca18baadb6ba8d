"""Whatever is changed behind the desk's back is found and named."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pysqlite3
import pytest
from django.db import connection
from tests.procedures.conftest import TIMUR_CAPTURED, TakeIn

from paradero.intake.durable import TEMPORARY
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn, Verification
from paradero.procedures.prepare import prepare
from paradero.procedures.sweep import SweepRefused, sweep
from paradero.procedures.verify import verify
from paradero.records.append_only import protect, unprotect
from paradero.records.models import Claim, Item, Judgement, NewsKey, Report, Sighting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def item(ruslans_report: TakenIn, galinas_enquiry: str, take: TakeIn) -> Item:
    assert galinas_enquiry
    take(TIMUR_CAPTURED, source="Вести с переправы")
    return Item.objects.get(ref=ruslans_report.item_ref)


def sealed_file(desk: Desk, item: Item) -> Path:
    (found,) = desk.store.folder.rglob(f"{item.sha256}*")
    return found


def said(found: Verification) -> str:
    return " ".join(trouble.sentence for trouble in found.troubles)


def behind_its_back(statement: str) -> None:
    """Change a log as somebody with the database's own password could."""
    unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    protect(connection)


@pytest.mark.usefixtures("item")
def test_a_whole_desk_is_sound(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    found = verify(desk=desk, progress=lambda done, of: told.append((done, of)))

    assert found.troubles == ()
    assert found.sound
    assert (found.items, found.reports, found.audit_entries, found.custody_entries) == (2, 2, 5, 4)
    assert told == [(1, 2), (2, 2)]


def test_an_empty_desk_is_sound(desk: Desk) -> None:
    assert verify(desk=desk).sound


@pytest.mark.parametrize("place", [0, 30, -1])
def test_a_flipped_byte_is_named(desk: Desk, item: Item, place: int) -> None:
    file = sealed_file(desk, item)
    damaged = bytearray(file.read_bytes())
    damaged[place] ^= 1
    file.write_bytes(damaged)
    (trouble,) = verify(desk=desk).troubles

    assert (trouble.where, trouble.ref, trouble.harmless) == ("store", item.ref, False)
    assert item.ref in trouble.sentence
    assert item.sha256 in trouble.sentence


def test_a_missing_file_is_named(desk: Desk, item: Item) -> None:
    sealed_file(desk, item).unlink()
    found = verify(desk=desk)

    assert [trouble.ref for trouble in found.troubles] == [item.ref]
    assert not found.sound
    assert "missing" in said(found)


@pytest.mark.parametrize("field", ["sealed_report", "sealed_account"])
def test_a_kept_text_that_was_altered_is_named(desk: Desk, item: Item, field: str) -> None:
    report = Report.objects.get(item=item)
    altered = bytearray(getattr(report, field))
    altered[-1] ^= 1
    Report.objects.filter(pk=report.pk).update(**{field: bytes(altered)})
    (trouble,) = verify(desk=desk).troubles

    assert (trouble.where, trouble.ref) == ("reports", item.ref)


def test_a_text_that_was_exchanged_for_another_items_is_named(desk: Desk, item: Item) -> None:
    other = Report.objects.exclude(item=item).get()
    Report.objects.filter(item=item).update(sealed_report=bytes(other.sealed_report))

    assert [trouble.ref for trouble in verify(desk=desk).troubles] == [item.ref]


def test_a_digest_that_does_not_fit_the_text_is_named(desk: Desk, item: Item) -> None:
    Report.objects.filter(item=item).update(text_digest="0" * 64)

    assert "not the one that was read" in said(verify(desk=desk))


@pytest.mark.usefixtures("item")
@pytest.mark.parametrize(
    ("statement", "log", "says"),
    [
        ("UPDATE records_auditentry SET actor = 'vera' WHERE seq = 2", "audit", "entry 2 was changed"),
        ("DELETE FROM records_auditentry WHERE seq = 2", "audit", "entry 2 is missing"),
        ("UPDATE records_custodyentry SET sha256 = 'f' WHERE seq = 1", "custody", "entry 1 was changed"),
        ("DELETE FROM records_auditentry WHERE seq = 5", "audit", "entries 5 to 5 were cut off the end"),
        ("DELETE FROM records_custodyentry WHERE seq > 1", "custody", "entries 2 to 4 were cut off the end"),
        ("DELETE FROM records_auditentry", "audit", "entries 1 to 5 were cut off the end"),
    ],
)
def test_a_changed_or_shortened_log_is_named(desk: Desk, statement: str, log: str, says: str) -> None:
    """A chain alone does not notice that its end was cut off: the heads kept outside the database do."""
    behind_its_back(statement)
    found = verify(desk=desk)

    assert log in {trouble.where for trouble in found.troubles}
    assert says in said(found)


@pytest.mark.usefixtures("item")
def test_a_log_written_anew_from_the_start_is_not_the_one_whose_heads_were_kept(
    desk: Desk, marta: Actor, at: datetime
) -> None:
    kept = desk.anchors.read_bytes()
    behind_its_back("DELETE FROM records_auditentry")
    for _ in range(5):
        with act("list enquiries", desk=desk, actor=marta, at=at):
            pass
    desk.anchors.write_bytes(kept)

    assert {trouble.where for trouble in verify(desk=desk).troubles} == {"audit"}


@pytest.mark.usefixtures("item")
def test_lost_and_broken_heads_are_named(desk: Desk) -> None:
    desk.anchors.write_bytes(b"not a head\n" + desk.anchors.read_bytes())
    broken = said(verify(desk=desk))
    desk.anchors.unlink()
    lost = said(verify(desk=desk))

    assert "Line 1 of anchors.log" in broken
    assert "the heads of the audit log was lost" in lost


def test_an_item_whose_row_is_gone_is_named(desk: Desk, item: Item) -> None:
    for rows in (Claim, NewsKey, Sighting):
        rows.objects.filter(report__item=item).delete()
    item.reports.all().delete()
    item.arrivals.all().delete()
    item.seal_record.delete()
    item.delete()

    assert "in the custody log, but its row is gone" in said(verify(desk=desk))


def test_destroyed_by_order_is_not_called_missing(desk: Desk, marta: Actor, at: datetime, item: Item) -> None:
    desk.store.destroy(item.sha256)
    with act("destroy item", desk=desk, actor=marta, at=at, ref=item.ref) as done:
        done.custody.append(Custody("destroyed", item.ref, item.sha256, ""))
    found = verify(desk=desk)

    assert found.sound
    assert found.destroyed == (item.ref,)


def test_destroyed_without_an_order_is_named(desk: Desk, item: Item) -> None:
    desk.store.destroy(item.sha256)

    assert "the custody log has no order for it" in said(verify(desk=desk))


@pytest.mark.usefixtures("item")
@pytest.mark.parametrize(
    "leave",
    [
        lambda desk: desk.store.seal(b"sealed, and then the power went"),
        lambda desk: (desk.store.folder / f"ab{TEMPORARY}").write_bytes(b"half"),
    ],
    ids=["sealed, never acknowledged", "temporary"],
)
def test_what_a_killed_process_leaves_is_harmless_and_can_be_swept(desk: Desk, leave: Callable[[Desk], object]) -> None:
    before = sorted(desk.store.items())
    leave(desk)
    found = verify(desk=desk)

    assert [trouble.harmless for trouble in found.troubles] == [True]
    assert found.sound
    assert len(sweep(desk=desk)) == 1
    assert sorted(desk.store.items()) == before
    assert verify(desk=desk).troubles == ()


def test_nothing_acknowledged_is_ever_swept(desk: Desk, item: Item) -> None:
    assert sweep(desk=desk) == ()
    with pytest.raises(SweepRefused, match=item.sha256):
        _sweep_with_a_forgetful_key_store(desk, item)
    assert verify(desk=desk).items == 2


def _sweep_with_a_forgetful_key_store(desk: Desk, item: Item) -> None:
    rows = pysqlite3.connect(str(desk.home / "keys.sqlite"))
    rows.execute("UPDATE item_key SET state = 'begun' WHERE sha256 = ?", (item.sha256,))
    rows.commit()
    rows.close()
    sweep(desk=desk)


def test_a_database_that_was_damaged_is_named(desk: Desk, item: Item) -> None:
    """SQLite checks itself; PostgreSQL has its own page checksums and is not asked."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("UPDATE records_report SET source_id = 999999 WHERE item_id = %s", [item.pk])
        connection.close()
        assert "The database is damaged" in said(verify(desk=desk))
    assert item.ref


@pytest.mark.usefixtures("item")
def test_a_cut_end_stays_found_after_the_log_has_grown_again(desk: Desk, marta: Actor, at: datetime) -> None:
    """The acts that follow keep heads of the same places, and must not paint over the ones from before."""
    behind_its_back("DELETE FROM records_auditentry WHERE seq = 5")
    for _ in range(4):
        with act("list enquiries", desk=desk, actor=marta, at=at):
            pass

    assert "The audit log was rewritten" in said(verify(desk=desk))


@pytest.mark.usefixtures("item")
def test_a_lost_file_of_heads_is_not_quietly_begun_anew(desk: Desk, marta: Actor, at: datetime) -> None:
    """Whoever cut the log's end would only have to delete the file that proves it."""
    desk.anchors.unlink()
    prepare(desk.home)
    assert "audit log was lost or begun anew" in said(verify(desk=desk))
    with act("list enquiries", desk=desk, actor=marta, at=at):
        pass

    assert "audit log was lost or begun anew" in said(verify(desk=desk))


@pytest.mark.usefixtures("item")
def test_whoever_was_judged_and_is_gone_is_named(desk: Desk, galinas_enquiry: str, at: datetime) -> None:
    """No key of the database holds a judgement to its two."""
    Judgement.objects.create(left=galinas_enquiry, right="S-0000-0001", person="marta", verdict="same", at=at)

    assert said(verify(desk=desk)) == "S-0000-0001 was judged and is not here any more."
