"""A clip carried by five outlets in four languages is one origin; a second, independent report makes two (rule R7)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import pytest

from paradero.cli.manifest import read_manifest
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.enquiry_form import read_form
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_said import show_said
from paradero.procedures.spread import Lane, show_origin
from paradero.procedures.take_in import take_in
from paradero.records.models import Origin, Report
from paradero.terms.resources import demonstration
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

CHANNEL = "tg-mius/result.json"
OUTLETS = ("uk-08.html", "en-08.html", "es-22.html", "ru-09.html")
CELLMATE = "es-23.html"
CLIP = (CHANNEL, *OUTLETS)
ORDERS = {
    "as they were published": (*CLIP, CELLMATE),
    "the channel last": (*OUTLETS, CELLMATE, CHANNEL),
    "the cellmate first": (CELLMATE, "ru-09.html", "es-22.html", CHANNEL, "en-08.html", "uk-08.html"),
    "the cellmate between": ("es-22.html", "en-08.html", CELLMATE, "uk-08.html", CHANNEL, "ru-09.html"),
}

TakeAll = Callable[[Sequence[str]], dict[str, TakenIn]]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def take_all(hands: dict[str, Any]) -> TakeAll:
    """Take reports of the demonstration in, in this order, as `paradero demo` does."""
    declared = read_manifest(demonstration() / "manifest.json")

    def taking(names: Sequence[str]) -> dict[str, TakenIn]:
        files = {name: (demonstration() / "reports" / name).read_bytes() for name in names}
        return {name: take_in(data, name=name, declared=declared[name], **hands) for name, data in files.items()}

    return taking


def origin_of(taken: TakenIn) -> str:
    return str(Report.objects.get(item__ref=taken.item_ref).origin.ref)


def lane(ref: str, hands: dict[str, Any]) -> Lane:
    (found,) = show_origin(ref, **hands).spread.lanes
    return found


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_five_are_one_origin_that_the_channel_began_and_the_cellmate_is_another(
    take_all: TakeAll, hands: dict[str, Any], order: Sequence[str]
) -> None:
    """A desk learns of a clip in any order; that of its posts is told by their days."""
    taken = take_all(order)
    (clip,) = {origin_of(taken[name]) for name in CLIP}
    shown = lane(clip, hands)
    first, *others = shown.appearances

    assert (first.source, first.published_on) == ("Привал на Миусе", date(2026, 9, 12))
    assert {each.language for each in others} == {"es", "en", "ru", "uk"}
    assert len(shown.links) == len(OUTLETS)
    assert all(link.reasons and not link.uncertain for link in shown.links)
    assert [each.source for each in lane(origin_of(taken[CELLMATE]), hands).appearances] == ["El Faro del Sur"]
    assert not Origin.objects.filter(reports__isnull=True).exists()


def test_five_outlets_corroborate_nothing_and_the_cellmate_makes_two(take_all: TakeAll, hands: dict[str, Any]) -> None:
    """What a family is told must not seem surer because more papers printed it."""
    form = demonstration() / "enquiries" / "D-31.json"
    (request,) = read_form(form.read_bytes(), name=form.name)
    sister = open_enquiry(request, **hands).ref

    def origins_after(names: Sequence[str]) -> int:
        take_all(names)
        for candidate in propose_candidates(**hands).new:
            judge_candidate(candidate, verdict=Verdict.SAME, **hands)
        return show_said(sister, **hands).origins

    assert origins_after(CLIP) == 1
    taken = take_all(OUTLETS)
    # The channel tells of the capture in its heading alone, which the reader passes over.
    assert {taken[name].item_ref for name in OUTLETS} <= {
        row.subject.item_ref for row in show_said(sister, **hands).rows
    }
    assert origins_after([CELLMATE]) == 2
