"""`paradero watch`: whatever is put into a folder is taken in."""

import hashlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.house import House, open_house
from paradero.cli.manifest import read_manifest
from paradero.cli.options import language_or_none
from paradero.cli.screen import complain, say
from paradero.cli.taking_in import Manifest, files, receive_all
from paradero.intake import Declared
from paradero.procedures.answers import Refused

Seen = dict[Path, tuple[int, int]]
"""Size and time of change of the files that were there at the last look."""


def watch(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The folder.", show_default=False)],
    source: Annotated[str | None, typer.Option(help="Who published it, where the file does not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language (es, en, ru, uk), where you know it.")] = None,
    manifest: Manifest = None,
    *,
    every: Annotated[float, typer.Option(min=0.1, max=3600, help="Seconds between two looks.")] = 2.0,
    once: Annotated[bool, typer.Option("--once", help="End when nothing new is there any more.")] = False,
) -> None:
    """Take in whatever is put into a folder, until Ctrl-C.

    A file is taken in once it has not changed between two looks, so that one that is still being copied is left alone.
    What is held already is passed over. Files stay where they are. What was sealed is read and searched by an open desk
    or by `paradero work`.
    """
    declared = Declared(source=source, language=language_or_none(language))
    said = read_manifest(manifest) if manifest else {}
    house = open_house()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopped.set())
    say(f"Looking into {folder}; Ctrl-C ends it.")
    before: Seen = {}
    done: Seen = {}
    while not stopped.is_set():
        there = _seen(folder, besides=manifest)
        quiet = [path for path, state in there.items() if before.get(path) == state and done.get(path) != state]
        _take_in(quiet, said=said, otherwise=declared, house=house)
        done |= {path: there[path] for path in quiet}
        before = there
        if once and all(done.get(path) == state for path, state in there.items()):
            break
        stopped.wait(every)


def _seen(folder: Path, *, besides: Path | None) -> Seen:
    seen = {}
    for path in files([folder], besides=besides):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue  # taken away again since it was listed
        seen[path] = (state.st_size, state.st_mtime_ns)
    return seen


def _take_in(paths: list[Path], *, said: dict[str, Declared], otherwise: Declared, house: House) -> None:
    for one in receive_all(list(_not_held(paths, house)), said=said, otherwise=otherwise, house=house):
        if isinstance(one, Refused):
            complain(f"Refused: {one.reason}")
        else:
            say(f"{one.item_ref}  {one.name}: {'sealed, to be read' if one.new else 'held already'}")


def _not_held(paths: list[Path], house: House) -> Iterator[Path]:
    from paradero.procedures.held import received_before

    for path in paths:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if not received_before(digest, desk=house.desk):
            yield path
