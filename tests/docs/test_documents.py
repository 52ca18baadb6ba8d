"""The documents run: what a reader copies from them does what they say."""

import re
import sys
import types
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.docs.blocks import blocks

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
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
