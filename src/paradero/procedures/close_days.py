"""Closes the days that are over: sealed, and stamped where an authority is configured."""

from dataclasses import dataclass
from datetime import datetime

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.seal_days import seal_days
from paradero.procedures.stamp_days import configured_authority, stamp_days
from paradero.terms.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What became of the days that were over."""

    sealed: int
    stamped: int
    trouble: str | None
    """Why days wait for their stamp, in a sentence; they are stamped the next time."""


def close_days(*, desk: Desk, actor: Actor, at: datetime) -> Closed:
    """Return how many days were sealed and stamped now. Without a configured authority nothing leaves the house."""
    sealed = len(seal_days(desk=desk, actor=actor, at=at))
    stamped, trouble = 0, None
    try:
        authority = configured_authority(desk.home)
        if authority:
            stamped = stamp_days(authority, desk=desk, actor=actor, at=at)
    except Refusal as refusal:
        trouble = str(refusal)
    return Closed(sealed=sealed, stamped=stamped, trouble=trouble)
