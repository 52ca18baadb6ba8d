"""What was written down of an item when it was sealed, as the one line that it is in the manifest."""

from typing import Any

from paradero.exchange.bundle.fields import LONGEST_ADDRESS, Fields, moment_text
from paradero.exchange.bundle.lines import one_line, parsed
from paradero.exchange.bundle.parts import BundleItem, Capture, DestroyedItem, Pieces, Recorded, Reduced
from paradero.exchange.bundle.refused import Wrong

_ITEM = frozenset(
    {
        *("address", "bytes", "capture", "claimed_from", "claimed_on", "collected_at", "collector", "kind"),
        *("media_type", "publisher", "reader", "reduced", "ref", "sha256", "sha512"),
    }
)
FORM = "paradero seal 1"
"""What a line says as `record` that was written when the item was sealed."""
_RECORDED = _ITEM | {
    *("archive", "captured_from", "claimed_zone", "method", "name_sha256", "record", "reports", "salt", "software")
}
_CAPTURE = frozenset({"at", "page_sha256", "picture_sha256", "record_id", "tool"})
_REDUCED = frozenset({"fields", "received_sha256", "rule"})
_DESTROYED = frozenset({"destroyed_by_order", "ref", "sha256"})


def seal_record(item: BundleItem) -> str:
    """Return the item's line in the manifest.

    Whoever has its SHA-256 sealed into the root of the day, as the leaf `"derived seal record"`, can prove later that
    publisher, address and all else were written down then, and not put in afterwards. Of an item without `recorded` it
    is what is known when it is bundled.
    """
    return one_line(
        _recorded(item.recorded)
        | {
            "address": item.address,
            "bytes": item.size_bytes,
            "capture": _capture(item.capture),
            "claimed_from": item.claimed_from,
            "claimed_on": item.claimed_on.isoformat() if item.claimed_on else None,
            "collected_at": moment_text(item.collected_at),
            "collector": item.collector,
            "kind": item.kind,
            "media_type": item.media_type,
            "publisher": item.publisher,
            "reader": item.reader,
            "reduced": _reduced(item.reduced),
            "ref": item.ref,
            "sha256": item.sha256,
            "sha512": item.sha512,
        }
    )


def destroyed_record(item: DestroyedItem) -> str:
    """Return the line in the manifest of an item that was destroyed by order."""
    return one_line({"destroyed_by_order": True, "ref": item.ref, "sha256": item.sha256})


def is_destroyed(row: Any) -> bool:
    """Tell whether a line of the manifest is of an item that was destroyed by order."""
    return isinstance(row, dict) and row.get("destroyed_by_order") is True


def destroyed_item(row: Any) -> DestroyedItem:
    """Return the destroyed item that a line of the manifest is of, or raise `Wrong`."""
    fields = Fields(row, _DESTROYED)
    return DestroyedItem(ref=fields.ref("ref"), sha256=fields.digest("sha256"))


def item_of_record(text: str, pieces: Pieces) -> BundleItem:
    """Return the item that a kept seal record is of, with its bytes from `pieces`.

    Raises:
        ValueError: If it is no seal record.
    """
    try:
        return item_of(parsed(text), pieces)
    except Wrong as wrong:
        raise ValueError(f"a kept seal record {wrong.what}") from None


def item_of(row: Any, pieces: Pieces) -> BundleItem:
    """Return the item that a line of the manifest is of, with its bytes from `pieces`.

    Raises:
        Wrong: If anything in it is not of its kind.
    """
    is_recorded = isinstance(row, dict) and "record" in row
    fields = Fields(row, _RECORDED if is_recorded else _ITEM)
    return BundleItem(
        ref=fields.ref("ref"),
        sha256=fields.digest("sha256"),
        sha512=fields.digest("sha512", bits=512),
        size_bytes=fields.number("bytes"),
        media_type=fields.media_type("media_type"),
        kind=fields.text("kind"),
        reader=fields.text("reader"),
        address=fields.text_or_none("address", longest=LONGEST_ADDRESS),
        publisher=fields.text_or_none("publisher"),
        claimed_on=fields.day_or_none("claimed_on"),
        claimed_from=fields.text_or_none("claimed_from"),
        collected_at=fields.moment("collected_at"),
        collector=fields.text("collector"),
        capture=_capture_of(fields.raw("capture")),
        reduced=_reduced_of(fields.raw("reduced")),
        recorded=_recorded_of(fields) if is_recorded else None,
        pieces=pieces,
    )


def _recorded(recorded: Recorded | None) -> dict[str, Any]:
    if recorded is None:
        return {}
    return {
        "archive": recorded.archive,
        "captured_from": recorded.captured_from,
        "claimed_zone": recorded.claimed_zone,
        "method": recorded.method,
        "name_sha256": recorded.name_sha256,
        "record": FORM,
        "reports": recorded.reports,
        "salt": recorded.salt,
        "software": recorded.software,
    }


def _recorded_of(fields: Fields) -> Recorded:
    if fields.raw("record") != FORM:
        raise Wrong("has a seal record of a form that this Paradero does not know; a newer one may")
    return Recorded(
        salt=fields.digest("salt"),
        software=fields.text("software"),
        method=fields.text("method"),
        name_sha256=fields.digest("name_sha256"),
        reports=fields.number("reports"),
        archive=None if fields.raw("archive") is None else fields.ref("archive"),
        captured_from=fields.text_or_none("captured_from", longest=LONGEST_ADDRESS),
        claimed_zone=fields.text_or_none("claimed_zone"),
    )


def _capture(capture: Capture | None) -> dict[str, str | None] | None:
    if capture is None:
        return None
    return {
        "at": moment_text(capture.at),
        "page_sha256": capture.page_sha256,
        "picture_sha256": capture.picture_sha256,
        "record_id": capture.record_id,
        "tool": capture.tool,
    }


def _capture_of(row: Any) -> Capture | None:
    if row is None:
        return None
    fields = Fields(row, _CAPTURE)
    return Capture(
        at=fields.moment("at"),
        tool=fields.text_or_none("tool"),
        record_id=fields.text_or_none("record_id"),
        page_sha256=fields.digest_or_none("page_sha256"),
        picture_sha256=fields.digest_or_none("picture_sha256"),
    )


def _reduced(reduced: Reduced | None) -> dict[str, str | int] | None:
    if reduced is None:
        return None
    return {"fields": reduced.fields, "received_sha256": reduced.received_sha256, "rule": reduced.rule}


def _reduced_of(row: Any) -> Reduced | None:
    if row is None:
        return None
    fields = Fields(row, _REDUCED)
    return Reduced(
        rule=fields.text("rule"), fields=fields.number("fields"), received_sha256=fields.digest("received_sha256")
    )
