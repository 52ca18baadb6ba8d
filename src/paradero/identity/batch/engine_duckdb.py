"""DuckDB, inside this process: a memory limit, and a folder where what does not fit is put aside."""

from pathlib import Path
from typing import Any


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


class DuckDb:
    """The engine for one machine."""

    name = "duckdb"
    chunk_pairs = 4_000_000

    def __init__(self, *, folder: Path, memory: str, threads: int) -> None:
        """Open a database of its own.

        Args:
            folder: An existing folder for its file and for what does not fit into memory.
            memory: How much memory it may take, as `"12GB"`.
            threads: How many threads.
        """
        import duckdb
        from splink.backends.duckdb import DuckDBAPI

        how = {
            "memory_limit": memory,
            "threads": threads,
            "temp_directory": str(folder),
            "preserve_insertion_order": False,
        }
        self._connection = duckdb.connect(str(folder / "linkage.duckdb"), config=how)
        self._connection.execute("SET enable_progress_bar = false")  # the command shows its own
        # The settings speak of `arrays_overlap`, as Spark does.
        self._connection.execute("CREATE MACRO arrays_overlap(one, other) AS list_has_any(one, other)")
        self.splink = DuckDBAPI(connection=self._connection)

    def unfold(self, column: str) -> str:
        """Return how to write one row for each key of a column."""
        return f"unnest({column})"

    def read(self, name: str, path: Path) -> None:
        """Make the rows of a Parquet file, or of the files in a folder, known as a table."""
        source = path / "**" / "*.parquet" if path.is_dir() else path
        self._run(f"CREATE OR REPLACE TABLE {name} AS FROM read_parquet({_quoted(source)})")

    def make(self, name: str, query: str) -> None:
        """Keep the answer of a query as a table, in place of any of that name."""
        self._run(f"CREATE OR REPLACE TABLE {name} AS {query}")

    def drop(self, name: str) -> None:
        """Let a table go."""
        self._run(f"DROP TABLE IF EXISTS {name}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the answer of a query."""
        return self._run(query)

    def write(self, query: str, folder: Path) -> None:
        """Write the answer of a query as Parquet files into a new folder."""
        folder.mkdir(parents=True)
        self.write_file(query, folder / "part.parquet")

    def write_file(self, query: str, path: Path) -> None:
        """Write the answer of a query as one file, Parquet or CSV by its name."""
        how = "FORMAT csv, HEADER" if path.suffix.lower() == ".csv" else "FORMAT parquet, COMPRESSION zstd"
        self._run(f"COPY ({query}) TO {_quoted(path)} ({how})")

    def close(self) -> None:
        """End it."""
        self._connection.close()

    def _run(self, query: str) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(query).fetchall())
