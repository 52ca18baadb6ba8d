"""The page of what was measured: filled from its template, the asked figures first."""

from benchmarks.bench_figures import Results, figures
from benchmarks.bench_goals import asked_table, counted, floors_table, number
from benchmarks.bench_plan import OURS, SPLINK, TANTIVY
from benchmarks.bench_report import NOT_RUN, TEMPLATE, filled
from benchmarks.floors import Floor, of_identity, read_floors

FLOORS = of_identity(read_floors())
PAGE = TEMPLATE.read_text(encoding="utf-8")
TIMES = {"cpu_ms_per_query": 2.0, "build_cpu_s": 1.0, "mem_mb": 90.0}
SHARES = {"r1": 0.9, "r10": 0.99, "mrr": 0.94}
SLICES = {"scheme=es": {"n": 12, "r1": 0.875, "r10": 1.0}}
RESULTS: Results = {
    f"retrieval.10000|{OURS}:retrieval": {
        **SHARES,
        **TIMES,
        "slices": SLICES,
        "measured_on": "2026-11-22",
        "code": "ab1",
    },
    f"retrieval.10000|{TANTIVY}": {**SHARES, **TIMES, "r1": 0.5, "cpu_ms_per_query": 0.1},
    f"real|{OURS}:retrieval_with_symbols": {"error": "no `retrieval_with_symbols` | here"},
}


def floor(figure: str, goal: float, *, is_most: bool = False, is_strict: bool = False) -> Floor:
    asked = f"what {figure} is"
    return Floor(
        figure=figure, bound=0.95, is_most=is_most, why="tried out", goal=goal, is_strict=is_strict, asked=asked
    )


def test_the_report_fills_every_slot_of_its_template_even_with_nothing_measured() -> None:
    report = filled(PAGE, {}, {}, FLOORS)
    assert "{{" not in report
    assert NOT_RUN in report
    assert "| found first among 10,000 | ≥ .985 | not measured in this run | - |" in report
    assert "| found first among 1,000,000 | ≥ .9 | not measured in this run (`SIZE=1M`) | - |" in report


def test_what_was_measured_stands_in_the_report() -> None:
    report = filled(PAGE, RESULTS, figures(RESULTS), FLOORS)
    assert "Measured on 22 November 2026 at commit ab1 on a machine" in report
    assert "| **ours** | .900 | .990 | .940 | 2.00 | 1.0 | 90 |" in report
    assert "| Spanish | 12 | .875 |" in report
    assert "| found first among 10,000 | ≥ .985 | .9 | **not met** |" in report


def test_the_asked_figures_stand_before_any_other_table() -> None:
    assert PAGE.index("{{ asked }}") < min(PAGE.index(f"{{{{ {slot} }}}}") for slot in ("retrieval.10000", "floors"))


def test_whoever_could_not_be_measured_is_told_below_the_table() -> None:
    report = filled(PAGE, RESULTS, figures(RESULTS), FLOORS)
    assert "Not measured: **ours**, with `[symbols]` (`no retrieval_with_symbols | here`)." in report
    assert "| could not be measured: `no retrieval_with_symbols / here` | - |" in report


def test_a_goal_is_met_or_not_and_a_strict_one_is_not_met_by_itself() -> None:
    floors = {
        "tokens.r1": floor("tokens.r1", 0.9),
        "single.1000000.open_s": floor("single.1000000.open_s", 1, is_most=True, is_strict=True),
        "tokens.r10": Floor(figure="tokens.r10", bound=0.5, is_most=False, why="nothing was asked"),
    }
    table = asked_table({}, {"tokens.r1": 0.9, "single.1000000.open_s": 1, "tokens.r10": 0.9}, floors).splitlines()
    assert table[2:] == [
        "| what tokens.r1 is | ≥ .9 | .9 | met |",
        "| what single.1000000.open_s is | < 1 | 1 | **not met** |",
    ]


def test_where_a_goal_is_a_comparison_both_figures_are_shown() -> None:
    loss = {
        f"linkage.0.6|{OURS}:linkage": {"log_loss": 0.08, "candidates": 1, "left": 1},
        f"linkage.0.6|{SPLINK}": {"log_loss": 0.3},
    }
    asked = {one: FLOORS[one] for one in ("linkage.0.6.log_loss_less_splinks",)}
    assert "| -.22 (ours .08, Splink .3) | met |" in asked_table(loss, figures(loss), asked)
    times = floor("retrieval.10000.cpu_times_tantivy", 1.25, is_most=True)
    said = asked_table(RESULTS, figures(RESULTS), {times.figure: times})
    assert "| ≤ 1.25 | 20 (ours 2 ms, tantivy .1 ms) | **not met** |" in said


def test_the_group_that_is_furthest_behind_is_named() -> None:
    said = {"all": 0.9, "women": 0.9, "buryat_kalmyk": 0.8}
    results = {f"ranking|{OURS}:retrieval": dict.fromkeys(("dev", "kept", "both"), said)}
    behind = {one: FLOORS[one] for one in ("ranking.dev.behind",)}
    assert "| .1 (buryat kalmyk) | **not\u00a0met** |" in asked_table(results, figures(results), behind)


def test_what_is_met_is_counted() -> None:
    floors = {one: floor(one, 0.9) for one in ("a.r1", "b.r1", "c.r1")}
    said = "Of 3 figures asked for, 1 are met, 1 are not, 1 not measured."
    assert counted({"a.r1": 0.95, "b.r1": 0.5}, floors) == said


def test_a_broken_floor_is_seen() -> None:
    table = floors_table({"tokens.r1": 0.9}, {"tokens.r1": floor("tokens.r1", 0.92)})
    assert "| `tokens.r1` | .9 | at least 0.95 | **broken** | tried out |" in table


def test_a_share_is_written_without_its_nought() -> None:
    assert [number(value) for value in (0.955, -0.157, 0.0, 1, 12.5, 231.44)] == [
        ".955",
        "-.157",
        "0",
        "1",
        "12.5",
        "231.4",
    ]
