"""Writes `evaluation/identity.md` from its template: the prose is kept there, the figures come from the run."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.bench_figures import TOGETHER, Results
from benchmarks.bench_goals import asked_table, counted, floors_table
from benchmarks.bench_plan import CASES_PEERS, OURS, PAIRS_PEERS, Step, steps
from benchmarks.bench_tables import (
    cases_table,
    groups_table,
    linkage_table,
    pairs_table,
    retrieval_table,
    single_table,
    slices_table,
)
from benchmarks.floors import Floor

EVALUATION: Final = Path(__file__).resolve().parents[1] / "evaluation"
TEMPLATE: Final = EVALUATION / "identity.template.md"
REPORT: Final = EVALUATION / "identity.md"
NOT_RUN: Final = "Not measured in this run."
_SLOT = re.compile(r"\{\{ ([a-z0-9_. ]+) \}\}")


def write_report(results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> None:
    """Write the report of what is measured."""
    REPORT.write_text(filled(TEMPLATE.read_text(encoding="utf-8"), results, measured, floors), encoding="utf-8")


def filled(template: str, results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return the template with every slot filled; a table that was not measured says so.

    Raises:
        KeyError: If the template names a slot that there is not.
    """
    slots = _slots(results) | {
        "asked": lambda: asked_table(results, measured, floors),
        "counted": lambda: counted(measured, floors),
        "floors": lambda: floors_table(measured, floors),
    }
    return _SLOT.sub(lambda found: slots[found[1]](), template)


def _slots(results: Results) -> dict[str, Callable[[], str]]:
    ours, pairs = (f"{OURS}:retrieval", *CASES_PEERS), (f"{OURS}:same_name", *PAIRS_PEERS)
    slots: dict[str, Callable[[], str]] = {
        **{f"groups {part}": lambda part=part: groups_table(results, ours, part) for part in TOGETHER},  # type: ignore[misc]
        "cases practice": lambda: cases_table(results, ours, "practice"),
        "cases language": lambda: cases_table(results, ours, "language"),
        "pairs": lambda: pairs_table(results, pairs),
        "single": lambda: single_table(results),
        "transfer": lambda: _transfer(results),
        "batch": lambda: _batch(results),
        "dates": lambda: _dates(results),
        "minutes": lambda: _minutes(results),
    }
    for step in steps("1M"):
        if step.kind in {"retrieval", "tokens", "real", "linkage"}:
            slots |= _of_a_step(step, results)
    return slots


def _of_a_step(step: Step, results: Results) -> dict[str, Callable[[], str]]:
    if not any(key in results for key, _ in step.runs()):
        return dict.fromkeys((step.key, f"{step.key} scheme", f"{step.key} tag"), lambda: NOT_RUN)
    if step.kind == "linkage":
        return {step.key: lambda: linkage_table(step, results)}
    return {
        step.key: lambda: retrieval_table(step, results),
        f"{step.key} scheme": lambda: slices_table(step, results, kind="scheme"),
        f"{step.key} tag": lambda: slices_table(step, results, kind="tag"),
    }


def _dates(results: Results) -> str:
    days = sorted({date.fromisoformat(result["measured_on"]) for result in results.values() if "measured_on" in result})
    if not days:
        return "on no day"
    said = [f"{day:%-d %B %Y}" for day in dict.fromkeys((days[0], days[-1]))]
    code = list(dict.fromkeys(result["code"] for result in results.values() if "code" in result))
    return f"on {' to '.join(said)}" + (f" at commit {', '.join(code)}" if code else "")


def _minutes(results: Results) -> str:
    """Return how long the runs took, those of a million apart."""
    usual = {key for step in steps("usual") for key, _ in step.runs()}
    taken: list[float] = [0.0, 0.0]
    for key, result in results.items():
        taken[key not in usual] += result.get("seconds_in_all", 0.0) / 60
    return f"{taken[0]:.0f} minutes" + (f", and {taken[1]:.0f} for a million" if taken[1] else "")


def _transfer(results: Results) -> str:
    said = results.get(f"transfer|{OURS}", {})
    if "f1_lost" not in said:
        return NOT_RUN
    return (
        f"With {said['people']} people a seed, the threshold that seeds 1 to 5 choose ({said['threshold']:g}) gives "
        f"an F1 of {said['f1']:.3f} on seeds 6 to 9; the best threshold there would give {said['f1_lost']:.4f} more."
    )


def _batch(results: Results) -> str:
    said = results.get(f"batch.1000000|{OURS}", {})
    if "minutes" not in said:
        return f"{NOT_RUN} `make bench-identity SIZE=1M ONLY=batch` measures it."
    return (
        f"{said['left']:,} records against {said['right']:,}, with {said['truth']:,} true pairs: {said['minutes']:.1f} "
        f"minutes by the clock ({said['cpu_minutes']:.1f} of CPU on {said['threads']} threads), at most "
        f"{said['peak_gb']:.1f} GB of memory. {said['links']:,} links of probability one half or more: "
        f"{said['precision_at_half']:.4f} of them are true; {said['recall_at_half']:.4f} of the true pairs are found."
    )
