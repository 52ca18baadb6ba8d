"""Unlocks what was kept of a report under its item's own key."""

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

    def opened(locked: bytes | memoryview, purpose: str) -> bytes:
        return desk.store.decrypt(row.item.sha256, bytes(locked), purpose=f"{purpose} {row.position}")

    report = from_json(Report, opened(row.sealed_report, TEXT))
    return Unlocked(row, report, from_json(Account, opened(row.sealed_account, ACCOUNT)))
