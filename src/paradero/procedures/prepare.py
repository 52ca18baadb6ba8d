"""Makes a desk ready for its first act, or for the next after an update."""

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from paradero.intake import ItemKeys
from paradero.procedures.acting import ANCHORS, Desk, open_desk
from paradero.procedures.anchors import begin_anchors
from paradero.procedures.home import prepare_home
from paradero.records.logs import LOGS


def prepare(home: Path) -> Desk:
    """Return the desk of a folder once its keys are made and its database is at the latest migration.

    What is there stays; a second time changes nothing and takes no time.

    Raises:
        KeyFileRefused: If the keys are there and do not belong together, or others could read them.
    """
    prepare_home(home)
    ItemKeys.create(home / "keys.sqlite", home / "secret" / "kek")
    _close_to_others()
    if _behind():
        call_command("migrate", verbosity=0, interactive=False)
    if not any(log.objects.exists() for log in LOGS.values()):
        begin_anchors(home / ANCHORS)  # never later: a file that was lost must not be taken for one that is new
    return open_desk(home)


def _close_to_others() -> None:
    """Let nobody but its owner read an embedded database; its log takes the same permissions over."""
    if connection.vendor == "sqlite":
        file = Path(str(connection.settings_dict["NAME"]))
        file.touch(mode=0o600)
        file.chmod(0o600)


def _behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
