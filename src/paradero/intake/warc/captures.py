"""Where and when a record was captured."""

import re
from datetime import UTC, datetime

from paradero.intake.item_reader import Capture
from paradero.intake.one_line import one_line
from paradero.intake.warc.headers import Header

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(?:Z|\+00:00)", re.ASCII)


def capture_of(header: Header) -> Capture | None:
    """Return where and when a record was captured, `None` where it does not state both, the moment to the second."""
    address = _unbracketed(header.fields.get("warc-target-uri", ""))
    found = _MOMENT.fullmatch(header.fields.get("warc-date", ""))
    if not found or not address:
        return None
    try:
        second = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    except ValueError:
        return None
    captured_at = second.replace(microsecond=int((found[2] or ".")[1:7].ljust(6, "0")))
    record_id = _unbracketed(header.fields.get("warc-record-id", ""))
    return Capture(address=address, captured_at=captured_at, record_id=record_id or None)


def _unbracketed(address: str) -> str:
    return one_line(address).removeprefix("<").removesuffix(">")
