"""`paradero verify`, `backup` and `restore`: what is kept stays whole, and can be shown to be."""

from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.endings import Ending
from paradero.cli.house import open_house, set_up
from paradero.cli.options import AsJson
from paradero.cli.screen import emit, progress, say
from paradero.cli.words import some
from paradero.procedures.answers import Verification
from paradero.procedures.home import home_folder

MOST_LEFT_OVER = 10
"""So many of the things that a killed process left over are named; they come by the hundred, and harm nothing."""


def verify(
    *,
    sweep: Annotated[bool, typer.Option("--sweep", help="Remove what a process left over that was killed.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the store, the database and both logs, and name whatever is wrong.

    Every sealed item is opened and held against its seal, every link of the custody and audit logs against the one
    before, their heads against the anchors, and the database against the store. The exit code is 3 where something
    is wrong. An item destroyed by order is not wrong.
    """
    house = open_house(named=False)
    from paradero.procedures.sweep import sweep as act_sweep
    from paradero.procedures.verify import verify as act

    if sweep:
        act_sweep(desk=house.desk)
    with progress() as line:
        task = line.add_task("Checking", total=None)
        found = act(desk=house.desk, progress=lambda done, of: line.update(task, completed=done, total=of))
    end_with(found, as_json=as_json)


def end_with(found: Verification, *, as_json: bool) -> None:
    """Print what was checked, and end with 3 where something is wrong."""
    if as_json:
        emit(found)
    else:
        tell(found)
    if not found.sound:
        raise typer.Exit(Ending.BROKEN)


def tell(found: Verification) -> None:
    """Print what was checked and what is wrong."""
    say(
        f"Checked {some(found.items, 'item')}, {some(found.reports, 'report')}, "
        f"{some(found.audit_entries, 'audit entry')}, {some(found.custody_entries, 'custody entry')}."
    )
    for item in found.destroyed:
        say(f"  {item}: destroyed by order")
    wrong = [trouble for trouble in found.troubles if not trouble.harmless]
    left_over = [trouble for trouble in found.troubles if trouble.harmless]
    for trouble in wrong:
        say(f"  WRONG, {trouble.where}: {trouble.sentence}")
    for trouble in left_over[:MOST_LEFT_OVER]:
        say(f"  left over, {trouble.where}: {trouble.sentence}")
    if len(left_over) > MOST_LEFT_OVER:
        say(f"  left over: {len(left_over) - MOST_LEFT_OVER:,} more. To remove them: paradero verify --sweep")
    if found.sound:
        say("Everything is whole.")
    else:
        say(
            "Stop taking in, copy the folder as it is, and restore the latest backup into a new one (paradero restore)."
        )


def backup(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Copy everything, checked, into a new folder.

    The key file (secret/kek) is not in it: without that file nobody opens the items of a backup, you neither. Copy it
    once, to another place than the backups. What families wrote is readable in a backup of this preview: keep it on an
    encrypted disk.
    """
    house = open_house(named=False)
    from paradero.procedures.backup import backup as act

    done = act(folder.resolve(), **house.hands())
    if as_json:
        emit(done)
    else:
        say(f"Backed up to {folder}: {done.files} files, {done.size_bytes / 1e6:.1f} MB.")
        say(f"The key file is not among them; keep a copy of it elsewhere: {home_folder() / 'secret' / 'kek'}")


def restore(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="A backup's folder.", show_default=False)
    ],
    *,
    key_file: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="The key file (secret/kek) of the desk that was backed up."),
    ],
    as_json: AsJson = False,
) -> None:
    """Put a backup into the desk's folder (PARADERO_HOME, else ./var), which must be empty, and verify it."""
    set_up()
    from paradero.procedures.restore import restore as act

    home = home_folder()
    with progress() as line:
        task = line.add_task("Copying and checking", total=None)
        found = act(
            folder.resolve(),
            home=home,
            key_file=key_file,
            progress=lambda done, of: line.update(task, completed=done, total=of),
        )
    if not as_json:
        say(f"Restored into {home}.")
    end_with(found, as_json=as_json)
