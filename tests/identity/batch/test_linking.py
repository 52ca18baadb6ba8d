"""Two lists linked on DuckDB, from files to a file."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from tests.identity.batch.lists import made, read, write

from paradero.identity.batch.linking import Asked, Linked, LinkRefused, link
from paradero.identity.batch.lists import ListRefused
from paradero.identity.batch.model import ModelRefused, read_model, shipped_model, write_model

ENQUIRIES = """id,name,father,birth,town,unit,mother
E1,Дорошенков Руслан Сергеевич,Сергей,12.03.1991,Воронеж,полк 87,Галина
E2,Хоменко Сергій Олександрович,Олександр,12.03.1991,Полтава,,
E3,Дашиев Тимур Баирович,,1998,Улан-Удэ,,
"""
SIGHTINGS = """id,name,birth,town
S1,Ruslan Doroshenkov,~1991,Vorónezh
S2,Serguéi Jomenko,1991,Poltava
S3,Anton Vereschak,1980,Járkov
"""


class Heard:
    """Keeps what a run tells of itself."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def stage(self, name: str, total: int | None = None) -> Callable[[int], None]:  # noqa: ARG002 - as it is called
        self.stages.append(name)
        return lambda _: None


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Two short lists of the invented cast."""
    (tmp_path / "sightings.csv").write_text(SIGHTINGS, encoding="utf-8")
    (tmp_path / "enquiries.csv").write_text(ENQUIRIES, encoding="utf-8")
    return Asked(
        left=tmp_path / "sightings.csv", right=tmp_path / "enquiries.csv", out=tmp_path / "links.csv", memory="1GB"
    )


def run(asked: Asked) -> Linked:
    return link(asked, Heard())


def test_the_cast_is_found_across_scripts_and_nobody_else(asked: Asked) -> None:
    done = run(asked)
    links = read(asked.out)

    assert {(row["left_id"], row["right_id"]) for row in links} == {("S1", "E1"), ("S2", "E2")}
    assert done.links == 2
    assert all(0.5 <= float(row["match_probability"]) < 1 for row in links)


def test_a_result_says_how_each_field_compared_and_holds_no_name(asked: Asked) -> None:
    """It may be passed on; what people are called may not."""
    run(asked)
    first = next(row for row in read(asked.out) if row["left_id"] == "S1")

    assert (first["family"], first["given"], first["birth"]) == ("same sound", "same name", "age fits")
    assert (first["father"], first["town"], first["unit"]) == ("not known", "same town", "not known")
    rows = "\n".join(lists.split("\n", 1)[1] for lists in (SIGHTINGS, ENQUIRIES)).lower()
    words = set(re.findall(r"[^\W\d_]{4,}", rows))
    text = asked.out.read_text(encoding="utf-8").lower()
    assert {"ruslan", "руслан", "vorónezh", "галина", "полк"} <= words
    assert not [word for word in words if word in text]


def test_nothing_but_the_result_is_left_behind(asked: Asked) -> None:
    run(asked)

    assert {path.name for path in asked.out.parent.iterdir()} == {"sightings.csv", "enquiries.csv", "links.csv"}


def test_a_run_that_breaks_leaves_no_result_and_no_intermediate_file(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="No space"):
        run(asked)
    assert {path.name for path in asked.out.parent.iterdir()} == {"sightings.csv", "enquiries.csv"}


def test_parquet_holds_what_csv_holds(asked: Asked) -> None:
    run(asked)
    run(replace(asked, out=asked.out.with_suffix(".parquet")))

    rows = duckdb.connect().read_parquet(str(asked.out.with_suffix(".parquet"))).fetchall()
    assert [row[:2] for row in rows] == [(row["left_id"], row["right_id"]) for row in read(asked.out)]


def test_a_result_is_never_written_over(asked: Asked) -> None:
    asked.out.write_text("years of work", encoding="utf-8")

    with pytest.raises(LinkRefused, match=r"links\.csv exists already"):
        run(asked)
    assert asked.out.read_text(encoding="utf-8") == "years of work"


def test_a_list_cut_in_the_middle_ends_the_run_before_it_begins(asked: Asked) -> None:
    asked.left.write_text(SIGHTINGS[:-20], encoding="utf-8")

    with pytest.raises(ListRefused, match="cut off"):
        run(asked)
    assert not asked.out.exists()


def test_a_stated_base_rate_moves_every_weight_alike(asked: Asked) -> None:
    """Nothing else of the model changes."""
    weights = []
    for name, rate in (("rare.csv", 0.01), ("often.csv", 0.04)):
        run(replace(asked, out=asked.out.with_name(name), base_rate=rate, threshold=0.0))
        rows = read(asked.out.with_name(name))
        weights.append({row["left_id"]: float(row["match_weight"]) - float(row["kin_or_namesakes"]) for row in rows})

    assert {ref: round(weights[1][ref] - weights[0][ref], 1) for ref in weights[0]} == dict.fromkeys(weights[0], 2.0)


def test_a_saved_model_is_read_again_as_it_was(tmp_path: Path) -> None:
    write_model(shipped_model(), tmp_path / "model.json")

    assert read_model(tmp_path / "model.json") == shipped_model()


@pytest.mark.parametrize("held", ["", "[]", "{}", '{"format": "paradero-linkage-1", "splink": {"comparisons": 3}}'])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, held: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(held, encoding="utf-8")

    with pytest.raises(ModelRefused, match=r"model\.json"):
        read_model(path)


@pytest.mark.slow
def test_long_lists_teach_their_own_model_and_the_same_lists_the_same(tmp_path: Path) -> None:
    left, right, truth = made(6_000, seed=1)
    asked = Asked(
        left=write(tmp_path / "left.csv", left),
        right=write(tmp_path / "right.csv", right),
        out=tmp_path / "links.csv",
        save_model=tmp_path / "model.json",
        memory="1GB",
    )
    done = run(asked)
    links = {(row["left_id"], row["right_id"]) for row in read(asked.out)}

    assert done.learnt_from == f"{len(left):,} and {len(right):,} records"
    assert len(links & truth) >= 0.9 * len(links)
    assert len(links & truth) >= 0.7 * len(truth)
    assert done.counterparts == pytest.approx(len(truth) / len(left), abs=0.1)

    again = replace(asked, out=tmp_path / "again.csv", save_model=None, model=tmp_path / "model.json")
    run(again)
    assert (tmp_path / "again.csv").read_bytes() == asked.out.read_bytes()


def test_a_base_rate_of_one_is_as_sure_as_anything_before_it_is_compared(asked: Asked) -> None:
    """A list of one that surely has its counterpart leaves no odds to take a logarithm of."""
    head, first, *_ = ENQUIRIES.splitlines(keepends=True)
    asked.right.write_text(head + first, encoding="utf-8")
    run(replace(asked, base_rate=1.0))

    assert next((row["left_id"], row["right_id"]) for row in read(asked.out)) == ("S1", "E1")
