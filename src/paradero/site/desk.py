"""The desk that the settings describe."""

from functools import cache
from pathlib import Path

from django.conf import settings

from paradero.procedures.acting import Desk, open_desk


def the_desk() -> Desk:
    """Return what procedures are handed for the folder of the settings."""
    return _of(settings.PARADERO_HOME)


@cache
def _of(home: Path) -> Desk:
    return open_desk(home)
