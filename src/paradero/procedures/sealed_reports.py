"""Unlocks what was kept of a report under its item's own key."""

from dataclasses import dataclass

from paradero.procedures.acting import Desk
from paradero.procedures.keep_report import ACCOUNT, TEXT
from paradero.procedures.pieces import cut, marks_of
from paradero.procedures.views import (
    ArrivalView,
    ChainLink,
    ClaimView,
    ItemFacts,
    MediaFacts,
    ReportFacts,
)
from paradero.records.models import Item, Report as ReportRow
from paradero.terms.account import Account
from paradero.terms.claims import Claim
from paradero.terms.dates import DateKnownFrom
from paradero.terms.plain import from_json
from paradero.terms.report import Report


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A report and what was read in it."""

    row: ReportRow
    report: Report
    account: Account


def unlock(row: ReportRow, *, desk: Desk) -> Unlocked:
    """Return a report's text and account.

    Raises:
        SealDestroyed: If its item was destroyed by order.
        SealBroken, SealMissing: If the kept text or its key was altered or lost.
    """

    def opened(locked: bytes | memoryview, purpose: str) -> bytes:
        return desk.store.decrypt(row.item.sha256, bytes(locked), purpose=f"{purpose} {row.position}")

    report = from_json(Report, opened(row.sealed_report, TEXT))
    return Unlocked(row, report, from_json(Account, opened(row.sealed_account, ACCOUNT)))


def item_facts(item: Item) -> ItemFacts:
    """Return what is known of an item without opening it."""
    arrivals = tuple(
        ArrivalView(
            at=arrival.at,
            by=arrival.actor,
            declared_source=arrival.declared_source,
            declared_published_on=arrival.declared_published_on,
        )
        for arrival in item.arrivals.all()
    )
    return ItemFacts(
        ref=item.ref,
        sha256=item.sha256,
        size_bytes=item.size_bytes,
        media_type=item.media_type,
        kind=item.kind,
        reader=item.reader,
        arrivals=arrivals,
    )


def report_facts(unlocked: Unlocked) -> ReportFacts:
    """Return where and when a report was published and who else carries its news."""
    row, report = unlocked.row, unlocked.report
    others = ReportRow.objects.filter(origin=row.origin_id, source__isnull=False).exclude(pk=row.pk)
    return ReportFacts(
        item_ref=row.item.ref,
        position=row.position,
        source=report.source,
        author=report.author,
        passed_on_from=report.passed_on_from,
        platform=report.platform,
        published_on=row.published_on,
        date_known_from=DateKnownFrom(row.date_known_from),
        language=row.language,
        origin_ref=row.origin.ref,
        also_carried_by=tuple(sorted(set(others.values_list("source__name", flat=True)))),
    )


def media_facts(report: Report) -> tuple[MediaFacts, ...]:
    """Return what is known of a report's pictures, videos and sounds: never their address (rule R1)."""
    return tuple(
        MediaFacts(
            kind=media.kind,
            size_bytes=media.size_bytes,
            duration_s=media.duration_s,
            sha256=media.sha256,
            caption=media.caption,
        )
        for media in report.media
    )


def claim_views(unlocked: Unlocked, *, subject: int | None = None) -> tuple[ClaimView, ...]:
    """Return the report's claims with their sentences; with `subject`, only those of that person."""
    marked = marks_of(unlocked.report, unlocked.account, for_the_eye=False, subject=subject)  # no claim takes a wish in
    chosen = (claim for claim in unlocked.account.claims if subject is None or claim.person == subject)

    def view(claim: Claim) -> ClaimView:
        not_the_claim = [mark for mark in marked if mark.mark != "claim"]
        return ClaimView(
            sentence=cut(unlocked.report.text, claim.found.span, not_the_claim),
            status=claim.status,
            modality=claim.modality,
            hedge=claim.hedge,
            count=claim.count,
            chain=tuple(
                ChainLink(name=link.name, speaker=link.speaker, hedge=link.hedge, in_text=link.found is not None)
                for link in claim.chain
            ),
            from_captivity=claim.from_captivity,
        )

    return tuple(view(claim) for claim in chosen)
