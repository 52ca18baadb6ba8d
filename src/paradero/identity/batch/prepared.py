"""Two lists made ready for an engine: their key columns and how common names are, as Parquet files in one folder."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from paradero.identity.batch.frequencies import RARITIES, frequencies
from paradero.identity.batch.keys import RecordKeys
from paradero.identity.batch.lists import ROWS_AT_ONCE, Checked, records
from paradero.identity.batch.readers import side_by_side

_TEXTS = frozenset(
    {"id", "family_1", "family_2", "given_1", "given_sound_1", "given_sound_2", "father_1", "town_1", "mother_1"}
    | {"born", "born_turned", "month_day", "year_month", "year_and_day", "town_sound"}
)
_NUMBERS = frozenset({"record", "born_day", "year"})
ALONE_BELOW = 50_000
"""Lists up to this many records are made ready faster without a second process."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Where the prepared lists lie, and what was met on the way."""

    folder: Path
    left: int
    right: int
    unread_births: int

    def people(self, side: str) -> Path:
        """Return the key columns of a side, `"left"` or `"right"`."""
        return self.folder / f"{side}.parquet"

    def frequency(self, column: str) -> Path:
        """Return the table of how common each value of a column is."""
        return self.folder / f"tf_{column}.parquet"


def prepare(
    left: Checked, right: Checked, *, folder: Path, threads: int, progress: Callable[[int], None] = lambda _: None
) -> Prepared:
    """Write the key columns of both lists into a folder.

    Args:
        left: One list, checked.
        right: The other.
        folder: An existing folder; on a cluster one that every machine sees.
        threads: With two or more, and lists worth it, each side has a process of its own.
        progress: Called with how many records are ready.

    Raises:
        ReaderLost: If one of these processes was killed.
    """
    jobs = [(one.path, folder / f"{side}.parquet") for side, one in (("left", left), ("right", right))]
    if threads > 1 and left.records + right.records > ALONE_BELOW:
        found = side_by_side(write_side, jobs, progress)
    else:
        found = [write_side(path, target, progress) for path, target in jobs]
    total = left.records + right.records
    counts = {column: found[0].counts[column] + found[1].counts[column] for column in RARITIES}
    for column, counted in counts.items():
        _write_frequencies(column, counted, total, folder / f"tf_{column}.parquet")
    return Prepared(folder, left.records, right.records, sum(side.unread_births for side in found))


@dataclass(frozen=True, slots=True)
class Side:
    """What one side's records told beside their own columns."""

    counts: dict[str, Counter[str]]
    unread_births: int


def write_side(path: Path, target: Path, progress: Callable[[int], None]) -> Side:
    """Write one list's key columns, batch by batch."""
    from pyarrow import parquet

    keys = RecordKeys()
    schema = _schema()
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        done = 0
        for batch in _batches(records(path)):
            writer.write_batch(_record_batch(batch, keys, schema, done))
            done += len(batch)
            progress(len(batch))
    return Side(keys.counts, keys.unread_births)


def _batches(rows: Iterable[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    source = iter(rows)
    while batch := list(islice(source, ROWS_AT_ONCE)):
        yield batch


def _record_batch(batch: list[dict[str, str]], keys: RecordKeys, schema: Any, start: int) -> Any:
    import pyarrow as pa

    rows = [{"record": start + at, "id": row["id"], **keys(row)} for at, row in enumerate(batch)]
    columns = [pa.array([row[field.name] for row in rows], type=field.type) for field in schema]
    return pa.record_batch(columns, schema=schema)


def _schema() -> Any:
    import pyarrow as pa

    def type_of(column: str) -> Any:
        if column in _TEXTS:
            return pa.string()
        if column in _NUMBERS:
            return pa.int32()
        if column == "aged":
            return pa.bool_()
        return pa.list_(pa.int32() if column == "years" else pa.string())

    return pa.schema([(column, type_of(column)) for column in ("record", "id", *RecordKeys()({}))])


def _write_frequencies(column: str, counted: Counter[str], total: int, target: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    shares = frequencies(column, counted, total)
    values = {column: list(shares), f"tf_{column}": list(shares.values())}
    types = pa.schema([(column, pa.string()), (f"tf_{column}", pa.float64())])
    parquet.write_table(pa.table(values, schema=types), target)
