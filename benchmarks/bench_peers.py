"""The environment that the peers run in: made beside the project's own, so that the product depends on none of them."""

import subprocess
import venv
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
NEEDED: Final = HERE / "peers.txt"
COMPILED: Final = HERE / "peers_compiled.txt"


class PeersMissing(Exception):
    """The peers could not be installed."""


def peers_python(folder: Path) -> Path:
    """Return the Python that has the peers, built in `folder` where it is not there or its list has changed.

    Raises:
        PeersMissing: If pip could not install them; it says where all that pip said is kept.
    """
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    if not _is_done(folder, NEEDED) and not _install(folder, NEEDED):
        raise PeersMissing(f"The peers could not be installed; what pip said is in {folder / 'peers.log'}.")
    if not _is_done(folder, COMPILED):
        _install(folder, COMPILED)  # where it fails, the bench goes on without that peer and says so
    return python


def has_logic_v2(folder: Path) -> bool:
    """Tell whether the peer that needs a compiler is there."""
    return _is_done(folder, COMPILED)


def _mark(folder: Path, listed: Path) -> Path:
    return folder / f"{listed.stem}.installed"


def _is_done(folder: Path, listed: Path) -> bool:
    mark = _mark(folder, listed)
    return mark.exists() and mark.read_text(encoding="utf-8") == listed.read_text(encoding="utf-8")


def _install(folder: Path, listed: Path) -> bool:
    command = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    with (folder / "peers.log").open("a", encoding="utf-8") as log:
        ended = subprocess.run(  # noqa: S603  # pip, with our own list
            [*command, "install", "--progress-bar", "off", "-r", str(listed)], stdout=log, stderr=log, check=False
        )
    if ended.returncode == 0:
        _mark(folder, listed).write_text(listed.read_text(encoding="utf-8"), encoding="utf-8")
    return ended.returncode == 0
