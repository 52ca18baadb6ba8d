"""The weighing model of this desk: the shipped one, until a person puts a fitted one in its place."""

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from paradero.identity.model import MODEL, SHIPPED, Model, read_model
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.whole_files import written_beside
from paradero.terms.refusal import Refusal
from paradero.terms.resources import resource

FILE = "model.toml"
"""In the desk's folder: the model in use where it is not the shipped one."""
KEPT = "models"
"""In the desk's folder: every model that was put in use, each under the reference that the audit log has of it."""


class NameTaken(Refusal):
    """Another model has this name already."""


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
        NameTaken: If another model was ever put in use under its name, or was shipped under it; the old one stays.
    """
    model = read_model(file) if file else MODEL
    text = file.read_bytes() if file else b""
    if file:
        _require_own_name(text, model, name=file.name, home=desk.home)
    with act("use another model", desk=desk, actor=actor, at=at, ref=_ref(text)):
        _keep(text, desk.home)
        _put(text, desk.home / FILE)
    return model


def _require_own_name(text: bytes, model: Model, *, name: str, home: Path) -> None:
    """Let a model through that is the only one of its name: explanations tell by the name alone who weighed."""
    table = tomllib.loads(text.decode("utf-8"))
    named = (table["model"], table["version"])
    for other in _known(home):
        if (other.get("model"), other.get("version")) == named and other != table:
            raise NameTaken(
                f"{name} calls itself {model.name}, and so does another model that this desk knows. Each candidate "
                "says by that name what weighed it, so no two may share one. Change `version` in the file, or fit it "
                "again with --version, and use that. The desk weighs as before."
            )


def _known(home: Path) -> Iterator[dict[str, Any]]:
    """Yield the shipped model, the one in use, and all that were, as the tables of their files."""
    yield tomllib.loads(resource(SHIPPED).read_text(encoding="utf-8"))
    for file in (home / FILE, *sorted((home / KEPT).glob("*.toml"))):
        try:
            yield tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # gone, or spoilt by hand: nothing weighs with it
            continue


def _keep(text: bytes, home: Path) -> None:
    """Keep a copy of what is put in use, so that its name stays its own."""
    folder = home / KEPT
    folder.mkdir(mode=0o700, exist_ok=True)
    in_use = home / FILE
    for model in (in_use.read_bytes() if in_use.is_file() else b"", text):
        if model:
            _put(model, folder / f"{_ref(model)}.toml")


def _ref(text: bytes) -> str:
    """Return a reference worked out from the file: the log tells which one it was, and holds no name."""
    digits = hashlib.sha256(text).hexdigest().upper()
    return f"M-{digits[:4]}-{digits[4:8]}"


def _put(text: bytes, file: Path) -> None:
    """Write the file whole or not at all; without a text, take it away."""
    if not text:
        file.unlink(missing_ok=True)
        return
    written_beside(file, text).replace(file)
