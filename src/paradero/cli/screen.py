"""What a person at a terminal sees, and what a script reads."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from paradero.cli.shown import escaped, shown
from paradero.terms.plain import to_json

_WIDTH_OF_A_LOG = 120


def screen() -> Console:
    """Return where answers go; a log or a pipe gets lines of 120 characters and no colour."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH_OF_A_LOG)


def complain(sentence: str, *, lines: bool = False) -> None:
    """Print a refusal, whole and in one line, or the lines of a fault, where it does not mix with answers."""
    print(shown(sentence, lines=lines), file=sys.stderr)  # noqa: T201 - a refusal is read without markup or wrapping


def say(text: str = "") -> None:
    """Print one line of prose as it stands; the terminal wraps it, a pipe gets it whole."""
    screen().print(Text(shown(text)), soft_wrap=True)


def add_cells(table: Table, *cells: str) -> None:
    """Add a row whose cells are shown as they stand: brackets in a name are no markup."""
    table.add_row(*(Text(shown(cell)) for cell in cells))


def emit(value: object) -> None:
    """Print a value, or a tuple of them, as JSON for another program."""
    print(escaped(json.dumps(json.loads(to_json(value)), ensure_ascii=False, indent=2)))  # noqa: T201 - for a pipe


class _Lines(Progress):
    """For a log: one line for each thing begun, instead of a bar that moves."""

    def add_task(self, description: str, *args: Any, **kwargs: Any) -> TaskID:
        """Say what begins."""
        complain(f"{description} …")
        return super().add_task(description, *args, **kwargs)


def progress() -> Progress:
    """Return a line that shows how far a long command is; it goes to the error stream, out of the way of answers."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return _Lines(console=console, disable=True)
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)
