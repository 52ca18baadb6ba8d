"""Checks the sealed days: their chain, their leaves, what is kept against what was sealed, seal records, timestamps."""

import hashlib
from collections.abc import Iterator
from datetime import date

from paradero.exchange.bundle import ORIGINAL, SEAL_RECORD, item_of_record
from paradero.intake import SealDestroyed
from paradero.intake.timestamps import TokenRefused, check_token
from paradero.procedures.acting import Desk
from paradero.procedures.anchors import ROOTS, Anchor, kept_anchors
from paradero.procedures.answers import Trouble
from paradero.procedures.day_leaves import as_sealed, blocks_of, leaves_of
from paradero.procedures.seal_days import derived
from paradero.procedures.seal_records import KeptRecord, RecordRow, digest_of, has_its_name, records_with_texts
from paradero.records.models import DayLeaf, DayRoot, Item, Report, Timestamp
from paradero.terms import merkle
from paradero.terms.daily_root import first_broken_day

WHERE = "days"


def day_troubles(*, desk: Desk, roots: tuple[bytes, ...] = ()) -> Iterator[Trouble]:
    """Yield what is wrong with the sealed days.

    An item that was destroyed by order has left its leaf: nothing is wrong with that.

    Args:
        desk: The store and the folder.
        roots: The certificates, in PEM, that timestamps are held against; without any they are not checked.
    """
    days = {row.seq: row for row in DayRoot.objects.order_by("seq")}
    of_day = {row.day: row for row in days.values()}
    broken = first_broken_day(
        map(as_sealed, days.values()),
        leaves_of=lambda day: map(bytes, leaves_of(of_day[day])),
        kept=_kept(desk, days),
    )
    if broken:
        yield Trouble(where=WHERE, ref=None, sentence=f"{broken.day:%Y-%m-%d}: {broken.what}.")
    yield from _without_ways(days)
    yield from _changed_since(days)
    yield from _records(desk)
    if roots:
        yield from _wrong_stamps(roots)


def _kept(desk: Desk, days: dict[int, DayRoot]) -> dict[date, str]:
    """Return the hashes that were kept outside the database; that of a day that is gone stands under the last day."""
    kept: dict[date, str] = {}
    for anchor in kept_anchors(desk.anchors):
        if isinstance(anchor, Anchor) and anchor.log == ROOTS:
            row = days.get(anchor.head.seq)
            kept.setdefault(row.day if row else date.max, anchor.head.hash)
    return kept


def _without_ways(days: dict[int, DayRoot]) -> Iterator[Trouble]:
    """Name the days whose kept hashes of blocks lead to another root: proof pages and bundles go by them."""
    for row in days.values():
        if merkle.root(blocks_of(row)).hex() != row.root:
            yield Trouble(where=WHERE, ref=None, sentence=f"{row.day:%Y-%m-%d}: the ways up to its root were changed.")


def _records(desk: Desk) -> Iterator[Trouble]:
    """Open each seal record, and hold it to its digest, to its leaf and to its item."""
    leaves = dict(DayLeaf.objects.filter(what=SEAL_RECORD).values_list("item", "sha256"))
    for row, kept in records_with_texts(desk=desk):
        wrong = _wrong_with(row, kept, leaves.pop(row.ref, row.sha256))
        if wrong:
            yield Trouble(where=WHERE, ref=row.ref, sentence=f"{row.ref}: its seal record {wrong}")
    for ref in leaves:
        yield Trouble(where=WHERE, ref=ref, sentence=f"{ref}: its seal record is gone; its day was sealed with one.")


def _wrong_with(row: RecordRow, kept: KeptRecord | Exception, leaf: str) -> str | None:
    if row.sha256 != leaf:
        return "is not the one that its day was sealed with."
    if isinstance(kept, SealDestroyed):
        return None
    if isinstance(kept, Exception):
        return f"cannot be opened. {kept}"
    said = item_of_record(kept.text, tuple) if digest_of(kept.text) == row.sha256 else None
    if said is None or not has_its_name(kept, said):
        return "is not the one that was written down."
    if (said.ref, said.sha256) != (row.ref, row.item_sha256):
        return "is of another item."
    return None


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
