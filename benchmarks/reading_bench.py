"""`make bench-reading`: the reader held against the annotated reports of a part of the corpus.

    python -m benchmarks.reading_bench [--part report|tune|train] [--only STEP ...] [--raise-floors]
    python -m benchmarks.reading_bench --part tune --misses [FIGURE ...] [--only read.es]

Of the report part only figures are told. What was measured is kept as counts, so a run with `--only` renews some steps
and reports them with the others of the last run.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final

from benchmarks.bench_runner import ROOT, version
from benchmarks.floors import broken, of_reading, raised, read_floors, write_floors
from benchmarks.identity_bench import is_of
from benchmarks.reading_cost import in_its_own_process, models_mb
from benchmarks.reading_figures import FIGURES
from benchmarks.reading_goals import due, figures
from benchmarks.reading_peers import installed, peers
from benchmarks.reading_report import LANGUAGE_NAMES, language_table, peers_table, write_report
from benchmarks.reading_run import OURS, Kept, all_misses, measured, reader
from paradero.corpus.kinds import LANGUAGES
from paradero.corpus.parts import PARTS, REPORT

PEERS: Final = ROOT / ".venv" / "peers"
STEPS: Final = tuple(f"{kind}.{language}" for kind in ("read", "cost", "peers") for language in LANGUAGES)


class NoSuchStep(Exception):
    """`--only` begins the name of no step, or `--misses` names no figure."""


def kept(part: str) -> Path:
    """Return where the results of a part are kept."""
    return ROOT / ".venv" / f"bench-reading-{part}.json"


def planned(only: Sequence[str]) -> list[str]:
    """Return the steps to run: all, or those that one of `only` begins to name.

    Raises:
        NoSuchStep: If one of `only` begins the name of no step.
    """
    for name in only:
        if not any(is_of(step, name) for step in STEPS):
            raise NoSuchStep(f"No step begins with {name}. There are {', '.join(STEPS)}.")
    return [step for step in STEPS if not only or any(is_of(step, name) for name in only)]


def run(step: str, part: str, called: str) -> dict[str, Any]:
    """Return what one step gives."""
    kind, _, language = step.partition(".")
    if kind == "read":
        return measured(reader(called), part, language).as_json()
    if kind == "cost":
        return in_its_own_process(part, language, called=called) | {"models_mb": models_mb()}
    return {"peers": peers(part, language, python=installed(PEERS))}


def measure(part: str, steps: Sequence[str], called: str, results: dict[str, Any]) -> None:
    """Run steps and put the results in."""
    for step in steps:
        started = monotonic()
        today = f"{datetime.now(UTC):%-d %B %Y}"  # noqa: TID251  # a report is dated
        results[step] = {**run(step, part, called), "measured_on": today, "code": version()}
        sys.stdout.write(f"  {monotonic() - started:6.0f} s  {step}\n")
        sys.stdout.flush()
        if called == OURS:
            kept(part).parent.mkdir(parents=True, exist_ok=True)
            kept(part).write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")


def account(results: dict[str, Any], ran: Sequence[str], *, raising: bool) -> list[str]:
    """Write the report, with `raising` the floors too, and return what is to be said of floors that do not hold."""
    floors = read_floors()
    found = figures(results, of_reading(floors))
    if raising:
        floors = raised(found, floors, on=f"{datetime.now(UTC):%-d %B %Y}")  # noqa: TID251  # a floor is dated
        write_floors(floors)
    write_report(results, found, of_reading(floors))
    return list(broken(found, of_reading(floors), due=due(ran, of_reading(floors))))


def shown(results: dict[str, Any]) -> str:
    """Return the tables of a part that the report is not written of."""
    read = [step.partition(".")[2] for step in STEPS if step.startswith("read.") and step in results]
    tables = [f"{LANGUAGE_NAMES[language]}\n\n{language_table(results, language)}\n" for language in read]
    costs = [f"{step}: {json.dumps(results[step])}\n" for step in STEPS if step.startswith("cost.") and step in results]
    return "\n".join([*tables, *costs, f"Peers\n\n{peers_table(results)}\n"])


def told_misses(part: str, steps: Sequence[str], called: str, names: Sequence[str]) -> Iterator[str]:
    """Give the misses of some figures, or of all, in the languages of the steps that read.

    Raises:
        Kept: If the part is the report part.
        NoSuchStep: If a name is none of a figure.
    """
    for name in names:
        if name not in FIGURES:
            raise NoSuchStep(f"There is no figure {name}. There are {', '.join(FIGURES)}.")
    for language in (step.partition(".")[2] for step in steps if step.startswith("read.")):
        yield from all_misses(reader(called), part, language, names=names or tuple(FIGURES))


def main() -> None:
    """Measure, write the report, and end with 1 where a floor does not hold, with 2 where a thing asked is refused."""
    parser = argparse.ArgumentParser(prog="make bench-reading", description=__doc__)
    parser.add_argument("--part", default=REPORT, choices=PARTS)
    parser.add_argument("--only", nargs="*", default=[], help="steps by the start of their names, such as read.es")
    parser.add_argument("--raise-floors", action="store_true", help="draw the floors up to what was measured")
    parser.add_argument("--misses", nargs="*", help="show what was missed, of these figures or of all; not of report")
    parser.add_argument("--reader", default=OURS, help="another reader, as module:function")
    asked = parser.parse_args()
    try:
        steps = planned(asked.only)
        if asked.misses is not None:
            for line in told_misses(asked.part, steps, asked.reader, asked.misses):
                sys.stdout.write(f"{line}\n")
            return
    except (Kept, NoSuchStep) as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(2)
    sys.exit(bench(asked.part, asked.only, steps, asked.reader, raising=asked.raise_floors))


def bench(part: str, only: Sequence[str], steps: Sequence[str], called: str, *, raising: bool) -> int:
    """Run the steps and say what came of it; return 1 where a floor does not hold."""
    file = kept(part)
    results = json.loads(file.read_text(encoding="utf-8")) if only and called == OURS and file.exists() else {}
    measure(part, steps, called, results)
    if part != REPORT or called != OURS:
        sys.stdout.write(f"{shown(results)}\nNo report is written and no floor is held: they are of the report part.\n")
        return 0
    failures = account(results, steps, raising=raising)
    said = "".join(f"BROKEN: {sentence}\n" for sentence in failures) or "Every floor that was measured holds.\n"
    sys.stdout.write(said)
    return 1 if failures else 0


if __name__ == "__main__":
    main()
