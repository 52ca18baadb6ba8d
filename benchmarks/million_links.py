"""Two lists of a million people linked by `paradero link` on DuckDB: time by the clock, memory, and what was found.

    PYTHONPATH=<the identity bench> python -m benchmarks.million_links PEOPLE [--seed 1] [--folder DIR]
    python -m benchmarks.million_links score LINKS TRUTH

The first makes the lists with `parabench dump` (not counted), links them, and prints one line of JSON. The lists and
the links are kept in DIR where one is named; without it they go. The second scores links that a run has left behind:
a .csv or .parquet of `paradero link`, against the truth.csv of the same dump.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any, Final

PRECISION: Final = 0.99
LOOKED_EVERY_SECONDS: Final = 0.5
THREADS: Final = 2
GB: Final = 1024 * 1024
"""In the kilobytes that the system counts in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took, all its processes together."""

    seconds: float
    cpu_seconds: float
    peak_gb: float


def score(links: Path, truth: Path) -> dict[str, Any]:
    """Return how many links there are of one half and more, what share of them is true, and of the true pairs found.

    `r_at_p99` is the share of true pairs among the likeliest links, as far down as 99 in 100 of them are true; links of
    equal probability stand or fall together.
    """
    duck = import_module("duckdb").connect()
    read = "read_parquet" if links.suffix == ".parquet" else "read_csv"
    duck.execute(
        f"create table links as select left_id::varchar a, right_id::varchar b, match_probability p from {read}(?)",  # noqa: S608
        [str(links)],
    )
    duck.execute("create table truth as select left_id::varchar a, right_id::varchar b from read_csv(?)", [str(truth)])
    pairs = duck.execute("select count(*) from truth").fetchone()[0]
    rows = duck.execute(
        "select p, count(*), count(truth.a) from links left join truth using (a, b) group by p order by p desc"
    ).fetchall()
    return {"truth": pairs, **shares(rows, pairs)}


def shares(rows: Sequence[tuple[float, int, int]], pairs: int) -> dict[str, Any]:
    """Return the shares that `score` gives, from how many links each probability has and how many of them are true."""
    links = right = at_half = right_at_half = 0
    surest = 0.0
    for probability, number, true in rows:
        links, right = links + number, right + true
        if probability >= 0.5:  # noqa: PLR2004  # a proposal that is likelier than not
            at_half, right_at_half = links, right
        if right >= PRECISION * links:
            surest = right / pairs
    return {
        "links": at_half,
        "precision_at_half": round(right_at_half / at_half, 4) if at_half else None,
        "recall_at_half": round(right_at_half / pairs, 4),
        "r_at_p99": round(surest, 4),
    }


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end and return what it took.

    Memory is what all its processes hold at once, looked at twice a second; what they share is counted in each.

    Raises:
        CalledProcessError: If it fails.
    """
    began, before = monotonic(), os.times()
    with subprocess.Popen(command, stdout=sys.stderr) as process:  # noqa: S603  # our own program
        peak = _Peak(process.pid)
        peak.start()
        code = process.wait()
        peak.ended.set()
        peak.join()
    if code:
        raise subprocess.CalledProcessError(code, list(command))
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds=monotonic() - began, cpu_seconds=cpu, peak_gb=peak.kilobytes / GB)


class _Peak(threading.Thread):
    """Looks at what a process and all below it hold, and remembers the most."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.kilobytes = 0
        self.ended = threading.Event()
        self._pid = pid

    def run(self) -> None:
        while not self.ended.wait(LOOKED_EVERY_SECONDS):
            self.kilobytes = max(self.kilobytes, sum(map(_held, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    """Give a process and all below it; one that ends meanwhile is passed over."""
    yield pid
    try:
        below = [
            word for task in Path(f"/proc/{pid}/task").iterdir() for word in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in below:
        yield from _family(int(child))


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


def measured(people: int, seed: int, folder: Path, memory: str) -> dict[str, Any]:
    """Return what linking two lists of so many people took and found."""
    if not (folder / "truth.csv").exists():
        make = ["dump", "--people", str(people), "--seed", str(seed), "--out", str(folder), "--cache", str(folder)]
        subprocess.run([sys.executable, "-m", "parabench", *make], check=True, stdout=sys.stderr)  # noqa: S603
        for task in folder.glob("parabench-*.pkl"):
            task.unlink()
    out = folder / "links.parquet"
    out.unlink(missing_ok=True)
    program = str(Path(sys.executable).with_name("paradero"))
    lists = [str(folder / f"{side}.csv") for side in ("left", "right")]
    cost = run([program, "link", *lists, "--out", str(out), "--memory", memory, "--threads", str(THREADS)])
    left, right = map(_records, lists)
    spent = {"minutes": cost.seconds / 60, "cpu_minutes": cost.cpu_seconds / 60, "peak_gb": cost.peak_gb}
    return {
        "people": people,
        "seed": seed,
        "left": left,
        "right": right,
        "threads": THREADS,
        **{name: round(value, 2) for name, value in spent.items()},
        **score(out, folder / "truth.csv"),
    }


def _records(path: str) -> int:
    with Path(path).open("rb") as lines:
        return sum(1 for _ in lines) - 1


def main() -> None:
    """Measure or score, as the command line says."""
    if sys.argv[1:2] == ["score"]:
        said = score(*map(Path, sys.argv[2:4]))
    else:
        parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("people", type=int)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--folder", type=Path, help="where the lists and the links are kept")
        parser.add_argument("--memory", default="12GB")
        given = parser.parse_args()
        with tempfile.TemporaryDirectory(prefix="paradero-links-") as name:
            folder = given.folder or Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            said = measured(given.people, given.seed, folder.resolve(), given.memory)
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
