"""Keeps the edges of a report, joins them to the reports they lead to, and gives them back."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.db.models import QuerySet

from paradero.intake import KeyBrokenError, SealBroken, SealDestroyed, SealMissing
from paradero.intake.provenance.addresses import plain_address
from paradero.intake.provenance.edges import edges_of
from paradero.procedures.acting import Desk
from paradero.records.models import Edge as EdgeRow, Report as ReportRow
from paradero.terms.account import Account
from paradero.terms.edges import Edge, FarEnd
from paradero.terms.fold import fold
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Report

PURPOSE = "edges"
KEY_BYTES = 6
MOST_OF_ONE_NEWS = 200
"""Reports of the same news among which one is told by its source's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """What the edges of one report lead to, in order."""

    ends: tuple[FarEnd, ...]


def keep_edges(row: ReportRow, report: Report, account: Account, *, desk: Desk) -> None:
    """Write the edges of a report that has its origin, and join what leads from it and to it."""
    edges = edges_of(report, account.relays)
    ends = to_json(_Ends(ends=tuple(edge.end for edge in edges))).encode()
    row.sealed_ends = desk.store.encrypt(row.item.sha256, ends, purpose=f"{PURPOSE} {row.position}") if edges else None
    row.address_key = _address_key(report.address, desk=desk)
    row.save(update_fields=["sealed_ends", "address_key"])
    rows = list(_rows(row, edges, desk=desk))
    _join_to_what_is_here(row, rows, desk=desk)
    EdgeRow.objects.bulk_create(rows)
    _join_what_waited(row, desk=desk)


def far_ends(row: ReportRow, *, desk: Desk) -> tuple[FarEnd, ...] | None:
    """Return what a report's edges lead to, in order; `None` where its item was destroyed, altered or lost."""
    if row.sealed_ends is None:
        return ()
    with suppress(SealDestroyed, SealBroken, SealMissing, KeyBrokenError):
        kept = desk.store.decrypt(row.item.sha256, bytes(row.sealed_ends), purpose=f"{PURPOSE} {row.position}")
        return from_json(_Ends, kept).ends
    return None


def _rows(row: ReportRow, edges: Sequence[Edge], *, desk: Desk) -> Iterator[EdgeRow]:
    for position, edge in enumerate(edges, start=1):
        key = _address_key(edge.end.address, desk=desk)
        yield EdgeRow(
            report=row,
            position=position,
            kind=edge.kind.value,
            evidence=edge.evidence.value,
            confidence=edge.confidence.value,
            by_name=edge.end.address is None,
            end_key=_name_key(edge.end.name, desk=desk) if edge.end.address is None else key,
        )


def _join_to_what_is_here(row: ReportRow, edges: Sequence[EdgeRow], *, desk: Desk) -> None:
    """Give each edge the report it leads to: the first that was kept under its address, else one of the same news."""
    asked = {edge.end_key for edge in edges if edge.end_key is not None and not edge.by_name}
    here = ReportRow.objects.filter(address_key__in=asked).exclude(pk=row.pk).order_by("-pk")
    by_address = {report.address_key: report for report in here}
    named: dict[int | None, ReportRow] = {}
    if any(edge.by_name and edge.end_key is not None for edge in edges):
        same = _of_the_same_news(row).select_related("source").order_by("-pk")[:MOST_OF_ONE_NEWS]
        named = {_name_key(each.source.name, desk=desk): each for each in same if each.source}
    for edge in edges:
        if edge.end_key is not None:
            edge.other = (named if edge.by_name else by_address).get(edge.end_key)


def _join_what_waited(row: ReportRow, *, desk: Desk) -> None:
    """Give the edges that came before it the report they lead to."""
    waiting = EdgeRow.objects.filter(other__isnull=True).exclude(report=row)
    if row.address_key is not None:
        waiting.filter(end_key=row.address_key, by_name=False).update(other=row)
    if row.source is not None:
        told = waiting.filter(end_key=_name_key(row.source.name, desk=desk), by_name=True)
        same = list(_of_the_same_news(row).values_list("pk", flat=True)[:MOST_OF_ONE_NEWS])
        told.filter(report__in=same).update(other=row)


def _of_the_same_news(row: ReportRow) -> QuerySet[ReportRow]:
    return ReportRow.objects.filter(origin=row.origin_id).exclude(pk=row.pk)


def _address_key(address: str | None, *, desk: Desk) -> int | None:
    plain = plain_address(address) if address else None
    return None if plain is None else _key(f"address {plain}", desk=desk)


def _name_key(name: str | None, *, desk: Desk) -> int | None:
    return _key(f"name {fold(name)}", desk=desk) if name else None


def _key(text: str, *, desk: Desk) -> int:
    key = desk.store.derived_key("edge ends")
    return int.from_bytes(hashlib.blake2b(text.encode(), key=key, digest_size=KEY_BYTES).digest())
