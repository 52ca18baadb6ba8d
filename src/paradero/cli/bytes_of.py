"""A file that somebody named: its bytes, once its size is known to be bearable, and its name as text."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

_PIECE_BYTES = 1 << 20
_LEAST_BYTES = 1 << 12


def bytes_of(path: Path, *, largest: int, refuse: Callable[[int], object]) -> bytes:
    """Return the file's bytes; of what is no file on a disk, as a pipe, one byte over `largest` at most.

    Args:
        path: The file.
        largest: How many bytes its reader takes.
        refuse: Called with the size of a larger file, which is not read; it raises the reader's own refusal.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > largest:
            refuse(size)
        return file.read(largest + 1)


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes in pieces of a megabyte; it is opened when the first is asked for."""
    with path.open("rb", buffering=0) as file:
        # Room is made for all that is asked for: for a megabyte that takes longer than to read a page.
        wanted = max(_LEAST_BYTES, min(os.fstat(file.fileno()).st_size + 1, _PIECE_BYTES))
        while piece := file.read(wanted):
            yield piece


def written(path: Path) -> str:
    """Return the path as text; a byte that is no UTF-8 is shown as the mark for what cannot be."""
    return os.fsencode(path).decode("utf-8", "replace")
