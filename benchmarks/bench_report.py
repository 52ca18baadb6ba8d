"""Writes `evaluation/identity.md` from its template: the prose is kept there, the figures come from the run."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from benchmarks.bench_figures import Results
from benchmarks.bench_plan import CASES_PEERS, OURS, PAIRS_PEERS, Step, steps
from benchmarks.bench_tables import (
    cases_table,
    floors_table,
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


def write_report(size: str, results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> None:
    """Write the report of one run."""
    REPORT.write_text(filled(TEMPLATE.read_text(encoding="utf-8"), size, results, measured, floors), encoding="utf-8")


def filled(
    template: str, size: str, results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]
) -> str:
    """Return the template with every slot filled; a table that was not measured says so.

    Raises:
        KeyError: If the template names a slot that there is not.
    """
    slots = _slots(size, results) | {"floors": lambda: floors_table(measured, floors), "dates": lambda: _dates(results)}
    return _SLOT.sub(lambda found: slots[found[1]](), template)


def _slots(size: str, results: Results) -> dict[str, Callable[[], str]]:
    ours, pairs = (f"{OURS}:retrieval", *CASES_PEERS), (f"{OURS}:same_name", *PAIRS_PEERS)
    slots: dict[str, Callable[[], str]] = {
        "groups dev": lambda: groups_table(results, ours, "dev"),
        "groups kept": lambda: groups_table(results, ours, "kept"),
        "cases practice": lambda: cases_table(results, ours, "practice"),
        "cases language": lambda: cases_table(results, ours, "language"),
        "pairs": lambda: pairs_table(results, pairs),
        "single": lambda: single_table(results),
        "transfer": lambda: _transfer(results),
    }
    for step in steps("1M" if size == "1M" else "usual"):
        slots |= _of_a_step(step, results)
    slots.setdefault("retrieval.1000000", lambda: NOT_RUN)
    return slots


def _of_a_step(step: Step, results: Results) -> dict[str, Callable[[], str]]:
    if not any(key.startswith(f"{step.key}|") for key in results):
        return dict.fromkeys((step.key, f"{step.key} scheme", f"{step.key} tag"), lambda: NOT_RUN)
    if step.key.startswith("linkage"):
        return {step.key: lambda: linkage_table(step, results)}
    return {
        step.key: lambda: retrieval_table(step, results),
        f"{step.key} scheme": lambda: slices_table(step, results, kind="scheme"),
        f"{step.key} tag": lambda: slices_table(step, results, kind="tag"),
    }


def _dates(results: Results) -> str:
    dates = sorted({result["measured_on"] for result in results.values() if "measured_on" in result})
    return " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "no day"


def _transfer(results: Results) -> str:
    said = results.get(f"transfer|{OURS}", {})
    if "f1_lost" not in said:
        return NOT_RUN
    return (
        f"With {said['people']} people a seed, the threshold that seeds 1 to 5 choose ({said['threshold']:g}) gives "
        f"an F1 of {said['f1']:.3f} on seeds 6 to 9; the best threshold there would give {said['f1_lost']:.4f} more."
    )
