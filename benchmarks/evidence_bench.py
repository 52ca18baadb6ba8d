"""`make bench-evidence`: how well items are grouped by origin, beside MinHash, and what it costs.

    python -m benchmarks.evidence_bench [--part kept|tune] [--raise-floors]

Of the kept part only figures are told. The peer's threshold is the best of the tune part.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from time import process_time

from benchmarks.bench_runner import ROOT
from benchmarks.floors import broken, of_evidence, raised, read_floors, write_floors
from benchmarks.origin_figures import Figures, Groups, figures_of
from benchmarks.origin_stories import KEPT, TUNE, Story, stories
from benchmarks.origins_adapter import origins

PEERS = ROOT / ".venv" / "peers"
TEMPLATE, REPORT = (ROOT / "evaluation" / name for name in ("evidence.template.md", "evidence.md"))
THRESHOLDS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
PREFIX = "evidence.origins."
FIELDS = {
    "overstated": "stories whose origins are overstated",
    "understated": "understated",
    "two are two": "shown as several, truly several",
    "pairs P": "pairs joined rightly",
    "pairs R": "pairs of one origin joined",
    "across languages R": "of these, across languages",
    "translations R": "translations joined to their original",
}


def main() -> int:
    """Measure, write the page, hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=(KEPT, TUNE), default=KEPT)
    parser.add_argument("--raise-floors", action="store_true")
    asked = parser.parse_args()
    told = stories(asked.part)
    began = process_time()
    alone = figures_of((story, origins(story.items)) for story in told)
    ms_each = 1000 * (process_time() - began) / sum(len(story.items) for story in told)
    rows = {"each story by itself": alone, "all stories at once": _at_once(told), **dict(_peer(told))}
    table = "\n".join(_table(rows))
    sys.stdout.write(table + f"\n\n{ms_each:.0f} ms an item\n")
    if asked.part != KEPT:
        return 0
    today = f"{datetime.now(UTC):%d %B %Y}".lstrip("0")  # noqa: TID251  # it is the interface
    filled = {"origins": table, "ms_each": f"{ms_each:.0f}", "stories": str(len(told)), "day": today}
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in filled.items():
        text = text.replace("{{" + name + "}}", value)
    REPORT.write_text(text, encoding="utf-8")
    floors, found = read_floors(), named(alone)
    if asked.raise_floors:
        write_floors(raised(found, floors, on=today))
    faults = list(broken(found, of_evidence(floors), due=set(of_evidence(floors))))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


def named(figures: Figures) -> dict[str, float]:
    """Return the figures under the names of their floors."""
    return {f"{PREFIX}{name.replace(' ', '_').lower()}": value for name, value in figures.named().items()}


def _at_once(told: Sequence[Story]) -> Figures:
    groups = origins([item for story in told for item in story.items])
    return figures_of((story, groups) for story in told)


def _peer(told: Sequence[Story]) -> Iterator[tuple[str, Figures]]:
    python = PEERS / "bin" / "python"
    if not python.exists():
        sys.stdout.write("MinHash is left out: benchmarks/peers.txt is not installed in .venv/peers\n")
        return
    tune = stories(TUNE)
    best = max(THRESHOLDS, key=lambda threshold: _right(figures_of(_minhash(tune, threshold, str(python)))))
    yield f"MinHash (from {best:g}, the best on tune)", figures_of(_minhash(told, best, str(python)))


def _right(figures: Figures) -> float:
    return -len(figures.wrong)


def _minhash(told: Sequence[Story], threshold: float, python: str) -> Iterator[tuple[Story, Groups]]:
    put = {"threshold": threshold, "stories": [list(story.items) for story in told]}
    command = [python, str(ROOT / "benchmarks" / "minhash_peer.py")]
    done = subprocess.run(command, input=json.dumps(put), capture_output=True, text=True, check=True)  # noqa: S603
    yield from zip(told, json.loads(done.stdout), strict=True)


def _table(rows: dict[str, Figures]) -> Iterator[str]:
    yield "| | " + " | ".join(rows) + " | goal |"
    yield "| --- |" + " --- |" * (len(rows) + 1)
    goals = {floor.figure: floor for floor in of_evidence(read_floors()).values()}
    for name, words in FIELDS.items():
        floor = goals.get(f"{PREFIX}{name.replace(' ', '_').lower()}")
        goal = f"{'≤' if floor.is_most else '≥'} {floor.goal:g}" if floor and floor.goal is not None else ""
        yield f"| {words} | " + " | ".join(f"{each.named()[name]:.3f}" for each in rows.values()) + f" | {goal} |"


if __name__ == "__main__":
    sys.exit(main())
