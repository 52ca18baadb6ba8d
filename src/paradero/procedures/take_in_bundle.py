"""Takes in another desk's bundle: its items are sealed here, and their custody goes on where it left off."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from paradero.exchange.bundle import BundleItem, BundleRefused, ReadBundle, read_bundle
from paradero.intake import Declared, Parcel
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.receive import receive
from paradero.records.models import Archive, Item
from paradero.terms.refs import new_ref


def take_in_bundle(
    path: Path, *, name: str, desk: Desk, actor: Actor, clock: Callable[[], datetime]
) -> Iterator[Receipt | Refused]:
    """Yield what became of each item of a bundle, once the whole bundle was held against its digests and proofs.

    What it says of the publisher and the day counts as declared. The custody log names the bundle by its fingerprint:
    it stands for the other desk's custody, which lies in the bundle itself; keep the file.
    """
    with path.open("rb") as file:
        try:
            read = read_bundle(file, name=name)
        except BundleRefused as refusal:
            yield Refused(name=name, reason=str(refusal))
            return
        archive = Archive.objects.create(
            ref=new_ref("A"), taken_in_at=clock(), collector=actor.ref, sha256=read.fingerprint
        )
        parcels = (_parcel(item, name) for item in read.parts.items)
        for one in receive(parcels, archive=archive, desk=desk, actor=actor, clock=clock):
            if isinstance(one, Receipt):
                _continue(one, read, desk=desk, actor=actor, at=clock())
            yield one


def _parcel(item: BundleItem, name: str) -> Parcel:
    declared = Declared(source=item.publisher, published_on=item.claimed_on)
    return Parcel(name=f"{name}, {item.ref}", size_bytes=item.size_bytes, pieces=item.pieces(), declared=declared)


def _continue(one: Receipt, read: ReadBundle, *, desk: Desk, actor: Actor, at: datetime) -> None:
    """Write into the custody log that the item came out of a bundle, by the bundle's fingerprint."""
    with act("take in from bundle", desk=desk, actor=actor, at=at, ref=one.item_ref) as done:
        item = Item.objects.get(ref=one.item_ref)
        done.custody.append(Custody("unbundled", item.ref, read.fingerprint, read.software))
        done.count = 1
