"""What a person at a terminal sees, and what a script reads."""

import json
import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from paradero.terms.plain import to_json

_WIDTH_OF_A_LOG = 120


def screen() -> Console:
    """Return where answers go; a log or a pipe gets lines of 120 characters and no colour."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH_OF_A_LOG)


def complain(sentence: str) -> None:
    """Print a refusal or a fault, whole, where it does not mix with answers."""
    print(sentence, file=sys.stderr)  # noqa: T201 - a refusal is read as it stands, without markup or wrapping


def say(text: str = "") -> None:
    """Print a line of prose as it stands; the terminal wraps it, a pipe gets it whole."""
    screen().print(text, markup=False, soft_wrap=True)


def emit(value: object) -> None:
    """Print a value, or a tuple of them, as JSON for another program."""
    print(json.dumps(json.loads(to_json(value)), ensure_ascii=False, indent=2))  # noqa: T201 - for a pipe


def progress() -> Progress:
    """Return a line that shows how far a long command is; it goes to the error stream, out of the way of answers."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
