"""One shell for a document: what a reader exports in one block still holds in the next."""

import subprocess
import uuid
from pathlib import Path
from types import TracebackType
from typing import Self


class Shell:
    """A `sh` that runs one command after the other in a folder."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            ["/bin/sh"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, command: str) -> tuple[int, str]:
        """Return the command's exit code and all it printed."""
        assert self._process.stdin
        assert self._process.stdout
        mark = uuid.uuid4().hex
        self._process.stdin.write(f"{command} </dev/null\ncode=$?; echo; echo {mark} $code\n")
        self._process.stdin.flush()
        printed: list[str] = []
        for line in self._process.stdout:
            if line.startswith(mark):
                return int(line.split()[1]), "".join(printed)
            printed.append(line)
        raise AssertionError(f"the shell ended in: {command}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
