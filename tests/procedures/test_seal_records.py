"""What is written down of an item when it is sealed: one text, under the item's own key, a leaf of its day."""

import hashlib
import json
from datetime import datetime

import pytest
from tests.procedures.conftest import (
    FARO_PAGE,
    LATER,
    TIMUR_CAPTURED,
    troubles,
)

from paradero.exchange.bundle import SEAL_RECORD
from paradero.intake import Declared, SealDestroyed
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.seal_days import seal_days
from paradero.procedures.seal_records import KeptRecord, unlock_record
from paradero.procedures.take_in import take_in
from paradero.procedures.upload import take_in_upload
from paradero.records.models import DayLeaf, Item, SealRecord

pytestmark = pytest.mark.django_db(transaction=True)


def kept(ref: str, desk: Desk) -> KeptRecord:
    return unlock_record(SealRecord.objects.select_related("item").get(item__ref=ref), desk=desk)


def record(ref: str, desk: Desk) -> dict[str, object]:
    said: dict[str, object] = json.loads(kept(ref, desk).text)
    return said


def test_a_seal_record_is_made_when_the_item_is_sealed(desk: Desk, faro: str) -> None:
    said = record(faro, desk)
    data = FARO_PAGE.encode()

    assert said["record"] == "paradero seal 1"
    assert (said["sha256"], said["sha512"]) == (hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest())
    assert (said["ref"], said["bytes"], said["kind"]) == (faro, len(data), "HTML page")
    assert (said["publisher"], said["address"]) == ("El Faro del Sur", "https://faro.example/ruslan")
    assert (said["claimed_on"], said["claimed_from"]) == ("2026-11-18", "the page states it")
    assert (said["collector"], said["collected_at"]) == ("marta", "2026-11-20T09:30:00+00:00")
    assert (said["method"], said["reports"]) == ("file", 1)
    assert str(said["software"]).startswith("paradero ")


def test_it_is_made_once_however_often_the_bytes_arrive(desk: Desk, marta: Actor, at: datetime, faro: str) -> None:
    before = kept(faro, desk)
    take_in(FARO_PAGE.encode(), name="again.html", declared=Declared(), desk=desk, actor=marta, at=at + LATER)

    assert kept(faro, desk) == before
    assert SealRecord.objects.count() == 1


def test_how_the_bytes_came_stands_in_it(desk: Desk, marta: Actor, at: datetime) -> None:
    receipt = take_in_upload(
        [TIMUR_CAPTURED.encode()],
        name="timur.txt",
        size_bytes=len(TIMUR_CAPTURED.encode()),
        declared=Declared(),
        desk=desk,
        actor=marta,
        at=at,
    )

    assert record(receipt.item_ref, desk)["method"] == "upload"


def test_the_files_name_stays_under_the_key_and_in_no_record(desk: Desk, faro: str) -> None:
    """A file is called after whoever handed it over; the desk can still show that this was its name."""
    whole = kept(faro, desk)
    digest = hashlib.sha256(f"{whole.name_salt} ruslan.html".encode()).hexdigest()

    assert whole.name == "ruslan.html"
    assert "ruslan.html" not in whole.text
    assert "Galina" not in whole.text + whole.name
    assert json.loads(whole.text)["name_sha256"] == digest


def test_nothing_of_it_can_be_guessed_from_its_leaf(desk: Desk, marta: Actor, at: datetime, faro: str) -> None:
    """Rule R10: the digest is of a text with a random number in it, and the item's key takes the number along."""
    seal_days(desk=desk, actor=marta, at=at + LATER)
    (leaf,) = DayLeaf.objects.filter(item=faro, what=SEAL_RECORD)
    said = record(faro, desk)

    assert leaf.sha256 == hashlib.sha256(kept(faro, desk).text.encode()).hexdigest()
    assert len(str(said["salt"])) == 64
    assert str(said["salt"]) not in repr(list(SealRecord.objects.values())) + repr(list(DayLeaf.objects.values()))
    desk.store.destroy(Item.objects.get(ref=faro).sha256)
    with pytest.raises(SealDestroyed):
        kept(faro, desk)


def test_what_a_line_of_a_bundle_cannot_hold_is_made_to_fit_when_it_is_sealed(
    desk: Desk, marta: Actor, at: datetime
) -> None:
    """A page may state anything; a record that no bundle took would be no record."""
    odd = FARO_PAGE.replace("El Faro del Sur", "El\tFaro\u202e " + "x" * 900).replace("/ruslan", "/" + "y" * 5_000)
    ref = take_in(odd.encode(), name="\ud800odd\n.html", declared=Declared(), desk=desk, actor=marta, at=at).item_ref
    said = record(ref, desk)

    assert len(str(said["publisher"])) <= 500
    assert str(said["publisher"]).isprintable()
    assert len(str(said["address"])) <= 4_000
    assert troubles(desk) == ""
