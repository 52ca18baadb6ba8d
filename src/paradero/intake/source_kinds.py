"""What a report's format says of who published it; what it does not say, a person may."""

from paradero.intake.page.reader import PAGE
from paradero.terms.grades import SourceKind

CHANNELS = frozenset({"Telegram", "YouTube", "Rutube", "Rumble", "Dzen"})
"""Platforms where who publishes has a channel; on any other it is an account."""


def source_kind(*, platform: str | None, item_kind: str) -> SourceKind:
    """Return what a source is as far as one of its reports tells: its platform, or that it is a web page.

    >>> source_kind(platform="X", item_kind="X web export"), source_kind(platform=None, item_kind="plain text")
    (<SourceKind.ACCOUNT: 'account'>, <SourceKind.UNKNOWN: 'unknown'>)
    """
    if platform:
        return SourceKind.CHANNEL if platform in CHANNELS else SourceKind.ACCOUNT
    return SourceKind.OUTLET if item_kind.endswith(PAGE.kind) else SourceKind.UNKNOWN
