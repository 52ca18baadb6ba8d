"""All that is said of one person, from every report that is held to be about them, and of nobody else."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.procedures.conftest import TakeIn

from paradero.identity.opposed import Against
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.show_item import show_item
from paradero.procedures.show_said import show_said
from paradero.records.models import AuditEntry, Item, Sighting
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days
from paradero.terms.plain import to_json
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

CAPTURED = """Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado el 20 de mayo de 2024 \
cerca de Pokrovsk, según cuenta su madre, Galina.
"""
KILLED = """Despedida en Vorónezh

Ruslan Doroshenkov, de 33 años, murió en combate, informó la alcaldía de Vorónezh. Lo despidieron sus vecinos. \
El coro de la fábrica cantó dos veces ante la escuela 14, y el maestro Belkin leyó la carta de sus alumnos. El \
ayuntamiento pagará la lápida, de granito gris, y pondrá su nombre a la biblioteca del barrio.
"""
DENIED = """El portavoz Hryhorii Zalizniak dijo que Ruslan Doroshenkov, de 33 años, no fue capturado. \
Ante las familias, reunidas en el teatro de Kyiv, leyó en voz alta los 214 apellidos de la Cruz Roja y pidió no pagar \
a nadie por noticias: dos mujeres de Poltava habían entregado 900 euros por una fotografía ajena.
"""

Hands = dict[str, Any]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> Hands:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def sightings(take: TakeIn) -> list[str]:
    """Ruslan as three reports of three outlets have him."""
    taken = [
        take(CAPTURED),
        take(KILLED, source="La Voz de Levante", published_on=date(2024, 6, 2)),
        take(DENIED, source="Diario Nuevo Andén", published_on=date(2024, 6, 9)),
    ]
    return [Sighting.objects.get(report__item__ref=each.item_ref, label="Ruslan Doroshenkov").ref for each in taken]


@pytest.fixture
def held(sightings: list[str], galinas_enquiry: str, hands: Hands) -> list[str]:
    """The three, held for the man whom Galina seeks."""
    for ref in sightings:
        judge_pair(galinas_enquiry, ref, verdict=Verdict.SAME, reason="the same man", **hands)
    return sightings


def test_claims_of_every_report_stand_on_one_line_in_order_of_their_days(
    held: list[str], galinas_enquiry: str, hands: Hands
) -> None:
    page = show_said(galinas_enquiry, **hands)
    by_status = {(row.claim.status, row.claim.modality): row for row in page.rows}
    captured = by_status[Status.CAPTURED, Modality.ASSERTED]

    assert {row.subject.ref for row in page.rows} == set(held)
    assert (captured.days, captured.is_claimed) == (Days.day(date(2024, 5, 20)), True)
    assert captured.claim.chain[-1].name == "El Faro del Sur"
    assert by_status[Status.KILLED, Modality.ASSERTED].days == Days.day(date(2024, 6, 2))
    assert not by_status[Status.KILLED, Modality.ASSERTED].is_claimed
    assert [row.number for row in page.rows] == list(range(1, len(page.rows) + 1))
    assert show_said(held[0], **hands).rows == page.rows


def test_what_contradicts_stands_side_by_side_with_both_sources(held: list[str], hands: Hands) -> None:
    found = {two.against: two for two in show_said(held[0], **hands).side_by_side}

    assert {row.subject.source for row in found[Against.DEATH].one} == {"La Voz de Levante"}
    assert {row.subject.source for row in found[Against.DEATH].other} == {"El Faro del Sur"}
    assert {row.subject.source for row in found[Against.DENIED].other} == {"Diario Nuevo Andén"}
    assert not found[Against.DENIED].one_origin


def test_whoever_has_judged_nothing_sees_that_sightings_own_report_alone(
    held: list[str], galinas_enquiry: str, hands: Hands
) -> None:
    """R3: another's judgement must not show through what it joins."""
    oleh = hands | {"actor": Actor(ref="oleh")}

    assert {row.subject.ref for row in show_said(held[0], **oleh).rows} == {held[0]}
    assert show_said(galinas_enquiry, **oleh).rows == ()


def test_of_an_item_destroyed_by_order_nothing_is_said(held: list[str], desk: Desk, hands: Hands) -> None:
    killed = Sighting.objects.select_related("report__item").get(ref=held[1])
    desk.store.destroy(killed.report.item.sha256)
    page = show_said(held[0], **hands)

    assert page.destroyed == (held[1],)
    assert {row.subject.ref for row in page.rows} == {held[0], held[2]}
    assert Against.DEATH not in {two.against for two in page.side_by_side}
    assert "alcaldía" not in to_json(page)


def test_it_holds_no_wish_that_a_report_prints(take: TakeIn, hands: Hands) -> None:
    taken = take(f"{CAPTURED}\nAl final del vídeo Ruslan Doroshenkov afirma que no quiere volver al frente.\n")
    page = show_said(taken.sightings[0], **hands)

    assert page.rows
    assert "no quiere volver" not in to_json(page)
    assert '"wish"' not in to_json(page)


def test_the_log_names_each_sighting_that_was_read(held: list[str], hands: Hands) -> None:
    show_said(held[0], **hands)
    logged = AuditEntry.objects.filter(act__startswith="show said").values_list("act", "ref")

    assert set(logged) == {("show said", held[0]), *(("show said of", ref) for ref in held)}


def test_one_piece_of_news_in_two_outlets_is_one_origin(take: TakeIn, held: list[str], hands: Hands) -> None:
    """R7: independence is counted by origin, never by the number of outlets."""
    before = show_said(held[0], **hands)
    again = take(CAPTURED + "Texto de la agencia Meridiano.\n", source="La Gaceta de Anchoa").sightings[0]
    judge_pair(held[0], again, verdict=Verdict.SAME, reason="the same man", **hands)
    after = show_said(held[0], **hands)

    assert len(after.rows) > len(before.rows)
    assert after.origins == before.origins > 1


def test_it_changes_nothing(held: list[str], hands: Hands) -> None:
    before = (Item.objects.count(), Sighting.objects.count(), to_json(show_said(held[0], **hands)))

    assert (Item.objects.count(), Sighting.objects.count(), to_json(show_said(held[0], **hands))) == before


def test_an_unknown_reference_is_refused_and_leaves_no_entry(hands: Hands) -> None:
    with pytest.raises(NotHeld, match="X-0000-0000"):
        show_said("X-0000-0000", **hands)
    assert not AuditEntry.objects.exists()


def test_the_year_of_a_birth_is_not_the_day_of_a_capture(take: TakeIn, hands: Hands) -> None:
    """The one date of a sentence can be another one: on the line a man would be captured as he is born."""
    taken = take("Ruslan Doroshenkov, nacido en 1991 en Vorónezh, fue capturado, según cuenta su madre, Galina.\n")
    (row,) = show_said(taken.sightings[0], **hands).rows

    assert not row.is_claimed
    assert row.days == Days.day(date(2024, 5, 24))


UNREAD = """Ruslan Doroshenkov, de 33 años, vecino de Vorónezh, fue capturado el 20 de mayo de 2024.
A Ruslan Doroshenkov lo vieron con vida en Pasto. Su vecino Timur Dashiev celebra la cosecha con vida.
"""


def test_sentences_that_may_tell_more_of_the_person_are_listed_and_no_others(take: TakeIn, hands: Hands) -> None:
    """A claim that was not read must not look like one that was not made."""
    item = take(UNREAD).item_ref
    ref = Sighting.objects.get(report__item__ref=item, label="Ruslan Doroshenkov").ref
    said = ["".join(piece.text for piece in each.sentence) for each in show_said(ref, **hands).passed_over]
    (report,) = show_item(item, **hands).reports

    assert said == ["A Ruslan Doroshenkov lo vieron con vida en Pasto."]
    assert len(report.passed_over) == 2
