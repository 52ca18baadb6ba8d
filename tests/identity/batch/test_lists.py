"""Lists that cannot be linked are refused in a sentence, before anything is computed."""

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from paradero.identity.batch.lists import ListRefused, check, records

GOOD = "id,name,birth\n1,Руслан Дорошенков,1991\n2,Тимур Дашиев,\n"


def listed(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


REFUSED = {
    "empty": (b"", "is empty"),
    "no records": (b"id,name\n", "holds no records"),
    "other encoding": ("id,name\n1,Руслан\n".encode("cp1251"), "not in UTF-8"),
    "other encoding of the header": ("id,имя\n1,Руслан\n".encode("cp1251"), "not in UTF-8"),
    "no id": (b"number,name\n1,Ruslan\n", "no column `id`. It has: number, name"),
    "no name": (b"id,who\n1,Ruslan\n", "no column `name`"),
    "column twice": (b"id,name,name\n1,Ruslan,Timur\n", "the column 'name' twice"),
    "id twice": (b"id,name\n1,Ruslan\n2,Timur\n1,Anton\n", "the id '1' stands at record 3 a second time"),
    "id empty": (b"id,name\n1,Ruslan\n,Timur\n", "record 2 has no id"),
    "cut in a record": (b"id,name,birth\n1,Ruslan,1991\n2,Tim", "line 3 has 2 fields and the header names 3"),
    "cut in quotes": (b'id,name\n1,Ruslan\n2,"Tim', "breaks off or is damaged near line 3"),
    "damaged": (b"id,name\n1,Rus\x00lan\xff\n", "not in UTF-8"),
}


@pytest.mark.parametrize(("held", "said"), REFUSED.values(), ids=REFUSED)
def test_a_list_that_cannot_be_trusted_is_refused_with_what_to_do(tmp_path: Path, held: bytes, said: str) -> None:
    with pytest.raises(ListRefused, match=r"list\.csv") as refusal:
        check(listed(tmp_path, held))

    assert said in str(refusal.value)


def test_a_list_tells_what_is_read_ignored_and_absent(tmp_path: Path) -> None:
    found = check(listed(tmp_path, "id;name;rank;birth\n1;Руслан;;1991\n"))

    assert found.records == 1
    assert found.read == ("id", "name", "birth")
    assert found.ignored == ("rank",)
    assert found.absent == ("father", "town", "unit", "mother")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheet_s_mark_and_delimiter_do_not_matter(tmp_path: Path, delimiter: str) -> None:
    path = listed(tmp_path, "\ufeff" + GOOD.replace(",", delimiter))

    assert [one["name"] for one in records(path)] == ["Руслан Дорошенков", "Тимур Дашиев"]


def test_a_line_break_inside_quotes_is_part_of_the_field(tmp_path: Path) -> None:
    path = listed(tmp_path, 'id,name\n1,"Дорошенков\nРуслан"\n')

    assert [one["name"] for one in records(path)] == ["Дорошенков\nРуслан"]


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    parquet.write_table(
        pa.table({"id": [1, 2], "name": ["Руслан", None], "birth": [1991, None], "rank": ["", ""]}), path
    )

    assert check(path).ignored == ("rank",)
    assert [*records(path)] == [{"id": "1", "name": "Руслан", "birth": "1991"}, {"id": "2", "name": "", "birth": ""}]


def test_a_cut_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    parquet.write_table(pa.table({"id": ["1"], "name": ["Руслан"]}), path)
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(ListRefused, match="no whole Parquet file"):
        check(path)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListRefused, match=r"neither \.csv nor \.parquet"):
        check(listed(tmp_path, GOOD, "list.xlsx"))


def test_days_and_numbers_of_a_parquet_file_are_read_as_what_they_are(tmp_path: Path) -> None:
    """Other tools write a birth as a moment, and a number column with gaps as fractions."""
    day = datetime(1991, 3, 12)  # noqa: DTZ001  # as such a column has it
    births = {
        "day": pa.array([day.date(), None], pa.date32()),
        "moment": pa.array([day, None], pa.timestamp("ns")),
        "year": pa.array([1991, None], pa.int32()),
        "year with gaps": pa.array([1991.0, float("nan")], pa.float64()),
    }
    read = {}
    for name, column in births.items():
        people = {"id": pa.array([7.0, 8.0]), "name": ["Руслан Дорошенков", "Тимур Дашиев"], "birth": column}
        parquet.write_table(pa.table(people), tmp_path / f"{name}.parquet")
        assert check(tmp_path / f"{name}.parquet").records == 2
        read[name] = [(one["id"], one["birth"]) for one in records(tmp_path / f"{name}.parquet")]

    assert read["day"] == read["moment"] == [("7", "1991-03-12"), ("8", "")]
    assert read["year"] == read["year with gaps"] == [("7", "1991"), ("8", "")]
