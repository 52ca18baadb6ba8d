"""Shows a sealed item: its facts and its reports' text with what was read in it, never a picture (rule R1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from paradero.intake import SealDestroyed
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.at_source import Captures, at_source, captures_beside
from paradero.procedures.edges_shown import referred_to_by, refers_to, with_edges
from paradero.procedures.judging_rows import Likenesses
from paradero.procedures.list_rows import sighting_row
from paradero.procedures.marked_pieces import cut, marks_of
from paradero.procedures.report_views import (
    Carriers,
    carriers_of_their_news,
    claim_views,
    item_facts,
    media_facts,
    passed_over,
    report_facts,
)
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.procedures.source_rows import information_of, marks_of_sources
from paradero.procedures.subject_rows import likenesses_of
from paradero.procedures.views import ItemPage, ReportView
from paradero.records.models import Item, Report
from paradero.terms.spans import Span


def show_item(ref: str, *, for_the_eye: bool = False, desk: Desk, actor: Actor, at: datetime) -> ItemPage:
    """Return the item's page; of an item that was destroyed by order only what proves that it was there.

    Args:
        ref: The item's reference.
        for_the_eye: A person looks at it, so that a wish in the report is marked; never for a program (rule R6).
        desk: The store and the folder.
        actor: Who looks.
        at: When.

    Raises:
        NotHeld: If there is no such item.
    """
    with act("show item", desk=desk, actor=actor, at=at, ref=ref):
        item = held_under(ref, Item.objects.filter(ref=ref).first(), kind="item")
        reports = Report.objects.filter(item=item).select_related("item", "origin", "source")
        try:
            unlocked = [unlock(report, desk=desk) for report in reports.prefetch_related("sightings", *with_edges())]
        except SealDestroyed:
            return _empty(item, destroyed=True)
        carriers = carriers_of_their_news([each.row for each in unlocked])
        captures = captures_beside([each.row for each in unlocked])
        views = [_report_view(each, carriers, captures, for_the_eye=for_the_eye, desk=desk) for each in unlocked]
        shown = [sighting.ref for each in unlocked for sighting in each.row.sightings.all()]
        alike = likenesses_of(shown, actor=actor, on=at.date())
        return replace(_empty(item, destroyed=False), reports=_graded(views, unlocked), likenesses=alike)


def _empty(item: Item, *, destroyed: bool) -> ItemPage:
    return ItemPage(
        item=item_facts(item),
        reports=(),
        destroyed=destroyed,
        to_be_read=item.read_at is None,
        likenesses=Likenesses(),
    )


def _graded(views: Sequence[ReportView], unlocked: Sequence[Unlocked]) -> tuple[ReportView, ...]:
    """Return the reports' views, each with its source and with what people hold of what it says."""
    rows = [each.row for each in unlocked]
    sources = marks_of_sources({row.source for row in rows if row.source})
    given = information_of({row.item.ref for row in rows})
    return tuple(
        replace(
            view,
            publisher=sources[row.source_id] if row.source_id else None,
            information=given.get((row.item.ref, row.position), ()),
        )
        for view, row in zip(views, rows, strict=True)
    )


def _report_view(
    unlocked: Unlocked, carriers: Carriers, captures: Captures, *, for_the_eye: bool, desk: Desk
) -> ReportView:
    report, account = unlocked.report, unlocked.account
    marked = marks_of(report, account, for_the_eye=for_the_eye)
    return ReportView(
        facts=report_facts(unlocked, carriers),
        text=cut(report.text, Span(0, len(report.text)), marked),
        media=media_facts(report),
        sightings=tuple(sighting_row(sighting) for sighting in unlocked.row.sightings.all()),
        claims=claim_views(unlocked),
        passed_over=passed_over(unlocked),
        gaps=account.gaps,
        reader=account.reader,
        refers_to=refers_to(unlocked.row, report.text, desk=desk),
        referred_to_by=referred_to_by(unlocked.row),
        at_source=at_source(unlocked, captures, desk=desk),
    )
