"""The measured results as the tables of `evaluation/identity.md`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.bench_figures import Results
from benchmarks.bench_names import MATCHERS, slice_name
from benchmarks.bench_plan import Step
from benchmarks.ranking_cases import GROUPS, PARTS


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _share(value: float | None, digits: int = 3) -> str:
    if value is None:
        return "-"
    said = f"{value:.{digits}f}"
    return said[1:] if said.startswith("0.") else said


def _name(matcher: str) -> str:
    return MATCHERS.get(matcher, matcher)


def _measured(step: Step, results: Results) -> list[tuple[str, Mapping[str, Any]]]:
    """Return who was measured on a step, ours first, with what was measured."""
    asked = ((matcher, results.get(key, {"error": ""})) for key, matcher in step.runs())
    return [(_name(matcher), result) for matcher, result in asked if "error" not in result]


def _unmeasured(step: Step, results: Results) -> str:
    """Return a line for each matcher that ended in an error, and nothing where none did."""
    errors = [(matcher, results[key]["error"]) for key, matcher in step.runs() if "error" in results.get(key, {})]
    return "".join(f"\n\nNot measured: {_name(matcher)} (`{error.replace('`', '')}`)." for matcher, error in errors)


def retrieval_table(step: Step, results: Results) -> str:
    """Return one retrieval task's table: every matcher, ours first, and below it who could not be measured."""
    rows = []
    for name, result in _measured(step, results):
        cost = (f"{result['cpu_ms_per_query']:.2f}", f"{result['build_cpu_s']:.1f}", f"{result['mem_mb']:.0f}")
        rows.append([name, *(_share(result[field]) for field in ("r1", "r10", "mrr")), *cost])
    heads = ("matcher", "found first", "among ten", "MRR", "CPU ms a query", "build CPU s", "memory MB")
    return table(heads, rows) + _unmeasured(step, results)


def linkage_table(step: Step, results: Results) -> str:
    """Return one linkage task's table: every matcher, ours first, and below it who could not be measured."""
    rows = []
    for name, result in _measured(step, results):
        each = result["candidates"] / max(result["left"], 1)
        said = [_share(result[field]) for field in ("cand_recall", "f1", "p", "r", "f1_one2one", "r_at_p99")]
        odds = [_share(result["ece"]), _share(result["log_loss"])]
        rows.append([name, *said, *odds, f"{each:.1f}", f"{result['cpu_s']:.0f}", f"{result['mem_mb']:.0f}"])
    heads = (
        *("matcher", "candidate recall", "F1", "P", "R", "F1 one-to-one", "recall at precision .99"),
        *("ECE", "log loss", "candidates each", "CPU s", "MB"),
    )
    return table(heads, rows) + _unmeasured(step, results)


def single_table(results: Results) -> str:
    """Return what single queries cost us at each size, by the clock, with building, opening and memory."""
    asked = [result for key, result in results.items() if key.startswith("single.") and "error" not in result]
    rows = []
    for result in sorted(asked, key=lambda one: float(one["gallery"])):
        times = (f"{result['p50_ms']:.1f}", f"{result['p95_ms']:.1f}")
        begun = (f"{result['build_cpu_s']:.1f}", f"{result['open_s']:.2f}", f"{result['first_answer_s']:.1f}")
        held = (f"{result['build_mb']:.0f}", f"{result['answer_mb']:.0f}")
        rows.append([f"{result['gallery']:,}", *times, *begun, *held])
    heads = (
        *("names held", "half of queries within ms", "95 in 100 within ms", "build CPU s", "opened in s"),
        *("first answer of a new process in s", "whole process MB, building", "answering"),
    )
    return table(heads, rows)


def slices_table(step: Step, results: Results, *, kind: str) -> str:
    """Return found first per spelling practice (`scheme`) or per what was done to the query (`tag`), ours and peers."""
    asked = [matcher for matcher in (*step.ours, *step.peers) if "slices" in results.get(f"{step.key}|{matcher}", {})]
    slices = {matcher: results[f"{step.key}|{matcher}"]["slices"] for matcher in asked}
    names = sorted({name for one in slices.values() for name in one if name.startswith(f"{kind}=")})
    rows = []
    for name in names:
        number = next(one[name]["n"] for one in slices.values() if name in one)
        shares = [_share(slices[matcher].get(name, {}).get("r1")) for matcher in asked]
        rows.append([slice_name(name), str(number), *shares])
    return table(["", "queries", *map(_name, asked)], rows)


def groups_table(results: Results, matchers: Sequence[str], part: str) -> str:
    """Return the share of our ranking cases put right, per group, for every matcher."""
    asked = [matcher for matcher in matchers if part in results.get(f"ranking|{matcher}", {})]
    rows = [
        [group.replace("_", " "), *(_share(results[f"ranking|{matcher}"][part].get(group)) for matcher in asked)]
        for group in (*GROUPS, "all")
    ]
    return table(["group", *map(_name, asked)], rows)


def cases_table(results: Results, matchers: Sequence[str], field: str) -> str:
    """Return the share of our ranking cases put right, both parts together, per `practice` or `language`."""
    asked = [matcher for matcher in matchers if field in results.get(f"ranking|{matcher}", {})]
    names = dict.fromkeys(name for matcher in asked for name in sorted(results[f"ranking|{matcher}"][field]))
    rows = [
        [name, *(_share(results[f"ranking|{matcher}"][field].get(name)) for matcher in asked)]
        for name in names
        if name != "all"
    ]
    return table([field, *map(_name, asked)], rows)


def pairs_table(results: Results, matchers: Sequence[str]) -> str:
    """Return what was found of 32 and falsely joined of 16, per part, for every matcher."""
    rows = []
    for matcher in matchers:
        result = results.get(f"same_name|{matcher}", {})
        if set(PARTS) <= set(result):
            counts = [f"{result[part]['found']} of 32, {result[part]['false']} of 16" for part in PARTS]
            rows.append([_name(matcher), *counts])
    return table(["rule", "dev: found, false", "kept: found, false"], rows)
