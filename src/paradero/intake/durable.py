"""Writing files so that they outlive a power cut: whole or not at all."""

import os
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SYNCING = 8
"""So many files wait for the disk at once: it makes several durable in one go."""

TEMPORARY = ".tmp"
"""How the name of a file that is still being written ends."""


def sync_folder(folder: Path | str) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path, *, mode: int = 0o700) -> None:
    """Make a folder, and those above it, durable; nothing happens where it is there."""
    if folder.is_dir():
        return
    make_folder(folder.parent, mode=mode)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte to an open file, however many calls the system needs."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def at_once(sync: Callable[[T], None], of: Collection[T]) -> None:
    """Make things durable, several at a time; one that fails is raised when all have been tried."""
    if len(of) == 1:
        sync(*of)
        return
    every = list(of)
    with ThreadPoolExecutor(SYNCING) as threads:
        # A share for each thread: to hand over each thing by itself takes longer than a quick disk does for it.
        for waiting in [threads.submit(_one_by_one, sync, every[first::SYNCING]) for first in range(SYNCING)]:
            waiting.result()


def _one_by_one(sync: Callable[[T], None], of: Collection[T]) -> None:
    fault: OSError | None = None
    for each in of:
        try:
            sync(each)
        except OSError as failed:
            fault = failed
    if fault:
        raise fault
