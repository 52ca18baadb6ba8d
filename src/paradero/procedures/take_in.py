"""Takes published bytes in and reads them at once: for whoever waits for what they show."""

from datetime import datetime, timedelta

from paradero.intake import Declared, Parcel, SealDestroyed
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused, TakenIn
from paradero.procedures.read_item import read_item
from paradero.procedures.receive import Batch
from paradero.procedures.sealed_reports import unlock
from paradero.records import leases
from paradero.records.models import Item
from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref

LEASE = timedelta(minutes=10)
"""How long the reading stays with whoever waits for it; a channel's whole export takes minutes."""


def take_in(data: bytes, *, name: str, declared: Declared, desk: Desk, actor: Actor, at: datetime) -> TakenIn:
    """Return the item's reference once the bytes, their reports and sightings are stored durably.

    The same bytes again are one more arrival of the same item, and nothing is read or written twice. What a new item
    shows is held against the open enquiries by a job that is kept with it: nobody waits for that search here.

    Args:
        data: The bytes as they were found.
        name: The file's name, for the readers and for the sentence of a refusal; it is not kept.
        declared: What the collector says of them.
        desk: The store and the folder.
        actor: Who takes them in.
        at: When.

    Raises:
        DeclarationRefused: If what the collector says could not be kept; nothing is stored.
        Unreadable: If no reader makes anything of the bytes; nothing is stored.
        SealDestroyed: If these bytes were destroyed by order.
    """
    parcel = Parcel(name=name, size_bytes=len(data), pieces=[data], declared=declared)
    batch = Batch(desk=desk, actor=actor)
    try:
        batch.add(parcel)
        (receipt,) = batch.acknowledge(at=at)
    finally:
        batch.give_up()
    if isinstance(receipt, Refused):
        raise SealDestroyed(receipt.reason)
    job = leases.take(worker=new_ref("W"), at=at, until=at + LEASE, kind=JobKind.READ, subject=receipt.item_ref)
    if job is not None:
        read_item(job, desk=desk, actor=actor, clock=lambda: at)
    return taken_in(receipt, desk=desk)


def taken_in(receipt: Receipt, *, desk: Desk) -> TakenIn:
    """Return what was read in an item that was received, so far. It logs nothing: who received it may know."""
    item = Item.objects.get(ref=receipt.item_ref)
    reports = list(item.reports.select_related("origin", "item"))
    sightings = item.reports.filter(sightings__isnull=False).values_list("sightings__ref", flat=True)
    accounts = [unlock(report, desk=desk).account for report in reports] if receipt.new else []
    return TakenIn(
        item_ref=item.ref,
        new=receipt.new,
        read=item.read_at is not None,
        reports=len(reports),
        sightings=tuple(sightings),
        origins=tuple(report.origin.ref for report in reports),
        gaps=tuple(dict.fromkeys(gap for account in accounts for gap in account.gaps)),
    )
