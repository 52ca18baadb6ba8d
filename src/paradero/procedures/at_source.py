"""What became of a report where it was published: edited, deleted, or otherwise worded at another capture."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.provenance.gone import says_it_is_gone
from paradero.procedures.acting import Desk
from paradero.procedures.edge_views import AtSource, OtherCapture
from paradero.procedures.edges_shown import held
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.records.models import Report as ReportRow
from paradero.terms.report import PointerKind

Captures = Mapping[int | None, Sequence[ReportRow]]
"""Reports by the digest of their address, the earliest kept first."""

MOST_CAPTURES = 20
"""Other captures of one address that are looked into, the earliest kept first."""


def captures_beside(rows: Sequence[ReportRow]) -> Captures:
    """Return what else is held under the addresses of some reports, by address, in one query."""
    asked = {row.address_key for row in rows} - {None}
    held_there = ReportRow.objects.filter(address_key__in=asked).select_related("item", "source").order_by("pk")
    found = defaultdict[int | None, list[ReportRow]](list)
    for each in held_there if asked else ():
        found[each.address_key].append(each)
    return found


def at_source(unlocked: Unlocked, captures: Captures, *, desk: Desk) -> AtSource:
    """Return what became of a report at its source, as far as what is held tells.

    Args:
        unlocked: The report.
        captures: What `captures_beside` found of it.
        desk: The store.
    """
    report = unlocked.report
    return AtSource(
        edited=report.edited,
        superseded=any(pointer.kind is PointerKind.EDITED_INTO for pointer in report.points_to),
        gone=says_it_is_gone(report.text),
        others=_others(unlocked, captures, desk=desk),
    )


def _others(unlocked: Unlocked, captures: Captures, *, desk: Desk) -> tuple[OtherCapture, ...]:
    row = unlocked.row
    # Any page can say that an address is its own: what another source published there tells nothing of this one.
    beside = [each for each in captures.get(row.address_key, ()) if each.source_id in {row.source_id, None}]
    differing = [each for each in beside if each.text_digest != row.text_digest]
    found = []
    for other in differing[:MOST_CAPTURES]:
        if (report := held(other)) is not None:
            later = (other.item.taken_in_at, other.pk) > (row.item.taken_in_at, row.pk)
            found.append(OtherCapture(report=report, later=later, gone=_gone(other, desk=desk)))
    return tuple(found)


def _gone(row: ReportRow, *, desk: Desk) -> bool:
    with suppress(SealDestroyed, SealBroken, SealMissing, KeyBrokenError):
        return says_it_is_gone(unlock(row, desk=desk).report.text)
    return False
