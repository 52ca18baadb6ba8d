"""Everything the reader has learned, as it comes with Paradero: tables of weights, no code in them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from paradero.reading.attribution.model import Attribution
from paradero.reading.encoder import network
from paradero.reading.passages.sentences import Passages
from paradero.reading.people import model as people
from paradero.reading.people.roles import Roles
from paradero.reading.statuses import read as statuses
from paradero.terms.account import Role
from paradero.terms.linear import Choice, Linear, read_table, read_words, write_tables
from paradero.terms.resources import resource

FOLDER = "models/reading"
PEOPLE, STATUSES, CHOICES = "people.npz", "statuses.npz", "choices.npz"


@dataclass(frozen=True)
class Models:
    """The learned parts of the reader."""

    encoder: network.Encoder
    people: people.People
    statuses: statuses.StatusModels
    roles: Roles
    passages: Passages
    attribution: Attribution
    kin: Linear
    """Whose relative a kin word names."""
    places: Choice
    """Whether words name a place."""

    def put(self, folder: Path) -> None:
        """Write everything into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.people.put(folder / PEOPLE)
        self.statuses.put(folder / STATUSES)
        tables = {**self.attribution.tables(), "kin": self.kin, "places": self.places.linear}
        tables |= {"roles": self.roles.linear, "passages": self.passages.kinds, "values": self.passages.values}
        named = {
            "roles.named": tuple(role.value for role in self.roles.roles),
            "passages.named": self.passages.labels,
            "values.named": self.passages.value_labels,
        }
        write_tables(folder / CHOICES, tables, **named)


def opened(folder: Path) -> Models:
    """Return the models that `put` wrote."""
    with np.load(folder / CHOICES, allow_pickle=False) as stored:
        return Models(
            encoder=network.opened(folder),
            people=people.opened(folder / PEOPLE),
            statuses=statuses.opened(folder / STATUSES),
            roles=Roles(read_table(stored, "roles"), tuple(map(Role, read_words(stored, "roles.named")))),
            passages=Passages(
                read_table(stored, "passages"),
                read_words(stored, "passages.named"),
                read_table(stored, "values"),
                read_words(stored, "values.named"),
            ),
            attribution=Attribution.read(stored),
            kin=read_table(stored, "kin"),
            places=Choice(read_table(stored, "places")),
        )


@lru_cache(maxsize=1)
def shipped() -> Models:
    """Return the models that come with Paradero, read at the first call."""
    return opened(resource(FOLDER))
