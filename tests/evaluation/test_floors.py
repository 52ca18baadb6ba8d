"""What was once reached is held: our own cases here, some of the shared bench, the rest by `make bench-identity`."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from itertools import pairwise

import pytest
from benchmarks.adapters import retrieval, same_name
from benchmarks.ask_cases import ask, ask_pairs
from benchmarks.bench_figures import expected, figures, pairs_figures, ranking_figures
from benchmarks.bench_plan import OURS, Step, steps
from benchmarks.bench_runner import BenchMissing, Runner, bench_folder
from benchmarks.evidence_bench import named
from benchmarks.floors import FILE, OF_OUR_OWN, Floor, broken, read_floors
from benchmarks.origin_figures import Figures
from benchmarks.reading_goals import expected as of_reading_bench

FLOORS = read_floors()
ROOT = FILE.parents[1]
BY_KEY = {step.key: step for step in steps("usual")}


def versions() -> list[dict[str, Floor]]:
    """The floors as they are and as each commit had them, the newest first."""
    git = shutil.which("git")
    assert git, "without git nobody can tell whether a floor was lowered"
    shallow = subprocess.run(
        [git, "rev-parse", "--is-shallow-repository"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shallow.stdout.strip() == "false", "this is a clone without its history: git fetch --unshallow"
    name = FILE.relative_to(ROOT).as_posix()
    said = subprocess.run([git, "log", "--format=%H", "--", name], cwd=ROOT, capture_output=True, text=True, check=True)
    shown = [
        subprocess.run([git, "show", f"{commit}:{name}"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for commit in said.stdout.split()
    ]
    return [FLOORS, *map(read_floors, shown)]


def given_way(newer: Mapping[str, Floor], older: Mapping[str, Floor]) -> set[str]:
    """The figures whose floor is looser than before, or gone, or whose goal is, with no new reason."""
    return {
        figure
        for figure, before in older.items()
        if figure not in newer
        or newer[figure].asks_less_than(before)
        or (newer[figure].is_looser_than(before) and newer[figure].lowered in {None, before.lowered})
    }


def test_every_floor_says_why_it_stands_where_it_does() -> None:
    assert not [floor.figure for floor in FLOORS.values() if len(floor.why.split()) < 3]


def test_what_is_asked_is_said_in_words() -> None:
    assert not [floor.figure for floor in FLOORS.values() if (floor.goal is None) != (floor.asked is None)]


def test_no_floor_was_lowered_or_dropped_without_saying_why() -> None:
    """A floor that gives way in silence is no floor. `lowered` holds the reason, a new one each time."""
    history = versions()
    assert len(history) > 1
    assert not set().union(*(given_way(newer, older) for newer, older in pairwise(history)))


def test_every_floor_is_under_a_figure_that_some_run_gives() -> None:
    """A floor under a misspelt figure holds nothing and never breaks."""
    assert not set(FLOORS) - set(expected(steps("1M"))) - set(of_reading_bench()) - set(named(Figures()))


@pytest.mark.slow
def test_our_own_cases_keep_to_their_floors() -> None:
    """Both parts are asked; of the kept part only shares are told, so that nobody learns its cases from a failure."""
    measured = ranking_figures(ask(retrieval)) | pairs_figures(ask_pairs(same_name))
    due = {figure for figure in FLOORS if figure.startswith(OF_OUR_OWN)}
    assert len(due) > 30
    assert not list(broken(measured, FLOORS, due=due))


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("key", ["retrieval.10000", "tokens", "real"])
def test_the_shared_bench_keeps_to_its_floors(key: str) -> None:
    """What can be measured in seconds; time and memory are left to a machine that does nothing else."""
    try:
        bench = bench_folder()
    except BenchMissing:
        pytest.skip("../shared/bench/identity is not here")
    matcher = f"{OURS}:retrieval"
    step = Step(key=key, arguments=BY_KEY[key].arguments, ours=(matcher,))
    result = Runner(bench, peers=FILE).run(step, matcher)
    assert "error" not in result, result
    accuracy = {
        name: value for name, value in figures({f"{key}|{matcher}": result}).items() if name.endswith((".r1", ".r10"))
    }
    assert not list(broken(accuracy, FLOORS, due={f"{key}.r1", f"{key}.r10"}))


def floor(bound: float, *, is_most: bool = False, goal: float | None = None, lowered: str | None = None) -> Floor:
    return Floor(
        figure="tokens.r1", bound=bound, is_most=is_most, why="what was reached in May", goal=goal, lowered=lowered
    )


def test_a_broken_floor_is_told_in_a_sentence() -> None:
    said = list(broken({"tokens.r1": 0.85, "real.r1": 0.1}, {"tokens.r1": floor(0.9)}))
    assert said == ["tokens.r1 is 0.85; its floor is at least 0.9 (what was reached in May)"]
    assert not list(broken({"tokens.r1": 0.9}, {"tokens.r1": floor(0.9)}))


def test_a_figure_that_was_due_and_is_missing_is_a_broken_floor() -> None:
    """A matcher that ends in an error must not pass for one that holds."""
    floors = {"tokens.r1": floor(0.9)}
    assert list(broken({}, floors, due={"tokens.r1"})) == [
        "tokens.r1 has the floor at least 0.9: it was to be measured and was not"
    ]
    assert list(broken({}, floors, due={"tokens.r1": "the run was stopped", "real.r1": "as well"})) == [
        "tokens.r1 has the floor at least 0.9: the run was stopped"
    ]
    assert not list(broken({}, floors, due={"real.r1"}))


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({}, floor(0.9)),
        (floor(0.8), floor(0.9)),
        (floor(0.8, lowered="a cause"), floor(0.9, lowered="a cause")),
        (floor(0.95, is_most=True), floor(0.9)),
        (floor(0.1), floor(0.9, is_most=True)),
        (floor(0.9, goal=0.91), floor(0.9, goal=0.92)),
        (floor(0.9), floor(0.9, goal=0.92)),
        (floor(0.8, goal=0.91, lowered="a cause"), floor(0.9, goal=0.92)),
    ],
)
def test_a_floor_or_a_goal_that_gives_way_is_seen(newer: Floor | dict[str, Floor], older: Floor) -> None:
    """An old reason excuses nothing new, and neither does turning the floor around; a goal is not ours to move."""
    now = {"tokens.r1": newer} if isinstance(newer, Floor) else newer
    assert given_way(now, {"tokens.r1": older}) == {"tokens.r1"}


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (floor(0.95), floor(0.9)),
        (floor(0.8, lowered="a cause"), floor(0.9)),
        (floor(0.8, lowered="another cause"), floor(0.9, lowered="a cause")),
        (floor(0.9, goal=0.93), floor(0.9, goal=0.92)),
        (floor(1.0, is_most=True), floor(1.2, is_most=True)),
    ],
)
def test_a_floor_may_rise_and_may_be_lowered_for_a_reason(newer: Floor, older: Floor) -> None:
    assert not given_way({"tokens.r1": newer}, {"tokens.r1": older})


def test_a_floor_has_one_bound() -> None:
    with pytest.raises(ValueError, match=r"tokens\.r1 needs either"):
        read_floors(json.dumps({"tokens.r1": {"why": "nothing is said"}}))
