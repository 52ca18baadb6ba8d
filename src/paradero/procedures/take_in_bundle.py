"""Takes in another desk's bundle: its items are sealed here, and their custody goes on where it left off."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from paradero.exchange.bundle import BundleItem, BundleRefused, ReadBundle, read_bundle
from paradero.intake import Declared, Parcel
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import NotProven, Receipt, Refused
from paradero.procedures.receive import Unbundled, receive
from paradero.procedures.seal_records import CameBy
from paradero.records.models import Archive
from paradero.terms.refs import new_ref


def take_in_bundle(
    path: Path, *, name: str, desk: Desk, actor: Actor, clock: Callable[[], datetime]
) -> Iterator[Receipt | Refused | NotProven]:
    """Yield what became of each item of a bundle, once the whole bundle was held against its digests and proofs.

    What it says of the publisher and the day counts as declared. The custody log names the bundle by its fingerprint,
    in the act in which its items are sealed: it stands for the other desk's custody, which lies in the bundle itself;
    keep the file. What the bundle does not prove is said at the end.
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
        bundle = Unbundled(fingerprint=read.fingerprint, software=read.software)
        hands: Any = {"desk": desk, "actor": actor, "clock": clock}
        yield from receive(parcels, came_by=CameBy.BUNDLE, archive=archive, bundle=bundle, **hands)
        yield from _unproven(read, name)


def _parcel(item: BundleItem, name: str) -> Parcel:
    declared = Declared(source=item.publisher, published_on=item.claimed_on)
    return Parcel(name=f"{name}, {item.ref}", size_bytes=item.size_bytes, pieces=item.pieces(), declared=declared)


def _unproven(read: ReadBundle, name: str) -> Iterator[NotProven]:
    items, entries = len(read.parts.items), len(read.parts.custody)
    said = (
        (read.unproven, items, "items' bytes: when they were sealed, only the bundle's fingerprint vouches for"),
        (
            read.unrecorded,
            items,
            "items' seal records: publisher, address and claimed day rest on the bundle's fingerprint alone",
        ),
        (read.unproven_entries, entries, "custody entries: they rest on the bundle's fingerprint alone"),
    )
    for left, of, what in said:
        if left:
            yield NotProven(name=name, sentence=f"{name}: no day's root covers {len(left):,} of {of:,} {what}.")
