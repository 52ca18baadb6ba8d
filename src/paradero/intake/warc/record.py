"""One WARC record as one item: what it keeps goes to the readers, and where and when it was captured stays with it."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from paradero.intake.decoding import decode
from paradero.intake.item_reader import Capture, Declared, Opened
from paradero.intake.looks import looks_like
from paradero.intake.one_line import one_line
from paradero.intake.page.reader import PAGE
from paradero.intake.text_items import open_text
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.bodies import body_of
from paradero.intake.warc.contents import (
    ERROR,
    PARTIAL,
    REDIRECT,
    SEGMENT,
    TAKEN_IN,
    Contents,
    contents,
    is_no_publication,
    media_in,
)
from paradero.intake.warc.digests import digest_fault
from paradero.intake.warc.headers import BadHeader, Header, header_at

MEDIA_TYPE = "application/warc"
READER = "paradero warc 1"
LARGEST_BODY_BYTES = 20_000_000
"""What is larger unpacked is no page that a person reads."""

_KIND = "WARC record: "
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_AGAIN = "Take it out of its WARC file again."
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(?:Z|\+00:00)", re.ASCII)
_WEB_ADDRESS = re.compile(r"https?://\S{3,2000}", re.IGNORECASE)
_WHOLE = re.compile(r"bytes 0-(\d{1,18})/(\d{1,18})", re.ASCII)


def begins_record(data: bytes) -> bool:
    """Tell whether bytes begin as a WARC record does."""
    return data.startswith((b"WARC/0.", b"WARC/1."))


def open_record(data: bytes, *, name: str, declared: Declared) -> Opened:
    """Return the reports in what one record keeps; a picture, video or sound has none.

    The item is the record as it stands. The pieces of its reports count characters of `payload_text`. A report has the
    record's address unless the page states its own. The moment of the capture says when somebody looked: it is never
    the day of publication.

    Args:
        data: The record's header and content, uncompressed, as they stand in the WARC file.
        name: How refusals name it.
        declared: What the collector says; it fills only what the bytes leave open.

    Raises:
        Unreadable: If it is not exactly one whole `response` or `resource` record, keeps a redirect or an error page,
            or what it keeps is refused by its reader.
    """
    header = _header(data, name)
    record = data[: header.size + header.content_bytes]
    kept = _kept(header, record, name)
    capture = capture_of(header)
    media = media_in(kept.message, record)
    if media or _is_part(kept):
        kind = media or f"part of a file ({one_line(kept.message.media_type)[:40] or 'of an unknown kind'})"
        return _media(kind, data, capture)
    body, text = _decoded(record, kept, name)
    if media := media_in(kept.message._replace(body_at=0), body):
        return _media(media, data, capture)
    page = PAGE if kept.message.media_type in _PAGES else None
    opened = open_text(body, text, name=name, declared=declared, sent_as=page)
    address = capture.address if capture and _WEB_ADDRESS.fullmatch(capture.address) else None
    is_reduced = opened.reduction is not None
    return replace(
        opened,
        kind=_KIND + opened.kind,
        media_type=opened.media_type if is_reduced else MEDIA_TYPE,
        reader=f"{READER}, {opened.reader}",
        reports=tuple(replace(report, address=report.address or address) for report in opened.reports),
        data=opened.data if is_reduced else data,
        capture=capture,
    )


def payload_text(data: bytes, *, name: str) -> str:
    """Return the characters that the pieces of a record's reports count: those of its body, unpacked and decoded.

    Raises:
        Unreadable: As `open_record`.
    """
    header = _header(data, name)
    record = data[: header.size + header.content_bytes]
    return _decoded(record, _kept(header, record, name), name)[1]


def capture_of(header: Header) -> Capture | None:
    """Return where and when a record was captured, `None` where it does not state both, the moment to the second."""
    address = one_line(header.fields.get("warc-target-uri", "")).removeprefix("<").removesuffix(">")
    found = _MOMENT.fullmatch(header.fields.get("warc-date", ""))
    if not found or not address:
        return None
    try:
        second = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    except ValueError:
        return None
    record_id = one_line(header.fields.get("warc-record-id", "")).removeprefix("<").removesuffix(">")
    captured_at = second.replace(microsecond=int((found[2] or ".")[1:7].ljust(6, "0")))
    return Capture(address=address, captured_at=captured_at, record_id=record_id or None)


def _header(data: bytes, name: str) -> Header:
    header = header_at(data, 0)
    if isinstance(header, BadHeader):
        raise Unreadable(f"{name}: this WARC record cannot be taken in: {header.reason}. {_AGAIN}")
    end = header.size + header.content_bytes
    following = data[end:].lstrip(b"\r\n")
    if following.startswith(b"WARC/"):
        raise Unreadable(
            f"{name}: this WARC file holds more than one record. Give it the ending .warc, and each becomes an item."
        )
    if following or len(data) < end:
        found = "does not lead to its end" if following else f"is of {end:,} bytes and it has {len(data):,}"
        raise Unreadable(f"{name}: this WARC record is broken: what it says of its length {found}. {_AGAIN}")
    if fault := digest_fault(header, data[header.size : end]):
        raise Unreadable(f"{name}: this WARC record cannot be taken in: {fault}. {_AGAIN}")
    return header


def _kept(header: Header, record: bytes, name: str) -> Contents:
    kind = header.fields.get("warc-type", "").lower()
    if kind not in TAKEN_IN:
        stated = f"of the type {kind[:30]!a}" if kind else "of no stated type"
        raise Unreadable(f"{name}: this WARC record is {stated}. Paradero takes in records of responses and resources.")
    if "warc-segment-number" in header.fields:
        raise Unreadable(f"{name}: this is {SEGMENT}. Write the archive without segments.")
    kept = contents(header, record)
    if kept is None:
        raise Unreadable(f"{name}: this WARC record keeps a server's answer whose head is broken. {_AGAIN}")
    status = kept.message.status
    if status and status >= REDIRECT:
        what = "a redirect" if status < ERROR else "an error page"
        raise Unreadable(f"{name}: this WARC record keeps {what} ({status}) and nothing that was published.")
    return kept


def _is_part(kept: Contents) -> bool:
    """Tell whether the server sent only a part of a file, which no reader may take for the whole."""
    if kept.message.status != PARTIAL:
        return False
    whole = _WHOLE.fullmatch(kept.message.fields.get("content-range", ""))
    return not whole or int(whole[1]) + 1 != int(whole[2])


def _media(kind: str, data: bytes, capture: Capture | None) -> Opened:
    return Opened(kind=_KIND + kind, media_type=MEDIA_TYPE, reader=READER, reports=(), data=data, capture=capture)


def _decoded(record: bytes, kept: Contents, name: str) -> tuple[bytes, str]:
    """Return a record's body, unpacked, and its characters; of a picture, video or sound there are none."""
    message = kept.message
    if is_no_publication(message):
        raise Unreadable(
            f"{name}: this WARC record keeps {message.media_type}, which only serves to show a page. Take in the page."
        )
    body = body_of(record, message, name=name, largest_bytes=LARGEST_BODY_BYTES)
    if not body:
        raise Unreadable(f"{name}: this WARC record keeps an answer without a body. Nothing was taken in.")
    seems = looks_like(body)
    if not seems:
        return body, decode(body, name=name, stated=message.charset).text
    if media_in(message._replace(body_at=0), body):
        return body, ""
    raise Unreadable(f"{name}: this WARC record keeps {seems}. Paradero takes in plain text and HTML pages out of it.")
