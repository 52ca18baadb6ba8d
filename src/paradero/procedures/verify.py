"""Checks everything that is kept, and names what is wrong."""

import hashlib
from collections.abc import Callable, Iterator
from itertools import islice

from django.db import connection
from django.db.models import Exists, OuterRef

from paradero.intake import Drift, Finding, SealDestroyed
from paradero.procedures.acting import Desk
from paradero.procedures.anchors import Anchor, kept_anchors
from paradero.procedures.answers import Trouble, Verification
from paradero.procedures.begun_archives import TAKEN_APART, begun_archives
from paradero.procedures.sealed_reports import Unlocked, unlock_all
from paradero.procedures.stamp_days import trusted_roots
from paradero.procedures.verify_days import day_troubles
from paradero.records.logs import CUSTODY, LOGS, links
from paradero.records.models import AuditEntry, CustodyEntry, Enquiry, Item, Judgement, Report, Sighting
from paradero.terms.chain import Head, first_break

OF_WHAT_WAS_RECEIVED = ("reduced", TAKEN_APART, "unbundled")
"""The custody log's words for bytes that are not kept as they came; their digests are no item's."""

DESTROYED = "destroyed"
"""The custody log's word for an item destroyed by order."""

TOGETHER = 100
"""So many reports are opened at once."""

Progress = Callable[[int, int], None]


def verify(*, desk: Desk, progress: Progress = lambda _done, _of: None) -> Verification:
    """Return what was checked and everything that was found: store, keys, database, reports and both logs.

    Nothing is changed. An item destroyed by order is listed as such and is no trouble.
    """
    items = dict(Item.objects.values_list("sha256", "ref"))
    findings = list(desk.store.check())
    by_order = [found for found in findings if found.drift is Drift.DESTROYED and found.sha256]
    troubles = [
        *_database(),
        *_store(findings, items),
        *_items(items, desk, findings),
        *_reports(desk, progress),
        *_judgements(),
        *_archives(),
        *_logs(desk),
        *day_troubles(desk=desk, roots=trusted_roots(desk.home)),
    ]
    return Verification(
        items=len(items),
        reports=Report.objects.count(),
        audit_entries=AuditEntry.objects.count(),
        custody_entries=CustodyEntry.objects.count(),
        troubles=tuple(troubles),
        destroyed=tuple(items.get(found.sha256 or "", found.sha256 or "") for found in by_order),
    )


def _database() -> Iterator[Trouble]:
    if connection.vendor != "sqlite":
        return  # PostgreSQL checks its own pages (initdb --data-checksums); there is nothing to ask it for
    with connection.cursor() as cursor:
        for statement, sound in (("PRAGMA integrity_check", [("ok",)]), ("PRAGMA foreign_key_check", [])):
            cursor.execute(statement)
            found = cursor.fetchall()
            if found != sound:
                said = "; ".join(str(part) for row in found[:5] for part in row)
                yield Trouble(where="database", ref=None, sentence=f"The database is damaged: {said}.")


def _store(findings: list[Finding], items: dict[str, str]) -> Iterator[Trouble]:
    """Say what is wrong with the sealed files, and which of them nobody was ever told about."""
    for found in findings:
        if found.drift is Drift.DESTROYED:
            yield from _without_order(found, items)
        else:
            ref = items.get(found.sha256 or "")
            yield Trouble(
                where="store",
                ref=ref or found.sha256,
                sentence=f"{ref}: {found.sentence}" if ref else found.sentence,
                harmless=not found.is_fault and not (ref and found.drift is Drift.UNFINISHED),
            )


def _without_order(found: Finding, items: dict[str, str]) -> Iterator[Trouble]:
    ordered = CustodyEntry.objects.filter(sha256=found.sha256, act=DESTROYED).exists()
    if not ordered and found.sha256 in items:
        ref = items[found.sha256]
        yield Trouble(
            where="keys",
            ref=ref,
            sentence=f"{ref}: its key was destroyed, but the custody log has no order for it.",
        )


def _items(items: dict[str, str], desk: Desk, findings: list[Finding]) -> Iterator[Trouble]:
    """Compare the store, the rows and the custody log: each item is in all three or in none."""
    of_items = CustodyEntry.objects.exclude(act__in=OF_WHAT_WAS_RECEIVED)
    sealed, logged = set(desk.store.items()), set(of_items.values_list("sha256", flat=True))
    for sha256 in sorted(sealed - items.keys()):
        yield Trouble(
            where="store",
            ref=sha256,
            sentence=f"Item {sha256}: sealed, but its taking in was interrupted before it was acknowledged; "
            "it may be swept.",
            harmless=True,
        )
    known = sealed | {found.sha256 for found in findings if found.sha256}
    for sha256 in sorted(items.keys() - known):
        yield Trouble(where="store", ref=items[sha256], sentence=f"{items[sha256]}: the store does not know it.")
    for sha256 in sorted(items.keys() - logged):
        yield Trouble(where=CUSTODY, ref=items[sha256], sentence=f"{items[sha256]}: the custody log lacks it.")
    for sha256 in sorted(logged - items.keys()):
        yield Trouble(where="database", ref=sha256, sentence=f"Item {sha256}: in the custody log, but its row is gone.")


def _reports(desk: Desk, progress: Progress) -> Iterator[Trouble]:
    """Open every report and compare its text with the digest that was kept of it."""
    rows = Report.objects.select_related("item").order_by("pk")
    total = rows.count()
    following, done = rows.iterator(chunk_size=TOGETHER), 0
    while some := list(islice(following, TOGETHER)):
        for row, unlocked in zip(some, unlock_all(some, desk=desk), strict=True):
            wrong, ref = _wrong_with(row, unlocked), row.item.ref
            if wrong:
                yield Trouble(where="reports", ref=ref, sentence=f"{ref}, report {row.position}: {wrong}")
            done += 1
            progress(done, total)


def _wrong_with(row: Report, unlocked: Unlocked | Exception) -> str | None:
    if isinstance(unlocked, SealDestroyed):
        return None
    if isinstance(unlocked, Exception):
        return f"its kept text cannot be opened. {unlocked}"
    if hashlib.sha256(unlocked.report.text.encode()).hexdigest() != row.text_digest:
        return "its kept text is not the one that was read."
    return None


def _judgements() -> Iterator[Trouble]:
    """Name whoever was judged and is not here: no key of the database holds a judgement to its two."""
    for side in ("left", "right"):
        here = [Exists(model.objects.filter(ref=OuterRef(side))) for model in (Enquiry, Sighting)]
        gone = Judgement.objects.exclude(here[0] | here[1]).order_by(side).values_list(side, flat=True).distinct()
        for ref in gone:
            yield Trouble(where="database", ref=ref, sentence=f"{ref} was judged and is not here any more.")


def _archives() -> Iterator[Trouble]:
    for ref in begun_archives().values_list("ref", flat=True).order_by("pk"):
        yield Trouble(
            where="archives",
            ref=ref,
            sentence=f"{ref}: this archive was not read to its end. Take the same file in again: it goes on.",
            harmless=True,
        )


def _logs(desk: Desk) -> Iterator[Trouble]:
    kept: dict[str, dict[int, str]] = {log: {} for log in LOGS}
    for anchor in kept_anchors(desk.anchors):
        if isinstance(anchor, Anchor) and anchor.log in kept:
            # The first head of a place counts: after a cut, the log grows again and keeps other heads of these places.
            kept[anchor.log].setdefault(anchor.head.seq, anchor.head.hash)
        elif isinstance(anchor, int):
            yield Trouble(where="anchors", ref=None, sentence=f"Line {anchor} of {desk.anchors.name} is unreadable.")
    for log, model in LOGS.items():
        yield from _log(log, kept[log], dict(model.objects.values_list("seq", "hash")))


def _log(log: str, kept: dict[int, str], rows: dict[int, str]) -> Iterator[Trouble]:
    last = max(kept, default=0)
    anchored = Head(seq=last, hash=kept[last]) if last else None
    broken = first_break(links(LOGS[log]), anchored=anchored)
    if broken:
        yield Trouble(where=log, ref=str(broken.seq), sentence=f"The {log} log does not hold: {broken.what}.")
    elif any(rows.get(seq) != digest for seq, digest in kept.items() if seq):
        yield Trouble(
            where=log, ref=None, sentence=f"The {log} log was rewritten: it is not the one whose heads were kept."
        )
    if rows and 0 not in kept:  # the file is made with the start of both logs, before their first entry
        yield Trouble(
            where="anchors",
            ref=None,
            sentence=f"The file that keeps the heads of the {log} log was lost or begun anew; its end is unproven.",
        )
