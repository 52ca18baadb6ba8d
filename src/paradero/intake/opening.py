"""From bytes to reports, of which media have none: the first reader that knows the bytes reads them."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain

from paradero.intake.decoding import decode
from paradero.intake.item_reader import Declared, Opened
from paradero.intake.limits import LARGEST_BYTES
from paradero.intake.looks import TAKEN_IN, looks_like
from paradero.intake.media import HEAD_BYTES, MEDIA_READER, open_media, recognise_media
from paradero.intake.parcels import Parcel
from paradero.intake.text_items import READERS, open_text
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.record import begins_record, open_record, outline_of
from paradero.terms.report import Media, Report


def open_parcel(parcel: Parcel) -> Opened:
    """Return what a parcel holds; its bytes are read here, or are to be read from `Opened.pieces`.

    Raises:
        Unreadable: As `open_bytes`.
    """
    name, pieces = parcel.name, iter(parcel.pieces)
    head = _at_least(HEAD_BYTES, pieces)
    media = recognise_media(BytesIO(head), parcel.size_bytes, name)
    if media:
        stream = chain([head], pieces)
        return Opened(kind=media.kind, media_type=media.media_type, reader=MEDIA_READER, reports=(), stream=stream)
    if begins_record(head) and parcel.size_bytes > LARGEST_BYTES:
        seen = outline_of(head, name=name)
        return Opened(
            kind=seen.kind,
            media_type=seen.media_type,
            reader=seen.reader,
            reports=(),
            stream=chain([head], pieces),
            capture=seen.capture,
        )
    require_size(parcel.size_bytes, name=name)
    # One byte more than is taken, where a file grew since its size was asked for: `open_bytes` says so.
    return open_bytes(head + _at_least(LARGEST_BYTES, pieces), name=name, declared=parcel.declared)


def open_bytes(data: bytes, *, name: str, declared: Declared, largest_bytes: int = LARGEST_BYTES) -> Opened:
    """Return what `data` is, with the reports in it; a picture, video or sound is an item without any.

    Args:
        data: The bytes as they were published or exported.
        name: The file's name; its ending helps to tell the kind, and refusals begin with it.
        declared: What the collector says; it fills only what the bytes leave open.
        largest_bytes: The size above which a text is refused; media have a limit of their own.

    Raises:
        Unreadable: If they are empty, too large, binary, in a broken encoding or of no known kind, or a picture that
            is cut off or made to fill a machine's memory.
    """
    media = open_media(data, name=name)
    if media:
        return media
    require_size(len(data), name=name, largest_bytes=largest_bytes)
    if begins_record(data):
        return _beside(open_record(data, name=name, declared=declared), declared)
    seems = looks_like(data)
    if seems:
        raise Unreadable(f"{name}: this is {seems}. Paradero takes in {TAKEN_IN}.")
    return _beside(open_text(data, decode(data, name=name).text, name=name, declared=declared), declared)


def open_bytes_as(kind: str, data: bytes, *, name: str, declared: Declared) -> Opened:
    """Return the reports in bytes of which it is known what kind they are, as `Opened.kind` said it.

    Raises:
        Unreadable: If they are not of this kind after all.
    """
    if begins_record(data):
        return _beside(open_record(data, name=name, declared=declared), declared)
    reader = next((reader for reader in READERS if reader.kind == kind), None)
    named = name if reader else f"{name}.json"
    text = decode(data, name=name).text
    return _beside(open_text(data, text, name=named, declared=declared, sent_as=reader), declared)


def require_size(size: int, *, name: str, largest_bytes: int = LARGEST_BYTES) -> None:
    """Let a size in bytes through that `open_bytes` takes, else raise `Unreadable`: for whoever has not read it yet."""
    if not size:
        raise Unreadable(f"{name}: the file is empty. Fetch or save it again.")
    if size > largest_bytes:
        raise Unreadable(
            f"{name}: the file has {size / 1e6:,.1f} MB and the limit is {largest_bytes / 1e6:,.1f} MB. "
            "Export or save it in parts."
        )


def _at_least(wanted: int, pieces: Iterator[bytes]) -> bytes:
    """Return pieces up to the one with which more bytes are there than wanted, or all."""
    found = bytearray()
    while len(found) <= wanted and (piece := next(pieces, None)) is not None:
        found += piece
    return bytes(found)


def _beside(opened: Opened, declared: Declared) -> Opened:
    """Give the pictures, videos and sounds that came with the bytes their digests."""
    if not declared.beside or not any(report.media for report in opened.reports):
        return opened
    return replace(opened, reports=tuple(_with_digests(report, declared) for report in opened.reports))


def _with_digests(report: Report, declared: Declared) -> Report:
    return replace(report, media=tuple(_with_digest(media, declared) for media in report.media))


def _with_digest(media: Media, declared: Declared) -> Media:
    if media.sha256 or media.address is None:
        return media
    return replace(media, sha256=declared.beside.get(media.address))
