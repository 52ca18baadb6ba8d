"""Every format that comes from outside is fuzzed, and a finding is told as one."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzzing import FORMATS, fuzzes

ROOT = Path(__file__).resolve().parents[1]
PROPERTIES = """
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes, pytest_addoption, pytest_collection_modifyitems, pytest_pyfunc_call

@fuzzes("WARC")
@given(number=st.integers())
def test_that_fails(number):
    assert number < 1000, "too large"

@fuzzes("zip")
@given(number=st.integers(0, 9))
def test_that_holds(tmp_path_factory, number):
    assert number < 10
"""


def test_every_format_is_fuzzed() -> None:
    marked = re.compile(r'^@fuzzes\("([^"]+)"\)$', re.MULTILINE)
    others = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    fuzzed = {form for path in others for form in marked.findall(path.read_text(encoding="utf-8"))}

    assert fuzzed == set(FORMATS)


def test_no_test_fuzzes_a_format_that_nobody_listed() -> None:
    with pytest.raises(ValueError, match="'PDF' is none of the formats"):
        fuzzes("PDF")


def fuzzed_as(folder: Path, form: str, seconds: float) -> tuple[int, list[dict[str, object]]]:
    """Fuzz the properties above as one format; return pytest's exit code and the lines of its report."""
    (folder / "test_made_up.py").write_text(PROPERTIES)
    report = folder / "report.jsonl"
    asked = [f"--fuzz={form}", f"--fuzz-seconds={seconds}", f"--fuzz-report={report}", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.fuzzing", "--rootdir", folder, *asked, folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), ran.stdout + ran.stderr
    return ran.returncode, [json.loads(line) for line in report.read_text().splitlines()]


def test_a_format_is_fuzzed_for_its_seconds(tmp_path: Path) -> None:
    code, lines = fuzzed_as(tmp_path, "zip", 1)

    assert code == 0
    assert {line["test"] for line in lines} == {"test_made_up.py::test_that_holds"}
    assert lines[-1]["found"] is None
    assert 1 <= float(str(lines[-1]["seconds"])) < 60
    assert int(str(lines[-1]["examples"])) >= 10


def test_a_finding_is_told_and_fails(tmp_path: Path) -> None:
    code, lines = fuzzed_as(tmp_path, "WARC", 60)

    assert code == 1
    assert lines[-1]["found"] == "AssertionError: too large"
