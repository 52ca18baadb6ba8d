"""What runs online needs none of the batch engines, and says so by never importing them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from paradero.identity.batch import extras
from paradero.identity.batch.extras import ExtraMissing, require

SOURCES = Path(__file__).resolve().parents[3] / "src" / "paradero"
HEAVY = {"duckdb", "py4j", "pyarrow", "pyspark", "splink"}
ONLINE = "paradero.cli.main, paradero.identity, paradero.reading, paradero.intake"
SCRIPT = f"""
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "paradero.site.settings"
import django
django.setup()
import {ONLINE}
import paradero.site.urls
from paradero.identity.model import MODEL
print(*sorted({HEAVY!r} & {{name.partition(".")[0] for name in sys.modules}}))
"""


@pytest.mark.slow
def test_the_command_line_and_the_desk_load_no_batch_engine(tmp_path: Path) -> None:
    """A desk on a small machine installs no extra, and starts as fast with one."""
    home = {"PARADERO_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    said = subprocess.run([sys.executable, "-c", SCRIPT], env=home, capture_output=True, text=True, check=True)

    assert said.stdout.split() == []


def test_only_the_batch_rooms_name_the_engines() -> None:
    named = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
        if name.partition(".")[0] in HEAVY
    }

    assert named
    assert {Path(path).parent.as_posix() for path in named} == {"identity/batch"}


@pytest.mark.parametrize(
    ("engine", "gone", "said"),
    [
        ("duckdb", "splink", "pip install 'paradero\\[link\\]'"),
        ("spark", "duckdb", "pip install 'paradero\\[link\\]'"),
        ("spark", "pyspark", "pip install 'paradero\\[spark\\]'"),
    ],
)
def test_a_missing_extra_is_named_with_how_to_install_it(
    engine: str, gone: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == gone else object())

    with pytest.raises(ExtraMissing, match=said):
        require(engine)


def test_spark_without_java_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: object())
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ExtraMissing, match="Java 17"):
        require("spark")
