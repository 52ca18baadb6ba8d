"""What became of a report where it was published: edited, deleted, or otherwise worded at another capture."""

from contextlib import suppress

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.provenance.gone import says_it_is_gone
from paradero.procedures.acting import Desk
from paradero.procedures.edge_views import AtSource, OtherCapture
from paradero.procedures.edges_shown import held
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.records.models import Report as ReportRow
from paradero.terms.report import PointerKind

MOST_CAPTURES = 20
"""Other captures of one address that are looked into, the earliest kept first."""


def at_source(unlocked: Unlocked, *, desk: Desk) -> AtSource:
    """Return what became of a report at its source, as far as what is held tells."""
    report = unlocked.report
    return AtSource(
        edited=report.edited,
        superseded=any(pointer.kind is PointerKind.EDITED_INTO for pointer in report.points_to),
        gone=says_it_is_gone(report.text),
        others=_others(unlocked, desk=desk),
    )


def _others(unlocked: Unlocked, *, desk: Desk) -> tuple[OtherCapture, ...]:
    row = unlocked.row
    if row.address_key is None:
        return ()
    same = ReportRow.objects.filter(address_key=row.address_key).exclude(pk=row.pk)
    differing = same.exclude(text_digest=row.text_digest).select_related("item", "source").order_by("pk")
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
