"""Copies everything a desk keeps into a folder, and proves the copy.

The embedded database is copied by SQLite itself (`VACUUM INTO`), which gives one moment's whole state while others
write. Of a PostgreSQL database every row is written out as a line of JSON, in one read-only transaction; a bureau that
has its own `pg_dump` may use that as well. The sealed files are copied as they are, encrypted. The items' keys lie in
a folder of their own, to be kept elsewhere and thrown away earlier; the key that opens them is never copied.
"""

import hashlib
import json
import os
import shutil
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pysqlite3
from django.db import connection

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.database_as_json import applied_migrations, write_rows
from paradero.procedures.model_in_use import FILE, KEPT
from paradero.terms.refusal import Refusal

MANIFEST = "manifest.json"
ROWS, EMBEDDED = "records.jsonl", "database.sqlite"
FORMAT = 1

CARRIED = ("controller", "purpose", "retention_days")
"""The settings that a backup carries. A database's address is none of them: its password is nothing for a copy, and a
forged one would let a restored desk write what families say into a stranger's database."""

NOTE = """These are the items' keys, wrapped. Keep this folder apart from the rest of the backup, and throw it away
after seven days: an item that was destroyed by order is beyond reach only once no copy of its key is left.
The key that opens them, `secret/kek` of the desk's folder, is in no backup. Keep a copy of it in a safe of its own:
without it nothing here can be read.
"""


class BackupRefused(Refusal):
    """The backup cannot be written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What was copied, and by which way the database was."""

    folder: Path
    files: int
    size_bytes: int
    database: str
    """`"SQLite, VACUUM INTO"` or `"PostgreSQL, rows as JSON"`."""


def backup(folder: Path, *, desk: Desk, actor: Actor, at: datetime) -> BackedUp:
    """Write a backup into a new folder; it has its name only once it is whole.

    Raises:
        BackupRefused: If there is something of that name, or it would lie in the desk's own folder.
    """
    if folder.resolve().is_relative_to(desk.home.resolve()):
        raise BackupRefused(f"{folder} lies in the desk's own folder and would be lost with it. Name one elsewhere.")
    if folder.exists():
        raise BackupRefused(f"{folder} is there already. Name a folder that is not.")
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    with act("backup", desk=desk, actor=actor, at=at):
        pass
    _copy(unfinished, desk)
    files = _digests(unfinished)
    manifest = {
        "format": FORMAT,
        "made_at": at.isoformat(),
        "database": connection.vendor,
        "migrations": applied_migrations(),
        "files": files,
    }
    _write(unfinished / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
    _sync(unfinished)
    unfinished.rename(folder)
    return BackedUp(
        folder=folder,
        files=len(files),
        size_bytes=sum(int(kept["size_bytes"]) for kept in files.values()),
        database="SQLite, VACUUM INTO" if connection.vendor == "sqlite" else "PostgreSQL, rows as JSON",
    )


def _copy(target: Path, desk: Desk) -> None:
    """Copy in the order in which no part can know of less than the one before it."""
    if desk.anchors.exists():
        shutil.copyfile(desk.anchors, target / desk.anchors.name)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target / EMBEDDED)])
    else:
        write_rows(target / ROWS)
    _copy_keys(target / "keys", desk.home / "keys.sqlite")
    shutil.copytree(desk.store.folder, target / "store")
    settings = desk.home / "paradero.toml"
    if settings.exists():
        _write(target / settings.name, carried_settings(settings).encode())
    copy_models(desk.home, target)
    close_to_others(target)


def copy_models(source: Path, target: Path) -> None:
    """Copy the fitted models: a desk that weighed with the shipped one instead would not say so."""
    if (source / FILE).is_file():
        shutil.copyfile(source / FILE, target / FILE)
    if (source / KEPT).is_dir():
        shutil.copytree(source / KEPT, target / KEPT)


def carried_settings(file: Path) -> str:
    """Return the lines of a settings file that go with a desk to another place."""
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    return "".join(f"{name} = {json.dumps(str(kept[name]), ensure_ascii=False)}\n" for name in CARRIED if name in kept)


def close_to_others(folder: Path) -> None:
    """Let only its owner into a folder and all that is in it."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)


def _copy_keys(target: Path, keys: Path) -> None:
    target.mkdir(mode=0o700)
    rows = pysqlite3.connect(str(keys))
    try:
        rows.execute("VACUUM INTO ?", (str(target / "keys.sqlite"),))
    finally:
        rows.close()
    _write(target / "READ-ME.txt", NOTE.encode())


def _digests(folder: Path) -> dict[str, dict[str, str | int]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): {"sha256": digest_of(path), "size_bytes": path.stat().st_size}
        for path in paths
    }


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)


def _sync(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
