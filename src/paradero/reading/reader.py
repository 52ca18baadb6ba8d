"""What every reader promises, ours or a stronger one that is plugged in (`reading.plugged`)."""

from typing import Protocol

from paradero.terms.account import Account
from paradero.terms.report import Report


class Reader(Protocol):
    """Reads reports in one language or several.

    Every field of the account cites a span of `report.text`; unknown stays unknown; bad text gives a partial account
    whose `gaps` say why, never an exception.
    """

    @property
    def name(self) -> str:
        """Return name and version, kept with every account."""
        ...

    def read(self, report: Report) -> Account:
        """Return what the report says."""
        ...
