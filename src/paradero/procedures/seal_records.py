"""Writes down, when an item is sealed, all that is known of it: one text, under its own key, a leaf of its day."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import islice

import paradero
from paradero.exchange.bundle import BundleItem, Capture, Recorded, Reduced, item_of_record, seal_record
from paradero.intake import Opened
from paradero.intake.one_line import one_line
from paradero.intake.sealed_file import Written
from paradero.procedures.acting import Desk
from paradero.records.many import insert_columns
from paradero.records.models import Item, SealRecord
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Report

SOFTWARE = f"paradero {paradero.__version__}"
PURPOSE = "seal record"

SALT_BYTES = 32
_TOGETHER = 500
_LONGEST_NAME = 255
_LONGEST_ADDRESS = 4_000
_LONGEST = 500


class CameBy(Enum):
    """How bytes came in."""

    FILE = "file"
    """From a file or folder of the desk's machine."""
    UPLOAD = "upload"
    WEB_ARCHIVE = "web archive"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """What is locked of an item's sealing; only `text` ever leaves the house."""

    text: str
    """The seal record: the item's line in the manifest of every bundle."""
    name: str
    """Under which the bytes came, without folders: it can be somebody's name."""
    name_salt: str
    """`name_sha256` in the record is that of this salt, a space and the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """What is kept of a seal record in the open."""

    ref: str
    item_sha256: str
    sha256: str
    """Of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """One new item on its way to its seal record."""

    key: int
    """Of its row."""
    ref: str
    opened: Opened
    written: Written
    name: str
    collector: str
    at: datetime


def write_records(sealings: Sequence[Sealing], *, came_by: CameBy, archive: str | None, desk: Desk) -> None:
    """Write the seal record of each new item: a part of receiving, inside its transaction.

    Raises:
        SealDestroyed, SealMissing: If a key is gone since the bytes were sealed.
    """
    kept = {each.written.sha256: _kept(each, came_by=came_by, archive=archive) for each in sealings}
    texts = {sha256: to_json(record).encode() for sha256, record in kept.items()}
    locked = desk.store.encrypt_all(texts, purpose=PURPOSE)
    insert_columns(
        SealRecord,
        {
            "item_id": [each.key for each in sealings],
            "sha256": [digest_of(record.text) for record in kept.values()],
            "locked": [locked[sha256] for sha256 in kept],
        },
    )


def unlock_record(row: SealRecord, *, desk: Desk) -> KeptRecord:
    """Return what was written down of an item when it was sealed.

    Raises:
        SealDestroyed: If the item was destroyed by order, and the salt with it.
        SealBroken, SealMissing: If what was kept or its key was altered or lost.
    """
    sha256 = row.item.sha256
    return from_json(KeptRecord, desk.store.decrypt(sha256, bytes(row.locked), purpose=PURPOSE))


def recorded_item(item: Item, *, desk: Desk) -> BundleItem | None:
    """Return an item as its seal record has it; `None` of one that was sealed before there were such.

    Raises:
        SealDestroyed, SealBroken, SealMissing: As `unlock_record`.
    """
    row = SealRecord.objects.select_related("item").filter(item=item).first()
    if row is None:
        return None
    return item_of_record(unlock_record(row, desk=desk).text, lambda: desk.store.pieces(item.sha256))


def records_with_texts(*, desk: Desk) -> Iterator[tuple[RecordRow, KeptRecord | Exception]]:
    """Yield every seal record with what is locked in it, or what `unlock_record` would raise of it, in flat memory."""
    of_items = SealRecord.objects.order_by("pk").values_list("item__ref", "item__sha256", "sha256", "locked")
    rows = of_items.iterator(chunk_size=_TOGETHER)
    while some := list(islice(rows, _TOGETHER)):
        texts = desk.store.decrypt_all([(sha256, bytes(locked), PURPOSE) for _, sha256, _, locked in some])
        for (ref, item_sha256, sha256, _), text in zip(some, texts, strict=True):
            kept = text if isinstance(text, Exception) else from_json(KeptRecord, text)
            yield RecordRow(ref=ref, item_sha256=item_sha256, sha256=sha256), kept


def has_its_name(kept: KeptRecord, said: BundleItem) -> bool:
    """Tell whether the kept name is the one that the record, as it was read, has the digest of."""
    recorded = said.recorded
    return recorded is not None and recorded.name_sha256 == digest_of(f"{kept.name_salt} {kept.name}")


def digest_of(text: str) -> str:
    """Return the SHA-256 that is the leaf of a seal record."""
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(each: Sealing, *, came_by: CameBy, archive: str | None) -> KeptRecord:
    name = one_line(each.name.rstrip("/").rpartition("/")[2])[:_LONGEST_NAME]
    salt = secrets.token_hex(SALT_BYTES)
    recorded = Recorded(
        salt=secrets.token_hex(SALT_BYTES),
        software=SOFTWARE,
        method=came_by.value,
        name_sha256=digest_of(f"{salt} {name}"),
        reports=len(each.opened.reports),
        archive=archive,
        captured_from=_line(each.opened.capture.address, _LONGEST_ADDRESS) if each.opened.capture else None,
        claimed_zone=_zone(each.opened.reports[0]) if each.opened.reports else None,
    )
    return KeptRecord(text=seal_record(_as_bundled(each, recorded)), name=name, name_salt=salt)


def _as_bundled(each: Sealing, recorded: Recorded) -> BundleItem:
    """Return what the record says; of a file of many publications, that of the first."""
    opened, written = each.opened, each.written
    report = opened.reports[0] if opened.reports else None
    claimed_on = report.published_on if report else None
    return BundleItem(
        ref=each.ref,
        sha256=written.sha256,
        sha512=written.sha512,
        size_bytes=written.size_bytes,
        media_type=opened.media_type,
        kind=opened.kind,
        reader=opened.reader,
        address=_line(report.address if report else None, _LONGEST_ADDRESS) or recorded.captured_from,
        publisher=_line(report.source if report else None, _LONGEST),
        claimed_on=claimed_on,
        claimed_from=report.date_known_from.value if report and claimed_on else None,
        collected_at=each.at,
        collector=each.collector,
        capture=_capture(opened),
        reduced=_reduced(opened),
        recorded=recorded,
        pieces=tuple,
    )


def _capture(opened: Opened) -> Capture | None:
    capture = opened.capture
    return Capture(at=capture.captured_at, record_id=_line(capture.record_id, _LONGEST)) if capture else None


def _reduced(opened: Opened) -> Reduced | None:
    left_out = opened.reduction
    if left_out is None:
        return None
    return Reduced(rule=left_out.rule, fields=left_out.fields, received_sha256=left_out.received_sha256)


def _zone(report: Report) -> str | None:
    """Return the zone in which the claimed day is the day of the stated moment; the moment itself stays in the bytes.

    An exact time is of the most secret class (rule R2).
    """
    at = report.published_at
    return at.isoformat()[-6:] if at and at.date() == report.published_on else None


def _line(text: str | None, longest: int) -> str | None:
    """Return what a line of the manifest takes of a text from outside."""
    return (one_line(text)[:longest] or None) if text else None
