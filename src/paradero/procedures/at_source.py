"""What became of a report where it was published: edited, deleted, or otherwise worded at another capture."""

from contextlib import suppress
from dataclasses import dataclass

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.provenance.gone import says_it_is_gone
from paradero.procedures.acting import Desk
from paradero.procedures.edge_views import HeldReport, held
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.records.models import Report as ReportRow
from paradero.terms.report import PointerKind

MOST_CAPTURES = 20
"""Other captures of one address that are looked into, the earliest kept first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCapture:
    """Another capture of the same address, with another text."""

    report: HeldReport
    later: bool
    """Whether it was taken in after this one; when it was captured may not be known."""
    gone: bool
    """Whether it says that what stood there was taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtSource:
    """What is known of a report at its source; the copy here stays as it was sealed."""

    edited: bool
    """Its own bytes say that it was changed after it was published."""
    superseded: bool
    """Its own bytes say that a later version stands at the source."""
    gone: bool
    """It is itself a notice that something was taken away."""
    others: tuple[OtherCapture, ...]

    @property
    def flagged(self) -> bool:
        """Whether there is anything to say."""
        return self.edited or self.superseded or self.gone or bool(self.others)

    @property
    def deleted(self) -> bool:
        """Whether a capture taken in later says that it was taken away."""
        return any(other.later and other.gone for other in self.others)


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
