"""A PostgreSQL server of its own for one test run: made in a temporary folder, gone afterwards, on no network."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses='' -c max_connections=60"
"""The data is thrown away after the run, so nothing waits for the disk."""


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL server found, or `None`."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = debian[-1] if debian else Path(on_path) if on_path else None
    return found.resolve().parent if found else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a fresh server while the block lasts, and give the address of its empty database.

    PostgreSQL refuses to run as root, so root's server runs as the user `postgres` that Debian's package makes.
    """
    account = _account()
    with tempfile.TemporaryDirectory(prefix="paradero-pg-") as name:
        folder = Path(name)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = folder / "data"
        run = _runner(account, folder)
        run(programs / "initdb", "-D", data, "-U", "paradero", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"{QUICK} -k {folder}", "start")
        try:
            yield f"postgresql://paradero@/postgres?host={folder}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _account() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.")


def _runner(account: pwd.struct_passwd | None, folder: Path) -> Any:
    who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}

    def run(*command: str | Path) -> None:
        # Into a file, not a pipe: the server inherits it and would hold a pipe open for as long as it runs.
        said = folder / "said"
        with said.open("w", encoding="utf-8") as out:
            code = subprocess.run(
                [str(part) for part in command], stdout=out, stderr=out, cwd=folder, check=False, **who
            )
        if code.returncode:
            raise SystemExit(f"{command[0]} ended with {code.returncode}:\n{said.read_text(encoding='utf-8')}")

    return run
