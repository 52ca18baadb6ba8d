"""How far the demonstration's candidates are right, held against its truth file."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_sort_ratio

from paradero.cli.demonstration_world import World
from paradero.procedures.views import CandidateRow

FIRST = 3
"""A true pair should be among so many candidates of its enquiry, or among as many as the enquiry has true ones."""

SAME_LABEL = 60.0
"""How alike, of 100, a candidate's label and the truth file's are: cases of a declined name, not other names."""

Pair = tuple[str, str]
"""An enquiry's file number and a report's file name."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Whom of which report an enquiry seeks, what only a person may judge, which reports are one news and which not."""

    same: dict[Pair, tuple[str | None, ...]]
    unsure: frozenset[Pair]
    other: dict[Pair, tuple[str | None, ...]]
    origins: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]
    """Reports on one person of which each knows it by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was proposed and how much of it is right."""

    true_pairs: int
    found: int
    """Among the first three candidates of their enquiry, or the first so many as it has true ones."""
    not_found: tuple[str, ...]
    proposed: int
    false: tuple[str, ...]
    unsure: int
    """Proposed pairs that the truth file leaves to a person."""
    origins: int
    grouped: int
    """Pieces of news carried by several outlets, and how many of them came out as one origin."""
    apart: int
    kept_apart: int
    """Persons on whom several know something by themselves, and how often each of these kept an origin of its own."""

    @property
    def false_share(self) -> float:
        """The share of false pairs among those proposed that have an answer."""
        decided = self.proposed - self.unsure
        return len(self.false) / decided if decided else 0.0


def truth(path: Path) -> Truth:
    """Return what the truth file says."""
    said = json.loads(path.read_text(encoding="utf-8"))
    return Truth(
        same=_by_pair(said["pairs"]),
        unsure=frozenset(_by_pair(said["unsure"])),
        other=_by_pair(said["not"]),
        origins=_groups(said["origins"]),
        apart=_groups(said["apart"]),
    )


def figures(true: Truth, *, world: World, rows: Sequence[CandidateRow]) -> Figures:
    """Return how the candidates, likeliest first, compare with the truth."""
    judged = [(pair, row, _verdict(true, pair, row.seen)) for pair, row in _with_pairs(rows, world)]
    seekers = Counter(number for number, _ in true.same)
    first = {pair for own, of_it in seekers.items() for pair in _first_same(judged, own, among=max(FIRST, of_it))}
    origins = [_origins(group, world) for group in true.origins]
    apart = [[_origins([file], world) for file in group] for group in true.apart]
    return Figures(
        true_pairs=len(true.same),
        found=len(first),
        not_found=tuple(" in ".join(pair) for pair in sorted(true.same.keys() - first)),
        proposed=len(judged),
        false=tuple(f"{row.ref}: {' in '.join(pair)}" for pair, row, verdict in judged if verdict == "false"),
        unsure=sum(verdict == "unsure" for _, _, verdict in judged),
        origins=len(origins),
        grouped=sum(len(group) == 1 for group in origins),
        apart=len(apart),
        kept_apart=sum(all(one.isdisjoint(other) for one, other in combinations(group, 2)) for group in apart),
    )


def _with_pairs(rows: Sequence[CandidateRow], world: World) -> list[tuple[Pair, CandidateRow]]:
    """Return each candidate of the world with the file number and the file name that the truth file uses.

    Others, of a report or an enquiry that a visitor added, have no truth to be held against.
    """
    numbers = {enquiry.ref: number for number, enquiry in world.enquiries.items()}
    names = {item.item_ref: name for name, item in world.items.items()}
    ours = (row for row in rows if row.enquiry_ref in numbers and row.item_ref in names)
    return [((numbers[row.enquiry_ref], names[row.item_ref]), row) for row in ours]


def _origins(files: Iterable[str], world: World) -> set[str]:
    return {origin for file in files for origin in world.items[file].origins}


def _first_same(judged: Sequence[tuple[Pair, CandidateRow, str]], own: str, *, among: int) -> Iterator[Pair]:
    """Yield the true pairs among the first candidates of one enquiry."""
    of_it = [(pair, verdict) for pair, _, verdict in judged if pair[0] == own]
    yield from (pair for pair, verdict in of_it[:among] if verdict == "same")


def _verdict(true: Truth, pair: Pair, label: str) -> str:
    """Return `"same"`, `"unsure"` or `"false"`; a brother in the same report is told apart by the nearer name."""
    same = max((_alike(label, name) for name in true.same.get(pair, ())), default=0.0)
    other = max((_alike(label, name) for name in true.other.get(pair, ())), default=0.0)
    if same >= SAME_LABEL and same >= other:
        return "same"
    return "unsure" if pair in true.unsure else "false"


def _alike(label: str, name: str | None) -> float:
    """Return how alike two labels are, 0 to 100; a report that names nobody is alike whatever it writes."""
    return 100.0 if name is None else token_sort_ratio(label.casefold(), name.casefold())


def _groups(said: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in said)


def _by_pair(entries: Iterable[dict[str, Any]]) -> dict[Pair, tuple[str | None, ...]]:
    names: dict[Pair, tuple[str | None, ...]] = defaultdict(tuple)
    for entry in entries:
        pair = (entry["enquiry"], entry["report"])
        names[pair] = (*names[pair], entry["name_in_report"])
    return dict(names)
