"""Removes what a killed process left over: nothing that was ever acknowledged."""

from paradero.intake import Drift
from paradero.procedures.acting import Desk
from paradero.records.models import CustodyEntry, Item
from paradero.terms.refusal import Refusal


class SweepRefused(Refusal):
    """Sweeping could remove something that was acknowledged."""


def sweep(*, desk: Desk) -> tuple[str, ...]:
    """Return what was removed, in sentences. Run it while nobody takes anything in.

    An item that was sealed but has neither a row nor an entry in the custody log was never acknowledged.

    Raises:
        SweepRefused: If the key store and the database disagree about an item; nothing is removed.
    """
    acknowledged = set(Item.objects.values_list("sha256", flat=True))
    acknowledged |= set(CustodyEntry.objects.values_list("sha256", flat=True))
    for found in desk.store.check():
        if found.drift is Drift.UNFINISHED and found.sha256 in acknowledged:
            raise SweepRefused(
                f"Item {found.sha256} was acknowledged, but its key says not. Restore keys.sqlite first."
            )
    never = [sha256 for sha256 in desk.store.items() if sha256 not in acknowledged]
    for sha256 in never:
        desk.store.forget(sha256)
    swept = tuple(f"Item {sha256}: sealed, never acknowledged, and removed." for sha256 in never)
    return swept + tuple(found.sentence for found in desk.store.sweep())
