"""The code blocks of a Markdown document."""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its kind (`"python"`, `"console"`), its text, the line it starts on."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a console block, and the lines it is shown to print."""

    command: str
    shown: tuple[str, ...]
    line: int


def blocks(document: Path, kind: str) -> list[Block]:
    """Return the document's blocks of one kind, in order."""
    text = document.read_text(encoding="utf-8")
    found = [Block(m["kind"], m["text"], text.count("\n", 0, m.start()) + 1) for m in _FENCE.finditer(text)]
    return [block for block in found if block.kind == kind]


def steps(block: Block) -> list[Step]:
    """Split a console block at its `$ ` prompts."""
    found: list[Step] = []
    for number, line in enumerate(block.text.splitlines(), start=block.line + 1):
        if line.startswith("$ "):
            found.append(Step(line[2:], (), number))
        elif found and line.strip():
            last = found[-1]
            found[-1] = Step(last.command, (*last.shown, line), last.line)
    return found
