"""The documents run: what a reader copies from them does what they say."""

import os
import re
import sys
import types
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.docs.blocks import blocks, find, is_run_here, known_references, steps
from tests.docs.shell import Shell

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WITH_COMMANDS = [document for document in DOCUMENTS if blocks(document, "console")]
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_example_of_the_style_guide_runs() -> None:
    """An example that does not run teaches the wrong thing."""
    guide = ROOT / "docs" / "style.md"
    together = types.ModuleType("style_guide")
    sys.modules[together.__name__] = together  # dataclasses and doctest look their module up
    try:
        for block in blocks(guide, "python"):
            code = "\n" * block.line + block.text
            exec(compile(code, guide.name, "exec"), together.__dict__)  # noqa: S102 - our own document
        checks = {name: check for name, check in vars(together).items() if name.startswith("test_")}
        assert len(checks) >= 4
        for check in checks.values():
            _run(check)
    finally:
        del sys.modules[together.__name__]


def _run(check: types.FunctionType) -> None:
    """Call a test of the guide as pytest would, with each row of its table."""
    for mark in getattr(check, "pytestmark", []):
        if mark.name == "parametrize":
            for value in mark.args[1]:
                check(value)
            return
    check()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_documents_leads_somewhere(document: Path) -> None:
    links = [urlsplit(link) for link in _LINK.findall(document.read_text(encoding="utf-8"))]
    missing = [
        link.path for link in links if not link.scheme and link.path and not (document.parent / link.path).exists()
    ]
    assert not missing


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_COMMANDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_of_the_documents_does_what_is_shown(document: Path, tmp_path: Path) -> None:
    """Somebody who has never seen Paradero types exactly these."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    known: dict[str, str] = {}
    with Shell(tmp_path, newcomer(tmp_path)) as shell:
        for block in blocks(document):
            if block.file:
                (tmp_path / block.file).write_text(block.text, encoding="utf-8")
            for step in steps(block) if block.kind == "console" else ():
                if not is_run_here(step.command):
                    continue
                code, printed = shell.run(known_references(step.command, known))
                assert code == 0, f"{document.name}:{step.line}: {step.command}\n{printed}"
                for shown in step.shown:
                    assert find(shown, printed, known), f"{document.name}:{step.line}: no {shown!r} in\n{printed}"


def newcomer(home: Path) -> dict[str, str]:
    """The environment of somebody who has just built Paradero: nothing of ours is set."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PARADERO_", "DJANGO_"))}
    return own | {"HOME": str(home), "COLUMNS": "120"}


def test_the_make_commands_of_the_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    said = [
        step.command for document in WITH_COMMANDS for block in blocks(document, "console") for step in steps(block)
    ]
    targets = {command.split()[1] for command in said if command.startswith("make ")}

    assert targets
    assert all(f"\n{target}:" in makefile for target in targets)
