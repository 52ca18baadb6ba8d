"""The leaves of a sealed day, and the way from one of them up to its root, without reading all the others."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from paradero.exchange.bundle import CUSTODY_ENTRY
from paradero.records.models import CustodyEntry, DayLeaf, DayRoot
from paradero.terms import merkle
from paradero.terms.daily_root import DailyRoot
from paradero.terms.merkle import BLOCK, HASH_BYTES, Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a leaf stands."""

    day: DayRoot
    place: int
    """From 0."""
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Ways:
    """Finds ways up; what it read of a day serves the next leaf that lies near."""

    _near: dict[tuple[int, int], tuple[tuple[bytes, ...], tuple[bytes, ...]]] = field(default_factory=dict)
    """The leaf hashes of a block and the way up from it, by day and block."""

    def up_from(self, at: Place) -> tuple[bytes, ...]:
        """Return the hashes beside the way up from a leaf, lowest first, as `merkle.inclusion_proof` does."""
        number, within = divmod(at.place, BLOCK)
        if (at.day.seq, number) not in self._near:
            leaves = leaves_of(at.day, first=number * BLOCK, end=min((number + 1) * BLOCK, at.day.size))
            block = tuple(merkle.leaf_hash(bytes(leaf)) for leaf in leaves)
            self._near[at.day.seq, number] = block, merkle.inclusion_proof(blocks_of(at.day), number)
        block, above = self._near[at.day.seq, number]
        return merkle.inclusion_proof(block, within) + above


def as_sealed(row: DayRoot) -> DailyRoot:
    """Return a kept day."""
    return DailyRoot(
        day=row.day,
        size=row.size,
        root=row.root,
        previous=row.previous,
        custody=row.custody_to if row.names_custody else None,
        hash=row.hash,
    )


def leaves_of(day: DayRoot, *, first: int = 0, end: int | None = None) -> Iterator[Leaf]:
    """Yield the leaves of a sealed day in order, from one place up to another: things sealed, then custody entries."""
    things, stop = things_of(day), day.size if end is None else end
    rows = DayLeaf.objects.filter(day=day, place__gte=first, place__lt=stop).order_by("place")
    for sha256, what, item in rows.values_list("sha256", "what", "item").iterator():
        yield Leaf(sha256=sha256, what=what, item=item)
    after = day.custody_after + max(first - things, 0)
    upto = min(day.custody_after + stop - things, day.custody_to)
    entries = CustodyEntry.objects.filter(seq__gt=after, seq__lte=upto).order_by("seq")
    for digest, ref in entries.values_list("hash", "ref").iterator():
        yield entry_leaf(digest, ref)


def entry_leaf(digest: str, ref: str) -> Leaf:
    """Return the leaf of a custody entry: the hash that seals it onto the one before it, and what it is about."""
    return Leaf(sha256=digest, what=CUSTODY_ENTRY, item=ref)


def things_of(day: DayRoot) -> int:
    """Return how many of a day's leaves are no custody entries."""
    return day.size - (day.custody_to - day.custody_after)


def blocks_of(day: DayRoot) -> tuple[bytes, ...]:
    """Return the hashes of a day's blocks of leaves, in order."""
    kept = bytes(day.blocks)
    return tuple(kept[at : at + HASH_BYTES] for at in range(0, len(kept), HASH_BYTES))


def places_of_things(refs: Sequence[str], *whats: str) -> Iterator[Place]:
    """Yield where things sealed of these items stand, in the order of days and places."""
    rows = list(DayLeaf.objects.filter(item__in=refs, what__in=whats).order_by("day", "place"))
    days = DayRoot.objects.in_bulk({row.day_id for row in rows})
    for row in rows:
        leaf = Leaf(sha256=row.sha256, what=row.what, item=row.item)
        yield Place(day=days[row.day_id], place=row.place, leaf=leaf)


def places_of_entries(entries: Iterable[CustodyEntry]) -> Iterator[Place]:
    """Yield where these custody entries stand, but for those that no day covers yet."""
    covered = list(DayRoot.objects.order_by("seq").values_list("custody_to", "seq"))
    ends = [to for to, _ in covered]
    found = [(entry, at) for entry in entries if (at := bisect_left(ends, entry.seq)) < len(ends)]
    days = DayRoot.objects.in_bulk({covered[at][1] for _, at in found})
    for entry, at in found:
        day = days[covered[at][1]]
        place = things_of(day) + entry.seq - day.custody_after - 1
        yield Place(day=day, place=place, leaf=entry_leaf(entry.hash, entry.ref))
