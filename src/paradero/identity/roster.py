"""References under numbers: what an index says of an entry in four bytes, and who that is."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.tables import Numbers

Refs = NDArray[np.bytes_]
"""References of one width, in UTF-8."""


class Roster:
    """Who is held under which number; those that lie on the disk are read from there when asked for.

    A number is never given again: what is removed leaves a hole until the index is built anew.
    """

    def __init__(self, refs: Refs | None = None, order: Numbers | None = None) -> None:
        """Hold what `columns` gave: the references by number, and the numbers in the order of their references."""
        self._stored = np.zeros(0, dtype="S1") if refs is None else refs
        self._order = np.zeros(0, dtype=np.int32) if order is None else order
        self._stored_live = int(np.count_nonzero(self._stored))
        self._gone: set[int] = set()
        self._added: list[str | None] = []
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many are held."""
        return self._stored_live - len(self._gone) + len(self._numbers)

    def add(self, ref: str) -> int:
        """Return the number of a reference that is not held yet."""
        number = len(self._stored) + len(self._added)
        self._added.append(ref)
        self._numbers[ref] = number
        return number

    def remove(self, ref: str) -> int:
        """Let a reference go and return the number that it had.

        Raises:
            KeyError: If it is not held.
        """
        number = self.number(ref)
        if number is None:
            raise KeyError(ref)
        if number < len(self._stored):
            self._gone.add(number)
        else:
            self._added[number - len(self._stored)] = None
            del self._numbers[ref]
        return number

    def number(self, ref: str) -> int | None:
        """Return the number of a reference, `None` where it is not held."""
        if ref in self._numbers:
            return self._numbers[ref]
        key = np.bytes_(_written(ref))
        if not 0 < len(key) <= self._stored.itemsize:  # a hole has no letters; a longer one would lengthen them all
            return None
        at = int(np.searchsorted(self._stored, key, sorter=self._order))
        number = int(self._order[at]) if at < len(self._order) else None
        if number is None or self._stored[number] != key or number in self._gone:
            return None
        return number

    def ref(self, number: int) -> str | None:
        """Return the reference of a number, `None` where it was removed."""
        if number >= len(self._stored):
            return self._added[number - len(self._stored)]
        return None if number in self._gone else bytes(self._stored[number]).decode("utf-8", "surrogatepass") or None

    def columns(self) -> tuple[Refs, Numbers]:
        """Return what is held as arrays, for the disk."""
        every = list(self._each())
        refs = np.array(every, dtype=f"S{max(map(len, every), default=1) or 1}")
        order = np.argsort(refs, kind="stable").astype(np.int32)
        return refs, order

    def _each(self) -> Iterator[bytes]:
        for number, ref in enumerate(self._stored):
            yield b"" if number in self._gone else bytes(ref)
        yield from (b"" if ref is None else _written(ref) for ref in self._added)


def _written(ref: str) -> bytes:
    return ref.encode("utf-8", "surrogatepass")
