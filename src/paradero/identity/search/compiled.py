"""Functions compiled to machine code on first use and kept in a cache, so that no compiler is needed at install.

The first use after an install takes about a minute; after that the machine code is read from the cache. Its folder
is named after what the compiled modules hold, so that code of one version is never run by another: numba itself only
looks at the one file a function stands in, not at the functions that it calls.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import numba

from paradero.terms.resources import resource

P = ParamSpec("P")
T = TypeVar("T")


NUMBERS_FROM = ("beginnings", "given_names", "roles")
"""The modules beside this package whose numbers stand in the compiled code."""


def code_digest() -> str:
    """Return what tells this compiled code from that of any other version."""
    every = hashlib.sha256(numba.__version__.encode())
    # The numbers of letters stand in the compiled code, so the table that gives them counts as code too.
    numbers = (Path(__file__).parents[1] / f"{name}.py" for name in NUMBERS_FROM)
    for path in (*sorted(Path(__file__).parent.glob("*.py")), *numbers, resource("names/conventions.toml")):
        every.update(path.read_bytes())
    return every.hexdigest()[:16]


def _cache_folder() -> Path:
    """Return a folder that can be written to: beside the modules as Python's own, else this user's, else a new one."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    for place in (Path(__file__).parent / "__pycache__", home / "paradero"):
        folder = place / f"compiled-{code_digest()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return Path(tempfile.mkdtemp(prefix="paradero-compiled-"))


CACHE = _cache_folder()
"""Where machine code is kept, and what else is slow to work out."""
numba.config.CACHE_DIR = str(CACHE)  # type: ignore[attr-defined]  # numba's settings are set as it is imported


def compiled(function: Callable[P, T]) -> Callable[P, T]:
    """Return the function in machine code; it may take numbers, arrays of numbers and named tuples of these."""
    return cast("Callable[P, T]", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def inlined(function: Callable[P, T]) -> Callable[P, T]:
    """Return the same, its code put where it is called: for what is called for each row that is looked at.

    A call hands over each array of its arguments as seven numbers and counts a reference to it: for two dozen arrays
    that is longer (two microseconds) than what most of these functions do.
    """
    return cast("Callable[P, T]", numba.njit(cache=True, nogil=True, error_model="numpy", forceinline=True)(function))
