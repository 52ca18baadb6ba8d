"""`make bench-identity`: ours and the peers side by side, the report written, the floors held.

    python -m benchmarks.identity_bench [--size small|usual|1M] [--only STEP ...] [--raise-floors]

The shared bench stands beside the project, or where PARADERO_BENCH says. What was measured is kept, so a run with
`--only` renews some steps and reports them with the others of the last run.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final

from benchmarks.bench_figures import expected, figures
from benchmarks.bench_peers import PeersMissing, has_logic_v2, peers_python
from benchmarks.bench_plan import COMPILED, SIZES, Step, steps
from benchmarks.bench_report import write_report
from benchmarks.bench_runner import ROOT, BenchMissing, Runner, bench_folder, version
from benchmarks.floors import broken, of_identity, raised, read_floors, write_floors

PEERS: Final = ROOT / ".venv" / "peers"


class NoSuchStep(Exception):
    """`--only` begins the name of no step."""


def kept(size: str) -> Path:
    """Return where the results of a size are kept; a small run tries the script out and is no part of the others."""
    return ROOT / ".venv" / f"bench-identity{'-small' if size == 'small' else ''}.json"


def planned(size: str, only: Sequence[str], *, compiled: bool) -> Iterator[tuple[str, Step, str]]:
    """Give every run as its key, `<step>|<matcher>`, its step and its matcher; with `only`, those it begins to name.

    Raises:
        NoSuchStep: If one of `only` begins the name of no run.
    """
    runs = [
        (key, step, matcher) for step in steps(size) for key, matcher in step.runs(without=() if compiled else COMPILED)
    ]
    for name in only:
        if not any(is_of(key, name) for key, _, _ in runs):
            there = ", ".join(step.key for step in steps(size))
            raise NoSuchStep(f"No step of SIZE={size} begins with {name}. There are {there}.")
    return (run for run in runs if not only or any(is_of(run[0], name) for name in only))


def is_of(key: str, name: str) -> bool:
    """Tell whether a run's key begins with a name, whole words of it: `retrieval.10000` is not `retrieval.100000`."""
    return key == name or key.startswith((f"{name}.", f"{name}|", f"{name}:"))


def measure(size: str, only: Sequence[str], results: dict[str, Any]) -> list[str]:
    """Run what is planned, put the results in, and return the keys of what was run."""
    runner = Runner(bench_folder(), peers_python(PEERS))
    runs = list(planned(size, only, compiled=has_logic_v2(PEERS)))
    # What is compiled at first use is compiled before anything is measured.
    subprocess.run([sys.executable, "-m", "paradero.identity.search"], cwd=ROOT, check=True)
    taken = {"measured_on": f"{datetime.now(UTC):%Y-%m-%d}", "code": version()}  # noqa: TID251  # a report is dated
    for key, step, matcher in runs:
        started = monotonic()
        seconds = {"seconds_in_all": 0.0}
        results[key] = {**runner.run(step, matcher), **taken, **seconds}
        results[key]["seconds_in_all"] = round(monotonic() - started, 1)
        said = results[key].get("error", "measured")
        sys.stdout.write(f"  {results[key]['seconds_in_all']:6.0f} s  {key}: {said}\n")
        sys.stdout.flush()
        kept(size).write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    return [key for key, _, _ in runs]


def account(size: str, results: dict[str, Any], ran: Sequence[str], *, raising: bool) -> list[str]:
    """Write the report, with `raising` the floors too, and return what is to be said of floors that do not hold.

    A figure that one of the runs was to give and did not is a floor that does not hold.
    """
    measured, floors = figures(results), read_floors()
    if raising:
        floors = raised(measured, floors, on=f"{datetime.now(UTC):%-d %B %Y}")  # noqa: TID251  # a floor is dated
        write_floors(floors)
    floors = of_identity(floors)
    write_report(results, measured, floors)
    due = {
        figure: f"{key} was to give it and did not ({results[key].get('error', 'it printed no such figure')})"
        for figure, key in expected(steps(size)).items()
        if key in ran
    }
    return list(broken(measured, floors, due=due))


def main() -> None:
    """Measure, write the report, and end with 1 where a floor does not hold, with 2 where nothing can be measured."""
    parser = argparse.ArgumentParser(prog="make bench-identity", description=__doc__)
    parser.add_argument("--size", default="usual", choices=SIZES)
    parser.add_argument("--only", nargs="*", default=[], help="steps by the start of their names, such as linkage")
    parser.add_argument("--raise-floors", action="store_true", help="draw the floors up to what was measured")
    asked = parser.parse_args()
    file = kept(asked.size)
    results = json.loads(file.read_text(encoding="utf-8")) if asked.only and file.exists() else {}
    try:
        ran = measure(asked.size, asked.only, results)
    except (BenchMissing, PeersMissing, NoSuchStep) as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(2)
    if asked.size == "small":
        sys.stdout.write("A small run tries the script out: no report is written and no floor is held.\n")
        return
    failures = account(asked.size, results, ran, raising=asked.raise_floors)
    unheld = len(set(of_identity(read_floors())) - set(figures(results)))
    sys.stdout.write(
        "".join(f"BROKEN: {sentence}\n" for sentence in failures) or "Every floor that was measured holds.\n"
    )
    sys.stdout.write(f"{unheld} floors are of figures that were not measured.\n" if unheld else "")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
