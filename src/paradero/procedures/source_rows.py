"""Records of sources as the rows of lists, and as marks beside reports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Count, Max

from paradero.procedures.source_views import GradeView, SourceMark, SourceRow
from paradero.records.models import InformationGrade, KindGiven, Report, Source, SourceGrade
from paradero.records.sources import heads_of, latest, members_of
from paradero.terms.grades import Credibility, Reliability, SourceKind


def source_rows(sources: Collection[Source]) -> tuple[SourceRow, ...]:
    """Return the rows of sources, in their order; a row's reports are those under all of its names."""
    whose = members_of(sources)
    counted: defaultdict[int, int] = defaultdict(int)
    seen: dict[int, list[date]] = defaultdict(list)
    of_each = Report.objects.filter(source__in=whose).order_by().values("source")
    for each in of_each.annotate(count=Count("pk"), published=Max("published_on"), taken=Max("item__taken_in_at")):
        head = whose[each["source"]]
        counted[head] += each["count"]
        seen[head].append(each["published"] or each["taken"].date())
    grades, kinds = grades_of(sources), kinds_of(sources)
    return tuple(
        SourceRow(
            ref=source.ref,
            name=source.name,
            kind=kinds[source.pk],
            grade=_reliability(grades.get(source.pk)),
            reports=counted[source.pk],
            last_seen_on=max(seen[source.pk], default=None),
        )
        for source in sources
    )


def grades_of(sources: Iterable[Source]) -> dict[int, GradeView]:
    """Return the latest grade of each source that anybody graded, by its key."""
    rows = latest(SourceGrade.objects.filter(source__in=sources), "source")
    return {row.source_id: grade_view(row) for row in rows}


def kinds_of(sources: Collection[Source]) -> dict[int, SourceKind]:
    """Return what each source is: as a person said last, else as its first report came."""
    said = {row.source_id: row.kind for row in latest(KindGiven.objects.filter(source__in=sources), "source")}
    return {source.pk: SourceKind(said.get(source.pk, source.kind)) for source in sources}


def marks_of_sources(sources: Iterable[Source]) -> Mapping[int, SourceMark]:
    """Return, by the key of each printed name, the source that it belongs to."""
    heads = heads_of(sources)
    grades = grades_of(list(heads.values()))
    return {pk: SourceMark(ref=head.ref, name=head.name, grade=grades.get(head.pk)) for pk, head in heads.items()}


def information_of(items: Collection[str]) -> Mapping[tuple[str, int], tuple[GradeView, ...]]:
    """Return how the information in these items' reports was graded, by item and place, the latest first."""
    found: defaultdict[tuple[str, int], list[GradeView]] = defaultdict(list)
    for row in InformationGrade.objects.filter(item__in=items).order_by("-pk"):
        found[row.item, row.position].append(grade_view(row))
    return {of: tuple(grades) for of, grades in found.items()}


def grade_view(row: SourceGrade | InformationGrade) -> GradeView:
    """Return a row as a value."""
    grade = Reliability(row.grade) if isinstance(row, SourceGrade) else Credibility(row.grade)
    return GradeView(grade=grade, by=row.person, reason=row.reason, at=row.at)


def _reliability(given: GradeView | None) -> Reliability | None:
    return given.grade if given and isinstance(given.grade, Reliability) else None
