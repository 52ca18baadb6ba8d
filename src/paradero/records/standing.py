"""Asks for the judgements that stand: those that nobody took back."""

from collections.abc import Collection

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from paradero.records.models import Candidate, Judgement
from paradero.terms.verdict import Verdict

_LOCK = 7_241_190_306
"""Any number that nothing else in the database uses; the logs have the one before."""


def hold_judgements() -> None:
    """Let nobody else judge until the transaction ends: what follows from all judgements is checked before one is kept.

    SQLite's transactions that write exclude each other anyhow. Take it before anything is read that it protects.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def standing() -> QuerySet[Judgement]:
    """Return the judgements that stand."""
    return Judgement.objects.filter(undoing__isnull=True)


def judged_by(person: str) -> Exists:
    """Return the condition that a person's own judgement of a candidate stands."""
    own = standing().filter(person=person, left=OuterRef("enquiry__ref"), right=OuterRef("sighting__ref"))
    return Exists(own.order_by())


def own_verdicts(person: str, pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], Verdict]:
    """Return what a person holds of each pair that they have judged."""
    left, right = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    own = standing().filter(person=person, left__in=left, right__in=right) if pairs else standing().none()
    wanted = set(pairs)
    return {(row.left, row.right): Verdict(row.verdict) for row in own if (row.left, row.right) in wanted}


def candidates_of(pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the candidate's reference of each pair that is proposed as one."""
    left, right = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    rows = Candidate.objects.filter(enquiry__ref__in=left, sighting__ref__in=right).order_by()
    found = {
        (enquiry, sighting): ref for enquiry, sighting, ref in rows.values_list("enquiry__ref", "sighting__ref", "ref")
    }
    return {pair: found[pair] for pair in pairs if pair in found}


def standing_around(refs: Collection[str]) -> list[Judgement]:
    """Return the standing judgements from which everything follows that concerns these subjects.

    They are those of all who are joined to the subjects by "same", those that part them from others, and those that
    join the others among themselves.
    """
    found: dict[int, Judgement] = {}
    near = _joined(set(refs), found)
    apart = {ref for row in found.values() if row.verdict == Verdict.DIFFERENT.value for ref in (row.left, row.right)}
    _joined(apart - near, found)
    return list(found.values())


def _joined(refs: set[str], found: dict[int, Judgement]) -> set[str]:
    """Walk from the subjects along "same", keep every judgement met on the way, and return who was met."""
    met: set[str] = set()
    waiting = refs
    while waiting:
        rows = standing().filter(Q(left__in=waiting) | Q(right__in=waiting)).order_by("pk")
        met |= waiting
        waiting = set()
        for row in rows:
            found[row.pk] = row
            if row.verdict == Verdict.SAME.value:
                waiting |= {row.left, row.right} - met
    return met
