"""Unlocks what was kept of a report under its item's own key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.procedures.acting import Desk
from paradero.records.models import Report as ReportRow
from paradero.terms.account import Account
from paradero.terms.plain import from_json
from paradero.terms.report import Report

TEXT, ACCOUNT = "report", "account"
"""What the two sealed texts of a report are bound to."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A report and what was read in it."""

    row: ReportRow
    report: Report
    account: Account


def unlock(row: ReportRow, *, desk: Desk) -> Unlocked:
    """Return a report's text and account.

    Raises:
        SealDestroyed: If its item was destroyed by order.
        SealBroken, SealMissing: If the kept text or its key was altered or lost.
    """
    (unlocked,) = unlock_all([row], desk=desk)
    if isinstance(unlocked, Exception):
        raise unlocked
    return unlocked


def unlock_all(rows: Sequence[ReportRow], *, desk: Desk) -> list[Unlocked | Exception]:
    """Return what `unlock` returns of each report, in order, or what it would raise; the keys are fetched at once."""
    opened = desk.store.decrypt_all([text for row in rows for text in _locked(row)])
    return [
        _unlocked(row, *texts) for row, texts in zip(rows, zip(opened[::2], opened[1::2], strict=True), strict=True)
    ]


def _locked(row: ReportRow) -> Iterator[tuple[str, bytes, str]]:
    for purpose, locked in ((TEXT, row.sealed_report), (ACCOUNT, row.sealed_account)):
        yield row.item.sha256, bytes(locked), f"{purpose} {row.position}"


def _unlocked(row: ReportRow, report: bytes | Exception, account: bytes | Exception) -> Unlocked | Exception:
    if isinstance(report, Exception):
        return report
    if isinstance(account, Exception):
        return account
    return Unlocked(row, from_json(Report, report), from_json(Account, account))
