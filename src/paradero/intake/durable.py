"""Writing files so that they outlive a power cut: whole or not at all."""

import os
from pathlib import Path

TEMPORARY = ".tmp"
"""How the name of a file that is still being written ends."""


def sync_folder(folder: Path) -> None:
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
