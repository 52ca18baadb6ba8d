"""An index on disk: there whole or not at all, whenever the machine stops, and opened without reading it all.

Each part is a folder of arrays that are mapped into memory. A manifest names the parts in use; it is replaced in one
step after everything it names is on the disk, so a process that is killed leaves the old index or the new one. The
manifest says what the index was made of and by which code; where the code is another now, there is no index.
"""

import fcntl
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.segment import Segment
from paradero.identity.search.versions import made_by
from paradero.identity.search.word_tables import Words

MANIFEST = "manifest.json"
LOCK = "lock"
Said = dict[str, Any]
"""What a manifest holds."""
_WORDS = "words_"


class StoredIndexError(Exception):
    """What lies on the disk is no index that can be used; it is made anew from the records."""


class StoredTexts(Sequence[str]):
    """The texts of a part, read from the disk when asked for."""

    def __init__(self, letters: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        """Take the texts as UTF-8, one after the other, and where each ends."""
        self._letters, self._ends = letters, ends

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return one text or several."""
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        at = place % len(self)
        begin = int(self._ends[at - 1]) if at else 0
        return self._letters[begin : int(self._ends[at])].tobytes().decode("utf-8", "surrogatepass")


def _columns(segment: Segment) -> Iterator[tuple[str, NDArray[Any]]]:
    yield from ((_WORDS + name, getattr(segment.words, name)) for name in Words._fields)
    yield from ((name, getattr(segment, name)) for name in Segment._fields[1:])


def _write(path: Path, column: NDArray[Any]) -> int:
    with path.open("wb") as file:
        np.save(file, np.ascontiguousarray(column), allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())
    return path.stat().st_size


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_columns(folder: Path, columns: Mapping[str, NDArray[Any]]) -> Said:
    """Put arrays into a new folder within `folder` and return what the manifest says of it."""
    name = uuid.uuid4().hex
    (folder / name).mkdir(mode=0o700, parents=True)
    sizes = {column: _write(folder / name / f"{column}.npy", rows) for column, rows in columns.items()}
    _sync(folder / name)
    return {"folder": name, "sizes": sizes}


def write_part(folder: Path, segment: Segment, numbers: NDArray[np.int32], texts: Sequence[str]) -> Said:
    """Put names into a new folder within `folder` and return what the manifest says of it."""
    blob, ends = bytearray(), np.empty(len(texts), dtype=np.int64)
    for place, text in enumerate(texts):  # one after the other: a million objects of their own take 150 MB
        blob += text.encode("utf-8", "surrogatepass")
        ends[place] = len(blob)
    letters = np.frombuffer(blob, dtype=np.uint8)
    columns = {**dict(_columns(segment)), "numbers": numbers, "text_letters": letters, "text_ends": ends}
    return write_columns(folder, columns)


def _mapped(path: Path, size: int) -> NDArray[Any]:
    if path.stat().st_size != size:
        raise StoredIndexError(f"{path.parent.name}/{path.name} of the index has another length than it was given.")
    # Copy on write: the compiled functions know one kind of array, which may be written to; the file never is.
    mapped: NDArray[Any] = np.load(path, mmap_mode="c" if size > 1 << 16 else None, allow_pickle=False)
    return mapped.view(np.ndarray)


def read_columns(folder: Path, said: Said) -> dict[str, NDArray[Any]]:
    """Return the arrays of a folder that the manifest names.

    Raises:
        StoredIndexError: If they are not there, or not as they were written.
    """
    home = folder / str(said["folder"])
    try:
        return {name: _mapped(home / f"{name}.npy", size) for name, size in said["sizes"].items()}
    except (OSError, ValueError, KeyError, EOFError) as fault:
        raise StoredIndexError(f"A part of the index is not as it was written ({type(fault).__name__}).") from fault


def read_part(folder: Path, said: Said) -> tuple[Segment, NDArray[np.int32], StoredTexts]:
    """Return the names of a folder that the manifest names.

    Raises:
        StoredIndexError: If they are not there, or not as they were written.
    """
    columns = read_columns(folder, said)
    try:
        words = Words(*(columns[_WORDS + name] for name in Words._fields))
        segment = Segment(words, *(columns[name] for name in Segment._fields[1:]))
        return segment, columns["numbers"], StoredTexts(columns["text_letters"], columns["text_ends"])
    except KeyError as fault:
        raise StoredIndexError(f"A part of the index lacks its {fault.args[0]}.") from fault


def write_manifest(folder: Path, parts: Sequence[Said], **said: Any) -> None:
    """Make these parts the index, in one step, and clear away what is no longer named."""
    waiting = folder / f"{MANIFEST}.{uuid.uuid4().hex}"
    with waiting.open("w", encoding="utf-8") as file:
        json.dump({"made_by": made_by(), "parts": parts, **said}, file)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(folder / MANIFEST)
    _sync(folder)
    kept = {str(part["folder"]) for part in parts} | {MANIFEST, LOCK}
    for path in folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def read_manifest(folder: Path) -> Said:
    """Return what the manifest of an index says.

    Raises:
        StoredIndexError: If there is none, it cannot be read, or the index was made by other code or other tables.
    """
    try:
        said: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise StoredIndexError("There is no index on the disk that can be read.") from fault
    if not isinstance(said, dict) or said.get("made_by") != made_by() or "parts" not in said:
        raise StoredIndexError("The index on the disk was made by another version of Paradero or of its tables.")
    return said


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Make the folder and tell whether no other process is writing to it; none will while the block lasts."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / LOCK).open("wb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
