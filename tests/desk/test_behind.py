"""The lists say when the standing search is behind, since when, and what to do; they say nothing where it is not."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.desk.browsing import SCREENS, log_in, violations
from tests.desk.visible import words

from paradero.procedures.acting import Desk
from paradero.procedures.behind import Behind, still_behind
from paradero.records import leases
from paradero.records.models import AuditEntry, Job
from paradero.terms.jobs import JobKind

WAITING = {
    "en": "2 searches are still to be made, the oldest since 20 November 2026, 09:30 UTC.",
    "es": "Quedan 2 búsquedas por hacer, la más antigua desde el 20 de noviembre de 2026, 09:30 UTC.",
    "ru": "Ещё не выполнены 2 поиска, самый давний ждёт с 20 ноября 2026 г., 09:30 UTC.",
    "uk": "Ще не виконано 2 пошуки, найдавніший чекає з 20 листопада 2026 р., 09:30 UTC.",
}


@pytest.fixture
def behind(as_marta: Client, at: datetime) -> Client:
    """Two searches wait, and one failed too often."""
    Job.objects.all().delete()
    for number in range(3):
        leases.ask(JobKind.ENQUIRY, f"E-0000-000{number}", at=at + timedelta(minutes=number))
    leases.park(Job.objects.filter(subject="E-0000-0002"), at=at, fault="It failed.")
    return as_marta


def test_what_waits_and_what_failed_are_told_apart(behind: Client, desk: Desk, at: datetime) -> None:
    assert behind
    logged = AuditEntry.objects.count()
    assert still_behind(desk=desk) == Behind(waiting=2, since=at, parked=1)
    Job.objects.filter(parked_at=None).update(done_at=at)
    assert still_behind(desk=desk) == Behind(waiting=0, since=None, parked=1)
    Job.objects.all().delete()
    assert still_behind(desk=desk) is None
    assert AuditEntry.objects.count() == logged


@pytest.mark.parametrize("address", ["/candidates/", "/enquiries/"])
@pytest.mark.parametrize("language", list(WAITING))
def test_the_lists_say_so_in_the_readers_language(behind: Client, language: str, address: str) -> None:
    """Otherwise a family is told "nothing found" of somebody who came in an hour ago."""
    behind.cookies["django_language"] = language
    shown = words(behind.get(address).content.decode())

    assert WAITING[language] in shown
    assert "paradero work" in shown
    assert "paradero jobs" in shown


@pytest.mark.parametrize("address", ["/candidates/", "/enquiries/"])
def test_nothing_is_said_where_everything_is_searched(as_marta: Client, address: str) -> None:
    Job.objects.all().delete()
    assert "paradero work" not in as_marta.get(address).content.decode()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SCREENS)
@pytest.mark.usefixtures("behind")
def test_it_is_accessible(walk: Callable[..., Any], language: str, width: int) -> None:
    page = walk(language=language, width=width)
    log_in(page)
    for address in ("/candidates/", "/enquiries/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
