"""Tells what is held already, by digest, so that nothing is taken in twice by mistake."""

from collections.abc import Iterable
from dataclasses import dataclass

from paradero.procedures.acting import Desk
from paradero.procedures.begun_archives import begun_archives
from paradero.records.models import Archive, CustodyEntry, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An item that is held."""

    item_ref: str
    origins: tuple[str, ...]
    """The origin of each of its reports, in order."""


def held(digests: Iterable[str], *, desk: Desk) -> dict[str, Held]:  # noqa: ARG001 -- as every procedure's
    """Return the held items among those whose bytes have these SHA-256 digests. It opens nothing and logs nothing."""
    items = Item.objects.filter(sha256__in=list(digests)).prefetch_related("reports__origin")
    return {
        item.sha256: Held(item_ref=item.ref, origins=tuple(report.origin.ref for report in item.reports.all()))
        for item in items
    }


def received_before(sha256: str, *, desk: Desk) -> bool:  # noqa: ARG001 -- as every procedure's
    """Tell whether bytes with this digest were received before: sealed, reduced before sealing, or a whole archive."""
    return (
        Item.objects.filter(sha256=sha256).exists()
        or CustodyEntry.objects.filter(act="reduced", sha256=sha256).exists()
        or Archive.objects.filter(sha256=sha256).exclude(pk__in=begun_archives()).exists()
    )
