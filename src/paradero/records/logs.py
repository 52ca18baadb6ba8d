"""Writes the two logs: each entry sealed onto the one before it."""

import re
from collections.abc import Iterator, Sequence

from django.db import connection

from paradero.records.many import insert_all
from paradero.records.models import AuditEntry, ChainEntry, CustodyEntry
from paradero.terms.chain import Head, Link, canonical, next_link

AUDIT = "audit"
CUSTODY = "custody"
LOGS: dict[str, type[ChainEntry]] = {AUDIT: AuditEntry, CUSTODY: CustodyEntry}

_REFERENCE = re.compile(r"(?:[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4})?")

_LOCK = 7_241_190_305
"""Any number that nothing else in the database uses."""


class NoReferenceError(ValueError):
    """Something else than a reference was about to be written into a log for ever."""


def hold_logs() -> None:
    """Let nobody else write a log until the transaction ends.

    SQLite's transactions that write exclude each other anyhow. Take it as the last lock of a transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def append(entry: ChainEntry) -> Head:
    """Put an entry at the end of its log and return the log's new head; `hold_logs` comes first.

    Raises:
        NoReferenceError: If its `ref` is neither a reference nor empty: a log holds no name and no text (rule R10).
    """
    return append_all([entry])


def append_all(entries: Sequence[ChainEntry]) -> Head:
    """Put entries of one log, at least one, at its end in order, and return its new head; as `append`."""
    log = type(entries[0])
    before = head(log)
    for entry in entries:
        if not _REFERENCE.fullmatch(entry.ref):
            raise NoReferenceError(f"The {len(entry.ref)} letters of this entry's ref are no reference number.")
        entry.seq = before.seq + 1 if before else 1
        link = next_link(before, canonical(entry.facts()))
        entry.previous, entry.hash = link.previous, link.hash
        before = Head(seq=link.seq, hash=link.hash)
    insert_all(entries)
    assert before is not None  # noqa: S101 -- there is an entry
    return before


def head(log: type[ChainEntry]) -> Head | None:
    """Return the last link of a log, or `None` for an empty one."""
    last = log.objects.order_by("-seq").values_list("seq", "hash").first()
    return Head(seq=last[0], hash=last[1]) if last else None


def links(log: type[ChainEntry]) -> Iterator[Link]:
    """Yield a log's links in order."""
    return (entry.link() for entry in log.objects.order_by("seq").iterator())
