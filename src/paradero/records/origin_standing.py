"""Asks for the judgements of reports' origins that stand: those that nobody took back."""

from collections.abc import Collection

from django.db import connection
from django.db.models import Q, QuerySet

from paradero.records.models import OriginJudgement
from paradero.terms.verdict import Verdict

_LOCK = 7_241_190_307
"""Any number that nothing else in the database uses; the judgements of pairs have the one before."""


def hold_origins(*, to_judge: bool) -> None:
    """Let nobody judge an origin until the transaction ends; whoever judges lets nobody group either.

    So whoever groups sees every judgement, and no judgement is kept beside a grouping that did not know of it. SQLite's
    transactions that write exclude each other anyhow. Take it before anything is read that it protects.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock{'' if to_judge else '_shared'}(%s)", [_LOCK])


def standing_of_origins() -> QuerySet[OriginJudgement]:
    """Return the judgements that stand, with their reports."""
    standing = OriginJudgement.objects.filter(undoing__isnull=True)
    return standing.select_related("left__item", "right__item")


def standing_about(reports: Collection[int]) -> list[OriginJudgement]:
    """Return the standing judgements of some reports, by their keys, and of all who are joined to them by "same"."""
    found: dict[int, OriginJudgement] = {}
    met: set[int] = set()
    waiting = set(reports)
    while waiting:
        rows = standing_of_origins().filter(Q(left__in=waiting) | Q(right__in=waiting)).order_by("pk")
        met |= waiting
        waiting = set()
        for row in rows:
            found[row.pk] = row
            if row.verdict == Verdict.SAME.value:
                waiting |= {row.left_id, row.right_id} - met
    return sorted(found.values(), key=lambda row: row.pk)
