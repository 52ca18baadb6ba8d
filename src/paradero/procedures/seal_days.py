"""Seals the days that are over: one root a day over all that was sealed, what was made of it, and the custody log."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from paradero.exchange.bundle import ORIGINAL, SEAL_RECORD
from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.anchors import ROOTS, keep_anchors
from paradero.procedures.day_leaves import as_sealed, entry_leaf
from paradero.records.many import insert_all
from paradero.records.models import CustodyEntry, DayLeaf, DayRoot, Item, Report
from paradero.terms import merkle
from paradero.terms.chain import Head
from paradero.terms.daily_root import DailyRoot, seal_day
from paradero.terms.merkle import Leaf

SETTLES = timedelta(hours=1)
"""So long after its end a day is left open: an act that began before midnight may end after it."""


def seal_days(*, desk: Desk, actor: Actor, at: datetime) -> tuple[DailyRoot, ...]:
    """Return the days that were sealed: each that is over, is not yet sealed, and on which something was.

    What a day's sealing missed, since its act ended later, is sealed with the next day.
    """
    sealed = []
    while (day := _next_day(at)) is not None:
        sealed.append(anew(lambda day=day: _seal(day, desk=desk, actor=actor, at=at)))  # type: ignore[misc]
    return tuple(sealed)


def derived(row: Report) -> Iterator[tuple[str, bytes]]:
    """Yield what was made of a report and is locked under its item's key, with its purpose."""
    yield f"derived report {row.position}", bytes(row.sealed_report)
    yield f"derived account {row.position}", bytes(row.sealed_account)


def _next_day(at: datetime) -> date | None:
    """Return the earliest day that is to be sealed; what was left over of sealed days belongs to the one after them."""
    moments = [
        _unsealed_items().order_by("taken_in_at").values_list("taken_in_at", flat=True).first(),
        _unsealed_reports().order_by("item__read_at").values_list("item__read_at", flat=True).first(),
        _first_unsealed_entry(),
    ]
    waiting = [moment.astimezone(UTC).date() for moment in moments if moment]
    last = DayRoot.objects.order_by("-seq").values_list("day", flat=True).first()
    if not waiting:
        return None
    day = max(min(waiting), last + timedelta(days=1)) if last else min(waiting)
    return day if _end(day) + SETTLES <= at else None


def _seal(day: date, *, desk: Desk, actor: Actor, at: datetime) -> DailyRoot:
    there = DayRoot.objects.filter(day=day).first()
    if there:
        return as_sealed(there)  # another process was quicker
    row, leaves = _grown(day, at=at)  # before the act: a tree of a hundred thousand items holds nobody up
    with act("seal day", desk=desk, actor=actor, at=at) as done:
        row.save(force_insert=True)
        insert_all(leaves)
        done.count = row.size
    keep_anchors(desk.anchors, {ROOTS: Head(seq=row.seq, hash=row.hash)})
    return as_sealed(row)


def _grown(day: date, *, at: datetime) -> tuple[DayRoot, list[DayLeaf]]:
    """Return the sealed day, not yet kept, and those of its leaves that are to be kept with it.

    What is written meanwhile is sealed with the next day; a day that another process seals meanwhile takes the place of
    this one, and keeping it fails.
    """
    last = DayRoot.objects.order_by("-seq").first()
    row = _row(day, last, at=at)
    things = list(_leaves(_end(day)))
    row.names_custody = _recorded(things)
    texts = [bytes(leaf) for leaf in (*things, *_entries(row))]
    sealed = seal_day(
        texts,
        day=day,
        previous=as_sealed(last) if last else None,
        custody=row.custody_to if row.names_custody else None,
    )
    row.size, row.root, row.previous, row.hash = sealed.size, sealed.root, sealed.previous, sealed.hash
    row.blocks = b"".join(merkle.block_roots(map(merkle.leaf_hash, texts)))
    return row, [
        DayLeaf(day=row, place=place, item=leaf.item, what=leaf.what, sha256=leaf.sha256)
        for place, leaf in enumerate(things)
    ]


def _row(day: date, last: DayRoot | None, *, at: datetime) -> DayRoot:
    """Return the day that is to be sealed, with the custody entries that it covers: those since the last one."""
    after = last.custody_to if last else 0
    before_its_end = CustodyEntry.objects.filter(seq__gt=after, at__lt=_end(day).isoformat())
    to = before_its_end.order_by("-seq").values_list("seq", flat=True).first()
    return DayRoot(
        seq=last.seq + 1 if last else 1,
        day=day,
        sealed_at=at,
        custody_after=after,
        custody_to=after if to is None else to,
    )


def _leaves(end: datetime) -> Iterator[Leaf]:
    """Yield what was sealed before a moment and is in no day yet: originals, their records, what was made of them."""
    items = _unsealed_items().filter(taken_in_at__lt=end).order_by("pk")
    for sha256, ref, record in items.values_list("sha256", "ref", "seal_record__sha256"):
        yield Leaf(sha256=sha256, what=ORIGINAL, item=ref)
        if record:
            yield Leaf(sha256=record, what=SEAL_RECORD, item=ref)
    for row in _unsealed_reports().filter(item__read_at__lt=end).select_related("item").order_by("pk").iterator():
        for what, locked in derived(row):
            yield Leaf(sha256=hashlib.sha256(locked).hexdigest(), what=what, item=row.item.ref)


def _entries(day: DayRoot) -> Iterator[Leaf]:
    entries = CustodyEntry.objects.filter(seq__gt=day.custody_after, seq__lte=day.custody_to).order_by("seq")
    return (entry_leaf(digest, ref) for digest, ref in entries.values_list("hash", "ref").iterator())


def _recorded(things: list[Leaf]) -> bool:
    """Tell whether each original has its seal record: those sealed before there were such records have none."""
    whats = Counter(leaf.what for leaf in things)
    return whats[ORIGINAL] == whats[SEAL_RECORD]


def _unsealed_items() -> "QuerySet[Item]":
    sealed = DayLeaf.objects.filter(item=OuterRef("ref"), what=ORIGINAL)
    return Item.objects.filter(~Exists(sealed))


def _unsealed_reports() -> "QuerySet[Report]":
    sealed = DayLeaf.objects.filter(item=OuterRef("item__ref"), what__startswith="derived report ")
    return Report.objects.filter(~Exists(sealed), item__read_at__isnull=False)


def _first_unsealed_entry() -> datetime | None:
    """Return the moment of the first custody entry that no day covers."""
    last = DayRoot.objects.order_by("-seq").values_list("custody_to", flat=True).first() or 0
    at = CustodyEntry.objects.filter(seq__gt=last).order_by("seq").values_list("at", flat=True).first()
    return datetime.fromisoformat(at) if at else None


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC)
