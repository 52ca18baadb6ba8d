"""Many files, and archives of many records, are stored in batches that are acknowledged together or not at all."""

import gzip
import hashlib
import json
import resource
from datetime import datetime
from pathlib import Path

import pytest
from tests.procedures.conftest import RUSLAN_CAPTURED, WorkOff

from paradero.intake import Declared, Parcel
from paradero.intake.sealed_file import Written
from paradero.procedures import receive as receiving
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.came_with import unlock_came_with
from paradero.procedures.held import received_before
from paradero.procedures.receive import TOGETHER, receive
from paradero.procedures.receive_archive import receive_archive
from paradero.procedures.verify import verify
from paradero.records.models import Archive, Arrival, AuditEntry, CustodyEntry, Item, Job, Report
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

Hands = dict[str, object]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> Hands:
    return {"desk": desk, "actor": marta, "clock": lambda: at}


def text(number: int) -> Parcel:
    data = f"{RUSLAN_CAPTURED}\n\nNota {number}.".encode()
    return Parcel(
        name=f"{number}.txt", size_bytes=len(data), pieces=[data], declared=Declared(source="El Faro del Sur")
    )


def test_files_are_acknowledged_in_groups_and_wait_to_be_read(hands: Hands) -> None:
    received = list(receive((text(number) for number in range(TOGETHER + 5)), **hands))  # type: ignore[arg-type]

    assert all(isinstance(one, Receipt) and one.new for one in received)
    assert Item.objects.count() == Arrival.objects.count() == CustodyEntry.objects.count() == TOGETHER + 5
    assert [(entry.act, entry.ref, entry.count) for entry in AuditEntry.objects.all()] == [
        ("take in", "", TOGETHER),
        ("take in", "", 5),
    ]
    assert Job.objects.filter(kind=JobKind.READ.value).count() == TOGETHER + 5
    assert not Report.objects.exists()


def test_a_group_that_the_disk_does_not_take_is_acknowledged_not_at_all(
    desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged before stays; nothing of the batch is left but what a sweep removes."""
    full = TOGETHER + 3
    synced = 0

    def sync(written: Written) -> None:
        nonlocal synced
        synced += 1
        if synced > full:
            raise OSError(28, "No space left on device")
        whole(written)

    whole = Written.sync
    monkeypatch.setattr(Written, "sync", sync)
    received = []
    with pytest.raises(OSError, match="No space left"):
        received.extend(receive((text(number) for number in range(2 * TOGETHER)), **hands))  # type: ignore[arg-type]

    assert len(received) <= TOGETHER
    assert Item.objects.count() == TOGETHER
    assert not list(desk.store.folder.glob("*.tmp"))
    monkeypatch.undo()
    assert verify(desk=desk).sound
    again = list(receive((text(number) for number in range(2 * TOGETHER)), **hands))  # type: ignore[arg-type]
    assert [one.new for one in again if isinstance(one, Receipt)] == [False] * TOGETHER + [True] * TOGETHER


def test_a_full_disk_is_really_full(desk: Desk, hands: Hands) -> None:
    """The kernel itself refuses the write; the store is as it was, and goes on once there is room."""
    large = bytes(3_000_000)
    picture = b"GIF89a\x01\x00\x01\x00" + large
    parcel = Parcel(name="a.gif", size_bytes=len(picture), pieces=[picture], declared=Declared())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    try:
        with pytest.raises(OSError):
            list(receive([parcel], **hands))  # type: ignore[arg-type]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert not Item.objects.exists()
    assert not [path for path in desk.store.folder.rglob("*") if path.is_file()]
    assert len(list(receive([parcel], **hands))) == 1  # type: ignore[arg-type]
    assert verify(desk=desk).troubles == ()


def test_the_same_bytes_twice_in_one_group_are_one_item(hands: Hands) -> None:
    first, second = receive([text(1), text(1)], **hands)  # type: ignore[arg-type]

    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert (first.new, second.new, first.item_ref) == (True, False, second.item_ref)
    assert Arrival.objects.count() == 2
    assert [entry.act for entry in CustodyEntry.objects.all()] == ["sealed", "arrived again"]


def test_what_is_personal_is_left_out_before_sealing_and_the_custody_log_says_so(desk: Desk, hands: Hands) -> None:
    export = {
        "name": "Вести с переправы",
        "type": "public_channel",
        "messages": [
            {
                "id": 1,
                "type": "message",
                "date": "2024-05-24T10:00:00",
                "text": "Тимур Дашиев попал в плен под Купянском.",
                "reactions": [{"type": "emoji", "count": 1, "recent": [{"from": "Oleh Panchuk", "from_id": "user7"}]}],
            }
        ],
    }
    data = json.dumps(export, ensure_ascii=False).encode()
    (one,) = receive([Parcel(name="result.json", size_bytes=len(data), pieces=[data], declared=Declared())], **hands)  # type: ignore[arg-type]

    assert isinstance(one, Receipt)
    sealed = desk.store.open(Item.objects.get().sha256)
    assert b"Panchuk" not in sealed
    assert "Купянском".encode() in sealed
    reduced, kept = CustodyEntry.objects.all()
    assert (reduced.act, reduced.sha256, reduced.count > 0) == ("reduced", hashlib.sha256(data).hexdigest(), True)
    assert (kept.act, kept.sha256) == ("sealed", Item.objects.get().sha256)


PAGE = "<html><body><article><h1>{}</h1><p>Ruslan Doroshenkov fue capturado en Pokrovsk.</p></article></body></html>"


def record(number: int) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE.format(number)}".encode()
    header = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Date: 2026-11-20T10:00:00Z\r\nWARC-Target-URI: https://faro.invalid/{number}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return header.encode() + http + b"\r\n\r\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three records, of which the second is broken."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(record(1) + record(2).replace(b"Content-Length: ", b"Content-Length: x") + record(3))
    return path


def test_each_record_of_an_archive_is_an_item_and_a_broken_one_stops_no_other(
    desk: Desk, hands: Hands, archive: Path, work_off: WorkOff
) -> None:
    received = list(receive_archive(archive, name="crawl.warc", **hands))  # type: ignore[arg-type]

    assert sorted(type(one).__name__ for one in received) == ["Receipt", "Receipt", "Refused"]
    assert Item.objects.count() == 2
    kept = Archive.objects.get()
    assert (kept.sha256, kept.size_bytes) == (hashlib.sha256(archive.read_bytes()).hexdigest(), archive.stat().st_size)
    assert set(Item.objects.values_list("archive__ref", flat=True)) == {kept.ref}
    came_with = unlock_came_with(Item.objects.order_by("pk")[0], desk=desk)
    assert came_with.address == "https://faro.invalid/1"
    assert came_with.captured_at is not None
    work_off()
    assert Report.objects.count() == 2
    assert verify(desk=desk).troubles == ()


def test_an_archive_that_was_interrupted_is_gone_on_with_as_the_same(
    desk: Desk, hands: Hands, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then `verify` says so, and a watched folder does not take it for held."""
    monkeypatch.setattr(receiving, "TOGETHER", 1)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    received = receive_archive(archive, name="crawl.warc", **hands)  # type: ignore[arg-type]
    first = next(received)
    received.close()  # type: ignore[attr-defined]

    (trouble,) = verify(desk=desk).troubles
    assert (trouble.ref, trouble.harmless) == (Archive.objects.get().ref, True)
    assert "was not read to its end" in trouble.sentence
    assert not received_before(digest, desk=desk)

    again = [one for one in receive_archive(archive, name="crawl.warc", **hands) if isinstance(one, Receipt)]  # type: ignore[arg-type]
    assert isinstance(first, Receipt)
    assert [(one.item_ref == first.item_ref, one.new) for one in again] == [(True, False), (False, True)]
    assert set(Item.objects.values_list("archive__ref", flat=True)) == {Archive.objects.get().ref}
    assert verify(desk=desk).troubles == ()
    assert received_before(digest, desk=desk)


def test_an_archive_that_is_changed_while_it_is_read_is_not_said_to_be_whole(
    hands: Hands, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "TOGETHER", 1)
    received = receive_archive(archive, name="crawl.warc", **hands)  # type: ignore[arg-type]
    next(received)
    with archive.open("ab") as file:
        file.write(record(4))

    assert [one.reason for one in received if isinstance(one, Refused)][-1].startswith("crawl.warc: it was changed")
    assert not CustodyEntry.objects.filter(act="taken apart").exists()


def test_a_packed_archive_is_received_as_well(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(number), mtime=0) for number in range(1, 4)))

    assert [isinstance(one, Receipt) for one in receive_archive(path, name=path.name, **hands)] == [True] * 3  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [gzip.compress(b"no archive", mtime=0), b"PK\x03\x04 no zip", b"WARC/1.1\r\nno end"])
def test_what_is_no_web_archive_is_refused_and_leaves_nothing(hands: Hands, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data)
    (one,) = receive_archive(path, name=path.name, **hands)  # type: ignore[arg-type]

    assert isinstance(one, Refused)
    assert one.reason.startswith("crawl.warc.gz")
    assert not Item.objects.exists()


def test_a_group_is_full_by_its_bytes_too(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "TOGETHER_BYTES", 500)

    assert len(list(receive([text(1), text(2), text(3)], **hands))) == 3  # type: ignore[arg-type]
    assert AuditEntry.objects.filter(act="take in").count() > 1
