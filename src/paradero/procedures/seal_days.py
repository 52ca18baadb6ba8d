"""Seals the days that are over: one root a day over everything that was sealed, originals and what was made of them."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.anchors import ROOTS, keep_anchors
from paradero.records.many import insert_all
from paradero.records.models import DayLeaf, DayRoot, Item, Report
from paradero.terms.chain import Head
from paradero.terms.daily_root import DailyRoot, seal_day
from paradero.terms.merkle import Leaf

SETTLES = timedelta(hours=1)
"""So long after its end a day is left open: an act that began before midnight may end after it."""

ORIGINAL = "original"


def seal_days(*, desk: Desk, actor: Actor, at: datetime) -> tuple[DailyRoot, ...]:
    """Return the days that were sealed: each that is over, is not yet sealed, and on which something was.

    What a day's sealing missed, since its act ended later, is sealed with the next day.
    """
    sealed = []
    while (day := _next_day(at)) is not None:
        sealed.append(anew(lambda day=day: _seal(day, desk=desk, actor=actor, at=at)))  # type: ignore[misc]
    return tuple(sealed)


def as_sealed(row: DayRoot) -> DailyRoot:
    """Return a kept day."""
    return DailyRoot(day=row.day, size=row.size, root=row.root, previous=row.previous, hash=row.hash)


def derived(row: Report) -> Iterator[tuple[str, bytes]]:
    """Yield what was made of a report and is locked under its item's key, with its purpose."""
    yield f"derived report {row.position}", bytes(row.sealed_report)
    yield f"derived account {row.position}", bytes(row.sealed_account)


def _next_day(at: datetime) -> date | None:
    """Return the earliest day that is to be sealed; what was left over of sealed days belongs to the one after them."""
    moments = [
        _unsealed_items().order_by("taken_in_at").values_list("taken_in_at", flat=True).first(),
        _unsealed_reports().order_by("item__read_at").values_list("item__read_at", flat=True).first(),
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
    with act("seal day", desk=desk, actor=actor, at=at) as done:
        last = DayRoot.objects.order_by("-seq").first()
        leaves = list(_leaves(_end(day)))
        sealed = seal_day(map(bytes, leaves), day=day, previous=as_sealed(last) if last else None)
        row = DayRoot.objects.create(
            seq=last.seq + 1 if last else 1,
            day=day,
            size=sealed.size,
            root=sealed.root,
            previous=sealed.previous,
            hash=sealed.hash,
            sealed_at=at,
        )
        insert_all(
            [
                DayLeaf(day=row, place=place, item=leaf.item, what=leaf.what, sha256=leaf.sha256)
                for place, leaf in enumerate(leaves)
            ]
        )
        done.count = sealed.size
    keep_anchors(desk.anchors, {ROOTS: Head(seq=row.seq, hash=row.hash)})
    return sealed


def _leaves(end: datetime) -> Iterator[Leaf]:
    """Yield what was sealed before a moment and is in no day yet: originals, then what was made of them."""
    for sha256, ref in _unsealed_items().filter(taken_in_at__lt=end).order_by("pk").values_list("sha256", "ref"):
        yield Leaf(sha256=sha256, what=ORIGINAL, item=ref)
    for row in _unsealed_reports().filter(item__read_at__lt=end).select_related("item").order_by("pk").iterator():
        for what, locked in derived(row):
            yield Leaf(sha256=hashlib.sha256(locked).hexdigest(), what=what, item=row.item.ref)


def _unsealed_items() -> "QuerySet[Item]":
    sealed = DayLeaf.objects.filter(item=OuterRef("ref"), what=ORIGINAL)
    return Item.objects.filter(~Exists(sealed))


def _unsealed_reports() -> "QuerySet[Report]":
    sealed = DayLeaf.objects.filter(item=OuterRef("item__ref"), what__startswith="derived ")
    return Report.objects.filter(~Exists(sealed), item__read_at__isnull=False)


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC)
