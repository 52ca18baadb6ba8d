"""Packaged tables of things with many names: opened in a moment, for a row is parsed only when a name asks for it.

A file is gzip of UTF-8 in two parts parted by an empty line: the rows, then a line for each name: the name, a tab, and
the numbers of its rows with blanks between; these lines in the order of their code points.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TAB = "\t"


@dataclass(frozen=True)
class NamedRows:
    """The rows of a table and the names that they are found by."""

    rows: tuple[str, ...]
    """Each row's columns with tabs between."""
    _named: tuple[str, ...]

    def called(self, name: str) -> Iterator[list[str]]:
        """Give the columns of every row of exactly that name, in the order of the table."""
        start = f"{name}{TAB}"
        at = bisect_left(self._named, start)
        if name and at < len(self._named) and self._named[at].startswith(start):
            for number in self._named[at][len(start) :].split():
                yield self.rows[int(number)].split(TAB)

    def names(self) -> Iterator[str]:
        """Give every name once, in the order of the file."""
        return (line.partition(TAB)[0] for line in self._named)


def opened(file: Path) -> NamedRows:
    """Return the table that `put` wrote."""
    rows, _, named = gzip.decompress(file.read_bytes()).decode().partition("\n\n")
    return NamedRows(tuple(rows.split("\n")), tuple(named.split("\n")))


def put(file: Path, rows: Sequence[str], names: Iterable[Sequence[str]]) -> None:
    """Write a table: its rows, and for each row the names that it is found by."""
    numbers: dict[str, list[int]] = {}
    for number, of_row in enumerate(names):
        for name in dict.fromkeys(of_row):
            numbers.setdefault(name, []).append(number)
    with gzip.GzipFile(file, "wb", mtime=0) as table:
        table.write("\n".join([*rows, "", *_lines(numbers)]).encode())


def _lines(numbers: Mapping[str, Sequence[int]]) -> Iterator[str]:
    lines = (f"{name}{TAB}{' '.join(map(str, of_name))}" for name, of_name in numbers.items())
    return iter(sorted(lines))
