"""Shows a source: its names, its grades, and its reports, the newest first."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import F

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.source_rows import grade_view, information_of, marks_of_sources, source_rows
from paradero.procedures.source_views import AliasView, GradeView, KindView, SourceMark, SourcePage, SourceReport
from paradero.records.models import Report, Source, SourceAlias
from paradero.records.sources import heads_of, members_of, own_sources
from paradero.terms.grades import Credibility, SourceKind


def show_source(ref: str, *, limit: int = 50, offset: int = 0, desk: Desk, actor: Actor, at: datetime) -> SourcePage:
    """Return a source with some of its reports, under all of its names.

    Raises:
        NotHeld: If there is no such source.
    """
    with act("show source", desk=desk, actor=actor, at=at, ref=ref):
        source = held_under(ref, Source.objects.filter(ref=ref).first(), kind="source")
        aliases = [_alias(row) for row in source.aliases.select_related("undoing")]
        return SourcePage(
            row=source_rows([source])[0],
            belongs_to=_belongs_to(source),
            aliases=tuple(alias for alias in aliases if alias.undone_at is None),
            undone=tuple(alias for alias in reversed(aliases) if alias.undone_at is not None),
            alike=_alike(source),
            grades=tuple(grade_view(row) for row in source.grades.order_by("-pk")),
            kinds=tuple(
                KindView(kind=SourceKind(row.kind), by=row.person, at=row.at)
                for row in source.kinds_given.order_by("-pk")
            ),
            reports=_reports(members_of([source]), limit=limit, offset=offset),
        )


def _belongs_to(source: Source) -> SourceMark | None:
    if heads_of([source])[source.pk].pk == source.pk:
        return None
    return marks_of_sources([source])[source.pk]


def _alike(source: Source) -> tuple[SourceMark, ...]:
    others = own_sources().filter(folded=source.folded).exclude(pk=source.pk).order_by("name")
    return tuple(marks_of_sources(others).values())


def _alias(row: SourceAlias) -> AliasView:
    undoing = getattr(row, "undoing", None)
    return AliasView(
        ref=row.ref,
        name=row.name,
        by=row.person,
        reason=row.reason,
        at=row.at,
        undone_by=undoing.person if undoing else None,
        undone_at=undoing.at if undoing else None,
    )


def _reports(sources: Collection[int], *, limit: int, offset: int) -> tuple[SourceReport, ...]:
    newest = F("published_on").desc(nulls_last=True)
    sealed = ("sealed_report", "sealed_account", "sealed_telling")  # large, and no part of the list
    rows = Report.objects.filter(source__in=sources).defer(*sealed).order_by(newest, "-pk")
    page = list(rows.select_related("item", "origin", "source")[offset : offset + limit])
    graded = information_of({row.item.ref for row in page})
    return tuple(_report(row, graded.get((row.item.ref, row.position), ())) for row in page)


def _report(row: Report, graded: Sequence[GradeView]) -> SourceReport:
    assert row.source is not None  # noqa: S101 -- it is one of a source's
    return SourceReport(
        item_ref=row.item.ref,
        position=row.position,
        printed=row.source.name,
        language=row.language,
        published_on=row.published_on,
        taken_in_at=row.item.taken_in_at,
        origin_ref=row.origin.ref,
        information=Credibility(graded[0].grade.value) if graded else None,
    )
