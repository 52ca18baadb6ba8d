import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from paradero.terms.chain import START
from paradero.terms.daily_root import DailyRoot, first_broken_day, seal_day
from paradero.terms.merkle import Leaf, inclusion_proof, leaf_hash

FIRST = date(2026, 11, 20)


def leaves(count: int, *, of: str = "a") -> list[bytes]:
    digests = [hashlib.sha256(f"{of} {place}".encode()).hexdigest() for place in range(count)]
    return [bytes(Leaf(sha256=digest, what="original", item=f"I-{digest[:4].upper()}-0000")) for digest in digests]


SEALED_ON = {FIRST + timedelta(days=after): leaves(count, of=f"{after}") for after, count in [(0, 5), (1, 0), (4, 3)]}


def days() -> list[DailyRoot]:
    sealed: list[DailyRoot] = []
    for day, kept in SEALED_ON.items():
        sealed.append(seal_day(kept, day=day, previous=sealed[-1] if sealed else None))
    return sealed


def found(sealed: list[DailyRoot], *, kept: list[DailyRoot] | None = None) -> tuple[date, str] | None:
    broken = first_broken_day(
        sealed, leaves_of=SEALED_ON.__getitem__, kept={day.day: day.hash for day in kept} if kept else None
    )
    return (broken.day, broken.what) if broken else None


def test_days_that_nobody_touched_hold() -> None:
    assert found(days()) is None
    assert found(days(), kept=days()) is None
    assert first_broken_day([]) is None


def test_a_day_is_a_text_whose_digest_any_program_computes() -> None:
    """A court's expert has sha256sum and openssl, and no Paradero."""
    first, second, _ = days()

    assert first.previous == START
    assert hashlib.sha256(bytes(first)).hexdigest() == first.hash
    assert json.loads(bytes(second)) == {
        "kind": "paradero day 1",
        "day": "2026-11-21",
        "size": 0,
        "root": hashlib.sha256(b"").hexdigest(),
        "previous": first.hash,
    }


def test_each_leaf_of_a_day_is_proven_to_be_there_and_no_other() -> None:
    sealed, kept = days()[0], SEALED_ON[FIRST]
    hashed = [leaf_hash(leaf) for leaf in kept]
    for place, leaf in enumerate(kept):
        proof = inclusion_proof(hashed, place)

        assert sealed.holds(leaf, place=place, proof=proof)
        assert not sealed.holds(leaves(1, of="other")[0], place=place, proof=proof)
        assert not days()[2].holds(leaf, place=place, proof=proof)


@pytest.mark.parametrize("size", [0, 1, 4, 6, 8])
def test_a_day_with_another_size_is_another_day(size: int) -> None:
    """A proof alone does not bind the size, so the hash of the day does."""
    first = days()[0]

    assert found([replace(first, size=size), *days()[1:]]) == (FIRST, "this day was changed after it was sealed")


@pytest.mark.parametrize(
    "change", [{"day": date(2026, 11, 19)}, {"root": "00" * 32}, {"hash": "00" * 32}], ids=["day", "root", "hash"]
)
def test_a_changed_day_is_named(change: dict[str, object]) -> None:
    first, *others = days()
    changed = replace(first, **change)  # type: ignore[arg-type]

    assert found([changed, *others]) == (changed.day, "this day was changed after it was sealed")


def test_a_day_sealed_anew_breaks_the_next() -> None:
    anew = seal_day(leaves(5, of="other"), day=FIRST, previous=None)

    broken = first_broken_day([anew, *days()[1:]])

    assert broken is not None
    assert (broken.day, broken.what) == (days()[1].day, "this day does not follow from the one sealed before it")


@pytest.mark.parametrize("gone", [0, 1])
def test_a_day_that_is_gone_breaks_the_next(gone: int) -> None:
    sealed = days()
    del sealed[gone]

    assert found(sealed) == (sealed[gone].day, "this day does not follow from the one sealed before it")


def test_days_out_of_order_are_named() -> None:
    first, second, third = days()

    assert found([second, first, third]) == (second.day, "this day does not follow from the one sealed before it")


def test_an_earlier_day_chained_behind_a_later_one_is_named() -> None:
    """However well its hashes fit: what is dated back was not there then."""
    first = days()[0]
    earlier = replace(first, day=FIRST - timedelta(days=1), previous=first.hash)
    earlier = replace(earlier, hash=hashlib.sha256(bytes(earlier)).hexdigest())

    broken = first_broken_day([first, earlier])

    assert broken is not None
    assert (broken.day, broken.what) == (earlier.day, "this day does not follow from the one sealed before it")


@pytest.mark.parametrize("left", [0, 1, 2])
def test_a_cut_end_is_noticed_with_what_was_kept_elsewhere(left: int) -> None:
    """By itself the shorter row of days is whole."""
    assert found(days()[:left]) is None
    assert found(days()[:left], kept=days()) == (days()[left].day, "this day was kept elsewhere and is gone")


def test_a_day_left_out_when_all_were_sealed_anew_is_noticed_with_what_was_kept_elsewhere() -> None:
    first, second, third = days()
    anew = seal_day(SEALED_ON[third.day], day=third.day, previous=first)

    assert found([first, anew]) is None
    assert found([first, anew], kept=[second]) == (second.day, "this day was kept elsewhere and is gone")


def test_days_that_were_all_sealed_anew_differ_from_what_was_kept_elsewhere() -> None:
    others = {FIRST: leaves(5, of="other")}
    anew = seal_day(others[FIRST], day=FIRST, previous=None)

    assert first_broken_day([anew], leaves_of=others.__getitem__) is None
    assert found([anew], kept=days()[:1]) == (FIRST, "this day is not the one whose hash was kept elsewhere")


@pytest.mark.parametrize("change", ["changed", "dropped", "added", "swapped"])
def test_leaves_that_are_not_those_that_were_sealed_are_noticed(change: str) -> None:
    kept = SEALED_ON[FIRST]
    now = {
        "changed": [*kept[:2], kept[2].replace(b"original", b"derived"), *kept[3:]],
        "dropped": kept[:-1],
        "added": [*kept, *leaves(1, of="late")],
        "swapped": [kept[1], kept[0], *kept[2:]],
    }[change]

    broken = first_broken_day(days(), leaves_of=(SEALED_ON | {FIRST: now}).__getitem__)

    assert broken is not None
    assert (broken.day, broken.what) == (FIRST, "what is kept of this day is not what was sealed")


@pytest.mark.parametrize("day", [FIRST, FIRST - timedelta(days=1)])
def test_a_day_is_sealed_once_and_in_its_turn(day: date) -> None:
    with pytest.raises(ValueError, match="sealed already"):
        seal_day([], day=day, previous=days()[0])
