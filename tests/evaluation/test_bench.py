"""The script that measures, as far as it can be tried without the shared bench and without its half hour."""

from pathlib import Path

import pytest
from benchmarks.ask_cases import ask
from benchmarks.bench_figures import figures
from benchmarks.bench_plan import NAMES, OURS, steps
from benchmarks.bench_report import NOT_RUN, TEMPLATE, filled
from benchmarks.floors import Floor, read_floors
from benchmarks.identity_bench import BenchMissing, bench_folder
from benchmarks.threshold_transfer import best_threshold, f1_at

FLOORS = read_floors()
TIMES = {"cpu_ms_per_query": 2.0, "build_cpu_s": 1.0, "mem_mb": 90.0}
SHARES = {"r1": 0.9, "r10": 0.99, "mrr": 0.94}


def test_without_the_bench_it_says_where_to_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARADERO_BENCH", str(tmp_path))
    with pytest.raises(BenchMissing, match=r"Put it at \.\./shared/bench/identity or name its folder"):
        bench_folder()


def test_the_report_fills_every_slot_of_its_template_even_with_nothing_measured() -> None:
    report = filled(TEMPLATE.read_text(encoding="utf-8"), "usual", {}, {}, FLOORS)
    assert "{{" not in report
    assert NOT_RUN in report
    assert "not measured in this run" in report


def test_what_was_measured_stands_in_the_report() -> None:
    slices = {"scheme=es": {"n": 12, "r1": 0.875, "r10": 1.0}}
    results = {
        f"retrieval.10000|{OURS}:retrieval": {**SHARES, **TIMES, "slices": slices, "measured_on": "2026-11-22"},
        "retrieval.10000|peers_retrieval:tantivy_trigram": {**SHARES, **TIMES, "r1": 0.5, "cpu_ms_per_query": 0.1},
    }
    measured = figures(results)
    floor = Floor(figure="retrieval.10000.r1", bound=0.95, is_most=False, why="tried out", goal=0.985)
    report = filled(TEMPLATE.read_text(encoding="utf-8"), "usual", results, measured, {floor.figure: floor})
    assert "| **ours** | .900 | .990 | .940 | 2.00 | 1.0 | 90 |" in report
    assert "| es | 12 | .875 |" in report
    assert measured["retrieval.10000.cpu_times_tantivy"] == 20
    assert "| `retrieval.10000.r1` | 0.9 | at least 0.95 | 0.985 | **broken** |" in report


@pytest.mark.parametrize("size", ["small", "usual", "1M"])
def test_every_matcher_that_is_asked_has_a_name_in_the_report(size: str) -> None:
    assert {matcher for step in steps(size) for matcher in (*step.ours, *step.peers)} <= set(NAMES)


def test_a_size_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="SIZE is small, usual or 1M"):
        steps("huge")


def test_equals_stand_or_fall_together_at_a_threshold() -> None:
    scored = [(0.9, True), (0.8, True), (0.8, False), (0.3, False)]
    assert best_threshold(scored, 2) == 0.8
    assert f1_at(0.8, scored, 2) == pytest.approx(0.8)
    assert best_threshold([(0.9, True), (0.8, False), (0.8, False), (0.8, False)], 1) == 0.9
    assert f1_at(0.95, scored, 2) == 0


class _LastFirst:
    """Finds whoever stands last in the gallery, which is where the right answer is put."""

    def __init__(self, gallery: list[str]) -> None:
        self._last = len(gallery) - 1

    def search(self, queries: list[str], k: int) -> list[list[int]]:
        return [list(range(self._last, self._last - k, -1)) for _ in queries]


def test_a_matcher_is_asked_of_every_group_and_told_in_shares_alone() -> None:
    said = ask(_LastFirst)
    assert said["dev"]["women"] == said["kept"]["all"] == said["practice"]["typo"] == said["language"]["uk"] == 1
    assert set(said) == {"dev", "kept", "practice", "language", "cpu_s"}
