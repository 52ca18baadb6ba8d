"""The floors under what was measured: read, held against figures, and raised; nothing here lowers one.

`evaluation/floors.json` has an entry for each figure: `least` or `most`, the `goal` where there is one, and `why` the
floor stands where it does. A floor that is lower than it once was says in `lowered` why that was right.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).resolve().parents[1] / "evaluation" / "floors.json"
OF_OUR_OWN: Final = ("ranking.", "same_name.")
"""Figures of our own cases, which need no bench beside the project, so CI can take them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least a figure may be, or the most."""

    figure: str
    bound: float
    is_most: bool
    why: str
    goal: float | None = None
    lowered: str | None = None

    def holds(self, measured: float) -> bool:
        """Tell whether a figure keeps to the floor."""
        return measured <= self.bound if self.is_most else measured >= self.bound

    def is_looser_than(self, other: "Floor") -> bool:
        """Tell whether this floor lets more through than another of the same figure."""
        return self.bound > other.bound if self.is_most else self.bound < other.bound

    @property
    def sentence(self) -> str:
        """Return the bound in words."""
        return f"at {'most' if self.is_most else 'least'} {self.bound:g}"


def read_floors(text: str | None = None) -> dict[str, Floor]:
    """Return the floors by figure, from the file or from its text at another time."""
    table = json.loads(FILE.read_text(encoding="utf-8") if text is None else text)
    return {figure: _floor(figure, entry) for figure, entry in table.items()}


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
        lowered=entry.get("lowered"),
    )


def broken(figures: Mapping[str, float], floors: Mapping[str, Floor]) -> Iterator[str]:
    """Give a sentence for each floor that a measured figure has fallen through."""
    for figure, measured in figures.items():
        floor = floors.get(figure)
        if floor is not None and not floor.holds(measured):
            yield f"{figure} is {measured:g}; its floor is {floor.sentence} ({floor.why})"


def raised(figures: Mapping[str, float], floors: Mapping[str, Floor], *, margin: float, why: str) -> dict[str, Floor]:
    """Return the floors with each moved up to what was measured, less a margin, where that is stricter.

    The margin is absolute for shares, 0 to 1. Floors of time and memory (`most`) depend on the machine and stay.
    """
    found = dict(floors)
    for figure, floor in floors.items():
        if figure in figures and not floor.is_most and figures[figure] <= 1:
            bound = round(figures[figure] - margin, 4)
            if bound > floor.bound:
                found[figure] = Floor(figure=figure, bound=bound, is_most=False, why=why, goal=floor.goal)
    return found


def write_floors(floors: Mapping[str, Floor]) -> None:
    """Write the floors to their file, in the order they have."""
    table = {figure: _entry(floor) for figure, floor in floors.items()}
    FILE.write_text(json.dumps(table, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _entry(floor: Floor) -> dict[str, Any]:
    entry: dict[str, Any] = {"most" if floor.is_most else "least": floor.bound}
    if floor.goal is not None:
        entry["goal"] = floor.goal
    entry["why"] = floor.why
    if floor.lowered is not None:
        entry["lowered"] = floor.lowered
    return entry
