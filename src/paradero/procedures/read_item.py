"""Reads a sealed item: its reports, who is in them and what is claimed, as rows; the job that taking in leaves."""

from collections.abc import Callable, Sequence
from datetime import datetime

from paradero.intake import Declared, SealDestroyed, open_bytes_as
from paradero.procedures.act import Custody, act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.came_with import unlock_came_with
from paradero.procedures.keep_report import ReadReport, keep_report
from paradero.procedures.kept_tellings import telling_of_report
from paradero.procedures.printed_sources import printed_sources
from paradero.reading import READER, read_apart_from_wishes
from paradero.records.leases import ask, end
from paradero.records.models import Item, Job
from paradero.records.origin_standing import hold_origins
from paradero.terms.failpoint import reached
from paradero.terms.jobs import JobKind
from paradero.terms.report import Report

KeepOn = Callable[[], None]
"""Called between two reports: it makes the lease longer, or raises where the work must end."""

NOTHING_LEFT = "nothing left to read"
"""The act that ends a job whose item was destroyed before anybody came to it."""


def read_item(
    job: Job,
    *,
    desk: Desk,
    actor: Actor,
    clock: Callable[[], datetime],
    keep_on: KeepOn = lambda: None,
) -> None:
    """Read the job's item and write down what it shows and that the job is done, all at once.

    Whom it shows is then held against the open enquiries by a job of its own.

    Args:
        job: The job, leased to whoever calls.
        desk: The store and the folder.
        actor: Who reads.
        clock: Gives the moment at which it is written down.
        keep_on: See `KeepOn`.

    Raises:
        LeaseLostError: If the job went to another worker meanwhile; nothing is written.
        SealBroken, SealMissing: If the sealed file was altered or lost.
    """
    item = Item.objects.filter(ref=job.subject).first()
    try:
        reports = () if item is None else _reports(item, desk)
    except SealDestroyed:
        item, reports = None, ()
    language = None if item is None else item.arrivals.values_list("declared_language", flat=True).first()
    read = [_read(report, language, keep_on) for report in reports]
    reached("read: read")
    anew(lambda: _write_down(job, item, read, desk=desk, actor=actor, at=clock()))


def _reports(item: Item, desk: Desk) -> tuple[Report, ...]:
    """Open the sealed bytes as they were opened to be sealed: as the same kind, with the same declaration."""
    arrival = item.arrivals.order_by("pk").first()
    declared = Declared(
        source=arrival.declared_source if arrival else None,
        published_on=arrival.declared_published_on if arrival else None,
        language=arrival.declared_language if arrival else None,
        beside=unlock_came_with(item, desk=desk).beside,
    )
    return open_bytes_as(item.kind, desk.store.open(item.sha256), name=item.ref, declared=declared).reports


def _read(report: Report, language: str | None, keep_on: KeepOn) -> ReadReport:
    keep_on()
    account = read_apart_from_wishes(report, declared_language=language)
    return ReadReport(report=report, account=account, telling=telling_of_report(report, account))


def _write_down(
    job: Job, item: Item | None, read: Sequence[ReadReport], *, desk: Desk, actor: Actor, at: datetime
) -> None:
    with act("read item" if item else NOTHING_LEFT, desk=desk, actor=actor, at=at, ref=job.subject) as done:
        end(job, at=at)
        reached("job: ended")
        if item is None:
            return
        # Before any row is written: a source's name is one row for all, and who waits here must keep nobody waiting.
        hold_origins(to_judge=False)
        sources = printed_sources([each.report for each in read], item=item)
        kept = [
            keep_report(
                each, item=item, position=position, source=sources.get(each.report.source or ""), desk=desk, at=at
            )
            for position, each in enumerate(read, start=1)
        ]
        done.further += [("origin left for another", ref, 1) for report in kept for ref in report.left]
        item.read_at = at
        item.save(update_fields=["read_at"])
        if kept:
            ask(JobKind.ITEM, item.ref, at=at)
            done.custody.append(Custody("read", item.ref, item.sha256, READER, count=len(kept)))
        done.count = len(kept)
