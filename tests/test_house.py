"""The house's own rules: who may import whom, how long things may be, what must not be in the repository."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 45

# Written in two halves, so that this file does not hold what it forbids.
FORBIDDEN = (
    re.compile(r"(?<![\w.])/wor" + r"k/"),
    re.compile(r"/tm" + r"p/scratch"),
    re.compile(r"(?<![\w.])/ro" + r"ot/"),
    re.compile(r"/op" + r"t/(?:pypi|wheels)"),
    re.compile(r"pypi\.or" + r"g|pythonhosted\.or" + r"g|registry\.npmjs\.or" + r"g|index-ur" + r"l", re.IGNORECASE),
)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git keeps or is about to keep."""
    said = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = (ROOT / name for name in said.stdout.decode().split("\0") if name)
    return tuple(path for path in files if path.is_file())


def sources() -> Iterator[Path]:
    """Our own Python, without what Django writes."""
    for path in tracked():
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield path


def text_files() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures, and reports whose encoding is broken on purpose


@pytest.mark.slow
def test_nobody_imports_upwards_or_sideways() -> None:
    """The row of words holds only as long as nobody reaches around it."""
    checker = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run([checker, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_no_file_has_grown_a_second_subject() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    }
    assert not long


def test_no_function_has_grown_out_of_sight() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("pattern", FORBIDDEN, ids=lambda pattern: pattern.pattern[:20])
def test_nothing_names_one_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    """The project is cloned to places that know neither."""
    found = [
        f"{path}:{number}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found


def test_every_pinned_package_carries_its_hash() -> None:
    """An installation that checks nothing installs whatever it is handed."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.split(r"\n(?=[a-z0-9])", lock[lock.index("\n") :].strip())
    packages = [entry for entry in pinned if not entry.startswith("#")]
    unhashed = [entry.splitlines()[0] for entry in packages if "--hash=sha256:" not in entry]
    assert len(packages) > 20
    assert not unhashed


def test_the_lock_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    addresses = [line for line in lock.splitlines() if "://" in line]
    assert not addresses


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE\n                       Version 3, 19 November 2007" in licence
    assert all(f"\n  {number}. " in licence for number in range(18))
    assert "END OF TERMS AND CONDITIONS" in licence
