"""The lists: their order, and that a longer page asks the database no more often."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, SERHII_ASKED_FOR, TIMUR_CAPTURED, WIRE, TakeIn

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.list_enquiries import list_enquiries
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_item import show_item
from paradero.procedures.take_in import take_in

pytestmark = pytest.mark.django_db(transaction=True)

Asked = dict[str, Any]


@pytest.fixture
def asked(desk: Desk, marta: Actor, at: datetime) -> Asked:
    return {"desk": desk, "actor": marta, "at": at}


def asking_the_database(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_enquiries_stand_newest_first_whatever_their_reference(desk: Desk, marta: Actor, at: datetime) -> None:
    """References are random, so an order by reference shows by chance at most once in forty thousand times."""
    opened = [
        open_enquiry(
            replace(SERHII_ASKED_FOR, own_reference=None), desk=desk, actor=marta, at=at + timedelta(hours=hour)
        ).ref
        for hour in range(8)
    ]
    pages = [list_enquiries(limit=5, offset=offset, desk=desk, actor=marta, at=at) for offset in (0, 5)]

    assert [row.ref for page in pages for row in page] == opened[::-1]


@pytest.mark.usefixtures("ruslans_report")
def test_an_enquirys_row_counts_its_own_candidates(asked: Asked) -> None:
    galinas = open_enquiry(GALINA_ASKS, **asked).ref
    other = open_enquiry(SERHII_ASKED_FOR, **asked).ref
    propose_candidates(**asked)

    assert {row.ref: row.candidates for row in list_enquiries(**asked)} == {galinas: 1, other: 0}


@pytest.mark.parametrize("listed", [list_enquiries, list_candidates])
def test_a_longer_list_asks_the_database_no_more_often(
    asked: Asked, take: TakeIn, listed: Callable[..., tuple[object, ...]]
) -> None:
    for day in range(3):
        take(f"{RUSLAN_CAPTURED}\n{day}", source=f"La Voz de Levante {day}")
        open_enquiry(replace(GALINA_ASKS, own_reference=None), **asked)
    propose_candidates(**asked)

    assert len(listed(**asked)) >= 3
    assert asking_the_database(lambda: listed(**asked)) == asking_the_database(lambda: listed(limit=1, **asked))


def test_a_channels_long_export_asks_the_database_no_more_often_than_a_short_one(asked: Asked) -> None:
    """An export holds thousands of messages, and each is a report with sightings and an origin."""
    taken = {"name": "result.json", "declared": Declared(), **asked}
    short = take_in(_channel("Голос Приазовья", RUSLAN_CAPTURED), **taken).item_ref
    long = take_in(_channel("Вести с переправы", RUSLAN_CAPTURED, TIMUR_CAPTURED, WIRE), **taken).item_ref
    page = show_item(long, **asked)

    assert all(report.sightings for report in page.reports)
    assert [report.facts.also_carried_by for report in page.reports] == [("Голос Приазовья",), (), ()]
    assert asking_the_database(lambda: show_item(long, **asked)) == asking_the_database(
        lambda: show_item(short, **asked)
    )


def _channel(name: str, *texts: str) -> bytes:
    posts = [{"type": "message", "date": "2024-05-24T10:00:00", "text": text} for text in texts]
    return json.dumps({"name": name, "type": "public_channel", "messages": posts}).encode()
