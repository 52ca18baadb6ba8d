"""What one query costs, tried on a handful of names."""

import time
from pathlib import Path

from benchmarks.single_queries import answered, built, percentiles

NAMES = ["Дорошенков Руслан", "Хоменко Сергій", "Лисогор Галина"]


def test_an_index_is_built_by_one_and_answers_another(tmp_path: Path) -> None:
    build = built(NAMES, tmp_path / "index")
    answer = answered(tmp_path / "index", ["Khomenko Serhii"], began=time.monotonic())
    assert min(build["build_mb"], answer["answer_mb"]) > 20
    assert 0 < answer["open_s"] <= answer["first_answer_s"]
    assert 0 < answer["p50_ms"] == answer["p95_ms"]


def test_percentiles_are_of_what_was_asked() -> None:
    assert percentiles([float(one) for one in range(101)]) == {"p50_ms": 50, "p95_ms": 95}
    assert percentiles([3.0]) == {"p50_ms": 3, "p95_ms": 3}
