"""What is acknowledged is stored; what is refused leaves no trace."""

import json
from datetime import UTC, date, datetime

import pytest
from tests.procedures.conftest import RUSLAN_CAPTURED, TIMUR_CAPTURED, WIRE, TakeIn

from paradero.intake import Declared, SealDestroyed, Unreadable
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.receive import DeclarationRefused
from paradero.procedures.sealed_reports import unlock
from paradero.procedures.take_in import take_in
from paradero.records.models import Arrival, AuditEntry, Claim, CustodyEntry, Item, NameKey, Report, Sighting
from paradero.terms.account import may_be_sought

pytestmark = pytest.mark.django_db(transaction=True)


def test_bytes_become_an_item_its_report_and_whom_it_shows(desk: Desk, ruslans_report: TakenIn) -> None:
    item, report, sighting = Item.objects.get(), Report.objects.get(), Sighting.objects.get(label="Ruslan Doroshenkov")

    assert ruslans_report.new
    assert (item.ref, item.kind, item.size_bytes) == (
        ruslans_report.item_ref,
        "plain text",
        len(RUSLAN_CAPTURED.encode()),
    )
    assert desk.store.open(item.sha256) == RUSLAN_CAPTURED.encode()
    assert (report.language, report.published_on) == ("es", date(2024, 5, 24))
    assert report.source is not None
    assert (report.source.name, report.date_known_from) == ("El Faro del Sur", "the collector declared it")
    assert (sighting.role, sighting.statuses) == ("captive", ["captured"])
    assert sighting.ref in ruslans_report.sightings
    assert Claim.objects.filter(sighting=sighting, status="captured").exists()
    assert [(entry.act, entry.count) for entry in CustodyEntry.objects.all()] == [("sealed", 0), ("read", 1)]
    logged = [(entry.act, entry.ref, entry.count) for entry in AuditEntry.objects.all()]
    assert logged == [("take in", item.ref, 1), ("read item", item.ref, 1)]


def test_only_those_a_family_may_seek_become_sightings(desk: Desk, ruslans_report: TakenIn) -> None:
    persons = unlock(Report.objects.get(item__ref=ruslans_report.item_ref), desk=desk).account.persons
    sought = {(place, person.label) for place, person in enumerate(persons) if may_be_sought(person)}

    assert set(Sighting.objects.values_list("position", "label")) == sought
    assert len(sought) < len(persons), "the report also names people whom nobody seeks"


def test_the_text_and_what_was_read_are_not_kept_in_the_clear(ruslans_report: TakenIn) -> None:
    report = Report.objects.get(item__ref=ruslans_report.item_ref)

    for kept in (bytes(report.sealed_report), bytes(report.sealed_account)):
        assert b"Pokrovsk" not in kept
        assert b"Doroshenkov" not in kept


def test_the_same_bytes_twice_are_one_item_with_two_arrivals(
    desk: Desk, oleh: Actor, at: datetime, ruslans_report: TakenIn
) -> None:
    declared = Declared(source="La Voz de Levante")
    again = take_in(RUSLAN_CAPTURED.encode(), name="copy.txt", declared=declared, desk=desk, actor=oleh, at=at)

    assert (again.item_ref, again.new) == (ruslans_report.item_ref, False)
    assert (again.sightings, again.origins) == (ruslans_report.sightings, ruslans_report.origins)
    assert Item.objects.count() == Report.objects.count() == 1
    assert [(each.actor, each.declared_source) for each in Arrival.objects.all()] == [
        ("marta", "El Faro del Sur"),
        ("oleh", "La Voz de Levante"),
    ]
    assert [entry.act for entry in CustodyEntry.objects.all()] == ["sealed", "read", "arrived again"]


def test_outlets_that_carry_one_wire_share_an_origin(take: TakeIn) -> None:
    first = take(WIRE, source="El Faro del Sur")
    copied = take(WIRE.replace("Una médica", "Médica") + "\nRedacción.\n", source="La Voz de Levante")
    other = take(TIMUR_CAPTURED, source="Вести с переправы")

    assert first.origins == copied.origins
    assert first.item_ref != copied.item_ref
    assert other.origins != first.origins


def test_a_copy_is_told_among_many_posts_that_one_channel_signs_alike(
    desk: Desk, marta: Actor, at: datetime, take: TakeIn
) -> None:
    """What all posts of a channel share says nothing of where one of them comes from."""
    signed = "Подписывайтесь на «Вести с переправы», присылайте письма и фотографии, делитесь с друзьями и соседями"
    words = ["мост", "река", "письмо", "поезд", "дождь", "поле", "вечер", "дорога", "голос", "окно", "хлеб"]
    posts = [" ".join(words[(place + step * (1 + place % 7)) % 11] for step in range(20)) for place in range(36)]
    export = json.dumps(
        {
            "name": "Вести с переправы",
            "type": "public_channel",
            "messages": [
                {"type": "message", "date": "2024-05-24T10:00:00", "text": f"{text}\n{signed}"}
                for text in [*posts, TIMUR_CAPTURED]
            ],
        }
    )
    taken = take_in(export.encode(), name="result.json", declared=Declared(), desk=desk, actor=marta, at=at)

    assert take(f"{TIMUR_CAPTURED}\n{signed}").origins == taken.origins[-1:]


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x00\x01\x02\x03" * 50, b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4])
def test_what_no_reader_can_read_is_refused_and_leaves_nothing(
    desk: Desk, marta: Actor, at: datetime, data: bytes
) -> None:
    with pytest.raises(Unreadable):
        take_in(data, name="report.txt", declared=Declared(), desk=desk, actor=marta, at=at)

    assert not Item.objects.exists()
    assert not AuditEntry.objects.exists()
    assert not list(desk.store.items())
    assert not [path for path in desk.store.folder.rglob("*") if path.is_file()]


def test_what_was_destroyed_by_order_does_not_come_back(desk: Desk, take: TakeIn, ruslans_report: TakenIn) -> None:
    desk.store.destroy(Item.objects.get(ref=ruslans_report.item_ref).sha256)

    with pytest.raises(SealDestroyed, match="destroyed by order"):
        take(RUSLAN_CAPTURED)
    assert Arrival.objects.count() == 1


def test_every_name_can_be_searched_by_any_of_its_words(ruslans_report: TakenIn) -> None:
    folded = set(NameKey.objects.filter(sighting__ref__in=ruslans_report.sightings).values_list("folded", flat=True))

    assert {"ruslan doroshenkov", "doroshenkov"} <= folded


def test_the_moment_is_the_one_that_was_passed_in(ruslans_report: TakenIn) -> None:
    assert Item.objects.get(ref=ruslans_report.item_ref).taken_in_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "declared",
    [
        Declared(source="El Faro" * 50),
        Declared(source="El Faro\x00"),
        Declared(source="El Faro \ud800"),
        Declared(source="El Faro\x1b[2J"),
        Declared(language="es\x00"),
        Declared(language="castellano antiguo"),
    ],
)
def test_what_could_not_be_kept_of_a_declaration_is_refused_before_anything_is_sealed(
    desk: Desk, marta: Actor, at: datetime, declared: Declared
) -> None:
    """A name that no database keeps would else end in a fault, with the bytes sealed and nobody told."""
    with pytest.raises(DeclarationRefused):
        take_in(WIRE.encode(), name="a.txt", declared=declared, desk=desk, actor=marta, at=at)
    assert list(desk.store.items()) == []
    assert not Item.objects.exists()


def test_a_number_that_no_column_holds_costs_no_report(take: TakeIn) -> None:
    """It ended in a fault, and the desk knew nothing of anybody in the report."""
    absurd = "Más de 99999999999999999999999 soldados fueron capturados cerca de Pokrovsk, según el portavoz.\n"
    taken = take(f"{RUSLAN_CAPTURED}\n{absurd}Ayer murieron 3000000000 soldados cerca de Pokrovsk.\n")

    assert taken.sightings
    assert all((claim.count_low or 0) < 2**31 for claim in Claim.objects.all())
