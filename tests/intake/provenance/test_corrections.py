"""What people hold of origins is kept by the grouping: together, apart, and never one voice as two by a "same"."""

from collections.abc import Iterable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.one_news import OWN, TRANSLATED, WIRE

from paradero.intake.provenance import NONE, Corrections, brought_together, origins_of, shipped
from paradero.intake.provenance.joining import Odds, joined
from paradero.procedures.telling import telling_of

MOST = 8
calmly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LEAST = -1.5


@st.composite
def tables(draw: st.DrawFn) -> Odds:
    """Log-odds of each two of some texts."""
    count = draw(st.integers(1, MOST))
    table = np.full((count, count), -9, np.float32)
    for one, other in combinations(range(count), 2):
        table[one, other] = table[other, one] = draw(st.sampled_from([-9, -4, -1.6, -1.5, -0.5, 1, 4, 9]))
    return table


twos = st.tuples(st.integers(0, MOST - 1), st.integers(0, MOST - 1)).filter(lambda two: two[0] < two[1])
some = st.frozensets(twos, max_size=5)
held = st.builds(lambda same, different: Corrections(same=same, different=different), some, some)


def within(corrections: Corrections, count: int) -> Corrections:
    return corrections.among(range(count))


def together(groups: Iterable[Iterable[int]], one: int, other: int) -> bool:
    return any({one, other} <= set(group) for group in groups)


def grouped(odds: Odds, held: Corrections = NONE, least: float = LEAST) -> list[tuple[int, ...]]:
    """Return the groups as `origins_of` makes them, of texts that are all as original."""
    original = np.zeros(len(odds), np.float32)
    return brought_together(joined(odds, original, shipped().groups, least, apart=held.apart()), held)


@calmly
@given(odds=tables())
def test_without_judgements_everything_is_as_the_machine_has_it(odds: Odds) -> None:
    assert grouped(odds) == joined(odds, np.zeros(len(odds), np.float32), shipped().groups, LEAST)


@calmly
@given(odds=tables(), held=held)
def test_every_text_stays_in_one_group_and_no_two_who_are_apart_share_one(odds: Odds, held: Corrections) -> None:
    held = within(held, len(odds))
    groups = grouped(odds, held)

    assert sorted(at for group in groups for at in group) == list(range(len(odds)))
    assert not any(together(groups, one, other) for one, other in held.apart())


@calmly
@given(odds=tables(), held=held)
def test_two_who_are_held_for_one_always_share_a_group(odds: Odds, held: Corrections) -> None:
    held = within(held, len(odds))
    groups = grouped(odds, held)

    assert all(together(groups, one, other) for one, other in held.same)


@calmly
@given(odds=tables(), held=held)
def test_what_is_held_for_one_never_makes_more_origins(odds: Odds, held: Corrections) -> None:
    """One person's "same" acts at once, so it must not part what the machine had joined."""
    held = within(held, len(odds))
    apart_alone = Corrections(different=frozenset(two for two in held.apart() if two[0] < two[1]))

    assert len(grouped(odds, held)) <= len(grouped(odds, apart_alone))


@calmly
@given(odds=tables(), two=twos)
def test_two_who_are_apart_part_no_more_than_they_must(odds: Odds, two: tuple[int, int]) -> None:
    """Where one origin is parted, it becomes two: each text goes where most speaks for it."""
    held = within(Corrections(different=frozenset({two})), len(odds))

    assert len(grouped(np.maximum(odds, -8), held, -1e9)) == (2 if held else 1)


@calmly
@given(held=held, numbers=st.permutations(range(MOST)), count=st.integers(0, MOST))
def test_what_follows_for_some_follows_through_those_left_out_too(
    held: Corrections, numbers: list[int], count: int
) -> None:
    kept = numbers[:count]
    among = held.among(kept)
    circles = {frozenset(circle & set(kept)) for circle in held.circles()}

    assert {frozenset(kept[at] for at in circle) for circle in among.circles()} == {c for c in circles if len(c) > 1}
    assert {(kept[one], kept[other]) for one, other in among.apart()} == {
        two for two in held.apart() if set(two) <= set(kept)
    }


@pytest.mark.parametrize(
    ("groups", "same", "different", "after"),
    [
        ([(0,), (1,)], {(0, 1)}, set(), [(0, 1)]),
        ([(0, 2), (1, 3)], {(0, 1)}, set(), [(0, 1, 2, 3)]),
        ([(0, 2), (1, 3)], {(0, 1)}, {(2, 3)}, [(0, 1, 2), (3,)]),
        ([(0,), (1,), (2,)], {(0, 1), (1, 2)}, {(0, 2)}, [(0, 1, 2)]),
        ([(0, 1)], set(), set(), [(0, 1)]),
    ],
)
def test_groups_are_brought_together(
    groups: list[tuple[int, ...]],
    same: set[tuple[int, int]],
    different: set[tuple[int, int]],
    after: list[tuple[int, ...]],
) -> None:
    held = Corrections(same=frozenset(same), different=frozenset(different))
    assert brought_together(groups, held) == after


def test_a_translation_is_kept_apart_and_a_strangers_report_joined_when_people_hold_so() -> None:
    """The machine's reasons are told where it has them; of what only people hold there is no machine's link."""
    wire, own = telling_of(WIRE, language="es", source="A"), telling_of(OWN, language="en", source="B")
    translated = telling_of(TRANSLATED["ru"], language="ru", source="C")
    held = Corrections(same=frozenset({(0, 1)}), different=frozenset({(0, 2)}))

    found = origins_of([wire, own, translated], shipped(), held)
    assert [origin.members for origin in found] == [(0, 1), (2,)]
    assert found[0].links == ()
