"""Keeps the heads of the two logs outside the database, so that a cut tail is noticed (a chain alone cannot)."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from paradero.terms.chain import START, Head

ROOTS = "roots"
"""The chain of the sealed days, beside the two logs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The head that a log had after an act."""

    log: str
    head: Head


def keep_anchors(file: Path, heads: Mapping[str, Head]) -> None:
    """Add the heads to the file, one a line, durably."""
    lines = [json.dumps({"log": log, "seq": head.seq, "hash": head.hash}) for log, head in heads.items()]
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, _torn(handle) + "".join(line + "\n" for line in lines).encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)


def begin_anchors(file: Path) -> None:
    """Make the file where it is not there, with the start of both logs, so that a lost file is noticed."""
    if not file.exists():
        keep_anchors(file, dict.fromkeys(("audit", "custody"), Head(seq=0, hash=START)))


def kept_anchors(file: Path) -> Iterator[Anchor | int]:
    """Yield every anchor of the file; for a line that is none, its number.

    A last line without its end is what a killed process leaves and is passed over.
    """
    if not file.is_file():
        return
    lines = file.read_bytes().split(b"\n")[:-1]
    for number, line in enumerate(lines, start=1):
        try:
            kept = json.loads(line)
            yield Anchor(log=str(kept["log"]), head=Head(seq=int(kept["seq"]), hash=str(kept["hash"])))
        except (ValueError, KeyError, TypeError):
            yield number


def _torn(handle: int) -> bytes:
    """Return the line's end that a power cut left out, if it did, so that the next line stays whole."""
    size = os.fstat(handle).st_size
    return b"\n" if size and os.pread(handle, 1, size - 1) != b"\n" else b""
