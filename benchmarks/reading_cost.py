"""What reading costs, in a process of its own on one core: to the first account, then for each report, and memory.

python -m benchmarks.reading_cost --part PART --language es --started SECONDS [--reader MODULE:FUNCTION]
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any, Final

from benchmarks.reading_run import CORPUS, OURS, ROOT, reader, report_of, texts_of
from paradero.terms.report import Report

MODELS: Final = ROOT / "resources" / "models" / "reading"
WORDS: Final = 180
"""The length of the report that times are told for."""
ENOUGH: Final = 40
"""How many reports are read at least, the part again from its start where it has fewer."""
_WORD: Final = re.compile(r"\w+")


def cost(reports: Iterator[Report], *, called: str, started: float) -> dict[str, Any]:
    """Return what reading some reports costs this process, which began at `started` of the machine's own clock.

    The processor's time in user mode is taken for every report after the first, over their words, and told for a
    report of WORDS words; memory is the most that the process held.
    """
    read = reader(called)
    first = next(reports)
    read(first)
    first_reading_s = monotonic() - started
    each = [first, *reports]
    rest = [each[at % len(each)] for at in range(1, max(ENOUGH, len(each)))]
    before = _user_seconds()
    for report in rest:
        read(report)
    seconds = (_user_seconds() - before) / sum(len(_WORD.findall(report.text)) for report in rest)
    return {
        "first_reading_s": round(first_reading_s, 2),
        "cpu_ms_per_report": round(1000 * WORDS * seconds, 2),
        "reports_per_second": round(1 / (WORDS * seconds), 1),
        "peak_mb": round(_peak_mb(), 1),
    }


def _user_seconds() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def _peak_mb() -> float:
    """Return the most memory that this process held; `ru_maxrss` would begin with what its parent holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def models_mb() -> float:
    """Return how large the models are that the reader has learned."""
    files = (file for file in MODELS.rglob("*") if file.is_file()) if MODELS.exists() else ()
    return round(sum(file.stat().st_size for file in files) / 1e6, 2)


def in_its_own_process(part: str, language: str, *, called: str = OURS) -> dict[str, Any]:
    """Return what reading a part in one language costs, or `error` and the last line that was said."""
    words = ["--part", part, "--language", language, "--reader", called, "--started", str(monotonic())]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    ended = subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-m", "benchmarks.reading_cost", *words],
        env=os.environ | {"PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        return {"error": f"ended with {ended.returncode}"}
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Stay on one core, read, and print what it cost as a line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--part", "--language", "--started"):
        parser.add_argument(name, required=True)
    parser.add_argument("--reader", default=OURS)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    asked = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    reports = (report_of(text) for text, _ in texts_of(asked.part, asked.language, corpus=asked.corpus))
    said = cost(reports, called=asked.reader, started=float(asked.started))
    sys.stdout.write(f"{json.dumps(said)}\n")


if __name__ == "__main__":
    main()
