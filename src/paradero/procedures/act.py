"""One act: one transaction, its entry in the audit log in the same transaction, the logs' heads anchored after it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from django.db import IntegrityError, transaction

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.anchors import keep_anchors
from paradero.records.logs import AUDIT, CUSTODY, append_all, hold_logs
from paradero.records.models import AuditEntry, CustodyEntry
from paradero.terms.chain import Head
from paradero.terms.failpoint import reached

Answer = TypeVar("Answer")

TRIES = 3
"""How often an act is begun anew where somebody else wrote the same thing in the same moment."""


@dataclass(frozen=True, slots=True)
class Custody:
    """What became of an item, for the custody log."""

    act: str
    ref: str
    """The item's reference."""
    sha256: str
    """Of what is sealed; of `"reduced"`, of the bytes as they were received."""
    tool: str
    """Name and version of the reader or rule."""
    count: int = field(default=0, kw_only=True)
    """How many parts a reduction left out, how many reports were read."""


@dataclass(slots=True, kw_only=True)
class Act:
    """What the logs will say of the act: references, kinds, digests and numbers, never a name (rule R10)."""

    kind: str
    ref: str = ""
    count: int = 0
    further: list[tuple[str, str, int]] = field(default_factory=list)
    """More entries of the audit log, where one act touches several cases: kind, reference, count."""
    custody: list[Custody] = field(default_factory=list)
    """Entries of the custody log, in order."""


@contextmanager
def act(kind: str, *, desk: Desk, actor: Actor, at: datetime, ref: str = "") -> Iterator[Act]:
    """Run the block as one act; what it wrote and its log entries stand together or not at all."""
    done = Act(kind=kind, ref=ref)
    with transaction.atomic(durable=True):
        yield done
        reached("act: rows written")
        heads = _log(done, actor=actor, at=at)
        reached("act: logged")
        transaction.on_commit(lambda: _anchor(desk, heads))


def anew(attempt: Callable[[], Answer]) -> Answer:
    """Return what the attempt returns; begin it anew where another process wrote the same row first."""
    for _ in range(TRIES - 1):
        try:
            return attempt()
        except IntegrityError:
            continue
    return attempt()


def _log(done: Act, *, actor: Actor, at: datetime) -> dict[str, Head]:
    hold_logs()
    by = {"at": at.astimezone(UTC).isoformat(), "actor": actor.ref}
    custody = [
        CustodyEntry(act=each.act, ref=each.ref, sha256=each.sha256, reader=each.tool, count=each.count, **by)
        for each in done.custody
    ]
    acts = [*done.further, (done.kind, done.ref, done.count)]
    heads = {AUDIT: append_all([AuditEntry(act=kind, ref=ref, count=count, **by) for kind, ref, count in acts])}
    return ({CUSTODY: append_all(custody)} if custody else {}) | heads


def _anchor(desk: Desk, heads: dict[str, Head]) -> None:
    reached("act: committed")
    keep_anchors(desk.anchors, heads)
    reached("act: anchored")
