"""From bytes to reports, of which media have none: the first reader that knows the bytes reads them."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain

from paradero.intake.decoding import decode
from paradero.intake.item_reader import Declared, ItemReader, Opened
from paradero.intake.json_items import is_json, open_json
from paradero.intake.looks import TAKEN_IN, looks_like
from paradero.intake.media import HEAD_BYTES, MEDIA_READER, open_media, recognise_media
from paradero.intake.page.reader import PAGE
from paradero.intake.parcels import Parcel
from paradero.intake.plain_text import PLAIN_TEXT
from paradero.intake.unreadable import Unreadable
from paradero.terms.report import Report

READERS: tuple[ItemReader, ...] = (PAGE, PLAIN_TEXT)
"""Who is asked about a text that is no JSON, in order; the last knows everything."""

LARGEST_BYTES = 20_000_000
"""What is larger is no page or channel export that a person reads; `open_bytes` takes another limit."""


def open_parcel(parcel: Parcel) -> Opened:
    """Return what a parcel holds; its bytes are read here, or are to be read from `Opened.pieces`.

    Raises:
        Unreadable: As `open_bytes`.
    """
    pieces = iter(parcel.pieces)
    head = _at_least(HEAD_BYTES, pieces)
    media = recognise_media(BytesIO(head), parcel.size_bytes, parcel.name)
    if media:
        stream = chain([head], pieces)
        return Opened(kind=media.kind, media_type=media.media_type, reader=MEDIA_READER, reports=(), stream=stream)
    require_size(parcel.size_bytes, name=parcel.name)
    # One byte more than is taken, where a file grew since its size was asked for: `open_bytes` says so.
    return open_bytes(head + _at_least(LARGEST_BYTES, pieces), name=parcel.name, declared=parcel.declared)


def _at_least(wanted: int, pieces: Iterator[bytes]) -> bytes:
    """Return pieces up to the one with which more bytes are there than wanted, or all."""
    found = bytearray()
    while len(found) <= wanted and (piece := next(pieces, None)) is not None:
        found += piece
    return bytes(found)


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
    seems = looks_like(data)
    if seems:
        raise Unreadable(f"{name}: this is {seems}. Paradero takes in {TAKEN_IN}.")
    text = decode(data, name=name).text
    if is_json(name, text):
        return _beside(open_json(data, text, name=name, declared=declared), declared)
    reader = next(reader for reader in READERS if reader.knows(name, text))
    return _read_by(reader, data, text, name=name, declared=declared)


def open_bytes_as(kind: str, data: bytes, *, name: str, declared: Declared) -> Opened:
    """Return the reports in bytes of which it is known what kind they are, as `Opened.kind` said it.

    Raises:
        Unreadable: If they are not of this kind after all.
    """
    text = decode(data, name=name).text
    reader = next((reader for reader in READERS if reader.kind == kind), None)
    if reader is None:
        return _beside(open_json(data, text, name=name, declared=declared), declared)
    return _read_by(reader, data, text, name=name, declared=declared)


def require_size(size: int, *, name: str, largest_bytes: int = LARGEST_BYTES) -> None:
    """Let a size in bytes through that `open_bytes` takes, else raise `Unreadable`: for whoever has not read it yet."""
    if not size:
        raise Unreadable(f"{name}: the file is empty. Fetch or save it again.")
    if size > largest_bytes:
        raise Unreadable(
            f"{name}: the file has {size / 1e6:,.1f} MB and the limit is {largest_bytes / 1e6:,.1f} MB. "
            "Export or save it in parts."
        )


def _read_by(reader: ItemReader, data: bytes, text: str, *, name: str, declared: Declared) -> Opened:
    reports = reader.read(name, text, declared)
    opened = Opened(kind=reader.kind, media_type=reader.media_type, reader=reader.name, reports=reports, data=data)
    return _beside(opened, declared)


def _beside(opened: Opened, declared: Declared) -> Opened:
    """Give the pictures, videos and sounds that came with the bytes their digests."""
    if not declared.beside:
        return opened
    return replace(opened, reports=tuple(_with_digests(report, declared) for report in opened.reports))


def _with_digests(report: Report, declared: Declared) -> Report:
    media = (
        media if media.sha256 else replace(media, sha256=declared.beside.get(media.address)) for media in report.media
    )
    return replace(report, media=tuple(media))
