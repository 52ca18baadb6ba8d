"""The learned choices of who is in a report, together in one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from paradero.reading.document import Document
from paradero.reading.people.coreference import Ranking, parties_of
from paradero.reading.people.mentions import mentions_of
from paradero.reading.people.party import Party
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Choice, read_table, write_tables


@dataclass(frozen=True)
class People:
    """Which names are persons, and whom nouns mean."""

    named: Choice
    meant: Ranking

    def parties(self, document: Document, tags: Mapping[str, Tags]) -> tuple[Party, ...]:
        """Return the persons, groups and sources of a report in order of their first mention."""
        return parties_of(document, mentions_of(document, tags, self.named), self.meant)

    def put(self, file: Path) -> None:
        """Write the choices into a file."""
        tables = {"named": self.named.linear, "meant": self.meant.linear}
        write_tables(file, tables)


def opened(file: Path) -> People:
    """Return the choices that `put` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        return People(named=Choice(read_table(stored, "named")), meant=Ranking(read_table(stored, "meant")))
