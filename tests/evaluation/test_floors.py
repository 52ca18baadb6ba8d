"""What was once reached is held: our own cases here, the shared bench by `make bench-identity`."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from benchmarks.adapters import retrieval, same_name
from benchmarks.ask_cases import ask, ask_pairs
from benchmarks.bench_figures import pairs_figures, ranking_figures
from benchmarks.floors import FILE, OF_OUR_OWN, Floor, broken, raised, read_floors

FLOORS = read_floors()
ROOT = FILE.parents[1]


def _earlier_versions() -> Iterator[dict[str, Floor]]:
    git = shutil.which("git")
    if git is None:
        return
    name = FILE.relative_to(ROOT).as_posix()
    said = subprocess.run([git, "log", "--format=%H", "--", name], cwd=ROOT, capture_output=True, text=True, check=True)
    for commit in said.stdout.split():
        shown = subprocess.run([git, "show", f"{commit}:{name}"], cwd=ROOT, capture_output=True, text=True, check=False)
        if shown.returncode == 0:
            yield read_floors(shown.stdout)


def test_every_floor_says_why_it_stands_where_it_does() -> None:
    assert not [floor.figure for floor in FLOORS.values() if len(floor.why.split()) < 3]


def test_no_floor_was_lowered_or_dropped_without_saying_why() -> None:
    """A floor that gives way in silence is no floor. `lowered` holds the reason, in a sentence."""
    loosened = {
        figure
        for earlier in _earlier_versions()
        for figure, floor in earlier.items()
        if figure not in FLOORS or (FLOORS[figure].is_looser_than(floor) and not FLOORS[figure].lowered)
    }
    assert not loosened


@pytest.mark.slow
def test_our_own_cases_keep_to_their_floors() -> None:
    """Both parts are asked; of the kept part only shares are told, so that nobody learns its cases from a failure."""
    figures = ranking_figures(ask(retrieval)) | pairs_figures(ask_pairs(same_name))
    assert not list(broken(figures, FLOORS))
    held = {figure for figure in FLOORS if figure.startswith(OF_OUR_OWN)}
    assert held <= set(figures)


def test_a_broken_floor_is_told_in_a_sentence() -> None:
    floor = Floor(figure="tokens.r1", bound=0.9, is_most=False, why="what was reached in May")
    said = list(broken({"tokens.r1": 0.85, "real.r1": 0.1}, {"tokens.r1": floor}))
    assert said == ["tokens.r1 is 0.85; its floor is at least 0.9 (what was reached in May)"]
    assert not list(broken({"tokens.r1": 0.9}, {"tokens.r1": floor}))


def test_raising_never_lowers_and_leaves_time_alone() -> None:
    share = Floor(figure="a", bound=0.9, is_most=False, why="first")
    time = Floor(figure="c", bound=40, is_most=True, why="first")
    floors = {"a": share, "b": replace(share, figure="b"), "c": time}
    moved = raised({"a": 0.95, "b": 0.85, "c": 3}, floors, margin=0.01, why="measured")
    assert (moved["a"].bound, moved["a"].why) == (0.94, "measured")
    assert (moved["b"], moved["c"]) == (floors["b"], time)


def test_a_floor_has_one_bound() -> None:
    with pytest.raises(ValueError, match=r"tokens\.r1 needs either"):
        read_floors('{"tokens.r1": {"why": "nothing is said"}}')
