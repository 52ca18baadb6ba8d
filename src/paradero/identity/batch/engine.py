"""What batch linkage asks of an engine, so that all else is written once."""

import logging
from pathlib import Path
from typing import Any, Protocol

from paradero.identity.batch.comparisons import LEFT, RIGHT, rarity_columns
from paradero.identity.batch.prepared import Prepared


class Engine(Protocol):
    """Runs queries; its tables live as long as it does."""

    name: str
    splink: Any
    """Splink's door to it."""
    chunk_pairs: int
    """How many pairs it weighs at a time."""

    def unfold(self, column: str) -> str:
        """Return how to write one row for each key of a column."""

    def read(self, name: str, path: Path) -> None:
        """Make the rows of a Parquet file, or of the files in a folder, known as a table."""

    def make(self, name: str, query: str) -> None:
        """Keep the answer of a query as a table, in place of any of that name."""

    def drop(self, name: str) -> None:
        """Let a table go."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the answer of a query."""

    def write(self, query: str, folder: Path) -> None:
        """Write the answer of a query as Parquet files into a new folder."""

    def close(self) -> None:
        """End it."""


def load(engine: Engine, prepared: Prepared) -> None:
    """Give an engine the prepared lists as `people_l` and `people_r`, and the frequencies."""
    for side, name in ((LEFT, "left"), (RIGHT, "right")):
        engine.read(f"people_{side}", prepared.people(name))
    for column in rarity_columns():
        engine.read(f"frequency_{column}", prepared.frequency(column))


def linker(engine: Engine, settings: dict[str, Any]) -> Any:
    """Return Splink's linker over the loaded lists, weighing with our frequencies."""
    from splink import Linker

    api = engine.splink
    # Splink refuses a name that it has had before, and a model is both trained and used on one engine.
    turn = len(api._registered_table_names)  # noqa: SLF001
    sides = [
        api.register(f"people_{side}", table_name=f"{side}_{turn}", dataset_display_name=side) for side in (LEFT, RIGHT)
    ]
    made = Linker(sides, settings, log_level=logging.ERROR)
    for column in rarity_columns():
        table = api.register(f"frequency_{column}", table_name=f"frequency_{column}_{turn}")
        made.table_management.register_term_frequency_lookup(table, column)
    return made
