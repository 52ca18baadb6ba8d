"""Makes an approved bundle: items with their seal records, their custody, the roots of their days, and the stamps."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from paradero.exchange.bundle import (
    ORIGINAL,
    SEAL_RECORD,
    BundleDay,
    BundleItem,
    BundleParts,
    BundleProof,
    BundleToken,
    Capture,
    DestroyedItem,
    Reduced,
    write_bundle,
)
from paradero.intake import SealDestroyed
from paradero.intake.durable import sync_folder
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.bundles import BundleNotReady
from paradero.procedures.came_with import unlock_came_with
from paradero.procedures.day_leaves import Place, Ways, as_sealed, places_of_entries, places_of_things
from paradero.procedures.seal_records import SOFTWARE, recorded_item
from paradero.procedures.sealed_reports import unlock
from paradero.procedures.stamp_days import trusted_roots
from paradero.records.logs import head
from paradero.records.models import Bundle, CustodyEntry, DayRoot, Item
from paradero.terms.dates import DateKnownFrom


def make_bundle(ref: str, to: Path, *, desk: Desk, actor: Actor, at: datetime) -> str:
    """Write an approved bundle to a new file and return its fingerprint; the custody log says that its items left.

    Raises:
        NotHeld: If there is no such bundle.
        BundleNotReady: If nobody else has approved it, or the file is there already.
        BundleRefused: If an item is not as it was sealed; no file is left.
        SealBroken, SealMissing: If an item cannot be opened; no file is left.
    """
    row = held_under(ref, Bundle.objects.filter(ref=ref).first(), kind="bundle")
    if row.approved_by is None:
        raise BundleNotReady(f"{ref} waits for a second person. Ask a colleague to approve it.")
    if to.exists():
        raise BundleNotReady(f"{to} is there already. Name a new file.")
    parts = _parts(tuple(row.items), desk)
    fingerprint = _write(to, parts, at=at)
    with act("make bundle", desk=desk, actor=actor, at=at, ref=ref) as done:
        row.made_at, row.fingerprint = at, fingerprint
        row.save(update_fields=["made_at", "fingerprint"])
        done.custody += [Custody("bundled", item.ref, item.sha256, SOFTWARE) for item in parts.items]
        done.count = len(parts.items)
    return fingerprint


def _write(to: Path, parts: BundleParts, *, at: datetime) -> str:
    whole = to.with_name(f"{to.name}.part")
    try:
        with whole.open("x+b") as file:
            fingerprint = write_bundle(file, parts, made_at=at, software=SOFTWARE)
            file.flush()
            os.fsync(file.fileno())
        whole.rename(to)
    finally:
        whole.unlink(missing_ok=True)
    sync_folder(to.parent)
    return fingerprint


def _parts(refs: tuple[str, ...], desk: Desk) -> BundleParts:
    found = {item.ref: item for item in Item.objects.filter(ref__in=refs)}
    held, destroyed = [], []
    for ref in refs:
        item = held_under(ref, found.get(ref), kind="item")
        try:
            held.append(recorded_item(item, desk=desk) or _item(item, desk))
        except SealDestroyed:
            destroyed.append(DestroyedItem(ref=item.ref, sha256=item.sha256))
    last = head(CustodyEntry)
    assert last is not None  # noqa: S101 -- each item was sealed
    entries = tuple(CustodyEntry.objects.filter(ref__in=refs).order_by("seq"))
    proofs = tuple(_proofs([item.ref for item in held], [item.ref for item in destroyed], entries))
    days = tuple(_days(proofs))
    return BundleParts(
        items=tuple(held),
        destroyed=tuple(destroyed),
        custody=tuple(entry.link() for entry in entries),
        custody_head=last,
        days=tuple(map(_day, days)),
        proofs=proofs,
        tokens=tuple(_tokens(days, desk)),
    )


def _item(item: Item, desk: Desk) -> BundleItem:
    """Return what is known now of an item that was sealed before there were seal records."""
    came_with = unlock_came_with(item, desk=desk)
    digest = hashlib.sha512()
    for piece in desk.store.pieces(item.sha256):
        digest.update(piece)
    row = item.reports.select_related("item").order_by("position").first()
    report = unlock(row, desk=desk).report if row else None
    claimed_on = row.published_on if row else None
    return BundleItem(
        ref=item.ref,
        sha256=item.sha256,
        sha512=digest.hexdigest(),
        size_bytes=item.size_bytes,
        media_type=item.media_type,
        kind=item.kind,
        reader=item.reader,
        address=(report.address if report else None) or came_with.address,
        publisher=report.source if report else None,
        claimed_on=claimed_on,
        claimed_from=DateKnownFrom(row.date_known_from).value if row and claimed_on else None,
        collected_at=item.taken_in_at,
        collector=item.collector,
        capture=Capture(at=came_with.captured_at, record_id=came_with.record_id) if came_with.captured_at else None,
        reduced=_reduced(item),
        pieces=partial(desk.store.pieces, item.sha256),
    )


def _reduced(item: Item) -> Reduced | None:
    entry = CustodyEntry.objects.filter(ref=item.ref, act="reduced").order_by("seq").first()
    return Reduced(rule=entry.reader, fields=entry.count, received_sha256=entry.sha256) if entry else None


def _proofs(held: Sequence[str], destroyed: Sequence[str], entries: Sequence[CustodyEntry]) -> Iterator[BundleProof]:
    """Yield the way up from all that the bundle holds; the record of a destroyed item is not in it."""
    places = [
        *places_of_things(held, ORIGINAL, SEAL_RECORD),
        *places_of_things(destroyed, ORIGINAL),
        *places_of_entries(entries),
    ]
    ways = Ways()
    for at in sorted(places, key=lambda at: (at.day.seq, at.place)):
        yield _proof(at, ways)


def _proof(at: Place, ways: Ways) -> BundleProof:
    return BundleProof(
        day=at.day.day,
        place=at.place,
        what=at.leaf.what,
        item=at.leaf.item,
        sha256=at.leaf.sha256,
        path=tuple(step.hex() for step in ways.up_from(at)),
    )


def _day(row: DayRoot) -> BundleDay:
    day = as_sealed(row)
    return BundleDay(day=day.day, size=day.size, root=day.root, previous=day.previous, custody=day.custody)


def _days(proofs: tuple[BundleProof, ...]) -> Iterator[DayRoot]:
    """Yield the days from the first that proves an item to the last that was sealed: a later stamp vouches for all."""
    if proofs:
        yield from DayRoot.objects.filter(day__gte=min(proof.day for proof in proofs)).order_by("seq")


def _tokens(days: tuple[DayRoot, ...], desk: Desk) -> Iterator[BundleToken]:
    certificates = b"".join(trusted_roots(desk.home))
    for day in days:
        stamp = day.timestamps.order_by("stamped_at").first()
        if stamp and certificates:
            yield BundleToken(day=day.day, der=bytes(stamp.token), certificates=certificates, is_bare=True)
