"""Sealing keeps up with the disk: measured small, so that a change that makes it many times slower is seen."""

import json
import subprocess
import sys

import pytest
from benchmarks.bench_runner import ROOT
from benchmarks.intake_rates import SEALED_GOAL

CODE = """
import json, tempfile
from pathlib import Path
from benchmarks.intake_rates import measured
with tempfile.TemporaryDirectory() as folder:
    print(json.dumps(measured(Path(folder), items=400)))
"""


@pytest.mark.slow
def test_sealing_keeps_up_with_the_disk_and_memory_stays_flat() -> None:
    """Half the goal is asked here: a busy machine, and few files. `make bench-intake` holds the goal itself."""
    ran = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    figures = json.loads(ran.stdout)

    assert figures["sealed to written"] >= SEALED_GOAL / 2
    assert figures["memory grew MB"] <= 60
