"""The desk of a folder, built once."""

from functools import cache
from pathlib import Path

from paradero.procedures.acting import Desk, open_desk


@cache
def the_desk(home: Path) -> Desk:
    """Return what procedures are handed for this folder."""
    return open_desk(home)
