"""The file with the key that wraps all item keys."""

import base64
import binascii
import os
import stat
from pathlib import Path

from paradero.intake.durable import TEMPORARY, make_folder, sync_folder, write_all
from paradero.terms.refusal import Refusal

KEY_BYTES = 32
_OTHERS_MAY = stat.S_IRWXG | stat.S_IRWXO


class KeyFileRefused(Refusal):
    """The key file is missing, is not this key store's, or could be read by others."""


def write_key(path: Path) -> None:
    """Make a new random key file that only its owner may read, durably; one that is there is never overwritten.

    Raises:
        FileExistsError: If there is a file of that name.
    """
    make_folder(path.parent)
    unfinished = path.with_name(path.name + TEMPORARY)
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        write_all(handle, base64.b64encode(os.urandom(KEY_BYTES)) + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    os.link(unfinished, path)  # unlike a rename, fails where the name is taken
    unfinished.unlink()
    sync_folder(path.parent)


def read_key(path: Path) -> bytes:
    """Return the key in the file.

    Raises:
        KeyFileRefused: If the file is missing, others may read it, or it holds no key.
    """
    try:
        mode, kept = path.stat().st_mode, path.read_bytes()
    except FileNotFoundError:
        raise KeyFileRefused(
            f"There is no key file at {path}. Without it no sealed item can be opened; put it back from where you keep "
            "its copy."
        ) from None
    if mode & _OTHERS_MAY:
        raise KeyFileRefused(f"Others than its owner may use the key file {path}. Run: chmod 600 {path}")
    try:
        key = base64.b64decode(kept.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyFileRefused(f"{path} is not a key file, or it is damaged. Put it back from where you keep its copy.")
    return key
