"""An index follows the records: what comes is found, what goes is not, and another database is noticed."""

from datetime import datetime

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, SERHII_ASKED_FOR, TIMUR_CAPTURED, TakeIn

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.indexes import Indexes
from paradero.procedures.open_enquiry import open_enquiry
from paradero.records.models import AuditEntry, Claim, Enquiry, NameKey, Sighting
from paradero.terms.chain import Head

pytestmark = pytest.mark.django_db(transaction=True)


def found(indexes: Indexes) -> list[tuple[str, float]]:
    """Return what Galina's enquiry finds, and how it weighs."""
    offered = indexes.sightings().search(GALINA_ASKS.description)
    return [(ref, why.match_weight_bits) for ref, why in offered]


def test_an_index_that_followed_along_finds_what_a_fresh_one_finds(take: TakeIn) -> None:
    followed = Indexes()
    assert found(followed) == []
    taken = take(RUSLAN_CAPTURED)
    assert taken.sightings[0] in dict(found(followed))
    take(TIMUR_CAPTURED)

    assert found(followed) == found(Indexes())
    assert len(followed.sightings()) == Sighting.objects.count()


def test_a_row_with_a_lower_number_that_comes_later_is_met(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn
) -> None:
    """PostgreSQL hands numbers out before a transaction ends: the highest number seen says nothing of the others."""
    indexes = Indexes()
    held = Sighting.objects.get(ref=ruslans_report.sightings[0])
    indexes.sightings()
    with act("take in", desk=desk, actor=marta, at=at, ref=ruslans_report.item_ref):
        Sighting.objects.create(
            id=-1,
            ref="S-0000-0001",
            report=held.report,
            position=99,
            kind=held.kind,
            label=held.label,
            role=held.role,
            description=held.description,
        )

    assert "S-0000-0001" in indexes.sightings()


def test_what_is_taken_away_is_let_go(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    indexes = Indexes()
    ref, *_ = ruslans_report.sightings
    assert galinas_enquiry in indexes.enquiries()
    assert ref in indexes.sightings()
    with act("forget", desk=desk, actor=marta, at=at) as done:
        NameKey.objects.filter(sighting__ref=ref).delete()
        Claim.objects.all().delete()
        Sighting.objects.filter(ref=ref).delete()
        Enquiry.objects.filter(ref=galinas_enquiry).update(is_open=False)
        done.further += [("remove sighting", ref, 0), ("close enquiry", galinas_enquiry, 0)]

    assert ref not in indexes.sightings()
    assert galinas_enquiry not in indexes.enquiries()
    assert ref not in dict(found(indexes))


def test_the_index_of_enquiries_follows_and_weighs_by_the_sightings(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    indexes = Indexes()
    assert len(indexes.enquiries()) == 1
    asked = open_enquiry(SERHII_ASKED_FOR, desk=desk, actor=marta, at=at).ref

    assert ruslans_report.sightings
    assert {asked, galinas_enquiry} == {ref for ref in (asked, galinas_enquiry) if ref in indexes.enquiries()}
    assert indexes.enquiries().rarity is indexes.sightings().rarity


def test_an_index_of_another_database_is_built_anew(take: TakeIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a restore: the log is not the one that the index has followed."""
    taken = take(RUSLAN_CAPTURED)
    indexes = Indexes()
    indexes.sightings().remove(taken.sightings[0])
    assert taken.sightings[0] not in dict(found(indexes)), "nothing has happened since, so nothing is looked at again"

    seen = AuditEntry.objects.get(act="read item")
    monkeypatch.setattr(indexes._sightings, "_seen", Head(seq=seen.seq, hash="of another log"))
    assert taken.sightings[0] in dict(found(indexes))


def test_what_cannot_be_read_keeps_nobody_else_from_being_found(take: TakeIn, ruslans_report: TakenIn) -> None:
    other = take(TIMUR_CAPTURED)
    Sighting.objects.filter(ref=other.sightings[0]).update(description="{}}")
    indexes = Indexes()

    assert ruslans_report.sightings[0] in dict(found(indexes))
    assert indexes.left_out == {other.sightings[0]}
