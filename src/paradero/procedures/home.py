"""The folder that holds everything one desk keeps, and the settings that stand in it. Needs no Django."""

import os
import secrets
import tomllib
from pathlib import Path

from paradero.procedures.whole_files import written_beside
from paradero.terms.refusal import Refusal

UPLOADING = "uploading"
"""The folder where files wait that are being uploaded."""


class SettingsUnreadable(Refusal):
    """`paradero.toml` cannot be read."""


def home_folder() -> Path:
    """Return the desk's folder: `PARADERO_HOME`, else `var` where the command runs."""
    return Path(os.environ.get("PARADERO_HOME") or "var").resolve()


def configured(name: str, *, home: Path) -> str | None:
    """Return a setting: `PARADERO_<NAME>` of the environment, else `<name>` in the folder's `paradero.toml`.

    Raises:
        SettingsUnreadable: If the file is there and is not TOML.
    """
    from_environment = os.environ.get(f"PARADERO_{name.upper()}")
    if from_environment:
        return from_environment
    file = home / "paradero.toml"
    if not file.is_file():
        return None
    try:
        value = tomllib.loads(file.read_text(encoding="utf-8")).get(name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        raise SettingsUnreadable(f"{file} cannot be read: {trouble}. Mend that line and start again.") from trouble
    return None if value is None else str(value)


def prepare_home(home: Path) -> None:
    """Make the folder and the web pages' secret where they are not yet there; what is there stays as it is.

    The key of the items' keys is made with the key store, by `prepare`.
    """
    for folder in (home, home / "secret", home / "store", home / UPLOADING):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _keep_out_of_git(home)
    _keep_secret(home / "secret" / "django", secrets.token_urlsafe(48).encode())


def _keep_out_of_git(home: Path) -> None:
    """A desk's folder often lies in a checkout, where one careless command would commit families' data."""
    ignoring = home / ".gitignore"
    if not ignoring.exists():
        ignoring.write_text("*\n", encoding="utf-8")
        ignoring.chmod(0o600)


def secret(name: str, *, home: Path) -> bytes | None:
    """Return a secret of the folder, or `None` where it was never prepared."""
    file = home / "secret" / name
    return file.read_bytes() if file.is_file() else None


def _keep_secret(file: Path, value: bytes) -> None:
    """Write a secret once, readable by its owner alone; whole or not at all."""
    if file.exists():
        return
    whole = written_beside(file, value)
    try:
        os.link(whole, file)  # unlike a rename, a link never replaces a secret that another process wrote first
    except FileExistsError:
        pass
    finally:
        whole.unlink()
