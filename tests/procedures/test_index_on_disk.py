"""The index of sightings between one process and the next: opened where it fits the records, built anew where not."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.procedures.conftest import RUSLAN_CAPTURED, TIMUR_CAPTURED, TakeIn
from tests.procedures.test_indexes import found

from paradero.identity.search.stored import MANIFEST
from paradero.procedures import following
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.following import Following
from paradero.procedures.indexes import Indexes
from paradero.records.models import Claim, NameKey, Sighting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Say which sides were built from the records, one after the other."""
    sides: list[str] = []
    build = Following._build

    def building(self: Following, *how: object) -> object:
        sides.append(self._records.holds)
        return build(self, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Following, "_build", building)
    return sides


@pytest.fixture
def folder(desk: Desk) -> Path:
    return desk.home / "indexes" / "sightings"


def forget(ref: str) -> None:
    NameKey.objects.filter(sighting__ref=ref).delete()
    Claim.objects.all().delete()
    Sighting.objects.filter(ref=ref).delete()


def test_the_next_process_opens_what_the_last_one_built(desk: Desk, ruslans_report: TakenIn, built: list[str]) -> None:
    first = found(Indexes(desk.home))
    assert found(Indexes(desk.home)) == first == found(Indexes())
    assert ruslans_report.sightings[0] in dict(first)
    assert built == ["sightings", "sightings"], "built for the first, and for the one without a folder"


def test_what_came_since_is_met(desk: Desk, take: TakeIn, built: list[str]) -> None:
    taken = take(TIMUR_CAPTURED)
    Indexes(desk.home).sightings()
    later = take(RUSLAN_CAPTURED)

    index = Indexes(desk.home).sightings()
    assert taken.sightings[0] in index
    assert later.sightings[0] in index
    assert built == ["sightings"]


def test_after_many_changes_it_is_put_there_anew(
    desk: Desk, take: TakeIn, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexes = Indexes(desk.home)
    indexes.sightings()
    before = (folder / MANIFEST).read_text()
    take(TIMUR_CAPTURED)
    indexes.sightings()
    assert (folder / MANIFEST).read_text() == before
    monkeypatch.setattr(following, "SAVE_AFTER", 2)
    take(RUSLAN_CAPTURED)
    indexes.sightings()
    assert json.loads((folder / MANIFEST).read_text())["seq"] > json.loads(before)["seq"]


@pytest.mark.usefixtures("ruslans_report")
@pytest.mark.parametrize("other", ["log", "code", "half there", "records"])
def test_an_index_that_does_not_match_is_built_anew(desk: Desk, folder: Path, other: str, built: list[str]) -> None:
    expected = found(Indexes(desk.home))
    said = json.loads((folder / MANIFEST).read_text())
    match other:
        case "log":
            said["hash"] = "of another log"
        case "code":
            said["made_by"] = "another version"
        case "half there":
            next(folder.rglob("refs.npy")).unlink()
        case _:  # more sightings than were ever told of, as where somebody wrote past the desk
            held = Sighting.objects.order_by("pk").first()
            assert held is not None
            held.pk, held.ref, held.position = None, "S-0000-0001", 99
            held.save(force_insert=True)
    (folder / MANIFEST).write_text(json.dumps(said))

    again = Indexes(desk.home)
    if other == "records":
        assert "S-0000-0001" in again.sightings()
    else:
        assert found(again) == expected
    assert built == ["sightings", "sightings"]


def test_what_is_taken_away_leaves_the_disk_at_once(
    desk: Desk, marta: Actor, at: datetime, take: TakeIn, folder: Path
) -> None:
    take(TIMUR_CAPTURED)
    taken = take(RUSLAN_CAPTURED)
    indexes = Indexes(desk.home)
    indexes.sightings()
    with act("forget", desk=desk, actor=marta, at=at) as done:
        forget(taken.sightings[0])
        done.further.append(("remove sighting", taken.sightings[0], 0))
    indexes.sightings()

    kept = b"".join(path.read_bytes() for path in folder.rglob("*.npy"))
    assert b"Doroshenkov" not in kept
    assert taken.sightings[0].encode() not in kept
    assert "Дашиев".encode() in kept


def test_what_cannot_be_read_is_known_to_the_next_process(
    desk: Desk, take: TakeIn, ruslans_report: TakenIn, built: list[str]
) -> None:
    other = take(TIMUR_CAPTURED)
    Sighting.objects.filter(ref=other.sightings[0]).update(description="{}}")
    Indexes(desk.home).sightings()
    again = Indexes(desk.home)

    assert ruslans_report.sightings[0] in again.sightings()
    assert again.left_out == {other.sightings[0]}
    assert built == ["sightings"]


def test_what_families_wrote_is_not_written_a_second_time(
    desk: Desk, ruslans_report: TakenIn, galinas_enquiry: str
) -> None:
    indexes = Indexes(desk.home)
    assert ruslans_report.sightings[0] in indexes.sightings()
    assert galinas_enquiry in indexes.enquiries()
    kept = b"".join(path.read_bytes() for path in (desk.home / "indexes").rglob("*") if path.is_file())
    assert "Руслан".encode() not in kept
    assert galinas_enquiry.encode() not in kept


def test_nobody_else_on_the_machine_can_read_it(desk: Desk, ruslans_report: TakenIn) -> None:
    assert ruslans_report.sightings
    Indexes(desk.home).sightings()
    assert {path.stat().st_mode & 0o077 for path in (desk.home / "indexes").iterdir()} == {0}


def test_a_disk_that_cannot_be_written_to_keeps_nobody_from_searching(
    desk: Desk, ruslans_report: TakenIn, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")

    assert ruslans_report.sightings[0] in dict(found(Indexes(desk.home)))
    assert "could not be put into indexes" in caplog.text
