"""One saved model gives the same answer on Spark as on DuckDB. Outside CI: `pytest -m spark`, the extra and Java."""

from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.identity.batch.lists import made, read, write

from paradero.identity.batch.engine import Engine, load
from paradero.identity.batch.engine_duckdb import DuckDb
from paradero.identity.batch.engine_spark import Spark
from paradero.identity.batch.linking import Asked, link
from paradero.identity.batch.lists import check
from paradero.identity.batch.model import LinkageModel, read_model, shipped_model, write_model
from paradero.identity.batch.prepared import Prepared, prepare
from paradero.identity.batch.scoring import find_pairs, weigh

pytestmark = [pytest.mark.spark, pytest.mark.slow]
Weighed = dict[tuple[int, int], tuple[float, tuple[Any, ...]]]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Two thousand invented people on two lists."""
    folder = tmp_path_factory.mktemp("lists")
    left, right, _ = made(2_000, seed=3)
    lists = check(write(folder / "left.csv", left)), check(write(folder / "right.csv", right))
    return prepare(*lists, folder=folder, threads=1)


def weighed(engine: Engine, prepared: Prepared, model: LinkageModel, folder: Path) -> Weighed:
    """Return what an engine makes of the lists: each pair's weight, and how its fields compared."""
    load(engine, prepared)
    weigh(engine, model, pairs=find_pairs(engine), folder=folder)
    files = str(folder / "**" / "*.parquet")
    rows = duckdb.connect().read_parquet(files).fetchall()
    return {(row[0], row[1]): (row[2], row[3:]) for row in rows}


def test_one_saved_model_weighs_the_same_pairs_the_same_on_both_engines(prepared: Prepared, tmp_path: Path) -> None:
    """Train once, predict on either."""
    write_model(shipped_model(), tmp_path / "model.json")
    model = read_model(tmp_path / "model.json")
    for name in ("duck", "spark"):
        (tmp_path / name).mkdir()
    with closing(DuckDb(folder=tmp_path / "duck", memory="1GB", threads=2)) as engine:
        on_duckdb = weighed(engine, prepared, model, tmp_path / "duck" / "weighed")
    with closing(Spark(folder=tmp_path / "spark", memory="1GB", threads=2)) as engine:
        on_spark = weighed(engine, prepared, model, tmp_path / "spark" / "weighed")

    assert len(on_duckdb) > 1_000
    assert on_duckdb.keys() == on_spark.keys()
    assert max(abs(on_duckdb[pair][0] - on_spark[pair][0]) for pair in on_duckdb) <= 1e-6
    assert all(on_duckdb[pair][1][2:] == on_spark[pair][1][2:] for pair in on_duckdb)


def test_a_whole_run_on_spark_writes_the_result_that_duckdb_writes(tmp_path: Path) -> None:
    left, right, _ = made(300, seed=4)
    lists = write(tmp_path / "left.csv", left), write(tmp_path / "right.csv", right)
    for engine in ("duckdb", "spark"):
        out = tmp_path / f"{engine}.csv"
        link(Asked(left=lists[0], right=lists[1], out=out, engine=engine, memory="1GB"), _Silent())

    assert read(tmp_path / "spark.csv") == read(tmp_path / "duckdb.csv")


class _Silent:
    def stage(self, name: str, total: int | None = None) -> Any:  # noqa: ARG002 - as it is called
        return lambda _: None
