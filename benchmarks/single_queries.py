"""What one query costs a desk: a gallery built, written to disk, opened again, and asked one name at a time.

    PYTHONPATH=<the identity bench> python -m benchmarks.single_queries GALLERY QUERIES

Prints one line of JSON. Writing and opening are measured where our adapter offers them: `save(folder)` of what
`retrieval` returns, and `opened(folder)`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

from benchmarks import adapters
from benchmarks.ranking_cases import Searcher

WARM: Final = ["Иванов Иван", "Petrov Oleg", "Ткаченко Анна", "Козлов Пётр"]


def whole_process_mb() -> float:
    """Return the most memory that this process has held, everything counted."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def milliseconds(index: Searcher, queries: Sequence[str]) -> list[float]:
    """Return how long each query took by the clock, shortest first."""
    found = []
    for query in queries:
        started = perf_counter()
        index.search([query], 10)
        found.append(1000 * (perf_counter() - started))
    return sorted(found)


def _reopened(index: Any, folder: Path) -> tuple[Any, float | None]:
    opened: Callable[[Path], Any] | None = getattr(adapters, "opened", None)
    if opened is None or not hasattr(index, "save"):
        return index, None
    index.save(folder)
    started = perf_counter()
    again = opened(folder)
    return again, perf_counter() - started


def _task(size: int, queries: int) -> tuple[list[str], list[str]]:
    generator: Any = import_module("parabench.gen")
    data = Path(generator.__file__).resolve().parents[1] / "data"
    task = generator.Gen(str(data), 1).retrieval(size, queries)
    return task["gallery"], [query["text"] for query in task["queries"]]


def measured(gallery: list[str], queries: Sequence[str]) -> dict[str, float | None]:
    """Return build CPU, opening time, percentiles of single queries and the memory of the whole process."""
    adapters.retrieval(WARM).search(WARM, 10)
    started = process_time()
    index = adapters.retrieval(gallery)
    build = process_time() - started
    with tempfile.TemporaryDirectory(prefix="paradero-bench-") as folder:
        index, opening = _reopened(index, Path(folder))
        times = milliseconds(index, queries)
    last = len(times) - 1
    return {
        "build_cpu_s": round(build, 2),
        "open_s": None if opening is None else round(opening, 3),
        "p50_ms": round(times[last // 2], 2),
        "p95_ms": round(times[int(last * 0.95)], 2),
        "whole_mb": round(whole_process_mb(), 1),
    }


def _stored(size: int, queries: int) -> Path:
    return Path(tempfile.gettempdir()) / f"paradero-bench-{size}-{queries}.txt"


def _make(size: int, queries: int) -> None:
    gallery, asked = _task(size, queries)
    _stored(size, queries).write_text("\n".join([*asked, *gallery]) + "\n", encoding="utf-8")


def main() -> None:
    """Make the gallery in another process first, so that its making is no part of the memory."""
    size, queries = int(sys.argv[1]), int(sys.argv[2])
    if sys.argv[3:] == ["make"]:
        _make(size, queries)
        return
    if not _stored(size, queries).exists():
        again = [sys.executable, "-m", "benchmarks.single_queries", str(size), str(queries), "make"]
        subprocess.run(again, check=True)  # noqa: S603  # this module
    with _stored(size, queries).open(encoding="utf-8") as lines:
        names = (line.removesuffix("\n") for line in lines)
        asked = list(islice(names, queries))
        gallery = list(names)
    sys.stdout.write(json.dumps({"gallery": size, "queries": queries, **measured(gallery, asked)}) + "\n")


if __name__ == "__main__":
    main()
