"""The fenced blocks of a Markdown document, and how those of commands are run.

What the documents promise:

- a `python` block is run;
- a block that follows a line ending in "as `NAME`:" is a file of that name;
- in a `console` block every line that starts with `$ ` is run, in one shell for the whole document and in an empty
  folder, and must end with 0. Each line shown below it must be found in what it prints: blanks count as one, `…` stands
  for anything, and a reference such as `C-7K3M-Q2XD` for any reference, the same one wherever it is written again;
- `make` and `git` in a console block are run by `.ci/run`, not here; `sh` blocks are for people to run.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(
    r"(?:as `(?P<name>[^`\n]+)`:\n\n?)?^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
REFERENCE = re.compile(r"\b[A-Z]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its kind (`"python"`, `"console"`), its text, the file it is, the line it starts on."""

    kind: str
    text: str
    file: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a console block, and the lines it is shown to print."""

    command: str
    shown: tuple[str, ...]
    line: int


def blocks(document: Path, *kinds: str) -> list[Block]:
    """Return the document's blocks, in order; those of some kinds alone if any are named."""
    text = document.read_text(encoding="utf-8")
    found = [Block(m["kind"], m["text"], m["name"], text.count("\n", 0, m.start()) + 1) for m in _FENCE.finditer(text)]
    return [block for block in found if not kinds or block.kind in kinds]


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


def is_run_here(command: str) -> bool:
    """Tell whether a command is run by the tests of the documents."""
    return not command.startswith(("make", "git "))


def known_references(text: str, known: dict[str, str]) -> str:
    """Return the text with the document's references replaced by those they turned out to be."""
    return REFERENCE.sub(lambda match: known.get(match[0], match[0]), text)


def find(shown: str, printed: str, known: dict[str, str]) -> bool:
    """Tell whether a shown line stands in what was printed, and learn the references it shows."""
    flat = " ".join(printed.split())
    parts: list[str] = []
    new: list[str] = []
    at = 0
    shown = known_references(" ".join(shown.split()), known)
    for match in REFERENCE.finditer(shown):
        parts.append(_loose(shown[at : match.start()]))
        if match[0] in known.values():
            parts.append(re.escape(match[0]))
        else:
            parts.append(f"({REFERENCE.pattern})")
            new.append(match[0])
        at = match.end()
    found = re.search("".join([*parts, _loose(shown[at:])]), flat)
    if found:
        known.update(zip(new, found.groups(), strict=True))
    return found is not None


def _loose(text: str) -> str:
    return ".*?".join(re.escape(part) for part in text.split("…"))
