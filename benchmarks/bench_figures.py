"""The measured results as figures with names, which floors and goals are put to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from benchmarks.bench_plan import BATCH, OURS, RUN_HERE, SPLINK, TANTIVY, Step
from benchmarks.ranking_cases import GROUPS, PARTS

Results = Mapping[str, Mapping[str, Any]]
"""What each run printed, by `<step>|<matcher>`."""
TOGETHER: Final = (*PARTS, "both")
"""Our own cases are reported by part, and both parts together."""
_SEARCH: Final = ("r1", "r10", "cpu_ms_per_query", "build_cpu_s", "mem_mb")
_PRINTED: Final = {
    "retrieval": _SEARCH,
    "tokens": _SEARCH,
    "real": _SEARCH,
    "single": ("build_cpu_s", "open_s", "first_answer_s", "p50_ms", "p95_ms", "whole_mb"),
    "linkage": ("cand_recall", "f1", "f1_one2one", "r_at_p99", "ece", "log_loss", "cpu_s", "mem_mb"),
    "transfer": ("f1", "f1_lost"),
    "batch": ("minutes", "peak_gb", "recall_at_half", "precision_at_half", "r_at_p99"),
}
"""Which figures of each kind of step are taken over as they were printed."""


def figures(results: Results) -> dict[str, float]:
    """Return our own figures by name, such as `retrieval.10000.r1` or `ranking.dev.women`."""
    found: dict[str, float] = {}
    for key, result in results.items():
        step, _, matcher = key.partition("|")
        if matcher.startswith(RUN_HERE) and "error" not in result:
            found |= _of_one(step, matcher, result)
    return found | _against(results)


def expected(steps: Iterable[Step]) -> dict[str, str]:
    """Return every figure that steps should give, each with the key of the run that it comes from."""
    return {figure: key for step in steps for figure, key in _expected_of(step)}


def _expected_of(step: Step) -> Iterator[tuple[str, str]]:
    for key, matcher in step.runs():
        if not matcher.startswith(RUN_HERE):
            continue
        stem = _stem(step.key, matcher)
        if step.kind == "ranking":
            yield from ((f"ranking.{part}.{name}", key) for part in TOGETHER for name in (*GROUPS, "all", "behind"))
        elif step.kind == "same_name":
            yield from ((f"same_name.{part}.{name}", key) for part in PARTS for name in ("found", "false"))
        else:
            yield from ((f"{stem}.{field}", key) for field in _PRINTED[step.kind])
        if step.kind == "linkage":
            yield from ((f"{stem}.{field}", key) for field in ("candidates_each", "log_loss_less_splinks"))
        if TANTIVY in step.peers and matcher == f"{OURS}:retrieval" and step.kind != "ranking":
            yield f"{stem}.cpu_times_tantivy", key


def _stem(step: str, matcher: str) -> str:
    suffix = ".batch" if matcher == BATCH else ".with_symbols" if matcher.endswith("_with_symbols") else ""
    return f"{step}{suffix}"


def _of_one(step: str, matcher: str, result: Mapping[str, Any]) -> dict[str, float]:
    if step == "ranking":
        return ranking_figures(result)
    if step == "same_name":
        return pairs_figures(result)
    stem = _stem(step, matcher)
    kind = step.partition(".")[0]
    found = {f"{stem}.{field}": result[field] for field in _PRINTED[kind] if result.get(field) is not None}
    if kind == "linkage":
        found[f"{stem}.candidates_each"] = round(result["candidates"] / max(result["left"], 1), 2)
    return found


def ranking_figures(result: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of our cases put right, per part and group, and how far the worst group is behind the whole."""
    parts = [part for part in TOGETHER if part in result]
    found = {f"ranking.{part}.{group}": share for part in parts for group, share in result[part].items()}
    behind = {f"ranking.{part}.behind": result[part]["all"] - min(result[part].values()) for part in parts}
    return {figure: round(share, 4) for figure, share in (found | behind).items()}


def pairs_figures(result: Mapping[str, Any]) -> dict[str, float]:
    """Return how many pairs of 32 were found, and how many of 16 were falsely joined, per part."""
    return {f"same_name.{part}.{name}": result[part][name] for part in PARTS for name in ("found", "false")}


def beside(results: Results, figure: str) -> tuple[float, float] | None:
    """Return what we and the peer measured where a figure compares the two, else or where one is missing `None`.

    The peer of CPU is tantivy and that of log loss is Splink, both of the same run.
    """
    stem, _, what = figure.rpartition(".")
    if what == "cpu_times_tantivy":
        return _both(results, f"{stem}|{OURS}:retrieval", f"{stem}|{TANTIVY}", "cpu_ms_per_query")
    if what == "log_loss_less_splinks":
        step = stem.removesuffix(".batch")
        ours = BATCH if stem.endswith(".batch") else f"{OURS}:linkage{'_rare' if step.endswith('.0.05') else ''}"
        return _both(results, f"{step}|{ours}", f"{step}|{SPLINK}", "log_loss")
    return None


def _both(results: Results, one: str, other: str, field: str) -> tuple[float, float] | None:
    ours, theirs = (results.get(key, {}).get(field) for key in (one, other))
    return None if ours is None or theirs is None else (ours, theirs)


def _against(results: Results) -> dict[str, float]:
    """Return our CPU as so many times tantivy's, and our log loss less Splink's, wherever both were measured."""
    found = {}
    for step in {key.partition("|")[0] for key in results}:
        if pair := beside(results, f"{step}.cpu_times_tantivy"):
            found[f"{step}.cpu_times_tantivy"] = round(pair[0] / max(pair[1], 0.001), 2)
        for stem in (step, f"{step}.batch"):
            if pair := beside(results, f"{stem}.log_loss_less_splinks"):
                found[f"{stem}.log_loss_less_splinks"] = round(pair[0] - pair[1], 4)
    return found
