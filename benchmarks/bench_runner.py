"""Runs one matcher on one task in a process of its own and takes the line of JSON that it prints."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.bench_plan import BENCH, RUN_HERE, Step

ROOT: Final = Path(__file__).resolve().parents[1]
TASKS: Final = Path(tempfile.gettempdir()) / "paradero-bench-tasks"
"""Where the bench keeps the tasks that it has made; each under a name that changes with whatever made it."""


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
    """Runs matchers, ours in the project's own environment and the peers in theirs."""

    def __init__(self, bench: Path, peers: Path) -> None:
        """Take the shared bench's folder and the Python of the peers."""
        self._bench = bench
        self._peers = peers

    def run(self, step: Step, matcher: str) -> dict[str, Any]:
        """Return what was measured, or `error` and the last line that was said."""
        python = sys.executable if matcher.startswith(RUN_HERE) else str(self._peers)
        try:
            ended = subprocess.run(  # noqa: S603  # our own modules and the bench's
                [python, "-m", *words(step, matcher)],
                env=self._environment(),
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=step.most_seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {"error": f"stopped after {step.most_seconds} seconds"}
        return said(ended.stdout, ended.stderr)

    def _environment(self) -> dict[str, str]:
        paths = [str(folder) for folder in (ROOT / "src", ROOT, self._bench, self._bench / "matchers")]
        return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}


def words(step: Step, matcher: str) -> Sequence[str]:
    """Return the module and arguments that put one matcher to one task."""
    if step.module == BENCH:
        return [step.module, *step.arguments, "--cache", str(TASKS), "-m", matcher]
    return [step.module, *step.arguments, *([matcher] if ":" in matcher else [])]


def said(printed: str, complained: str) -> dict[str, Any]:
    """Return the last line of JSON that a run printed; without one, `error` and the last line of its complaint."""
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(lines[-1]) if lines else {"error": True}
    if "error" not in found:
        return found
    return {"error": (complained.strip().splitlines() or ["it printed nothing"])[-1].strip()[:300]}


def version() -> str:
    """Return the commit that is measured, with `+` where files were changed since; without git, `an unknown commit`."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return "an unknown commit"
    asked = (["rev-parse", "--short", "HEAD"], ["status", "--porcelain", "--", "src", "resources", "benchmarks"])
    commit, changed = (
        subprocess.run([git, *one], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
        for one in asked
    )
    return f"{commit}{'+' if changed else ''}"
