"""One WARC record as one item: what it keeps goes to the readers, and where and when it was captured stays with it."""

import re
from dataclasses import dataclass, replace

from paradero.intake.item_reader import Capture, Declared, Opened
from paradero.intake.page.reader import PAGE
from paradero.intake.text_items import open_text
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.captures import capture_of
from paradero.intake.warc.contents import media_in, media_kind
from paradero.intake.warc.payloads import begun, decoded, kept

MEDIA_TYPE = "application/warc"
READER = "paradero warc 1"

_KIND = "WARC record: "
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_WEB_ADDRESS = re.compile(r"https?://\S{3,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is known of a picture, video or sound in a record: as in `Opened`."""

    kind: str
    media_type: str
    reader: str
    capture: Capture | None


def begins_record(data: bytes) -> bool:
    """Tell whether bytes begin as a WARC record does."""
    return data.startswith((b"WARC/0.", b"WARC/1."))


def open_record(data: bytes, *, name: str, declared: Declared) -> Opened:
    """Return the reports in what one record keeps; a picture, video or sound has none.

    The item is the record as it stands. The pieces of its reports count characters of `payload_text`. A report has the
    record's address unless the page states its own. The moment of the capture says when somebody looked: it is never
    the day of publication. Of an export that holds personal parts the item is the reduced export by itself, for the
    record cannot be changed; its pieces count the characters of that.

    Args:
        data: The record's header and content, uncompressed, as they stand in the WARC file.
        name: How refusals name it.
        declared: What the collector says; it fills only what the bytes leave open.

    Raises:
        Unreadable: If it is not exactly one whole `response` or `resource` record, keeps a redirect or an error page,
            or what it keeps is refused by its reader.
    """
    whole = kept(data, name=name)
    capture = capture_of(whole.header)
    media = media_in(whole.message, whole.record)
    body, text = (b"", "") if media else decoded(whole, name=name)
    media = media or media_kind(body)
    if media:
        kind = _KIND + media
        return Opened(kind=kind, media_type=MEDIA_TYPE, reader=READER, reports=(), data=data, capture=capture)
    page = PAGE if whole.message.media_type in _PAGES else None
    opened = open_text(body, text, name=name, declared=declared, sent_as=page)
    return _as_record(opened, data, capture)


def outline_of(head: bytes, *, name: str) -> Outline:
    """Return what the first bytes of a record say of it: all there is to know of one too large to be held.

    Args:
        head: The record's first bytes, `headers.MOST_BYTES` of them or more unless it has fewer.
        name: How refusals name it.

    Raises:
        Unreadable: If it is no `response` or `resource` record, or keeps no picture, video or sound.
    """
    seen = begun(head, name=name)
    kind = media_in(seen.message, head)
    if kind is None:
        raise Unreadable(f"{name}: this WARC record keeps no picture, video or sound. Hold it whole to read it.")
    return Outline(kind=_KIND + kind, media_type=MEDIA_TYPE, reader=READER, capture=capture_of(seen.header))


def _as_record(opened: Opened, data: bytes, capture: Capture | None) -> Opened:
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
