"""The page of what is said of a person says how many near matches it leaves out, why, and where they are listed."""

from datetime import date
from typing import Any

import pytest
from tests.procedures.conftest import TakeIn, WorkOff

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.said_views import NearMatches
from paradero.procedures.show_said import show_said
from paradero.procedures.undo_judgement import undo_judgement
from paradero.records.models import Sighting
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

REPORTS = (
    (
        "El Faro del Sur",
        "Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado, cuenta su madre, Galina.\n",
    ),
    (
        "La Voz de Levante",
        "Capturaron en mayo a Ruslan Doroshenkov, de 33 años y natural de Vorónezh, dice un vecino.\n",
    ),
    ("Diario Nuevo Andén", "El Ministerio confirmó la captura del soldado ruso Ruslan Doroshenkov, de Vorónezh.\n"),
)
Hands = dict[str, Any]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: Any) -> Hands:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def seen(take: TakeIn, galinas_enquiry: str, work_off: WorkOff) -> list[str]:
    """Three sightings of Ruslan, each proposed for Galina's enquiry and as like the others."""
    assert galinas_enquiry
    for day, (source, text) in enumerate(REPORTS, start=2):
        take(text, source=source, published_on=date(2024, 6, day))
    work_off()
    return list(Sighting.objects.filter(label="Ruslan Doroshenkov").order_by("pk").values_list("ref", flat=True))


def counts(near: NearMatches) -> tuple[int, int, int]:
    return near.not_judged, near.unsure, near.different


def test_what_nobody_has_judged_is_counted_and_its_list_is_named(
    seen: list[str], galinas_enquiry: str, hands: Hands
) -> None:
    near = show_said(galinas_enquiry, **hands).near

    assert len(seen) == 3
    assert counts(near) == (3, 0, 0)
    assert [subject.ref for subject in near.listed_with] == [galinas_enquiry]


def test_a_sighting_is_counted_once_however_many_of_the_group_it_is_like(
    seen: list[str], galinas_enquiry: str, hands: Hands
) -> None:
    judge_pair(galinas_enquiry, seen[0], verdict=Verdict.SAME, reason="the same man", **hands)
    near = show_said(galinas_enquiry, **hands).near

    assert counts(near) == (2, 0, 0)
    assert galinas_enquiry in {subject.ref for subject in near.listed_with}


def test_why_each_is_left_out_is_told_apart(seen: list[str], galinas_enquiry: str, hands: Hands) -> None:
    same, unsure, different = seen
    judge_pair(galinas_enquiry, same, verdict=Verdict.SAME, reason="the same man", **hands)
    judge_pair(galinas_enquiry, unsure, verdict=Verdict.UNSURE, reason=None, **hands)
    judge_pair(*sorted((same, different)), verdict=Verdict.DIFFERENT, reason=None, **hands)

    assert counts(show_said(same, **hands).near) == (0, 1, 1)
    undo_judgement(galinas_enquiry, unsure, **hands)
    assert counts(show_said(same, **hands).near) == (1, 0, 1)


def test_another_reader_is_not_told_what_a_colleague_judged(
    seen: list[str], galinas_enquiry: str, hands: Hands
) -> None:
    """R3: even a number would sway them."""
    oleh = hands | {"actor": Actor(ref="oleh")}
    before = show_said(galinas_enquiry, **oleh).near
    for ref, verdict in zip(seen, Verdict, strict=True):
        judge_pair(galinas_enquiry, ref, verdict=verdict, reason="as it seems", **hands)

    assert show_said(galinas_enquiry, **oleh).near == before


def test_where_nothing_is_near_nothing_is_counted(take: TakeIn, hands: Hands) -> None:
    alone = take(REPORTS[0][1]).sightings[0]

    assert show_said(alone, **hands).near == NearMatches()
