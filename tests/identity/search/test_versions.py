"""What was compiled or worked out by one version is never used by another."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from paradero import identity
from paradero.identity.search.compiled import NUMBERS_FROM
from paradero.identity.search.versions import READ_WITH

IDENTITY = Path(identity.__path__[0])


def taken(file: Path) -> Iterator[tuple[str, str]]:
    """Give what a file takes from the modules of this package's parent, as module and name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[0] == "paradero.identity":
            yield from ((str(node.module).rpartition(".")[2], alias.name) for alias in node.names)


@pytest.mark.parametrize("module", READ_WITH)
def test_what_reads_names_counts_with_all_that_it_reads_them_with(module: str) -> None:
    """Else the lexicon that was worked out before a change of it would be used after."""
    assert {name for name, _ in taken(IDENTITY / f"{module}.py")} <= set(READ_WITH)


@pytest.mark.parametrize("file", sorted((IDENTITY / "search").glob("*.py")), ids=lambda file: file.stem)
def test_a_number_from_elsewhere_counts_as_compiled_code(file: Path) -> None:
    """Numba writes it into the machine code, and would not see that it changed."""
    for module, name in taken(file):
        value = getattr(import_module(f"paradero.identity.{module}"), name)
        assert not isinstance(value, int | float) or module in NUMBERS_FROM
