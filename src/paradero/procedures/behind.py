"""Tells whether the standing search is behind, so that nobody takes "nothing found" for more than it says."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from paradero.procedures.acting import Desk
from paradero.records.leases import still_open


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Which searches are still to be made."""

    waiting: int
    """Those that wait or are being made."""
    since: datetime | None
    """When the oldest of them was asked for; `None` where none waits."""
    parked: int
    """Those that failed too often and wait for a person."""


def still_behind(*, desk: Desk) -> Behind | None:  # noqa: ARG001 -- as every procedure's
    """Return what is still to be searched, or `None` where nothing is. It opens nothing and logs nothing."""
    going = Q(parked_at__isnull=True)
    told = still_open().aggregate(
        waiting=Count("pk", filter=going), since=Min("created_at", filter=going), parked=Count("pk", filter=~going)
    )
    return Behind(**told) if told["waiting"] or told["parked"] else None
