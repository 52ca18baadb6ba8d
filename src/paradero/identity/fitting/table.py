"""Patterns as columns of numbers, so that a hundred thousand pairs are weighed at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from paradero.identity.fitting.patterns import Cell, Pattern, Seen

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FAMILY_FIELDS = ("family_name", "patronymic", "mother_maiden_name", "home", "kin")
"""What brothers and sisters share."""
NAME_FIELDS = ("family_name", "given_name")
"""What namesakes share."""


@dataclass(slots=True)
class Numbering:
    """Numbers for rows, contexts and fields, in the order they come."""

    rows: dict[str, int] = field(default_factory=dict)
    contexts: dict[str, int] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=lambda: {name: place for place, name in enumerate(NAME_FIELDS)})
    possible: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The rows seen in each context."""
    as_stated: set[str] = field(default_factory=set)
    """Rows that are not fitted, since their field is kept."""

    def count(self, patterns: Sequence[Pattern], kept: frozenset[str]) -> None:
        """Take in every row, context and field of the patterns; those of the fields `kept` stay as stated."""
        for cell in (cell for pattern in patterns for cell in pattern.cells):
            self.fields.setdefault(cell.field, len(self.fields))
            if cell.row is not None:
                self.rows.setdefault(cell.row, len(self.rows))
                self.contexts.setdefault(cell.context, len(self.contexts))
                self.possible[cell.context].add(cell.row)
                if cell.field in kept:
                    self.as_stated.add(cell.row)


@dataclass(frozen=True, slots=True)
class Table:
    """One line for each pair; in each column of a field the row's number, or -1."""

    row: Ints
    context: Ints
    own_log2_u: Floats
    """Where rarity gives it; not a number where the model's own u is meant."""
    fixed_bits: Floats
    given_differs: NDArray[np.bool_]
    judged: Ints
    """1 for one person, 0 for two, -1 for not judged."""
    group: Ints
    held: Floats
    """How many the pair's group was held against."""
    groups: int


def numbered(seen: Sequence[Seen], kept: frozenset[str] = frozenset()) -> Numbering:
    """Return numbers for all that was seen."""
    numbering = Numbering()
    for one in seen:
        numbering.count(one.candidates, kept)
        numbering.count(one.random, kept)
    alone = {context for context, rows in numbering.possible.items() if len(rows) == 1}
    numbering.as_stated |= {
        row for context in alone for row in numbering.possible[context] if _only_in(alone, row, numbering)
    }
    return numbering


def _only_in(contexts: set[str], row: str, numbering: Numbering) -> bool:
    """Tell whether a row was seen in these contexts alone, where nothing else was: it tells nothing of how often."""
    return all(context in contexts for context, rows in numbering.possible.items() if row in rows)


def tabled(seen: Sequence[Seen], numbering: Numbering) -> Table:
    """Return the candidates of all searches as one table; groups of different searches stay apart."""
    patterns = [pattern for one in seen for pattern in one.candidates]
    groups: dict[tuple[int, int], int] = {}
    for place, one in enumerate(seen):
        for pattern in one.candidates:
            groups.setdefault((place, pattern.group), len(groups))
    size = (len(patterns), len(numbering.fields))
    table = Table(
        row=np.full(size, -1),
        context=np.full(size, -1),
        own_log2_u=np.full(size, np.nan),
        fixed_bits=np.zeros(size),
        given_differs=np.zeros(len(patterns), dtype=np.bool_),
        judged=np.array([-1 if one.judged is None else int(one.judged) for one in patterns], dtype=np.int64),
        group=np.array(
            [groups[place, one.group] for place, some in enumerate(seen) for one in some.candidates], dtype=np.int64
        ),
        held=np.array([float(some.held) for some in seen for _ in some.candidates]),
        groups=len(groups),
    )
    for line, pattern in enumerate(patterns):
        for cell in pattern.cells:
            _fill(table, line, cell, numbering)
    return table


def _fill(table: Table, line: int, cell: Cell, numbering: Numbering) -> None:
    column = numbering.fields[cell.field]
    if cell.field == "given_name":
        table.given_differs[line] = cell.differs
    if cell.row is None:
        table.fixed_bits[line, column] += cell.bits
        return
    table.row[line, column] = numbering.rows[cell.row]
    table.context[line, column] = numbering.contexts[cell.context]
    if cell.u is not None:
        table.own_log2_u[line, column] = np.log2(cell.u)


def columns(fields: Mapping[str, int], chosen: Sequence[str]) -> list[int]:
    """Return the columns of the chosen fields, in that order."""
    return [fields[name] for name in chosen if name in fields]
