"""A bundle comes in elsewhere: checked whole, sealed there, and its custody goes on where it left off."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.procedures.conftest import LATER, Propose

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import NotProven, Receipt, Refused
from paradero.procedures.bundles import approve_bundle
from paradero.procedures.make_bundle import make_bundle
from paradero.procedures.take_in_bundle import take_in_bundle
from paradero.procedures.verify import verify
from paradero.records.models import AuditEntry, CustodyEntry

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_an_item_that_came_out_of_a_bundle_is_never_without_the_entry_that_says_so(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    """Whatever is killed once the first item is acknowledged: sealing it and saying where it came from are one act."""
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    taking = take_in_bundle(tmp_path / "case.wacz", name="case.wacz", desk=desk, actor=oleh, clock=lambda: at + LATER)
    next(taking)

    arrived = CustodyEntry.objects.filter(act="arrived again").values_list("ref", flat=True)
    unbundled = CustodyEntry.objects.filter(act="unbundled").values_list("ref", flat=True)
    assert list(arrived) == list(unbundled) == list(two)
    acts = AuditEntry.objects.order_by("-seq").values_list("act", "ref")[:3]
    assert sorted(acts) == sorted([("take in", ""), *(("take in from bundle", item) for item in two)])


def test_what_a_bundle_does_not_prove_is_said_when_it_is_taken_in(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, two: tuple[str, str], propose: Propose, tmp_path: Path
) -> None:
    ref = propose(*two)
    approve_bundle(ref, desk=desk, actor=oleh, at=at)
    make_bundle(ref, tmp_path / "case.wacz", desk=desk, actor=marta, at=at)
    taken = take_in_bundle(tmp_path / "case.wacz", name="case.wacz", desk=desk, actor=oleh, clock=lambda: at + LATER)
    said = [one.sentence for one in taken if isinstance(one, NotProven)]

    covered = ("2 of 2 items' bytes", "2 of 2 items' seal records", "4 of 4 custody entries")
    assert [sentence.partition(": ")[2].split(":")[0] for sentence in said] == [
        f"no day's root covers {of}" for of in covered
    ]


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
