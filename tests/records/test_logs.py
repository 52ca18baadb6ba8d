"""The two logs only grow, and what was changed behind the desk's back is found."""

from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.anchors import Anchor, kept_anchors
from paradero.records.append_only import TABLES
from paradero.records.logs import links
from paradero.records.models import AuditEntry, CustodyEntry
from paradero.terms.chain import first_break

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def three_acts(desk: Desk, marta: Actor, at: datetime) -> None:
    for ref in ("E-0000-0001", "E-0000-0002", "E-0000-0003"):
        with act("show enquiry", desk=desk, actor=marta, at=at, ref=ref) as done:
            done.custody.append(Custody("sealed", "I-0000-0001", "0" * 64, "plain text 1"))


@pytest.mark.usefixtures("three_acts")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET actor = 'vera'", "DELETE FROM {}", "DELETE FROM {} WHERE seq = 3"]
)
def test_the_database_itself_refuses_to_change_a_log(table: str, statement: str) -> None:
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert AuditEntry.objects.count() == CustodyEntry.objects.count() == 3


@pytest.mark.usefixtures("three_acts")
@pytest.mark.parametrize("table", TABLES)
def test_nor_can_a_log_be_emptied_at_one_blow(table: str) -> None:
    statement = "TRUNCATE {}" if connection.vendor == "postgresql" else "DELETE FROM {}"  # SQLite has no TRUNCATE
    with pytest.raises(IntegrityError, match="never changed or deleted"), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.usefixtures("three_acts")
@pytest.mark.parametrize("table", TABLES)
def test_nor_can_an_entry_be_replaced(table: str) -> None:
    """SQLite's REPLACE deletes the row that is in its way without asking a trigger on DELETE."""
    again = f"INTO {table} SELECT * FROM {table} WHERE seq = 2"  # noqa: S608 -- the names are the house's own
    statement = f"INSERT {again} ON CONFLICT (seq) DO UPDATE SET actor = 'vera'"
    if connection.vendor == "sqlite":
        statement = f"REPLACE {again}"
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("three_acts")
@pytest.mark.parametrize("log", [AuditEntry, CustodyEntry])
def test_the_chain_holds(log: type[AuditEntry] | type[CustodyEntry]) -> None:
    assert [link.seq for link in links(log)] == [1, 2, 3]
    assert first_break(links(log)) is None


@pytest.mark.usefixtures("three_acts")
def test_every_act_leaves_the_heads_outside_the_database(desk: Desk) -> None:
    kept = [anchor for anchor in kept_anchors(desk.anchors) if isinstance(anchor, Anchor)]

    assert [(anchor.log, anchor.head.seq) for anchor in kept] == [
        ("audit", 0),
        ("custody", 0),
        *((log, seq) for seq in (1, 2, 3) for log in ("custody", "audit")),
    ]
    assert desk.anchors.stat().st_mode & 0o077 == 0


def test_an_act_that_fails_leaves_no_entry(desk: Desk, marta: Actor, at: datetime) -> None:
    with pytest.raises(ZeroDivisionError), act("show enquiry", desk=desk, actor=marta, at=at):
        _ = 1 / 0

    assert not AuditEntry.objects.exists()
    assert [anchor.head.seq for anchor in kept_anchors(desk.anchors) if isinstance(anchor, Anchor)] == [0, 0]


def test_a_line_that_a_power_cut_tore_costs_no_other_line(desk: Desk, marta: Actor, at: datetime) -> None:
    desk.anchors.write_bytes(b'{"log": "audit", "se')
    with act("list enquiries", desk=desk, actor=marta, at=at):
        pass

    torn, whole = kept_anchors(desk.anchors)
    assert torn == 1
    assert isinstance(whole, Anchor)
    assert whole.head.seq == 1
