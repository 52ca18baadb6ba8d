"""Puts a backup into an empty folder and database, and proves it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from paradero.identity.model import ModelRefused, read_model
from paradero.intake import ItemKeys
from paradero.procedures.acting import open_desk
from paradero.procedures.answers import Verification
from paradero.procedures.backup import (
    EMBEDDED,
    FORMAT,
    MANIFEST,
    ROWS,
    carried_settings,
    close_to_others,
    copy_models,
    digest_of,
)
from paradero.procedures.database_as_json import applied_migrations, is_empty, read_rows
from paradero.procedures.home import prepare_home
from paradero.procedures.model_in_use import FILE, KEPT
from paradero.procedures.verify import verify
from paradero.terms.refusal import Refusal


class RestoreRefused(Refusal):
    """The backup cannot be put there; nothing was changed."""


def restore(
    folder: Path, *, home: Path, key_file: Path, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Verification:
    """Return what `verify` says of the restored desk.

    Args:
        folder: The backup.
        home: The desk's folder, in which nothing is kept yet.
        key_file: The key that opens the items' keys; it is in no backup.
        progress: Handed to `verify`.

    Raises:
        RestoreRefused: If the backup is not whole, or the folder or the database holds something.
        KeyFileRefused: If the key file is not the one of these keys.
    """
    manifest = _proven(folder)
    _require_same_database(manifest)
    _require_empty(home)
    settings = _settings(folder)
    _require_model(folder)
    ItemKeys(folder / "keys" / "keys.sqlite", key_file)
    prepare_home(home)
    _copy(folder, home, key_file)
    if settings is not None:
        (home / "paradero.toml").write_text(settings, encoding="utf-8")
        (home / "paradero.toml").chmod(0o600)
    _copy_database(folder, manifest)
    return verify(desk=open_desk(home), progress=progress)


def _proven(folder: Path) -> dict[str, Any]:
    """Return the manifest of a backup whose every file is the one that was written."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): str(kept["sha256"]) for name, kept in manifest["files"].items()}
        form, _, _ = manifest["format"], manifest["database"], manifest["migrations"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise RestoreRefused(f"{folder} is not a backup, or its {MANIFEST} is damaged. Use another backup.") from None
    if form != FORMAT:
        raise RestoreRefused(
            f"The backup has format {form}; this version reads {FORMAT}. Use the version that made it."
        )
    found = _files(folder)
    wanted = [*files, EMBEDDED if manifest["database"] == "sqlite" else ROWS, "keys/keys.sqlite", "anchors.log"]
    for name in wanted:
        if name not in found or name not in files:
            raise RestoreRefused(f"{name} is missing from the backup. Use another backup.")
        if digest_of(found[name]) != files[name]:
            raise RestoreRefused(f"{name} is not the file that was backed up: it was changed. Use another backup.")
    for name in sorted(found.keys() - files.keys() - {MANIFEST}):
        raise RestoreRefused(f"{name} was never backed up, and lies in the backup's folder. Take it out of there.")
    return manifest


def _files(folder: Path) -> dict[str, Path]:
    """Return every file of a backup by its name in it; a link could lead to a file of this machine, and is refused."""
    found: dict[str, Path] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise RestoreRefused(f"{name} of the backup is neither a file nor a folder. Use another backup.")
        if path.is_file():
            found[name] = path
    return found


def _require_same_database(manifest: dict[str, Any]) -> None:
    if manifest["database"] != connection.vendor:
        raise RestoreRefused(
            f"The backup is of a desk on {manifest['database']}, and this one is set to {connection.vendor}. "
            "Set PARADERO_DATABASE_URL as it was, and restore again."
        )


def _require_empty(home: Path) -> None:
    store = home / "store"
    kept = [path for path in (home / "keys.sqlite", home / "anchors.log", home / "secret" / "kek") if path.exists()]
    kept += [path for path in (store.rglob("*") if store.is_dir() else ()) if path.is_file()][:1]
    if kept:
        raise RestoreRefused(f"{home} already keeps {kept[0].name}. Restore into an empty folder.")
    if not is_empty():
        raise RestoreRefused("The database already holds something. Restore into an empty one.")


def _settings(folder: Path) -> str | None:
    file = folder / "paradero.toml"
    try:
        return carried_settings(file) if file.exists() else None
    except ValueError as trouble:
        raise RestoreRefused(f"paradero.toml of the backup cannot be read: {trouble}. Use another backup.") from None


def _require_model(folder: Path) -> None:
    try:
        if (folder / FILE).exists():
            read_model(folder / FILE)
    except ModelRefused as trouble:
        raise RestoreRefused(
            f"The backup's model cannot be used: {trouble} Restore it with the version that made it."
        ) from None


def _copy(folder: Path, home: Path, key_file: Path) -> None:
    shutil.copyfile(key_file, home / "secret" / "kek")  # in a folder that nobody else enters
    (home / "secret" / "kek").chmod(0o600)
    shutil.copytree(folder / "store", home / "store", dirs_exist_ok=True)
    shutil.copyfile(folder / "keys" / "keys.sqlite", home / "keys.sqlite")
    shutil.copyfile(folder / "anchors.log", home / "anchors.log")
    copy_models(folder, home)
    for kept in (home / "store", home / KEPT):
        if kept.is_dir():
            close_to_others(kept)
    for path in (home / "keys.sqlite", home / "anchors.log", home / FILE):
        if path.is_file():
            path.chmod(0o600)


def _copy_database(folder: Path, manifest: dict[str, Any]) -> None:
    """Put the database in its place last, and bring it up to this version."""
    if connection.vendor == "sqlite":
        connection.close()
        place = Path(str(connection.settings_dict["NAME"]))
        for old in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
            old.unlink(missing_ok=True)
        shutil.copyfile(folder / EMBEDDED, place)
        place.chmod(0o600)
        call_command("migrate", verbosity=0, interactive=False)
        return
    call_command("migrate", verbosity=0, interactive=False)
    if manifest["migrations"] != applied_migrations():
        raise RestoreRefused(
            "The backup was made by another version of Paradero. Restore it with that one, then update."
        )
    read_rows(folder / ROWS)
