"""Two drawings that recur: the chain of who says so, and the waterfall of what each comparison adds or takes."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.text import Text

from paradero.cli.shown import shown
from paradero.cli.words import HEDGES, SPEAKERS
from paradero.terms.claims import Hedge, Speaker

ADDS, TAKES, NOTHING = "█", "░", "·"
"""Told apart by more than colour."""

LEAST_SPREAD_BITS = 0.1
"""A scale is no finer than this, where nothing adds or takes anything."""


class Link(Protocol):
    """One link of a chain, as a reader or a view gives it."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def speaker(self) -> Speaker: ...  # noqa: D102
    @property
    def hedge(self) -> Hedge: ...  # noqa: D102


class Weighed(Protocol):
    """One step of an explanation."""

    @property
    def weight_bits(self) -> float: ...  # noqa: D102
    @property
    def sentence(self) -> str: ...  # noqa: D102


def chain(links: Iterable[Link], *, indent: int) -> list[str]:
    """Return the chain as nested lines, the one who speaks innermost and first."""
    lines = []
    for depth, link in enumerate(links):
        hedge = f", {HEDGES[link.hedge]}" if HEDGES[link.hedge] else ""
        lines.append(f"{' ' * (indent + 2 * depth)}└ {link.name}{SPEAKERS[link.speaker]}{hedge}")
    return lines


def bar(before: float, after: float, *, low: float, high: float, width: int) -> str:
    """Return one bar of a waterfall from one sum to the next, on a scale from `low` to `high`.

    >>> bar(0.0, 5.0, low=-5.0, high=5.0, width=10)
    '     █████'
    >>> bar(5.0, 0.0, low=-5.0, high=5.0, width=10)
    '     ░░░░░'
    >>> bar(0.0, 0.0, low=-5.0, high=5.0, width=10)
    '     ·'
    """
    scale = width / max(high - low, LEAST_SPREAD_BITS)
    first, last = sorted((round((before - low) * scale), round((after - low) * scale)))
    mark = NOTHING if after == before else ADDS if after > before else TAKES
    return " " * min(first, width - 1) + mark * max(1, last - first)


def waterfall(steps: Sequence[Weighed], labels: Sequence[str], *, width: int = 28) -> list[Text]:
    """Return a line for each step: its field, the bar, the bits, and the sentence that says why."""
    sums = [0.0]
    for step in steps:
        sums.append(sums[-1] + step.weight_bits)
    low, high, column = min(sums), max(sums), max((len(label) for label in labels), default=0)
    lines = []
    for step, label, before, after in zip(steps, labels, sums, sums[1:], strict=False):
        drawn = bar(before, after, low=low, high=high, width=width)
        style = "dim" if after == before else "green" if after > before else "red"
        line = Text(f"  {label:<{column}}  ").append(f"{drawn:<{width + 1}}", style)
        lines.append(line.append(f"{step.weight_bits:+7.1f}  {shown(step.sentence)}"))
    return lines
