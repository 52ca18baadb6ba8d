"""Checks the sealed days: their chain, their leaves, what is kept against what was sealed, their timestamps."""

import hashlib
from collections.abc import Iterator
from datetime import date

from paradero.intake.timestamps import TokenRefused, check_token
from paradero.procedures.acting import Desk
from paradero.procedures.anchors import ROOTS, Anchor, kept_anchors
from paradero.procedures.answers import Trouble
from paradero.procedures.seal_days import ORIGINAL, as_sealed, derived
from paradero.records.models import DayLeaf, DayRoot, Item, Report, Timestamp
from paradero.terms.daily_root import first_broken_day
from paradero.terms.merkle import Leaf

WHERE = "days"


def day_troubles(*, desk: Desk, roots: tuple[bytes, ...] = ()) -> Iterator[Trouble]:
    """Yield what is wrong with the sealed days.

    An item that was destroyed by order has left its leaf: nothing is wrong with that.

    Args:
        desk: The store and the folder.
        roots: The certificates, in PEM, that timestamps are held against; without any they are not checked.
    """
    days = {row.seq: row for row in DayRoot.objects.order_by("seq")}
    broken = first_broken_day(map(as_sealed, days.values()), leaves_of=leaves_of, kept=_kept(desk, days))
    if broken:
        yield Trouble(where=WHERE, ref=None, sentence=f"{broken.day:%Y-%m-%d}: {broken.what}.")
    yield from _changed_since(days)
    if roots:
        yield from _wrong_stamps(roots)


def leaves_of(day: date) -> Iterator[bytes]:
    """Yield the leaves of a sealed day as bytes, in order."""
    rows = DayLeaf.objects.filter(day__day=day).order_by("place").values_list("sha256", "what", "item")
    return (bytes(Leaf(sha256=sha256, what=what, item=item)) for sha256, what, item in rows.iterator())


def _kept(desk: Desk, days: dict[int, DayRoot]) -> dict[date, str]:
    """Return the hashes that were kept outside the database; that of a day that is gone stands under the last day."""
    kept: dict[date, str] = {}
    for anchor in kept_anchors(desk.anchors):
        if isinstance(anchor, Anchor) and anchor.log == ROOTS:
            row = days.get(anchor.head.seq)
            kept.setdefault(row.day if row else date.max, anchor.head.hash)
    return kept


def _changed_since(days: dict[int, DayRoot]) -> Iterator[Trouble]:
    """Compare what is kept now with what was sealed, leaf by leaf."""
    sealed = {(item, what): sha256 for item, what, sha256 in DayLeaf.objects.values_list("item", "what", "sha256")}
    if not days:
        return
    for item in Item.objects.order_by("pk").iterator():
        if sealed.get((item.ref, ORIGINAL), item.sha256) != item.sha256:
            yield _changed(item.ref, ORIGINAL)
    for row in Report.objects.select_related("item").order_by("pk").iterator():
        for what, locked in derived(row):
            then = sealed.get((row.item.ref, what))
            if then and then != hashlib.sha256(locked).hexdigest():
                yield _changed(row.item.ref, what)


def _changed(ref: str, what: str) -> Trouble:
    return Trouble(where=WHERE, ref=ref, sentence=f"{ref}: its {what} is not the one that its day was sealed with.")


def _wrong_stamps(roots: tuple[bytes, ...]) -> Iterator[Trouble]:
    for stamp in Timestamp.objects.select_related("day").order_by("pk"):
        try:
            check_token(bytes(stamp.token), digest=bytes.fromhex(stamp.day.hash), roots=roots)
        except TokenRefused as refused:
            yield Trouble(where=WHERE, ref=None, sentence=f"The timestamp of {stamp.day}: {refused}")
