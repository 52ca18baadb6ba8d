"""Every day that is over has one root over all that was sealed on it, and what was changed since is named."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from tests.intake.timestamps.authority import LocalAuthority
from tests.procedures.conftest import RUSLAN_CAPTURED, TIMUR_CAPTURED

from paradero.intake import Declared
from paradero.intake.timestamps import TokenRefused
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.seal_days import seal_days
from paradero.procedures.stamp_days import AuthorityNotTrusted, configured_authority, stamp_days
from paradero.procedures.take_in import take_in
from paradero.procedures.verify import verify
from paradero.records.models import DayLeaf, DayRoot, Item, Timestamp

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
LATER = MONDAY + timedelta(days=3)


def taken(text: str, *, at: datetime, desk: Desk, actor: Actor) -> str:
    return take_in(text.encode(), name="a.txt", declared=Declared(), desk=desk, actor=actor, at=at).item_ref


@pytest.fixture
def two_days(desk: Desk, marta: Actor) -> tuple[str, str]:
    """An item on Monday, none on Tuesday, one on Wednesday."""
    return (
        taken(RUSLAN_CAPTURED, at=MONDAY, desk=desk, actor=marta),
        taken(TIMUR_CAPTURED, at=MONDAY + timedelta(days=2), desk=desk, actor=marta),
    )


def troubles(desk: Desk) -> str:
    return " ".join(trouble.sentence for trouble in verify(desk=desk).troubles)


def behind_its_back(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_day_on_which_something_was_sealed_has_a_root(desk: Desk, marta: Actor, two_days: tuple[str, str]) -> None:
    sealed = seal_days(desk=desk, actor=marta, at=LATER)

    assert [day.day for day in sealed] == [date(2026, 11, 16), date(2026, 11, 18)]
    assert sealed[1].previous == sealed[0].hash
    of_monday = DayLeaf.objects.filter(day__day=date(2026, 11, 16)).values_list("item", "what")
    assert list(of_monday) == [
        (two_days[0], "original"),
        (two_days[0], "derived seal record"),
        (two_days[0], "derived report 1"),
        (two_days[0], "derived account 1"),
    ]
    assert troubles(desk) == ""
    assert seal_days(desk=desk, actor=marta, at=LATER) == ()


@pytest.mark.usefixtures("two_days")
def test_a_day_is_sealed_when_it_has_settled(desk: Desk, marta: Actor) -> None:
    """What began before midnight may be written down after it."""
    assert seal_days(desk=desk, actor=marta, at=datetime(2026, 11, 17, 0, 59, tzinfo=UTC)) == ()
    assert len(seal_days(desk=desk, actor=marta, at=datetime(2026, 11, 17, 1, 0, tzinfo=UTC))) == 1


def test_what_a_day_missed_is_sealed_with_the_next(desk: Desk, marta: Actor, two_days: tuple[str, str]) -> None:
    Item.objects.filter(ref=two_days[1]).update(taken_in_at=LATER)
    seal_days(desk=desk, actor=marta, at=LATER)
    Item.objects.filter(ref=two_days[1]).update(taken_in_at=MONDAY)
    (late,) = seal_days(desk=desk, actor=marta, at=LATER + timedelta(days=2))

    assert late.day > date(2026, 11, 18)
    assert DayLeaf.objects.filter(item=two_days[1], what="original").count() == 1
    assert troubles(desk) == ""


CHANGES = [
    (
        "UPDATE records_dayleaf SET sha256 = previous FROM records_dayroot WHERE records_dayleaf.place = 0",
        "2026-11-16: what is kept",
    ),
    ("DELETE FROM records_dayleaf WHERE place = 0", "2026-11-16: what is kept"),
    ("UPDATE records_dayroot SET root = previous WHERE seq = 2", "2026-11-18: this day was changed"),
    ("UPDATE records_dayroot SET day = '2026-11-15' WHERE seq = 1", "2026-11-15: this day was changed"),
    ("UPDATE records_report SET sealed_account = sealed_report", "is not the one that its day was sealed with"),
]


@pytest.mark.usefixtures("two_days")
@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_what_was_changed_behind_the_desks_back_is_named(desk: Desk, marta: Actor, statement: str, said: str) -> None:
    seal_days(desk=desk, actor=marta, at=LATER)
    behind_its_back(statement)

    assert said in troubles(desk)


@pytest.mark.usefixtures("two_days")
def test_days_cut_off_the_end_are_missed_outside_the_database(desk: Desk, marta: Actor) -> None:
    seal_days(desk=desk, actor=marta, at=LATER)
    DayLeaf.objects.filter(day__seq=2).delete()
    DayRoot.objects.filter(seq=2).delete()

    assert "was kept elsewhere and is gone" in troubles(desk)


def test_a_destroyed_item_leaves_its_leaf_and_every_day_whole(
    desk: Desk, marta: Actor, two_days: tuple[str, str]
) -> None:
    """Rule R10: `verify` says "destroyed by order", never "missing"."""
    seal_days(desk=desk, actor=marta, at=LATER)
    item = Item.objects.get(ref=two_days[0])
    desk.store.destroy(item.sha256)
    with act("destroy item", desk=desk, actor=marta, at=LATER, ref=item.ref) as done:
        done.custody.append(Custody("destroyed", item.ref, item.sha256, ""))
    found = verify(desk=desk)

    assert found.troubles == ()
    assert found.destroyed == (item.ref,)
    assert DayLeaf.objects.filter(item=item.ref).count() == 4


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[LocalAuthority]:
    with LocalAuthority(tmp_path / "authority") as made:
        yield made


@pytest.mark.usefixtures("two_days")
def test_sealed_days_are_stamped_once_by_the_configured_authority(
    desk: Desk, marta: Actor, authority: LocalAuthority
) -> None:
    (desk.home / "root.pem").write_bytes(authority.root_pem)
    (desk.home / "paradero.toml").write_text(f'timestamp_authority = "{authority.url}"\ntimestamp_roots = "root.pem"\n')
    seal_days(desk=desk, actor=marta, at=LATER)
    configured = configured_authority(desk.home)
    assert configured is not None

    assert stamp_days(configured, desk=desk, actor=marta, at=LATER) == 2
    assert stamp_days(configured, desk=desk, actor=marta, at=LATER) == 0
    assert verify(desk=desk).troubles == ()
    Timestamp.objects.filter(day__seq=1).update(day_id=2)
    assert "The timestamp of 2026-11-18" in troubles(desk)


@pytest.mark.usefixtures("two_days")
def test_nobody_is_asked_until_an_authority_is_configured_with_whom_to_trust(desk: Desk) -> None:
    assert configured_authority(desk.home) is None
    (desk.home / "paradero.toml").write_text('timestamp_authority = "https://stamps.invalid"\n')
    with pytest.raises(AuthorityNotTrusted, match="timestamp_roots"):
        configured_authority(desk.home)


@pytest.mark.usefixtures("two_days")
def test_a_stamp_of_somebody_else_is_not_kept(
    desk: Desk, marta: Actor, authority: LocalAuthority, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path / "other") as other:
        (desk.home / "root.pem").write_bytes(other.root_pem)
    (desk.home / "paradero.toml").write_text(f'timestamp_authority = "{authority.url}"\ntimestamp_roots = "root.pem"\n')
    seal_days(desk=desk, actor=marta, at=LATER)
    configured = configured_authority(desk.home)
    assert configured is not None

    with pytest.raises(TokenRefused):
        stamp_days(configured, desk=desk, actor=marta, at=LATER)
    assert not Timestamp.objects.exists()
