"""Hands whatever can be made up to every reader, side by side, for minutes; tells what was found and keeps it.

    fuzz.py [--minutes 10] [--jobs PROCESSORS] [--only FORMAT]...

Ends with 1 where something was found. What pytest said, with the example, then lies in build/fuzz; Hypothesis keeps the
example as well and tries it first in the next run, until it passes.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzzing import FORMATS, LONG_RUN

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "fuzz"
WHERE = ("tests/intake", "tests/exchange")
EVERY_S = 30
"""So often it is told how far it is."""
AT_MOST_LONGER_S = 300
"""A format that takes so much longer hangs: its process is ended with the place where it was."""
PASSED = 0


@dataclass(slots=True, kw_only=True)
class Fuzzed:
    """One format and how far it is."""

    form: str
    seconds: float
    begun: bool = False
    code: int | None = None
    tests: dict[str, dict[str, object]] = field(default_factory=dict)
    """The last line that each test wrote of itself."""

    @property
    def said(self) -> Path:
        """Return the file with what pytest says."""
        return KEPT / f"{re.sub('[^a-z]+', '-', self.form.lower())}.txt"

    @property
    def is_going(self) -> bool:
        """Tell whether its tests run."""
        return self.begun and self.code is None

    @property
    def examples(self) -> int:
        """Return how many examples were tried."""
        return sum(int(str(test["examples"])) for test in self.tests.values())

    @property
    def spent(self) -> float:
        """Return for how many seconds examples were tried."""
        return sum(float(str(test["seconds"])) for test in self.tests.values())

    @property
    def findings(self) -> list[str]:
        """Return what was found, a line each."""
        found = [str(test["found"]) for test in self.tests.values() if test["found"]]
        return found or ([] if self.code in {None, PASSED} else [f"pytest ended with {self.code}"])

    def run(self) -> "Fuzzed":
        """Run the format's tests in a process of their own."""
        self.begun = True
        report = self.said.with_suffix(".jsonl")
        report.unlink(missing_ok=True)
        how = [f"--fuzz={self.form}", f"--fuzz-seconds={self.seconds}", f"--fuzz-report={report}"]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--hypothesis-profile={LONG_RUN}"]
        with (
            self.said.open("wb") as said,
            subprocess.Popen([*command, *how, *WHERE], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT) as pytest,
        ):
            ends = time.monotonic() + self.seconds + AT_MOST_LONGER_S
            while pytest.poll() is None:
                if time.monotonic() > ends:
                    pytest.send_signal(signal.SIGABRT)  # pytest then says where it was
                    pytest.wait()
                time.sleep(1)
                self._look(report)
            self._look(report)
        self.code = pytest.returncode
        return self

    def _look(self, report: Path) -> None:
        if report.exists():
            lines = report.read_text(encoding="utf-8").split("\n")[:-1]
            self.tests = {str(line["test"]): line for line in map(json.loads, lines)}


def main() -> None:
    """Fuzz, tell the table, and end with 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10, help="how long each format is fuzzed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many formats at once")
    parser.add_argument("--only", action="append", choices=FORMATS, help="this format alone; may be said again")
    asked = parser.parse_args()
    os.nice(10)  # whoever works beside it goes first
    KEPT.mkdir(parents=True, exist_ok=True)
    formats = [Fuzzed(form=form, seconds=60 * asked.minutes) for form in asked.only or FORMATS]
    with ThreadPoolExecutor(asked.jobs) as threads:
        going = {threads.submit(each.run) for each in formats}
        while going:
            ended, going = wait(going, EVERY_S, return_when=FIRST_COMPLETED)
            for each in [each.result() for each in ended] or [each for each in formats if each.is_going]:
                print(line(each), flush=True)
    print("\n".join(["", *table(formats)]))
    sys.exit(any(each.findings for each in formats))


def line(each: Fuzzed) -> str:
    """Return how far a format is."""
    how = "going on" if each.is_going else "found nothing"
    return f"{each.form:20}{each.examples:>12,} examples {each.spent:>6,.0f} s  {'; '.join(each.findings) or how}"


def table(formats: list[Fuzzed]) -> Iterator[str]:
    """Yield the lines of what was tried and found, and where the findings lie."""
    yield "| format | examples | seconds | found |"
    yield "| --- | --- | --- | --- |"
    for each in formats:
        yield f"| {each.form} | {each.examples:,} | {each.spent:,.0f} | {len(each.findings)} |"
    for each in formats:
        yield from (f"{each.form}: {finding} (see {each.said.relative_to(ROOT)})" for finding in each.findings)


if __name__ == "__main__":
    main()
