"""The two tables of `evaluation/identity.md` that judge: what was asked and is met, and what may not get worse."""

from collections.abc import Mapping

from benchmarks.bench_figures import Results, beside, expected
from benchmarks.bench_plan import OURS, steps
from benchmarks.bench_tables import table
from benchmarks.floors import Floor

PEER: Mapping[str, tuple[str, str]] = {
    "cpu_times_tantivy": ("tantivy", " ms"),
    "log_loss_less_splinks": ("Splink", ""),
}
"""Whom a figure compares us with, and in what unit."""


def number(value: float) -> str:
    """Return a figure in four digits, a share without its nought."""
    said = f"{value:.4g}"
    return said.replace("0.", ".", 1) if said.startswith(("0.", "-0.")) else said


def asked_table(results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return everything that was asked for, what was measured, and whether that is enough."""
    comes_from = expected(steps("1M"))
    rows = []
    for figure, floor in floors.items():
        if floor.goal is None:
            continue
        value = measured.get(figure)
        sign = {(True, True): "<", (True, False): "≤", (False, True): ">", (False, False): "≥"}[
            (floor.is_most, floor.is_strict)
        ]
        said = _absent(results, comes_from.get(figure, "")) if value is None else _said(results, figure, value)
        met = "-" if value is None else "met" if floor.is_met(value) else "**not\u00a0met**"
        rows.append([floor.asked or f"`{figure}`", f"{sign}\u00a0{number(floor.goal)}", said, met])
    return table(["asked", "goal", "measured", ""], rows)


def counted(measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return in a sentence how much of what was asked for is met."""
    asked = [floor for floor in floors.values() if floor.goal is not None]
    found = [floor.is_met(measured[floor.figure]) for floor in asked if floor.figure in measured]
    missing = f", {len(asked) - len(found)} not measured" if len(asked) > len(found) else ""
    return f"Of {len(asked)} figures asked for, {sum(found)} are met, {len(found) - sum(found)} are not{missing}."


def _said(results: Results, figure: str, value: float) -> str:
    if figure.endswith(".behind") and value:
        return f"{number(value)} ({_last_group(results, figure)})"
    pair = beside(results, figure)
    if pair is None:
        return number(value)
    who, unit = PEER[figure.rpartition(".")[2]]
    return f"{number(value)} (ours {number(pair[0])}{unit}, {who} {number(pair[1])}{unit})"


def _last_group(results: Results, figure: str) -> str:
    shares: Mapping[str, float] = results[f"ranking|{OURS}:retrieval"][figure.split(".")[1]]
    return ", ".join(group.replace("_", " ") for group in shares if shares[group] == min(shares.values()))


def _absent(results: Results, key: str) -> str:
    if "error" in results.get(key, {}):
        return f"could not be measured: `{results[key]['error'].replace('`', '').replace('|', '/')}`"
    step = key.partition("|")[0]
    size = " (`SIZE=1M`)" if step not in {one.key for one in steps("usual")} else ""
    return f"not measured in this run{size}"


def floors_table(measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return every floor, what was measured over it, and why it stands where it does."""
    rows = []
    for figure, floor in floors.items():
        value = measured.get(figure)
        holds = "-" if value is None else "holds" if floor.holds(value) else "**broken**"
        rows.append([f"`{figure}`", "-" if value is None else number(value), floor.sentence, holds, floor.why])
    return table(["figure", "measured", "floor", "", "why it stands there"], rows)
