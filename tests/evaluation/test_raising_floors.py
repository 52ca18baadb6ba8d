"""How `RAISE=1` draws floors up: by one rule, and never down."""

from pathlib import Path

import pytest
from benchmarks import floors as module
from benchmarks.floors import Floor, raised, read_floors, write_floors
from hypothesis import given, strategies as st

DAY = "22 November 2026"


def moved(figure: str, measured: float, bound: float, *, is_most: bool, goal: float | None = None) -> Floor:
    before = Floor(figure=figure, bound=bound, is_most=is_most, why="first", goal=goal)
    return raised({figure: measured}, {figure: before}, on=DAY)[figure]


@pytest.mark.parametrize(
    ("figure", "measured", "bound", "is_most", "goal", "after"),
    [
        ("tokens.r1", 0.934, 0.876, False, 0.92, 0.929),  # a share, less .005
        ("tokens.r1", 0.923, 0.876, False, 0.92, 0.92),  # the goal is met, and stricter
        ("tokens.r1", 0.915, 0.876, False, 0.92, 0.91),  # the goal is not met
        ("linkage.0.6.ece", 0.005, 0.03, True, 0.03, 0.01),
        ("linkage.0.6.ece", 0.0273, 0.06, True, 0.03, 0.03),
        ("retrieval.100000.cpu_ms_per_query", 0.8, 60, True, 1, 1),  # half more is beyond the goal
        ("retrieval.100000.cpu_ms_per_query", 0.5, 60, True, 1, 0.75),
        ("single.1000000.open_s", 0.01, 10, True, 1, 0.06),  # a moment is given what any machine needs
        ("single.1000000.whole_mb", 400, 6000, True, 600, 480),
        ("retrieval.100000.cpu_times_tantivy", 0.8, 150, True, 1.25, 1),
        ("same_name.dev.found", 32, 31, False, 31, 32),
        ("same_name.dev.false", 0, 1, True, 1, 0),
        ("linkage.0.6.log_loss_less_splinks", -0.2, 0.1, True, 0, 0),  # held at the goal and no closer
        ("ranking.dev.behind", 0.02, 0.25, True, 0.03, 0.03),
    ],
)
def test_each_kind_of_figure_is_given_its_own_leeway(
    figure: str, measured: float, bound: float, *, is_most: bool, goal: float, after: float
) -> None:
    floor = moved(figure, measured, bound, is_most=is_most, goal=goal)
    assert floor.bound == pytest.approx(after)
    assert f"{measured:g}" in floor.why
    assert DAY in floor.why


@given(
    figure=st.sampled_from(["a.r1", "a.ece", "a.p95_ms", "a.whole_mb", "a.found", "a.log_loss_less_splinks"]),
    measured=st.floats(0, 100),
    bound=st.floats(0, 100),
    is_most=st.booleans(),
    goal=st.none() | st.floats(0, 100),
)
def test_raising_never_makes_a_floor_looser(
    figure: str, measured: float, bound: float, *, is_most: bool, goal: float | None
) -> None:
    before = Floor(figure=figure, bound=bound, is_most=is_most, why="first", goal=goal)
    after = raised({figure: measured}, {figure: before}, on=DAY)[figure]
    assert not after.is_looser_than(before)
    assert (after == before) == (after.bound == before.bound)
    assert after.bound == before.bound or after.holds(measured)


def test_a_comparison_that_misses_its_goal_is_left_where_it_is() -> None:
    """Were it drawn up, a group would break its floor by standing still while others get better."""
    assert moved("ranking.dev.behind", 0.15, 0.25, is_most=True, goal=0.03).bound == 0.25


def test_a_floor_whose_figure_was_not_measured_stays() -> None:
    floors = {"a.r1": Floor(figure="a.r1", bound=0.5, is_most=False, why="first")}
    assert raised({"b.r1": 0.9}, floors, on=DAY) == floors


def test_floors_are_written_as_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = read_floors()
    monkeypatch.setattr(module, "FILE", tmp_path / "floors.json")
    write_floors(floors)
    assert read_floors((tmp_path / "floors.json").read_text(encoding="utf-8")) == floors
