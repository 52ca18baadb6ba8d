"""The weighing model of this desk: the shipped one, until a person puts a fitted one in its place."""

import hashlib
import os
import secrets
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from paradero.identity.model import MODEL, Model, read_model
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk

FILE = "model.toml"
"""In the desk's folder: the model in use where it is not the shipped one."""


def model_in_use() -> Model:
    """Return the model that this desk weighs with.

    Raises:
        ModelRefused: If the folder holds a model that cannot be used; nothing else is weighed with in its stead.
    """
    file = Path(settings.PARADERO_HOME) / FILE
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else MODEL


@lru_cache(maxsize=2)
def _read(file: Path, _changed: int) -> Model:
    return read_model(file)


def use_model(file: Path | None, *, desk: Desk, actor: Actor, at: datetime) -> Model:
    """Put a fitted model, or with `None` the shipped one, in use and return it; the audit log has who did and when.

    Candidates keep the weights that people saw until everything is searched anew; each says which model weighed it.

    Raises:
        ModelRefused: If the file is no model, or not one for this version of Paradero; the old one stays in use.
    """
    model = read_model(file) if file else MODEL
    text = file.read_bytes() if file else b""
    with act("use another model", desk=desk, actor=actor, at=at, ref=_ref(text)):
        _put(text, desk.home / FILE)
    return model


def _ref(text: bytes) -> str:
    """Return a reference worked out from the file: the log tells which one it was, and holds no name."""
    digits = hashlib.sha256(text).hexdigest().upper()
    return f"M-{digits[:4]}-{digits[4:8]}"


def _put(text: bytes, file: Path) -> None:
    """Write the file whole or not at all; without a text, take it away."""
    if not text:
        file.unlink(missing_ok=True)
        return
    whole = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    whole.replace(file)
