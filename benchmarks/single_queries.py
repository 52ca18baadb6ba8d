"""What one query costs a desk: a gallery built and put on the disk, opened by another process, and asked one by one.

    PYTHONPATH=<the identity bench> python -m benchmarks.single_queries GALLERY QUERIES

Prints one line of JSON. Four processes share the work, so that none counts what another needed: one has the shared
bench make the gallery, one builds and writes the index, one opens it and asks, and this one tells them to.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import monotonic, perf_counter, process_time
from typing import Any, Final

from benchmarks import adapters
from benchmarks.bench_runner import TASKS
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


def percentiles(times: Sequence[float]) -> dict[str, float]:
    """Return the time within which half of the queries were answered, and 95 in 100, of times from the shortest on."""
    last = len(times) - 1
    return {"p50_ms": round(times[last // 2], 2), "p95_ms": round(times[-(-last * 19 // 20)], 2)}


def built(gallery: Sequence[str], folder: Path) -> dict[str, float]:
    """Build an index, ask it once, write it to a folder; return the CPU of building and this process's memory."""
    adapters.retrieval(WARM).search(WARM, 10)
    started = process_time()
    index = adapters.retrieval(gallery)
    index.search(WARM[:1], 10)
    build = process_time() - started
    index.save(folder)
    return {"build_cpu_s": round(build, 2), "build_mb": round(whole_process_mb(), 1)}


def answered(folder: Path, queries: Sequence[str], *, began: float) -> dict[str, float]:
    """Open a written index and ask it; return opening time, times of single queries and this process's memory.

    `first_answer_s` is from `began`, when this process was started, and holds the loading of everything.
    """
    adapters.retrieval(WARM).search(WARM, 10)
    opened: Callable[[Path], Searcher] = adapters.opened
    started = perf_counter()
    index = opened(folder)
    opening = perf_counter() - started
    index.search(queries[:1], 10)
    first = monotonic() - began
    times = percentiles(milliseconds(index, queries))
    held = {"answer_mb": round(whole_process_mb(), 1)}
    return {"open_s": round(opening, 3), "first_answer_s": round(first, 3), **times, **held}


def _stored(size: int, queries: int) -> Path:
    """Return where the task is kept, the gallery after the queries, under a name that changes with its maker."""
    generator: Any = import_module("parabench.gen")
    maker = hashlib.sha256(Path(generator.__file__).read_bytes()).hexdigest()[:12]
    return TASKS / f"single-{size}-{queries}-{maker}.txt"


def _make(size: int, queries: int) -> None:
    generator: Any = import_module("parabench.gen")
    data = Path(generator.__file__).resolve().parents[1] / "data"
    task = generator.Gen(str(data), 1).retrieval(size, queries)
    stored = _stored(size, queries)
    stored.parent.mkdir(parents=True, exist_ok=True)
    unfinished = stored.with_suffix(".new")
    unfinished.write_text(
        "\n".join([*(one["text"] for one in task["queries"]), *task["gallery"], ""]), encoding="utf-8"
    )
    unfinished.rename(stored)


def _told(*arguments: str) -> dict[str, float]:
    words = [sys.executable, "-m", "benchmarks.single_queries", *arguments]
    said = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  # this module
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def measured(size: int, queries: int) -> dict[str, float]:
    """Return what all of it took; `whole_mb` is what the larger of the two processes held."""
    if not _stored(size, queries).exists():
        _told(str(size), str(queries), "make")
    with tempfile.TemporaryDirectory(prefix="paradero-bench-") as folder:
        build = _told(str(size), str(queries), "build", folder)
        answer = _told(str(size), str(queries), "answer", folder, str(monotonic()))
    return {**build, **answer, "whole_mb": max(build["build_mb"], answer["answer_mb"])}


def main() -> None:
    """Do the whole, or the part that the third word names."""
    size, queries, part = int(sys.argv[1]), int(sys.argv[2]), (sys.argv[3:4] or [""])[0]
    said: dict[str, float] = {}
    if part == "make":
        _make(size, queries)
    elif part:
        with _stored(size, queries).open(encoding="utf-8") as lines:
            names = (line.removesuffix("\n") for line in lines)
            asked = list(islice(names, queries))
            if part == "build":
                said = built(list(names), Path(sys.argv[4]))
        if part == "answer":
            said = answered(Path(sys.argv[4]), asked, began=float(sys.argv[5]))
    else:
        said = {"gallery": size, "queries": queries, **measured(size, queries)}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
