"""Keeps what is known of an item from beside its bytes under its own key: an address can name a person (rule R10)."""

from dataclasses import dataclass, field
from datetime import datetime

from paradero.intake import Opened
from paradero.procedures.acting import Desk
from paradero.records.models import Item
from paradero.terms.plain import from_json, to_json

PURPOSE = "came with"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameWith:
    """What came with an item."""

    beside: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of the pictures and videos that came with it, by the address that its reports give."""
    address: str | None = None
    """Where it was captured."""
    captured_at: datetime | None = None
    record_id: str | None = None
    """As the archive gives it that it was taken out of."""


def lock_came_with(opened: Opened, *, sha256: str, desk: Desk) -> bytes | None:
    """Return what came with an item, locked under its key; `None` where nothing did."""
    capture = opened.capture
    if capture is None and not opened.beside:
        return None
    kept = CameWith(
        beside=opened.beside,
        address=capture.address if capture else None,
        captured_at=capture.captured_at if capture else None,
        record_id=capture.record_id if capture else None,
    )
    return desk.store.encrypt(sha256, to_json(kept).encode(), purpose=PURPOSE)


def unlock_came_with(item: Item, *, desk: Desk) -> CameWith:
    """Return what came with an item.

    Raises:
        SealDestroyed: If the item was destroyed by order.
        SealBroken, SealMissing: If what was kept or its key was altered or lost.
    """
    if item.sealed_came_with is None:
        return CameWith()
    return from_json(CameWith, desk.store.decrypt(item.sha256, bytes(item.sealed_came_with), purpose=PURPOSE))
