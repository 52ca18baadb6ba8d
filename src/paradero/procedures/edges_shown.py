"""Turns kept edges into what pages show of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import Prefetch

from paradero.procedures.acting import Desk
from paradero.procedures.edge_views import EdgeView, HeldReport
from paradero.procedures.kept_edges import far_ends
from paradero.records.models import Edge as EdgeRow, Report as ReportRow
from paradero.terms.edges import Confidence, EdgeKind, Evidence, FarEnd

MOST_REFERRING = 100
"""So many edges that lead to a report are shown, the earliest kept first."""
_FIRST_REFERRING = "first_referring"
_PICTURE = re.compile(
    r"[.=](?:jpe?g|jfif|png|webp|gif|avif|heic|bmp|tiff?|mp4|m4v|mov|webm|mkv|avi|m3u8|ts|mp3|m4a|og[ga]|opus|wav)(?![\w.])",
    re.IGNORECASE,
)
"""What stands in addresses that lead to a picture, video or sound itself, at their end or before a size asked for."""


def with_edges() -> tuple["Prefetch[str, Any]", "Prefetch[str, Any]"]:
    """Return what fetches the edges of many reports, either way, in two queries."""
    leading = EdgeRow.objects.select_related("other__item", "other__source").order_by("position")
    referring = EdgeRow.objects.select_related("report__item", "report__source").order_by("pk")
    return Prefetch("edges", leading), Prefetch("referred_to_by", referring[:MOST_REFERRING], to_attr=_FIRST_REFERRING)


def refers_to(row: ReportRow, text: str, *, desk: Desk) -> tuple[EdgeView, ...]:
    """Return what a report refers to, in its own order; its text and its edges are at hand."""
    ends = far_ends(row, desk=desk) or ()
    rows = row.edges.all()
    return tuple(_view(edge, ends[edge.position - 1], text, edge.other) for edge in rows if edge.position <= len(ends))


def referred_to_by(row: ReportRow) -> tuple[EdgeView, ...]:
    """Return what refers to a report, without the words and names that lie under the other's own key."""
    return tuple(_view(edge, FarEnd(), "", edge.report) for edge in getattr(row, _FIRST_REFERRING))


def _view(row: EdgeRow, end: FarEnd, text: str, other: ReportRow | None) -> EdgeView:
    return EdgeView(
        kind=EdgeKind(row.kind),
        evidence=Evidence(row.evidence),
        confidence=confidence_of(row),
        name=end.name,
        address=shown_address(end.address),
        platform=end.platform,
        words=end.words.of(text) if end.words else None,
        held=held(other),
        by_name=row.by_name,
    )


def confidence_of(row: EdgeRow) -> Confidence:
    """Return how sure an edge is; a name alone makes nobody sure which report was meant."""
    said = Confidence(row.confidence)
    return Confidence.LIKELY if said is Confidence.CERTAIN and row.by_name and row.other_id else said


def held(row: ReportRow | None) -> HeldReport | None:
    """Return a kept report as the end of an edge."""
    if row is None:
        return None
    return HeldReport(item_ref=row.item.ref, position=row.position, source=row.source.name if row.source else None)


def shown_address(address: str | None) -> str | None:
    """Return an address as a page may show it: of a picture, video or sound only its host (rule R1).

    >>> shown_address("https://faro.example/a/17"), shown_address("https://cdn.faro.example/a/face.jpg?w=1")
    ('https://faro.example/a/17', 'https://cdn.faro.example/…')
    """
    if address is None:
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.username or _PICTURE.search(unquote(f"{parts.path}?{parts.query}")):
        return f"{parts.scheme}://{host}/…"
    return address


OUTSIDE = frozenset(EdgeKind) - {EdgeKind.LINKED, EdgeKind.ANSWERED, EdgeKind.EARLIER, EdgeKind.LATER}
"""Kinds of which the graph draws an end that is not held: a page's hundred links would bury the rest."""


def outside_ends(rows: Sequence[ReportRow], *, desk: Desk) -> Iterator[tuple[EdgeRow, FarEnd]]:
    """Yield the edges of some reports that lead to nothing that is held, each with where it leads."""
    by_report = {row.pk: row for row in rows}
    kinds = [kind.value for kind in OUTSIDE]
    loose = EdgeRow.objects.filter(report__in=by_report, other__isnull=True, kind__in=kinds).order_by(
        "report", "position"
    )
    opened: dict[int, tuple[FarEnd, ...]] = {}
    for edge in loose:
        if edge.report_id not in opened:
            opened[edge.report_id] = far_ends(by_report[edge.report_id], desk=desk) or ()
        if edge.position <= len(opened[edge.report_id]):
            yield edge, opened[edge.report_id][edge.position - 1]
