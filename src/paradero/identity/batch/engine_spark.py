"""Spark: in this process for a trial (`local[2]`), or on a cluster by its master's address."""

import os
import sys
from pathlib import Path
from typing import Any


class Spark:
    """The engine for many millions. It needs Java 17; our comparisons need no jar of their own."""

    name = "spark"
    chunk_pairs = 2_000_000_000

    def __init__(self, *, folder: Path, memory: str, threads: int, master: str | None = None) -> None:
        """Start or join a session.

        Args:
            folder: An existing folder for intermediate tables; on a cluster one that every machine sees.
            memory: How much memory the driver may take, as `"12GB"`.
            threads: How many threads, where no master is named.
            master: The cluster's address, as `"spark://host:7077"`; without it Spark runs here.
        """
        from pyspark.sql import SparkSession
        from splink.backends.spark import SparkAPI

        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_DIRS", str(folder))
        how = {
            "spark.driver.memory": memory.upper().removesuffix("B").lower(),
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            # Our comparisons make a method too long for Java: Spark finds out after minutes, with a page of errors.
            "spark.sql.codegen.wholeStage": "false",
            "spark.sql.shuffle.partitions": str(threads * 2) if master is None else "200",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
        }
        if master is None:
            how |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        session = SparkSession.builder.appName("paradero link").master(master or f"local[{threads}]")
        self._spark = session.config(map=how).getOrCreate()
        self._spark.sparkContext.setLogLevel("ERROR")
        self._spark.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
        self._folder = folder
        self.splink = SparkAPI(
            spark_session=self._spark, break_lineage_method="parquet", register_udfs_automatically=False
        )

    def unfold(self, column: str) -> str:
        """Return how to write one row for each key of a column."""
        return f"explode({column})"

    def read(self, name: str, path: Path) -> None:
        """Make the rows of a Parquet file, or of the files in a folder, known as a table."""
        self._spark.read.parquet(str(path)).createOrReplaceTempView(name)

    def make(self, name: str, query: str) -> None:
        """Keep the answer of a query as a table, in place of any of that name."""
        kept = self._folder / "tables" / name
        self.write(query, kept)
        self.read(name, kept)

    def drop(self, name: str) -> None:
        """Let a table go."""
        self._spark.catalog.dropTempView(name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the answer of a query."""
        return [tuple(row) for row in self._spark.sql(query).collect()]

    def write(self, query: str, folder: Path) -> None:
        """Write the answer of a query as Parquet files into a new folder."""
        self._spark.sql(query).write.mode("overwrite").parquet(str(folder))

    def close(self) -> None:
        """End it."""
        self._spark.stop()
