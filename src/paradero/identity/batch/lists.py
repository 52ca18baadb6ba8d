"""Lists of people in CSV or Parquet: read record by record, and refused in a sentence where they cannot be trusted."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from paradero.terms.refusal import Refusal

NAMES = ("name", "family_name", "given_name", "patronymic")
COLUMNS = ("id", *NAMES, "father", "birth", "town", "unit", "mother")
"""What is read of a list. Every other column is ignored."""
_LONGEST_FIELD = 100_000
ROWS_AT_ONCE = 20_000


class ListRefused(Refusal):
    """A list cannot be linked as it is."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A list that can be linked: how many records it has, and which of its columns are read."""

    path: Path
    records: int
    read: tuple[str, ...]
    ignored: tuple[str, ...]
    absent: tuple[str, ...]
    """Columns that would weigh, and are not there."""


def check(path: Path) -> Checked:
    """Return what a list holds, once it is known to be whole.

    Raises:
        ListRefused: If it is empty, cut off, not in UTF-8, lacks a column, or gives one id twice.
    """
    header = _header(path)
    _require_columns(path, header)
    seen: set[str] = set()
    for number, record in enumerate(records(path), start=1):
        own = record["id"]
        if not own:
            raise ListRefused(f"{path.name}: record {number} has no id. Give every record an id of its own.")
        if own in seen:
            raise ListRefused(
                f"{path.name}: the id {own!r} stands at record {number} a second time. "
                "Give every record an id of its own, so that a result can be traced back."
            )
        seen.add(own)
    if not seen:
        raise ListRefused(f"{path.name} holds no records. Check that this is the file you meant.")
    return Checked(
        path=path,
        records=len(seen),
        read=tuple(name for name in COLUMNS if name in header),
        ignored=tuple(name for name in header if name not in COLUMNS),
        absent=tuple(name for name in ("father", "birth", "town", "unit", "mother") if name not in header),
    )


def records(path: Path) -> Iterator[dict[str, str]]:
    """Yield the records in order, each with the columns that are read, as text; an empty field is an empty text.

    Raises:
        ListRefused: Where the file stops being readable.
    """
    yield from _parquet_records(path) if _is_parquet(path) else _csv_records(path)


def _is_parquet(path: Path) -> bool:
    if path.suffix.lower() not in {".csv", ".parquet"}:
        raise ListRefused(f"{path.name} is neither .csv nor .parquet. Save the list as one of these.")
    return path.suffix.lower() == ".parquet"


def _header(path: Path) -> tuple[str, ...]:
    if _is_parquet(path):
        return tuple(_open_parquet(path).schema_arrow.names)
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            first = file.readline()
        except UnicodeDecodeError as error:
            raise _not_utf8(path, error) from None
    if not first.strip():
        raise ListRefused(f"{path.name} is empty. Its first line must name the columns, as: id,name,birth,town")
    return tuple(name.strip() for name in next(csv.reader([first], delimiter=_delimiter(first))))


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _require_columns(path: Path, header: tuple[str, ...]) -> None:
    twice = sorted({name for name in header if name in COLUMNS and header.count(name) > 1})
    if twice:
        raise ListRefused(f"{path.name} has the column {twice[0]!r} twice. Rename one of them.")
    found = f"It has: {', '.join(header)}."
    if "id" not in header:
        raise ListRefused(f"{path.name} has no column `id`. {found} Name the column with your own record number `id`.")
    if not {"name", "family_name"} & set(header):
        raise ListRefused(
            f"{path.name} has no column `name`, nor `family_name`. {found} Name the column with the person's name so."
        )


def _not_utf8(path: Path, error: UnicodeDecodeError) -> ListRefused:
    byte = error.object[error.start]
    return ListRefused(
        f"{path.name} is not in UTF-8 (there is a byte {byte:#04x} that cannot stand there). Save it as UTF-8; "
        "spreadsheets call this “CSV UTF-8”."
    )


def _csv_records(path: Path) -> Iterator[dict[str, str]]:
    header = _header(path)
    csv.field_size_limit(_LONGEST_FIELD)
    wanted = [(name, place) for place, name in enumerate(header) if name in COLUMNS]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=_delimiter(file.readline()), strict=True)
        try:
            for row in filter(None, rows):
                if len(row) != len(header):
                    raise ListRefused(
                        f"{path.name}: the record that ends in line {rows.line_num + 1} has {len(row)} fields and the "
                        f"header names {len(header)}. The file may be cut off there; save it again."
                    )
                yield {name: row[place].strip() for name, place in wanted}
        except UnicodeDecodeError as error:
            raise _not_utf8(path, error) from None
        except csv.Error as error:
            raise ListRefused(
                f"{path.name} breaks off or is damaged near line {rows.line_num + 1} ({error}). Save it again."
            ) from None


def _open_parquet(path: Path) -> Any:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise ListRefused(f"{path.name} is no whole Parquet file ({error}). Write or copy it again.") from None


def _as_text(value: Any) -> str:
    """Return a field of any type as a CSV would have it: a day as a day, a whole number without a point."""
    if value is None or value != value:  # noqa: PLR0124  # "not a number" is what other tools write for "not known"
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _parquet_records(path: Path) -> Iterator[dict[str, str]]:
    file = _open_parquet(path)
    wanted = [name for name in file.schema_arrow.names if name in COLUMNS]
    try:
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                yield {name: _as_text(value) for name, value in row.items()}
    except OSError as error:
        raise ListRefused(f"{path.name} is damaged ({error}). Write or copy it again.") from None
