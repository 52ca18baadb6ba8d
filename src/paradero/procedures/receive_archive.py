"""Receives a web archive: every response and resource in it becomes an item, and what the file was is kept."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BufferedReader
from pathlib import Path

from paradero.intake import HashedStream, Parcel, Quarantined, Unreadable, parcels_of_wacz, parcels_of_warc
from paradero.procedures.act import Custody, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.begun_archives import TAKEN_APART, begun_archives
from paradero.procedures.receive import receive
from paradero.procedures.seal_records import CameBy
from paradero.records.models import Archive
from paradero.terms.refs import new_ref

READER = "paradero archive 1"

HEAD_BYTES = 8
"""So many of the first bytes tell."""
_BEGINNINGS = (b"WARC/", b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
_ZIP = b"PK\x03\x04"
_REST_BYTES = 1 << 20


def is_archive(head: bytes) -> bool:
    """Tell from the first bytes of a file whether it is to be taken apart; whatever is packed may be a web archive."""
    return head.startswith((*_BEGINNINGS, _ZIP))


def receive_archive(
    path: Path, *, name: str, desk: Desk, actor: Actor, clock: Callable[[], datetime]
) -> Iterator[Receipt | Refused]:
    """Yield what became of each record of a WARC or WACZ file, in batches as `receive` does; memory stays flat.

    The file itself is not kept. Its SHA-256 and size are, with how many records went in; a record that is broken is
    refused with its reason, and the others go in. Begun anew after it was interrupted, it goes on as the same archive.
    """
    with path.open("rb") as file:
        sha256, size = _digest(file)
        stream = HashedStream(file)
        try:
            parcels = _parcels(file, stream, name)
        except Unreadable as refusal:
            yield Refused(name=name, reason=str(refusal))
            return
        archive = begun_archives().filter(sha256=sha256).first() or Archive.objects.create(
            ref=new_ref("A"), taken_in_at=clock(), collector=actor.ref, sha256=sha256, size_bytes=size
        )
        went_in = 0
        for one in receive(parcels, came_by=CameBy.WEB_ARCHIVE, archive=archive, desk=desk, actor=actor, clock=clock):
            went_in += isinstance(one, Receipt)
            yield one
        if _whole(file, stream) != (sha256, size):
            yield Refused(name=name, reason=f"{name}: it was changed while it was read. Take it in again.")
            return
        with act("take in archive", desk=desk, actor=actor, at=clock(), ref=archive.ref) as done:
            done.count = went_in
            done.custody.append(Custody(TAKEN_APART, archive.ref, sha256, READER, count=went_in))


def _parcels(file: BufferedReader, stream: HashedStream, name: str) -> Iterator[Parcel | Quarantined]:
    head = file.read(len(_ZIP))
    file.seek(0)
    if head == _ZIP:
        return parcels_of_wacz(file, name=name, passed_over=Counter())
    return parcels_of_warc(stream, name=name, passed_over=Counter())


def _whole(file: BufferedReader, stream: HashedStream) -> tuple[str, int]:
    """Return the digest and the size of the file; a zip archive, which is read here and there, is read once more."""
    if stream.size_bytes:
        while stream.read(_REST_BYTES):
            pass
        return stream.sha256, stream.size_bytes
    return _digest(file)


def _digest(file: BufferedReader) -> tuple[str, int]:
    """Return the digest and the size of the file, which is then at its beginning."""
    file.seek(0)
    digest, size = hashlib.file_digest(file, "sha256"), file.tell()
    file.seek(0)
    return digest.hexdigest(), size
