"""Evidence leaves the house only when two people say so, and is proven without the house."""

import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from tests.intake.timestamps.authority import LocalAuthority
from tests.procedures.conftest import RUSLAN_CAPTURED, TIMUR_CAPTURED, TakeIn, WorkOff

from paradero.exchange.bundle import BundleRefused, read_bundle
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.bundles import (
    BundleNeedsTwo,
    BundleNotReady,
    approve_bundle,
    items_behind,
    list_bundles,
    propose_bundle,
)
from paradero.procedures.make_bundle import make_bundle
from paradero.procedures.seal_days import seal_days
from paradero.procedures.stamp_days import configured_authority, stamp_days
from paradero.procedures.take_in_bundle import take_in_bundle
from paradero.procedures.verify import verify
from paradero.records.models import AuditEntry, Bundle, CustodyEntry, Item

pytestmark = pytest.mark.django_db(transaction=True)

Propose = Callable[..., str]
LATER = timedelta(days=2)


@pytest.fixture
def two(take: TakeIn) -> tuple[str, str]:
    return take(RUSLAN_CAPTURED).item_ref, take(TIMUR_CAPTURED, source="Вести с переправы").item_ref


@pytest.fixture
def propose(desk: Desk, marta: Actor, at: datetime) -> Propose:
    return lambda *items, purpose="For the court of Zhytomyr": propose_bundle(
        items, purpose=purpose, desk=desk, actor=marta, at=at
    )


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
    assert read.unproven == ()
    assert [entry.act for entry in CustodyEntry.objects.order_by("-seq")[:2]] == ["bundled", "bundled"]
    (row,) = list_bundles(desk=desk, actor=oleh, at=at)
    assert (row.proposed_by, row.approved_by, row.fingerprint) == ("marta", "oleh", fingerprint)
    assert verify(desk=desk).troubles == ()


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


def test_a_bundle_comes_in_elsewhere_with_its_custody_continued(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    """Here it comes back to the desk that made it: the same bytes are one item, and the custody log says both ways."""
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    fingerprint = make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    received = list(
        take_in_bundle(tmp_path / "case.wacz", name="case.wacz", desk=desk, actor=oleh, clock=lambda: at + LATER)
    )

    assert [(one.item_ref, one.new) for one in received if isinstance(one, Receipt)] == [(item, False) for item in two]
    custody = CustodyEntry.objects.filter(ref=two[0]).order_by("seq")
    assert [entry.act for entry in custody] == ["sealed", "read", "bundled", "arrived again", "unbundled"]
    assert custody.last().sha256 == fingerprint
    assert verify(desk=desk).troubles == ()


def test_a_changed_bundle_brings_nothing_in(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    path = tmp_path / "case.wacz"
    make_bundle(ref, path, desk=desk, actor=marta, at=at)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)

    (refused,) = take_in_bundle(path, name="case.wacz", desk=desk, actor=oleh, clock=lambda: at)
    assert isinstance(refused, Refused)
    assert not CustodyEntry.objects.filter(act="unbundled").exists()
