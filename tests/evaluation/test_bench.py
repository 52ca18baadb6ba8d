"""The script that measures, as far as it can be tried without the shared bench and without its half hour."""

import json
from pathlib import Path

import pytest
from benchmarks.ask_cases import ask
from benchmarks.bench_figures import Results, expected, figures
from benchmarks.bench_names import MATCHERS, slice_name
from benchmarks.bench_plan import BATCH, COMPILED, OURS, SIZES, SPLINK, TANTIVY, steps
from benchmarks.bench_runner import BenchMissing, bench_folder, said, words
from benchmarks.identity_bench import NoSuchStep, kept, planned
from benchmarks.threshold_transfer import best_threshold, f1_at


def test_without_the_bench_it_says_where_to_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARADERO_BENCH", str(tmp_path))
    with pytest.raises(BenchMissing, match=r"Put it at \.\./shared/bench/identity or name its folder"):
        bench_folder()


@pytest.mark.parametrize("size", SIZES)
def test_every_matcher_that_is_asked_has_a_name_in_the_report(size: str) -> None:
    asked = {
        matcher
        for step in steps(size)
        for _, matcher in step.runs()
        if step.kind not in {"single", "transfer", "batch"}
    }
    assert asked <= set(MATCHERS)


def test_a_slice_is_called_what_a_reader_calls_it() -> None:
    slices = ("scheme=es", "scheme=uk_kmu", "tag=typo", "scheme=wd_cs", "scheme=new_one")
    assert [slice_name(one) for one in slices] == [
        *("Spanish", "Ukrainian official", "a slip of one letter", "Czech", "new_one"),
    ]


def test_a_size_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="SIZE is small, usual or 1M"):
        steps("huge")


def test_a_million_is_the_usual_and_more() -> None:
    usual, million = (dict(expected(steps(size))) for size in ("usual", "1M"))
    assert usual.items() < million.items()


def test_a_part_is_chosen_by_the_start_of_its_name() -> None:
    chosen = [key for key, _, _ in planned("usual", ["linkage.0.05", "same_name"], compiled=True)]
    assert {key.partition("|")[0] for key in chosen} == {"linkage.0.05", "same_name"}
    assert {step.key for _, step, _ in planned("usual", ["retrieval.10000"], compiled=True)} == {"retrieval.10000"}
    with pytest.raises(NoSuchStep, match="No step of SIZE=usual begins with linkge"):
        planned("usual", ["linkge"], compiled=True)


def test_a_peer_that_could_not_be_installed_is_not_asked() -> None:
    asked = {matcher for _, _, matcher in planned("1M", [], compiled=False)}
    assert not asked & COMPILED
    assert asked < {matcher for _, _, matcher in planned("1M", [], compiled=True)}


def test_a_small_run_leaves_what_was_measured_in_full_alone() -> None:
    """Figures of 2,000 people must not come to stand in the report as those of 20,000."""
    assert kept("usual") == kept("1M") != kept("small")


def test_each_step_is_a_command() -> None:
    by_key = {step.key: step for step in steps("usual")}
    assert words(by_key["tokens"], TANTIVY)[:3] == ["parabench", "tokens", "--queries"]
    assert words(by_key["ranking"], TANTIVY) == ["benchmarks.ask_cases", TANTIVY]
    assert words(by_key["transfer"], OURS) == ["benchmarks.threshold_transfer", "2000"]


def test_a_run_that_fails_says_its_last_word() -> None:
    failed = '{"matcher": "x", "error": 1}'
    assert said(f"noise\n{failed}\n", "Traceback\nKeyError: 'Maurice'\n") == {"error": "KeyError: 'Maurice'"}
    assert said("", "") == {"error": "it printed nothing"}
    assert said('{"r1": 0.5}\n', "a warning") == {"r1": 0.5}


def _printed(key: str) -> dict[str, object]:
    """What a run prints, every field that any of them has."""
    groups = {"all": 0.9, "women": 0.8}
    numbers = dict.fromkeys(("r1", "r10", "cand_recall", "f1", "f1_one2one", "r_at_p99", "ece", "f1_lost"), 0.5)
    costs = dict.fromkeys(("cpu_ms_per_query", "build_cpu_s", "mem_mb", "cpu_s", "open_s", "first_answer_s"), 2.0)
    more = dict.fromkeys(("p50_ms", "p95_ms", "whole_mb", "minutes", "peak_gb"), 3.0)
    batch = {"recall_at_half": 0.9, "precision_at_half": 0.95, "log_loss": 0.2, "candidates": 30, "left": 10}
    if key.startswith("same_name"):
        return {part: {"found": 31, "false": 0} for part in ("dev", "kept")}
    return {**numbers, **costs, **more, **batch, **dict.fromkeys(("dev", "kept", "both"), groups)}


def test_what_is_expected_is_what_is_taken_from_the_runs() -> None:
    """A figure that is expected and never given would be told as missing for ever; one never expected, not at all."""
    results = {key: _printed(key) for step in steps("1M") for key, _ in step.runs()}
    due = {figure for figure in expected(steps("1M")) if not figure.startswith("ranking.")}
    assert {figure for figure in figures(results) if not figure.startswith("ranking.")} == due


def test_figures_are_told_as_they_were_printed_and_beside_the_peer_of_the_same_run() -> None:
    results: Results = {
        f"retrieval.10000|{OURS}:retrieval": {"r1": 0.9, "cpu_ms_per_query": 2.0},
        f"retrieval.10000|{TANTIVY}": {"r1": 0.1, "cpu_ms_per_query": 0.1},
        f"linkage.0.6|{BATCH}": {"log_loss": 0.3, "candidates": 25, "left": 10},
        f"linkage.0.6|{SPLINK}": {"log_loss": 0.24},
        f"linkage.0.05|{OURS}:linkage_rare": {"error": "stopped"},
    }
    assert figures(results) == {
        "retrieval.10000.r1": 0.9,
        "retrieval.10000.cpu_ms_per_query": 2.0,
        "retrieval.10000.cpu_times_tantivy": 20,
        "linkage.0.6.batch.log_loss": 0.3,
        "linkage.0.6.batch.candidates_each": 2.5,
        "linkage.0.6.batch.log_loss_less_splinks": 0.06,
    }


def test_how_far_a_group_is_behind_is_told_for_each_part() -> None:
    shares = {"all": 0.9, "women": 0.85, "turkic": 0.7}
    found = figures({f"ranking|{OURS}:retrieval": dict.fromkeys(("dev", "kept", "both"), shares)})
    assert found["ranking.both.behind"] == 0.2
    assert found["ranking.dev.women"] == 0.85


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
    assert (
        said["dev"]["women"]
        == said["kept"]["all"]
        == said["practice"]["typo"]
        == said["language"]["uk"]
        == said["both"]["all"]
        == 1
    )
    assert set(said) == {"dev", "kept", "both", "practice", "language", "cpu_s"}
    assert "Хоменко" not in json.dumps(said, ensure_ascii=False)
