"""What is held of people beside their names, by exact keys: how the unnamed are found."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from paradero.identity.lexicon import known_names
from paradero.identity.readings import tokens
from paradero.identity.search.tables import Hashes, Numbers
from paradero.identity.towns import home_keys
from paradero.identity.units import unit_keys
from paradero.terms.person import Description

LEAST_SHARED = 2
"""How many things beside the name two descriptions must share where one of them has no name."""
_UNNAMED = "unnamed|"


def _circumstances(description: Description) -> Iterator[str]:
    """Give what is held of a description beside its name, as exact keys."""
    if description.home:
        yield from (f"home:{key}" for key in home_keys(description.home))
    if description.unit:
        # The number alone: where the kind is another, the full comparison says so.
        yield from (f"unit:{number}" for number in unit_keys(description.unit).numbers)
    for kin in description.kin:
        names = {known.canonical for word in tokens(kin.name or "") for known in known_names(word)}
        yield from (f"{kin.relation.value}:{name}" for name in names)
    birth = description.birth
    if birth is not None and (birth.born_on or birth.year):
        yield f"year:{birth.born_on.year if birth.born_on else birth.year}"


def _hashed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Circumstances:
    """Numbers of descriptions by what they say beside the name; those on the disk are read from there."""

    def __init__(self, keys: Hashes | None = None, numbers: Numbers | None = None) -> None:
        """Hold what `columns` gave: hashes of keys, sorted, and beside each the number of who has it."""
        self._keys = np.zeros(0, dtype=np.uint64) if keys is None else keys
        self._stored = np.zeros(0, dtype=np.int32) if numbers is None else numbers
        self._added: defaultdict[int, list[int]] = defaultdict(list)
        self._gone: set[int] = set()

    def add(self, number: int, description: Description, *, unnamed: bool) -> None:
        """Hold a description under its number; those without a name can be looked for alone."""
        for key in set(_circumstances(description)):
            self._added[_hashed(key)].append(number)
            if unnamed:
                self._added[_hashed(_UNNAMED + key)].append(number)

    def remove(self, number: int) -> None:
        """Let a description go; no other may ever have its number."""
        self._gone.add(number)

    def sharing(self, description: Description, *, unnamed: bool, most: int) -> list[int]:
        """Return the numbers of those that share enough with a description, those that share most first.

        With `unnamed`, only those that have no name themselves.
        """
        before = _UNNAMED if unnamed else ""
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for key in set(_circumstances(description)):
            keys[key.partition(":")[0]].append(before + key)
        if len(keys) < LEAST_SHARED:
            return []
        # One home has several keys; it is one thing that is shared.
        lists = [np.unique(np.concatenate([self._having(_hashed(key)) for key in some])) for some in keys.values()]
        numbers, shared = np.unique(np.concatenate(lists), return_counts=True)
        enough = shared >= LEAST_SHARED
        rows = zip(shared[enough].tolist(), numbers[enough].tolist(), strict=True)
        ordered = sorted(((-count, number) for count, number in rows if number not in self._gone))
        return [number for _, number in ordered[:most]]

    def columns(self) -> tuple[Hashes, Numbers]:
        """Return what is held as arrays, for the disk."""
        added = [(key, number) for key, numbers in self._added.items() for number in numbers]
        keys = np.concatenate([self._keys, np.array([key for key, _ in added], dtype=np.uint64)])
        numbers = np.concatenate([self._stored, np.array([number for _, number in added], dtype=np.int32)])
        held = ~np.isin(numbers, np.array(sorted(self._gone), dtype=np.int32))
        order = np.lexsort((numbers[held], keys[held]))
        return keys[held][order], numbers[held][order]

    def _having(self, key: int) -> NDArray[np.int32]:
        asked = np.array([key], dtype=np.uint64)
        begin, end = (int(np.searchsorted(self._keys, asked, side=side)[0]) for side in ("left", "right"))
        return np.concatenate([self._stored[begin:end], np.array(self._added.get(key, ()), dtype=np.int32)])
