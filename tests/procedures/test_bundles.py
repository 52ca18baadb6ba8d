"""Evidence leaves the house only when two people say so, and is proven without the house."""

import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from tests.exchange.bundle import made
from tests.intake.timestamps.authority import LocalAuthority
from tests.procedures.conftest import LATER, RUSLAN_CAPTURED, Propose, WorkOff

from paradero.exchange.bundle import BundleRefused, read_bundle
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.bundles import (
    BundleNeedsTwo,
    BundleNotReady,
    approve_bundle,
    items_behind,
    list_bundles,
)
from paradero.procedures.make_bundle import make_bundle
from paradero.procedures.seal_days import seal_days
from paradero.procedures.seal_records import SOFTWARE
from paradero.procedures.stamp_days import configured_authority, stamp_days
from paradero.procedures.verify import verify
from paradero.records.models import AuditEntry, Bundle, CustodyEntry, Item, SealRecord

pytestmark = pytest.mark.django_db(transaction=True)


def unzipped(bundle: Path, to: Path) -> Path:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(to)
    return to


def checked_by_the_expert(folder: Path) -> "subprocess.CompletedProcess[str]":
    script = folder / "paradero" / "verify.sh"
    return subprocess.run(["sh", str(script)], cwd=folder, capture_output=True, text=True, check=False)


def test_nobody_lets_a_bundle_out_alone(
    desk: Desk, marta: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    """Rule R3. The same person at the command line is the same person."""
    ref = propose(*two)

    for alone in (marta, Actor(ref="cli:marta")):
        with pytest.raises(BundleNeedsTwo, match="Ask a colleague"):
            approve_bundle(ref, desk=desk, actor=alone, at=at)
    with pytest.raises(BundleNotReady, match="second person"):
        make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    assert not list(tmp_path.glob("case*"))


STATEMENTS = [
    "UPDATE records_bundle SET approved_by = proposed_by, approved_at = proposed_at",
    "UPDATE records_bundle SET approved_by = 'oleh'",
    "UPDATE records_bundle SET made_at = proposed_at, fingerprint = ref",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses_it_too(two: tuple[str, str], propose: Propose, statement: str) -> None:
    propose(*two)

    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Bundle.objects.get().made_at is None


def test_an_approved_bundle_is_verified_without_paradero_and_custody_says_that_it_left(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    seal_days(desk=desk, actor=marta, at=at + LATER)
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    fingerprint = make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at + LATER)

    checked = checked_by_the_expert(unzipped(tmp_path / "case.wacz", tmp_path / "expert"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    with (tmp_path / "case.wacz").open("rb") as file:
        read = read_bundle(file, name="case.wacz")
        assert [item.ref for item in read.parts.items] == list(two)
        assert b"".join(read.parts.items[0].pieces()) == RUSLAN_CAPTURED.encode()
    assert read.fingerprint == fingerprint
    assert (read.unproven, read.unrecorded, read.unproven_entries) == ((), (), ())
    assert [entry.act for entry in CustodyEntry.objects.order_by("-seq")[:2]] == ["bundled", "bundled"]
    (row,) = list_bundles(desk=desk, actor=oleh, at=at)
    assert (row.proposed_by, row.approved_by, row.fingerprint) == ("marta", "oleh", fingerprint)
    assert verify(desk=desk).troubles == ()


def test_a_forged_publisher_or_entry_no_longer_fits_the_days_root(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    """All sums are made anew and fit again; what the day was sealed with does not."""
    seal_days(desk=desk, actor=marta, at=at + LATER)
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=made.MADE_AT)
    content = made.members((tmp_path / "case.wacz").read_bytes())
    forged = {
        "paradero/manifest.json": (b"El Faro del Sur", b"El Faro del Mar"),
        "paradero/custody.jsonl": (b'"actor":"marta"', b'"actor":"maria"'),
    }

    for number, (name, (old, new)) in enumerate(forged.items()):
        assert old in content[name]
        wrong = made.summed_anew(content | {name: content[name].replace(old, new)}, SOFTWARE)
        checked = checked_by_the_expert(made.unzipped(made.zipped(wrong), tmp_path / f"forged-{number}"))
        assert f"DIFFERS: {name}: " in checked.stdout
        with pytest.raises(BundleRefused) as refused:
            read_bundle(made.as_file(made.zipped(wrong)), name="case.wacz")
        assert refused.value.member == name


def test_what_was_sealed_before_there_were_records_goes_as_it_is_known_now(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    SealRecord.objects.filter(item__ref=two[0]).delete()
    seal_days(desk=desk, actor=marta, at=at + LATER)
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at + LATER)

    with (tmp_path / "case.wacz").open("rb") as file:
        read = read_bundle(file, name="case.wacz")
    assert (read.unproven, read.unrecorded) == ((), (two[0],))
    assert read.parts.items[0].publisher == "El Faro del Sur"
    checked = checked_by_the_expert(unzipped(tmp_path / "case.wacz", tmp_path / "expert"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert f"{two[0]}: no root of a day covers what the manifest says of it" in checked.stdout


def test_one_changed_byte_is_named(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    folder = unzipped(tmp_path / "case.wacz", tmp_path / "expert")
    (changed,) = folder.glob(f"items/{Item.objects.get(ref=two[0]).sha256}*")
    data = changed.read_bytes()
    changed.write_bytes(data[:10] + bytes([data[10] ^ 1]) + data[11:])

    checked = checked_by_the_expert(folder)
    assert checked.returncode != 0
    assert changed.name in checked.stdout + checked.stderr


def test_a_stamped_day_goes_with_the_bundle(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    seal_days(desk=desk, actor=marta, at=at + LATER)
    with LocalAuthority(tmp_path / "authority") as authority:
        (desk.home / "root.pem").write_bytes(authority.root_pem)
        settings = f'timestamp_authority = "{authority.url}"\ntimestamp_roots = "root.pem"\n'
        (desk.home / "paradero.toml").write_text(settings)
        configured = configured_authority(desk.home)
        assert configured is not None
        stamp_days(configured, desk=desk, actor=marta, at=at + LATER)
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at + LATER)

    with (tmp_path / "case.wacz").open("rb") as file:
        read = read_bundle(file, name="case.wacz")
    assert len(read.parts.tokens) == 1
    assert read.unstamped == ()
    checked = checked_by_the_expert(unzipped(tmp_path / "case.wacz", tmp_path / "expert"))
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_destroyed_item_goes_as_its_leaf_and_custody_alone(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    seal_days(desk=desk, actor=marta, at=at + LATER)
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    sha256 = Item.objects.get(ref=two[0]).sha256
    desk.store.destroy(sha256)
    with act("destroy item", desk=desk, actor=marta, at=at, ref=two[0]) as done:
        done.custody.append(Custody("destroyed", two[0], sha256, ""))
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at + LATER)

    with (tmp_path / "case.wacz").open("rb") as file:
        read = read_bundle(file, name="case.wacz")
        assert [item.ref for item in read.parts.items] == [two[1]]
    assert [item.ref for item in read.parts.destroyed] == [two[0]]
    assert RUSLAN_CAPTURED.encode()[:40] not in (tmp_path / "case.wacz").read_bytes()


def test_a_broken_item_makes_no_bundle(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    (sealed,) = desk.store.folder.rglob(f"{Item.objects.get(ref=two[0]).sha256}*")
    sealed.write_bytes(sealed.read_bytes()[:-1])

    with pytest.raises(Exception, match="not what was sealed"):
        make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    assert not list(tmp_path.glob("case*"))
    assert not CustodyEntry.objects.filter(act="bundled").exists()


def test_everything_behind_a_case_is_what_shows_somebody_proposed_for_it(
    two: tuple[str, str], galinas_enquiry: str, work_off: WorkOff
) -> None:
    work_off()

    assert items_behind(galinas_enquiry) == (two[0],)


@pytest.mark.parametrize(("items", "purpose"), [((), "x"), (("I-0000-0000",), ""), (("I-0000-0000",), "x" * 301)])
def test_a_proposal_names_items_and_a_purpose(propose: Propose, items: tuple[str, ...], purpose: str) -> None:
    with pytest.raises(BundleNotReady):
        propose(*items, purpose=purpose)
    assert not Bundle.objects.exists()


def test_what_is_not_held_is_in_no_bundle_and_the_purpose_is_in_no_log(propose: Propose, two: tuple[str, str]) -> None:
    with pytest.raises(NotHeld):
        propose("I-0000-0000")
    propose(two[0], purpose="For the lawyer of Galina Doroshenkova")

    assert "Galina" not in repr(list(AuditEntry.objects.values()))


def test_a_changed_bundle_is_refused_when_it_is_read_back(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    path = tmp_path / "case.wacz"
    make_bundle(ref, path, desk=desk, actor=marta, at=datetime(2026, 11, 21, tzinfo=UTC))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)

    with pytest.raises(BundleRefused), path.open("rb") as file:
        read_bundle(file, name="case.wacz")
