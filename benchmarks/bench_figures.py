"""The measured results as figures with names, which floors are put under."""

from collections.abc import Mapping
from typing import Any, Final

from benchmarks.bench_plan import BATCH, OURS, RUN_HERE
from benchmarks.ranking_cases import PARTS

Results = Mapping[str, Mapping[str, Any]]
"""What each run printed, by `<step>|<matcher>`."""
_OF_A_STEP: Final = {
    "retrieval": ("r1", "r10", "cpu_ms_per_query", "build_cpu_s", "mem_mb"),
    "single": ("build_cpu_s", "open_s", "p50_ms", "p95_ms", "whole_mb"),
    "linkage": ("cand_recall", "f1", "f1_one2one", "r_at_p99", "ece", "log_loss", "cpu_s", "mem_mb"),
}


def figures(results: Results) -> dict[str, float]:
    """Return our own figures by name, such as `retrieval.10000.r1` or `ranking.dev.women`."""
    found: dict[str, float] = {}
    for key, result in results.items():
        step, _, matcher = key.partition("|")
        if not matcher.startswith(RUN_HERE) or "error" in result:
            continue
        suffix = ".batch" if matcher == BATCH else ".with_symbols" if matcher.endswith("_with_symbols") else ""
        kind, _, _ = step.partition(".")
        for field in _OF_A_STEP.get(kind, _OF_A_STEP["retrieval"]):
            if result.get(field) is not None:
                found[f"{step}{suffix}.{field}"] = result[field]
        if step == "ranking":
            found |= ranking_figures(result)
        if step == "same_name":
            found |= pairs_figures(result)
        if step == "transfer":
            found |= {"transfer.f1": result["f1"], "transfer.f1_lost": result["f1_lost"]}
    return found | _against_tantivy(results) | _against_splink(results)


def ranking_figures(result: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of our cases put right, per part and group, and how far the worst group is behind the whole."""
    found = {f"ranking.{part}.{group}": share for part in PARTS for group, share in result[part].items()}
    behind = {f"ranking.{part}.behind": result[part]["all"] - min(result[part].values()) for part in PARTS}
    return {figure: round(share, 4) for figure, share in (found | behind).items()}


def pairs_figures(result: Mapping[str, Any]) -> dict[str, float]:
    """Return how many pairs of 32 were found, and how many of 16 were falsely joined, per part."""
    return {f"same_name.{part}.{name}": count for part in PARTS for name, count in result[part].items()}


def _against_tantivy(results: Results) -> dict[str, float]:
    found = {}
    for key, result in results.items():
        step, _, matcher = key.partition("|")
        ours = results.get(f"{step}|{OURS}:retrieval", {})
        if matcher == "peers_retrieval:tantivy_trigram" and "cpu_ms_per_query" in ours and "cpu_ms_per_query" in result:
            times = ours["cpu_ms_per_query"] / max(result["cpu_ms_per_query"], 0.001)
            found[f"{step}.cpu_times_tantivy"] = round(times, 2)
    return found


def _against_splink(results: Results) -> dict[str, float]:
    """Return how our log loss compares, where Splink's weights were turned into probabilities."""
    found = {}
    for overlap, ours in (("0.6", "linkage"), ("0.05", "linkage_rare")):
        one = results.get(f"linkage.{overlap}|{OURS}:{ours}", {}).get("log_loss")
        other = results.get(f"linkage.{overlap}|benchmarks.splink_probabilities:splink_keys", {}).get("log_loss")
        if one is not None and other is not None:
            found[f"linkage.{overlap}.log_loss_less_splinks"] = round(one - other, 4)
    return found
