"""Commands in processes of their own that begin with everything imported: a server forks them (Python's own).

What a command imports takes a second and a half and the models as long again; the tests run several hundred commands.
"""

import io
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.cli.preloaded"])
SECONDS = 300


def run(arguments: Sequence[str], environment: Mapping[str, str], typed: str) -> "subprocess.CompletedProcess[str]":
    """Run `paradero` to its end."""
    with tempfile.TemporaryDirectory(prefix="paradero-command-") as folder:
        files = [Path(folder) / name for name in ("in", "out", "err")]
        files[0].write_text(typed, encoding="utf-8")
        process = SERVER.Process(target=_command, args=(tuple(arguments), dict(environment), files, Path.cwd()))
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(list(arguments), SECONDS)
        out, err = (file.read_text(encoding="utf-8") for file in files[1:])
        return subprocess.CompletedProcess(list(arguments), process.exitcode, out, err)


def _command(arguments: Sequence[str], environment: Mapping[str, str], files: Sequence[Path], folder: Path) -> None:
    """Be the command: in its environment, with its streams, as the script of the package would begin it."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, (file, mode) in enumerate(zip(files, ("rb", "wb", "wb"), strict=True)):
        with file.open(mode) as stream:
            os.dup2(stream.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(os.fdopen(number, mode), encoding="utf-8", line_buffering=number == 2)
        for number, mode in enumerate(("rb", "wb", "wb"))
    )
    sys.argv = ["paradero", *arguments]
    from paradero.cli.main import app  # noqa: PLC0415 - in the command's own environment

    try:
        app()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
