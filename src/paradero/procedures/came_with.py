"""Keeps what is known of an item from beside its bytes under its own key: an address can name a person (rule R10)."""

from collections.abc import Mapping
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


def lock_came_with(opened: Mapping[str, Opened], *, desk: Desk) -> dict[str, bytes]:
    """Return what came with new items, each by its SHA-256 and locked under its key, but for those nothing came with.

    Raises:
        SealDestroyed, SealMissing: If a key is gone since the bytes were sealed.
    """
    kept = {sha256: _came_with(each) for sha256, each in opened.items() if each.capture or each.beside}
    texts = {sha256: to_json(each).encode() for sha256, each in kept.items()}
    return desk.store.encrypt_all(texts, purpose=PURPOSE) if texts else {}


def unlock_came_with(item: Item, *, desk: Desk) -> CameWith:
    """Return what came with an item.

    Raises:
        SealDestroyed: If the item was destroyed by order.
        SealBroken, SealMissing: If what was kept or its key was altered or lost.
    """
    if item.sealed_came_with is None:
        return CameWith()
    return from_json(CameWith, desk.store.decrypt(item.sha256, bytes(item.sealed_came_with), purpose=PURPOSE))


def _came_with(opened: Opened) -> CameWith:
    capture = opened.capture
    return CameWith(
        beside=opened.beside,
        address=capture.address if capture else None,
        captured_at=capture.captured_at if capture else None,
        record_id=capture.record_id if capture else None,
    )
