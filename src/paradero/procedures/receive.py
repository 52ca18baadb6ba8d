"""Receives published bytes: opened, sealed, and only then written down and acknowledged (rule R15), in batches.

What is received is stored and provable; reading it is a job of its own, kept in the same transaction.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from paradero.intake import Declared, Opened, Parcel, Quarantined, open_parcel
from paradero.intake.sealed_file import Written
from paradero.procedures.act import Custody, act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.came_with import lock_came_with
from paradero.procedures.seal_records import CameBy, Sealing, write_records
from paradero.records.leases import ask_first
from paradero.records.many import insert_columns
from paradero.records.models import Archive, Arrival, Item
from paradero.records.models.sources import LONGEST_NAME
from paradero.terms.failpoint import reached
from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref
from paradero.terms.refusal import Refusal

TOGETHER = 100
"""So many items are acknowledged together or not at all."""
TOGETHER_BYTES = 64_000_000
"""A batch with as many bytes is not waited longer for."""

_LANGUAGE = re.compile("[A-Za-z-]{2,10}")


class DeclarationRefused(Refusal):
    """What the collector says of the bytes is no source or no language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A parcel that is opened and written to the store, and not yet acknowledged."""

    parcel: Parcel
    opened: Opened
    written: Written

    @property
    def sha256(self) -> str:
        """Return the digest of what is to be sealed."""
        return self.written.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbundled:
    """What the custody log says of each item that came out of a bundle: it stands for the other desk's custody."""

    fingerprint: str
    software: str
    """Name and version of what made the bundle."""


@dataclass(slots=True, kw_only=True)
class Batch:
    """Parcels that are acknowledged together or not at all. Who makes one ends it by `acknowledge` or `give_up`."""

    desk: Desk
    actor: Actor
    came_by: CameBy = CameBy.FILE
    archive: Archive | None = None
    """What the parcels are taken out of."""
    bundle: Unbundled | None = None
    _ready: list[_Ready] = field(default_factory=list)
    _bytes: int = 0

    def add(self, parcel: Parcel) -> None:
        """Open a parcel and write it to the store, not yet durably.

        Raises:
            DeclarationRefused: If what the collector says could not be kept.
            Unreadable: If no reader makes anything of the bytes.
            OSError: If the disk does not take them.
        """
        require_kept(parcel.declared)
        opened = open_parcel(parcel)
        written = self.desk.store.prepare(opened.pieces)
        self._ready.append(_Ready(parcel=parcel, opened=opened, written=written))
        self._bytes += written.size_bytes

    @property
    def is_full(self) -> bool:
        """Tell whether it is to be acknowledged before anything is added."""
        return len(self._ready) >= TOGETHER or self._bytes >= TOGETHER_BYTES

    def acknowledge(self, *, at: datetime) -> list[Receipt | Refused]:
        """Return what became of each parcel, once all are durable and written down.

        Bytes that were destroyed by order are refused, whoever brings them back.
        """
        refused: list[Receipt | Refused] = list(self._refused())
        if not self._ready:
            return refused
        self.desk.store.keep([each.written for each in self._ready])
        ready, self._ready, self._bytes = self._ready, [], 0
        reached("receive: sealed")
        return [*refused, *anew(lambda: self._write_down(ready, at=at))]

    def give_up(self) -> None:
        """Remove what was added and not acknowledged."""
        for each in self._ready:
            each.written.give_up()
        self._ready, self._bytes = [], 0

    def _refused(self) -> Iterator[Refused]:
        destroyed = self.desk.store.destroyed([each.sha256 for each in self._ready])
        for each in [each for each in self._ready if each.sha256 in destroyed]:
            self._ready.remove(each)
            each.written.give_up()
            name = each.parcel.name
            yield Refused(name=name, reason=f"{name}: these very bytes were destroyed by order and stay so.")

    def _write_down(self, ready: list[_Ready], *, at: datetime) -> list[Receipt | Refused]:
        digests = [each.sha256 for each in ready]
        kept = Item.objects.filter(sha256__in=digests)
        known = set(kept.values_list("sha256", flat=True))
        fresh = {each.sha256: each for each in ready if each.sha256 not in known}
        with act("take in", desk=self.desk, actor=self.actor, at=at) as done:
            self._insert_items(fresh, at=at)
            items = {sha256: (key, ref) for sha256, key, ref in kept.values_list("sha256", "pk", "ref")}
            self._insert_arrivals(ready, [items[each.sha256][0] for each in ready], at=at)
            self._insert_records(fresh, items, at=at)
            ask_first(JobKind.READ, [items[sha256][1] for sha256, each in fresh.items() if each.opened.reports], at=at)
            done.count = len(fresh)
            receipts: list[Receipt | Refused] = []
            for each in ready:
                (_, ref), new = items[each.sha256], fresh.pop(each.sha256, None) is not None
                done.custody += _custody(each, ref, new=new, bundle=self.bundle)
                if self.bundle:
                    done.further.append(("take in from bundle", ref, 1))
                receipts.append(Receipt(name=each.parcel.name, item_ref=ref, new=new))
            done.ref = items[digests[0]][1] if len(ready) == 1 else ""
        return receipts

    def _insert_items(self, fresh: Mapping[str, _Ready], *, at: datetime) -> None:
        opened = {sha256: each.opened for sha256, each in fresh.items()}
        came_with = lock_came_with(opened, desk=self.desk)
        count = len(fresh)
        insert_columns(
            Item,
            {
                "ref": [new_ref("I") for _ in fresh],
                "sha256": list(fresh),
                "size_bytes": [each.written.size_bytes for each in fresh.values()],
                "media_type": [each.media_type for each in opened.values()],
                "kind": [each.kind for each in opened.values()],
                "reader": [each.reader for each in opened.values()],
                "read_at": [None if each.reports else at for each in opened.values()],
                "sealed_came_with": [came_with.get(sha256) for sha256 in fresh],
                "collector": [self.actor.ref] * count,
                "taken_in_at": [at] * count,
                "archive_id": [self.archive.pk if self.archive else None] * count,
            },
        )

    def _insert_arrivals(self, ready: Sequence[_Ready], items: Sequence[int], *, at: datetime) -> None:
        declared = [each.parcel.declared for each in ready]
        insert_columns(
            Arrival,
            {
                "item_id": items,
                "at": [at] * len(ready),
                "actor": [self.actor.ref] * len(ready),
                "declared_source": [each.source for each in declared],
                "declared_published_on": [each.published_on for each in declared],
                "declared_language": [each.language for each in declared],
            },
        )

    def _insert_records(
        self, fresh: Mapping[str, _Ready], items: Mapping[str, tuple[int, str]], *, at: datetime
    ) -> None:
        sealings = [
            Sealing(
                key=items[sha256][0],
                ref=items[sha256][1],
                opened=each.opened,
                written=each.written,
                name=each.parcel.name,
                collector=self.actor.ref,
                at=at,
            )
            for sha256, each in fresh.items()
        ]
        archive = self.archive.ref if self.archive else None
        write_records(sealings, came_by=self.came_by, archive=archive, desk=self.desk)


def receive(
    parcels: Iterable[Parcel | Quarantined],
    *,
    came_by: CameBy = CameBy.FILE,
    archive: Archive | None = None,
    bundle: Unbundled | None = None,
    desk: Desk,
    actor: Actor,
    clock: Callable[[], datetime],
) -> Iterator[Receipt | Refused]:
    """Yield what became of each parcel, in batches: those received once they are stored durably, and those refused.

    Nothing is read: whatever is new leaves a job for that. A process that dies has stored what it acknowledged; to
    receive the same parcels again goes on where it was.
    """
    batch = Batch(desk=desk, actor=actor, came_by=came_by, archive=archive, bundle=bundle)
    try:
        for parcel in parcels:
            if isinstance(parcel, Quarantined):
                yield Refused(name=parcel.name, reason=f"{parcel.name}: {parcel.reason}.")
                continue
            try:
                batch.add(parcel)
            except Refusal as refusal:
                yield Refused(name=parcel.name, reason=str(refusal))
            if batch.is_full:
                yield from batch.acknowledge(at=clock())
        yield from batch.acknowledge(at=clock())
    finally:
        batch.give_up()


def require_kept(declared: Declared) -> None:
    """Let through what a row can keep of a declaration, else raise `DeclarationRefused`."""
    source, language = declared.source or "", declared.language or ""
    if len(source) > LONGEST_NAME or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in source):
        raise DeclarationRefused(f"A source is a name of at most {LONGEST_NAME} letters, in one line. Declare another.")
    if language and not _LANGUAGE.fullmatch(language):
        raise DeclarationRefused(f"A language is written in letters, as es or uk, not {language!a}.")


def _custody(each: _Ready, ref: str, *, new: bool, bundle: Unbundled | None) -> Iterator[Custody]:
    """Yield what the custody log says of a parcel: references, kinds and digests alone (rule R10)."""
    reduction = each.opened.reduction
    if reduction:
        yield Custody("reduced", ref, reduction.received_sha256, reduction.rule, count=reduction.fields)
    yield Custody("sealed" if new else "arrived again", ref, each.sha256, each.opened.reader)
    if bundle:
        yield Custody("unbundled", ref, bundle.fingerprint, bundle.software)
