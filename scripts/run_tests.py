"""Runs the tests on SQLite and, where a server is found, those of the database again on PostgreSQL.

At the end it says what was not run and why. With `--complete`, as CI calls it, it fails where a test was skipped for
any reason but the two that a complete machine may have: there is no `../shared` beside the project, or an extra that
the default lock leaves out is not installed.

    run_tests.py [--complete] [PYTEST ARGUMENT...]
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import postgres

ROOT = Path(__file__).resolve().parents[1]
FORKING = "tests/stories"
OF_THE_DATABASE = (
    "tests/records",
    "tests/procedures",
    "tests/desk/test_pages.py",
    "tests/desk/test_judging.py",
    "tests/site",
    "tests/cli/test_whole_way.py",
    "tests/cli/test_working.py",
    FORKING,
)
"""What asks the database in a way of its own; the other commands do what the procedures' tests do."""
WORKERS = min((os.cpu_count() or 1) + 1, 4)
"""One more than there are processors: some tests wait for a browser or for a process of their own."""
MAY_BE_SKIPPED = ("../shared", "extra")


def main() -> None:
    """Run everything and end with 0 where all that ran passed."""
    arguments = sys.argv[1:]
    complete = "--complete" in arguments
    chosen = [argument for argument in arguments if argument != "--complete"]
    say("The tests, on SQLite")
    code, skipped = run(chosen, {}) if chosen else in_two({})
    if not chosen:
        code_again, skipped_again = on_postgresql(complete=complete)
        code, skipped = code or code_again, skipped + skipped_again
    sys.exit(account(skipped, complete=complete) or code)


def on_postgresql(*, complete: bool) -> tuple[int, Counter[str]]:
    """Run the tests of the database once more, on a PostgreSQL server of their own."""
    programs = postgres.binaries()
    if programs is None:
        say("Not run: the tests of the database on PostgreSQL. No server was found (Debian: apt install postgresql).")
        return int(complete), Counter()
    say("The tests of the database once more, on PostgreSQL")
    with postgres.server(programs) as address:
        # What Chromium shows does not hang on the database; the pages' own tests ask both.
        return in_two({"PARADERO_TEST_DATABASE": address}, "-m", "not browser and not once", *OF_THE_DATABASE)


def in_two(extra: dict[str, str], *arguments: str) -> tuple[int, Counter[str]]:
    """Run the tests, those that kill forked processes apart: a fork takes along whatever ran in its process before."""
    code, skipped = run([f"--ignore={FORKING}", *(argument for argument in arguments if argument != FORKING)], extra)
    code_forking, skipped_forking = run([FORKING], extra)
    return code or code_forking, skipped + skipped_forking


def run(arguments: list[str], extra: dict[str, str]) -> tuple[int, Counter[str]]:
    """Run pytest once; give its exit code and how often each reason to skip was given."""
    with tempfile.TemporaryDirectory(prefix="paradero-tests-") as folder:
        results = Path(folder) / "results.xml"
        how = ["-q", "-rfE", "-n", str(WORKERS), "--dist", "loadfile", f"--junitxml={results}"]
        command = [sys.executable, "-m", "pytest", *how, *arguments]
        code = subprocess.run(command, cwd=ROOT, env=os.environ | extra, check=False).returncode
        return code, skips(results) if results.exists() else Counter()


def skips(results: Path) -> Counter[str]:
    """Count the reasons in pytest's own report of the run."""
    found = ET.parse(results).iter("skipped")  # noqa: S314 - pytest wrote it a moment ago
    return Counter(skip.get("message") or "no reason given" for skip in found)


def account(skipped: Counter[str], *, complete: bool) -> int:
    """Say what was skipped and why; give 1 where a complete machine would not have skipped it."""
    if not skipped:
        say("Nothing was skipped.")
        return 0
    say(f"{skipped.total()} skipped:")
    for reason, times in skipped.most_common():
        print(f"  {times:>4}  {reason}")
    beyond = [reason for reason in skipped if not any(allowed in reason for allowed in MAY_BE_SKIPPED)]
    if complete and beyond:
        say(f"{len(beyond)} of these reasons may not stand on a complete machine; see `.ci/run` for what it installs.")
        return 1
    return 0


def say(text: str) -> None:
    """Print a line that stands out from pytest's, at once."""
    print(f"\n== {text}", flush=True)


if __name__ == "__main__":
    main()
