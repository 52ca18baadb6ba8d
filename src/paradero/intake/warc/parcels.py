"""A WARC file as parcels: each response and resource in it becomes an item of its own, and can be erased by itself."""

from collections import Counter
from collections.abc import Iterator

from paradero.intake.item_reader import Declared
from paradero.intake.limits import LARGEST_BYTES
from paradero.intake.parcels import Parcel, Quarantined
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.contents import (
    SEGMENT,
    answer_passed_over,
    contents,
    media_in,
    type_passed_over,
)
from paradero.intake.warc.digests import NOT_AS_STATED, block_digest, digest_fault
from paradero.intake.warc.flow import PIECE_BYTES, Flow
from paradero.intake.warc.hashed_stream import Readable
from paradero.intake.warc.message import Message
from paradero.intake.warc.records import Broken, Passage, Record, records
from paradero.intake.warc.unpacking import flow_of


def parcels_of_warc(
    stream: Readable, *, name: str, passed_over: Counter[str] | None = None
) -> Iterator[Parcel | Quarantined]:
    """Return the responses and resources in a WARC file, in order, each verbatim: its header and its content.

    A record of more than `LARGEST_BYTES`, which only a picture, video or sound may have, is handed over before its end
    was seen: if it turns out broken, whoever reads its pieces gets an `Unreadable` from them and must keep nothing of
    it; the records after it still come. The stream is read to its end.

    Args:
        stream: A WARC file, as it is or packed with gzip; a `HashedStream` where its digest is wanted. One that can
            seek lets the end of a large record be seen beforehand.
        name: The file's name, with which the names of the parcels and refusals begin.
        passed_over: Counts what was whole and is not taken in, by kind; contents.py says why.

    Raises:
        Unreadable: If it is empty, no WARC file, or packed in another way.
    """
    return _parcels(flow_of(stream, name=name), name, Counter() if passed_over is None else passed_over)


def _parcels(flow: Flow, name: str, passed_over: Counter[str]) -> Iterator[Parcel | Quarantined]:
    for record in records(flow, held_bytes=LARGEST_BYTES):
        within = f"{name}, record {record.number}"
        if isinstance(record, Broken):
            yield Quarantined(name=within, reason=record.reason)
        elif kind := type_passed_over(record.header):
            passed_over[kind] += 1
        else:
            yield from _taken_in(record, within, passed_over)


def _taken_in(record: Record, name: str, passed_over: Counter[str]) -> Iterator[Parcel | Quarantined]:
    message = contents(record.header, record.head)
    kind = answer_passed_over(message, record.size_bytes) if message else None
    if kind:
        passed_over[kind] += 1
    elif fault := _fault(record, message):
        yield Quarantined(name=name, reason=fault)
    else:
        yield _parcel(record, f"{name} (after a broken one)" if record.after_broken else name)


def _fault(record: Record, message: Message | None) -> str | None:
    """Return why a record that is whole is not taken in, as the end of a sentence."""
    if "warc-type" not in record.header.fields:
        return "it does not say of which type it is"
    if "warc-segment-number" in record.header.fields:
        return f"it is {SEGMENT}"
    if message is None:
        return "it keeps a server's answer whose head is broken"
    if isinstance(record.data, bytes):
        return digest_fault(record.header, record.data[record.header.size :])
    if not media_in(message, record.head):
        has, limit = (f"{size / 1e6:,.1f} MB" for size in (record.size_bytes, LARGEST_BYTES))
        return f"it has {has}, and the limit is {limit} for what is no picture, video or sound"
    return None


def _parcel(record: Record, name: str) -> Parcel:
    data = record.data
    pieces = _large(record, data, name) if isinstance(data, Passage) else _held(data)
    return Parcel(name=name, size_bytes=record.size_bytes, pieces=pieces, declared=Declared())


def _held(data: bytes) -> Iterator[bytes]:
    return (data[at : at + PIECE_BYTES] for at in range(0, len(data), PIECE_BYTES))


def _large(record: Record, passage: Passage, name: str) -> Iterator[bytes]:
    """Yield the pieces of a large record; raise `Unreadable` at the end if it is not whole."""
    digest = block_digest(record.header)
    before_content = record.header.size
    for piece in passage:
        if digest:
            digest.update(piece[before_content:])
        before_content = max(before_content - len(piece), 0)
        yield piece
    fault = passage.fault or (NOT_AS_STATED if digest and not digest.holds() else None)
    if fault:
        passage.told = True
        raise Unreadable(f"{name}: this record was not taken in: {fault}. Capture it again.")
