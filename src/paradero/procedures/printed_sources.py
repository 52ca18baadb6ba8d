"""Finds the source of each name that an item's reports print: a part of taking in, inside its transaction."""

from collections.abc import Sequence
from operator import itemgetter

from paradero.intake.source_kinds import source_kind
from paradero.records.models import Item, Source
from paradero.records.sources import source_printed
from paradero.terms.report import Report


def printed_sources(reports: Sequence[Report], *, item: Item) -> dict[str, Source]:
    """Return the source of each name; one that is printed for the first time gets a row.

    They are made in the order of the names: of two workers that meet the same new names the other way round, each would
    wait for the other.
    """
    first = {report.source: report for report in reversed(reports) if report.source}
    return {
        name: source_printed(name, kind=source_kind(platform=report.platform, item_kind=item.kind))
        for name, report in sorted(first.items(), key=itemgetter(0))
    }
