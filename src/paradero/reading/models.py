"""Everything the reader has learned, as it comes with Paradero: tables of weights, no code in them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from paradero.reading.attribution.model import Attribution
from paradero.reading.linear import Choice, Linear, read_table, write_tables
from paradero.reading.people import model as people
from paradero.reading.statuses import read as statuses
from paradero.reading.tagging import tagger
from paradero.terms.resources import resource

FOLDER = "models/reading"
TAGS, PEOPLE, STATUSES, CHOICES = "tags.npz", "people.npz", "statuses.npz", "choices.npz"


@dataclass(frozen=True)
class Models:
    """The learned parts of the reader."""

    tagger: tagger.Tagger
    people: people.People
    statuses: statuses.StatusModels
    attribution: Attribution
    kin: Linear
    """Whose relative a kin word names."""
    places: Choice
    """Whether words name a place."""

    def put(self, folder: Path) -> None:
        """Write everything into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.tagger.put(folder / TAGS)
        self.people.put(folder / PEOPLE)
        self.statuses.put(folder / STATUSES)
        tables = {**self.attribution.tables(), "kin": self.kin, "places": self.places.linear}
        write_tables(folder / CHOICES, tables)


def opened(folder: Path) -> Models:
    """Return the models that `put` wrote."""
    with np.load(folder / CHOICES, allow_pickle=False) as stored:
        return Models(
            tagger=tagger.opened(folder / TAGS),
            people=people.opened(folder / PEOPLE),
            statuses=statuses.opened(folder / STATUSES),
            attribution=Attribution.read(stored),
            kin=read_table(stored, "kin"),
            places=Choice(read_table(stored, "places")),
        )


@lru_cache(maxsize=1)
def shipped() -> Models:
    """Return the models that come with Paradero, read at the first call."""
    return opened(resource(FOLDER))
