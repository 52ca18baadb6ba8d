"""The floors under what was measured: read, held against figures, and raised; nothing here loosens one.

`evaluation/floors.json` has an entry for each figure: `least` or `most` may be measured, and `why` the floor stands
where it does. Where something was asked for, `asked` says what in words and `goal` how much (`strict`: the goal itself
is not enough). A floor that is looser than it once was says in `lowered` why that was right.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).resolve().parents[1] / "evaluation" / "floors.json"
OF_OUR_OWN: Final = ("ranking.", "same_name.")
"""Figures of our own cases, which need no bench beside the project, so CI always takes them."""
READING: Final = "reading."
"""How the figures of `make bench-reading` begin; all others are `make bench-identity`'s."""
EVIDENCE: Final = "evidence."
"""How the figures of `make bench-evidence` begin."""
SMALL_LEEWAY: Final = 0.02
"""What a share of the small part that CI reads is given: one case of fifty."""
LEEWAY: Final = 0.005
"""What a share or an error of probabilities is given: more than another version of a library moves it."""
TIMES: Final = {
    **dict.fromkeys(("cpu_ms_per_query", "build_cpu_s", "cpu_s", "open_s", "p50_ms", "p95_ms", "minutes"), 1.5),
    **dict.fromkeys(("cpu_ms_per_report", "first_reading_s"), 1.5),
    **dict.fromkeys(("mem_mb", "whole_mb", "peak_gb", "peak_mb", "models_mb", "candidates_each"), 1.2),
    "cpu_times_tantivy": 1.25,
}
"""What a cost may grow to, as so many times what was measured: time by half, memory and candidates by a fifth."""
ANYWAY: Final = 0.05
"""What a cost may grow by however small it is, in its own unit."""
COUNTS: Final = frozenset({"found", "false", "wrong"})
"""Counts are held as they are."""
AT_THE_GOAL: Final = frozenset({"log_loss_less_splinks", "behind"})
"""Held at the goal once it is met, and no closer: a peer draws its training at random, and a group falls behind when
others get better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least a figure may be, or the most, and what was asked for."""

    figure: str
    bound: float
    is_most: bool
    why: str
    goal: float | None = None
    is_strict: bool = False
    asked: str | None = None
    lowered: str | None = None

    def holds(self, measured: float) -> bool:
        """Tell whether a figure keeps to the floor."""
        return measured <= self.bound if self.is_most else measured >= self.bound

    def is_met(self, measured: float) -> bool:
        """Tell whether a figure is what was asked for; where nothing was asked, anything is."""
        if self.goal is None:
            return True
        if measured == self.goal:
            return not self.is_strict
        return measured < self.goal if self.is_most else measured > self.goal

    def is_looser_than(self, other: "Floor") -> bool:
        """Tell whether this floor lets anything through that another of the same figure holds up."""
        if self.is_most != other.is_most:
            return True
        return self.bound > other.bound if self.is_most else self.bound < other.bound

    def asks_less_than(self, other: "Floor") -> bool:
        """Tell whether less is asked for here than in another floor of the same figure."""
        if self.goal is None or other.goal is None:
            return other.goal is not None
        if self.is_most != other.is_most or (other.is_strict and not self.is_strict):
            return True
        return self.goal > other.goal if self.is_most else self.goal < other.goal

    @property
    def sentence(self) -> str:
        """Return the bound in words."""
        return f"at {'most' if self.is_most else 'least'} {self.bound:g}"


def read_floors(text: str | None = None) -> dict[str, Floor]:
    """Return the floors by figure, from the file or from its text at another time."""
    table = json.loads(FILE.read_text(encoding="utf-8") if text is None else text)
    return {figure: _floor(figure, entry) for figure, entry in table.items()}


def of_reading(floors: Mapping[str, Floor]) -> dict[str, Floor]:
    """Return the floors of `make bench-reading`."""
    return {figure: floor for figure, floor in floors.items() if figure.startswith(READING)}


def of_identity(floors: Mapping[str, Floor]) -> dict[str, Floor]:
    """Return the floors of `make bench-identity`."""
    return {figure: floor for figure, floor in floors.items() if not figure.startswith((READING, EVIDENCE))}


def of_evidence(floors: Mapping[str, Floor]) -> dict[str, Floor]:
    """Return the floors of `make bench-evidence`."""
    return {figure: floor for figure, floor in floors.items() if figure.startswith(EVIDENCE)}


def _floor(figure: str, entry: Mapping[str, Any]) -> Floor:
    if ("least" in entry) == ("most" in entry):
        raise ValueError(f"The floor of {figure} needs either `least` or `most` in {FILE.name}.")
    is_most = "most" in entry
    return Floor(
        figure=figure,
        bound=entry["most" if is_most else "least"],
        is_most=is_most,
        why=entry.get("why", ""),
        goal=entry.get("goal"),
        is_strict=entry.get("strict", False),
        asked=entry.get("asked"),
        lowered=entry.get("lowered"),
    )


def broken(
    figures: Mapping[str, float], floors: Mapping[str, Floor], *, due: Collection[str] | Mapping[str, str] = ()
) -> Iterator[str]:
    """Give a sentence for each floor that a figure has fallen through, and for each figure that is due and missing.

    Args:
        figures: What was measured.
        floors: What is held.
        due: The figures that this run was to give; as a mapping, each with what is to be said where it is missing.
    """
    for figure, floor in floors.items():
        if figure in figures:
            if not floor.holds(figures[figure]):
                yield f"{figure} is {figures[figure]:g}; its floor is {floor.sentence} ({floor.why})"
        elif figure in due:
            reason = due[figure] if isinstance(due, Mapping) else "it was to be measured and was not"
            yield f"{figure} has the floor {floor.sentence}: {reason}"


def raised(figures: Mapping[str, float], floors: Mapping[str, Floor], *, on: str) -> dict[str, Floor]:
    """Return the floors drawn up to what was measured on a day, less what the rule leaves; none becomes looser.

    The rule: a share keeps its figure less LEEWAY and an error its figure plus LEEWAY; a cost may grow by TIMES; a
    count stays. Once a goal is met, the floor is at least the goal.
    """
    return {
        figure: _raised(floor, figures[figure], on=on) if figure in figures else floor
        for figure, floor in floors.items()
    }


def _raised(floor: Floor, measured: float, *, on: str) -> Floor:
    bound, how = _bound(floor, measured)
    found = [replace(floor, bound=bound, why=f"{measured:g} measured on {on}, {how}")]
    if floor.figure.rpartition(".")[2] in AT_THE_GOAL:
        found = []
    if floor.goal is not None and floor.is_met(measured):
        found.append(replace(floor, bound=floor.goal, why=f"the goal itself, met with {measured:g} on {on}"))
    strictest = floor
    for one in found:
        strictest = one if strictest.is_looser_than(one) else strictest
    return strictest


def _bound(floor: Floor, measured: float) -> tuple[float, str]:
    field = floor.figure.rpartition(".")[2]
    if field in COUNTS:
        return measured, "as it is"
    if field in TIMES and floor.is_most:
        grown = max(measured * TIMES[field], measured + ANYWAY)
        return float(f"{grown:.3g}"), f"and {100 * (TIMES[field] - 1):.0f} in 100 more"
    leeway = SMALL_LEEWAY if floor.figure.startswith(f"{READING}small.") else LEEWAY
    return round(
        measured + (leeway if floor.is_most else -leeway), 4
    ), f"{'plus' if floor.is_most else 'less'} {leeway:g}"


def write_floors(floors: Mapping[str, Floor]) -> None:
    """Write the floors to their file, in the order they have."""
    table = {figure: _entry(floor) for figure, floor in floors.items()}
    FILE.write_text(json.dumps(table, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _entry(floor: Floor) -> dict[str, Any]:
    entry: dict[str, Any] = {"most" if floor.is_most else "least": floor.bound}
    if floor.goal is not None:
        entry |= {"goal": floor.goal}
    entry |= {"strict": True} if floor.is_strict else {}
    entry |= {"asked": floor.asked} if floor.asked else {}
    entry |= {"why": floor.why}
    return entry | ({"lowered": floor.lowered} if floor.lowered else {})
