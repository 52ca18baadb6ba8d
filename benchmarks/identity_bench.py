"""`make bench-identity`: ours and the peers side by side, the report written, the floors checked.

    python -m benchmarks.identity_bench [--size small|usual|1M] [--only STEP ...] [--raise-floors]

The shared bench stands beside the project, or where PARADERO_BENCH says. What was measured is kept, so a run with
`--only` renews some steps and reports them with the others of the last run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final

from benchmarks.bench_figures import figures
from benchmarks.bench_peers import PeersMissing, has_logic_v2, peers_python
from benchmarks.bench_plan import CASES_PEERS, COMPILED, OURS, PAIRS_PEERS, RUN_HERE, Step, steps
from benchmarks.bench_report import write_report
from benchmarks.floors import broken, raised, read_floors, write_floors

ROOT: Final = Path(__file__).resolve().parents[1]
PEERS: Final = ROOT / ".venv" / "peers"
KEPT: Final = ROOT / ".venv" / "bench-identity.json"
MOST_SECONDS: Final = 1200
"""A matcher that takes longer over one task is stopped, and its row says so."""
SINGLE: Final = {"small": {2_000: 50}, "usual": {100_000: 300}, "1M": {100_000: 300, 1_000_000: 300}}
TRANSFER_PEOPLE: Final = {"small": 300, "usual": 3_000, "1M": 3_000}


class BenchMissing(Exception):
    """The shared bench is not beside the project."""


def bench_folder() -> Path:
    """Return where the shared identity bench is.

    Raises:
        BenchMissing: If it is not there.
    """
    folder = Path(os.environ.get("PARADERO_BENCH", ROOT.parent / "shared" / "bench" / "identity")).resolve()
    if not (folder / "parabench" / "run.py").exists():
        raise BenchMissing(
            "The shared identity bench is not beside the project, so there is nothing to measure against. Put it at "
            "../shared/bench/identity or name its folder in PARADERO_BENCH. Our own cases need no bench: "
            "pytest tests/evaluation holds them to their floors."
        )
    return folder


class Runner:
    """Runs one matcher on one task in a process of its own and takes the line of JSON that it prints."""

    def __init__(self, bench: Path, peers: Path) -> None:
        """Take the shared bench's folder and the Python of the peers."""
        self._bench = bench
        self._peers = peers

    def bench(self, step: Step, matcher: str) -> dict[str, Any]:
        """Return what the shared bench measured."""
        cache = Path(tempfile.gettempdir()) / "paradero-bench-tasks"
        return self._run(matcher, ["parabench", *step.arguments, "--cache", str(cache), "-m", matcher])

    def cases(self, matcher: str) -> dict[str, Any]:
        """Return the shares of our own cases, or the counts of our own pairs, that a matcher put right."""
        return self._run(matcher, ["benchmarks.ask_cases", matcher])

    def single(self, gallery: int, queries: int) -> dict[str, Any]:
        """Return what single queries cost, and what building, opening and holding the index does."""
        return self._run(OURS, ["benchmarks.single_queries", str(gallery), str(queries)])

    def transfer(self, people: int) -> dict[str, Any]:
        """Return what a threshold loses on seeds it was not chosen on."""
        return self._run(OURS, ["benchmarks.threshold_transfer", str(people)])

    def _run(self, matcher: str, module: Sequence[str]) -> dict[str, Any]:
        python = sys.executable if matcher.startswith(RUN_HERE) else str(self._peers)
        paths = [str(folder) for folder in (ROOT, self._bench, self._bench / "matchers")]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            ended = subprocess.run(  # noqa: S603  # our own modules and the bench's
                [python, "-m", *module],
                env=environment,
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {"error": f"stopped after {MOST_SECONDS} seconds"}
        lines = [line for line in ended.stdout.splitlines() if line.startswith("{")]
        if not lines:
            return {"error": _last_line(ended.stderr)}
        said: dict[str, Any] = json.loads(lines[-1])
        return {"error": _last_line(ended.stderr)} if "error" in said else said


def _last_line(said: str) -> str:
    return (said.strip().splitlines() or ["it printed nothing"])[-1][:300]


def planned(size: str, runner: Runner, *, compiled: bool) -> Iterator[tuple[str, Any]]:
    """Give every run by its key, `<step>|<matcher>`, as something to call."""
    there = [matcher for matcher in CASES_PEERS if compiled or matcher not in COMPILED]
    for matcher in (f"{OURS}:retrieval", *there):
        yield f"ranking|{matcher}", lambda matcher=matcher: runner.cases(matcher)
    for matcher in (f"{OURS}:same_name", *(one for one in PAIRS_PEERS if compiled or one not in COMPILED)):
        yield f"same_name|{matcher}", lambda matcher=matcher: runner.cases(matcher)
    for step in steps(size):
        for matcher in (*step.ours, *step.peers):
            if compiled or matcher not in COMPILED:
                yield f"{step.key}|{matcher}", lambda step=step, matcher=matcher: runner.bench(step, matcher)
    for gallery, queries in SINGLE[size].items():
        yield f"single.{gallery}|{OURS}", lambda gallery=gallery, queries=queries: runner.single(gallery, queries)
    yield f"transfer|{OURS}", lambda: runner.transfer(TRANSFER_PEOPLE[size])


def measure(size: str, only: Sequence[str], results: dict[str, Any]) -> None:
    """Run what is planned, or the steps that `only` begins to name, and put the results in."""
    runner = Runner(bench_folder(), peers_python(PEERS))
    for key, run in planned(size, runner, compiled=has_logic_v2(PEERS)):
        if only and not any(key.startswith(name) for name in only):
            continue
        started = monotonic()
        results[key] = {**run(), "measured_on": f"{datetime.now(UTC):%Y-%m-%d}"}  # noqa: TID251  # a report is dated
        said = results[key].get("error", "measured")
        sys.stdout.write(f"  {monotonic() - started:6.0f} s  {key}: {said}\n")
        sys.stdout.flush()
        KEPT.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    """Measure, write the report, and end with 1 where a floor is broken, with 2 where there is no bench."""
    parser = argparse.ArgumentParser(prog="make bench-identity", description=__doc__)
    parser.add_argument("--size", default="usual", choices=["small", "usual", "1M"])
    parser.add_argument("--only", nargs="*", default=[], help="steps by the start of their names, such as linkage")
    parser.add_argument("--raise-floors", action="store_true", help="move floors up to what was measured")
    asked = parser.parse_args()
    results = json.loads(KEPT.read_text(encoding="utf-8")) if asked.only and KEPT.exists() else {}
    try:
        measure(asked.size, asked.only, results)
    except (BenchMissing, PeersMissing) as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(2)
    measured, floors = figures(results), read_floors()
    if asked.raise_floors and asked.size != "small":
        why = f"what was measured on {datetime.now(UTC):%-d %B %Y}, less .01"  # noqa: TID251  # a floor is dated
        floors = raised(measured, floors, margin=0.01, why=why)
        write_floors(floors)
    if asked.size == "small":
        sys.stdout.write("A small run tries the script out: no report is written and no floor is held.\n")
        return
    write_report(asked.size, results, measured, floors)
    failures = list(broken(measured, floors))
    sys.stdout.write("".join(f"BROKEN: {sentence}\n" for sentence in failures) or "Every floor holds.\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
