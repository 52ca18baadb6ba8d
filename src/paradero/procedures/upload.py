"""Takes in what somebody hands over at the desk: sealed at once, read by a worker."""

from collections.abc import Iterable
from datetime import datetime

from paradero.intake import Declared, Parcel, Unreadable
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Receipt, Refused
from paradero.procedures.receive import receive
from paradero.procedures.seal_records import CameBy

LARGEST_UPLOAD_BYTES = 100_000_000
"""What is larger is taken in at the desk's own machine, by `paradero take-in`."""


def take_in_upload(
    pieces: Iterable[bytes],
    *,
    name: str,
    size_bytes: int,
    declared: Declared,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> Receipt:
    """Return what became of an uploaded file once it is stored; it is read by a worker.

    Raises:
        Unreadable: With what was found and what to do, if it is not taken in; nothing is stored.
    """
    parcel = Parcel(name=name, size_bytes=size_bytes, pieces=pieces, declared=declared)
    (one,) = receive([parcel], came_by=CameBy.UPLOAD, desk=desk, actor=actor, clock=lambda: at)
    if isinstance(one, Refused):
        raise Unreadable(one.reason)
    return one
