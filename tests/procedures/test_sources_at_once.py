"""Sources met, made and named by several at once: there is one of each, and nobody waits for ever."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.db import connections, transaction
from tests.procedures.conftest import RUSLAN_CAPTURED, TIMUR_CAPTURED, TakeIn

from paradero.procedures import printed_sources as printing
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.grading import SourceRefused
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.printed_sources import printed_sources
from paradero.procedures.show_source import show_source
from paradero.records.models import Item, Source, SourceAlias
from paradero.records.sources import source_printed
from paradero.terms.grades import SourceKind
from paradero.terms.report import Report

pytestmark = pytest.mark.django_db(transaction=True)

FARO, VESTI = "El Faro del Sur", "Вести с переправы"


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


def row(name: str) -> Source:
    return source_printed(name, kind=SourceKind.UNKNOWN)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Return what each act came to, begun in the same moment, each with a connection of its own."""
    together = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        together.wait(timeout=10)
        try:
            return act()
        except SourceRefused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_workers_that_meet_a_new_source_at_once_make_one() -> None:
    def meet() -> str:
        with transaction.atomic():
            return row(FARO).ref

    assert len(set(at_once(*[meet] * 4))) == 1
    assert Source.objects.count() == 1


def test_two_workers_that_meet_new_sources_in_another_order_do_not_wait_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """PostgreSQL ends one of two that wait for each other, and its item would be read again for nothing."""
    met = Barrier(2)

    def then_wait(name: str, *, kind: SourceKind) -> Source:
        found = source_printed(name, kind=kind)
        with suppress(BrokenBarrierError):
            met.wait(timeout=1)
        return found

    def meet(*names: str) -> list[str]:
        reports = [Report(text="", blocks=(), pieces=(), source=name) for name in names]
        with transaction.atomic():
            return list(printed_sources(reports, item=Item(kind="plain text")))

    monkeypatch.setattr(printing, "source_printed", then_wait)
    came_to = at_once(lambda: meet(FARO, VESTI), lambda: meet(VESTI, FARO))

    assert came_to == [[FARO, VESTI]] * 2
    assert Source.objects.count() == 2


def test_of_two_who_give_one_name_to_two_sources_at_once_one_is_refused(hands: dict[str, Any]) -> None:
    refs = [row(each).ref for each in (FARO, VESTI)]
    came_to = at_once(*(lambda of=of: name_source_alias(of, name="Faro", **hands) for of in refs))

    assert [type(each) for each in came_to].count(SourceRefused) == 1
    assert SourceAlias.objects.count() == 1


def test_two_reports_read_at_once_find_one_source(take: TakeIn, hands: dict[str, Any]) -> None:
    at_once(lambda: take(RUSLAN_CAPTURED, source=VESTI), lambda: take(TIMUR_CAPTURED, source=VESTI))

    assert show_source(Source.objects.get().ref, **hands).row.reports == 2
