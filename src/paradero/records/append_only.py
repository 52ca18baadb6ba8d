"""The triggers that let the two logs, the judgements and what is said of sources only grow."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from paradero.records.kept_judgements import OF_ORIGINS, OF_SUBJECTS
from paradero.records.kept_rows import KeptRows
from paradero.records.kept_sources import KEPT_SOURCES

TABLES = ("records_auditentry", "records_custodyentry")
"""The two logs."""
KEPT = (OF_SUBJECTS, OF_ORIGINS, KEPT_SOURCES)
"""Sets of tables whose rows stay as they were written."""

_SENTENCE = "an entry of this log is never changed or deleted"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION records_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def protect(connection: BaseDatabaseWrapper) -> None:
    """Set all triggers up."""
    protect_logs(connection)
    protect_rows(connection, *KEPT)


def protect_logs(connection: BaseDatabaseWrapper) -> None:
    """Set up the triggers of the two logs."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def protect_rows(connection: BaseDatabaseWrapper, *kept: KeptRows) -> None:
    """Set up the triggers of some tables whose rows stay as they were written."""
    with connection.cursor() as cursor:
        for statement in (each for rows in kept for each in rows.statements(connection.vendor)):
            cursor.execute(statement)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Take all triggers away: for a migration backwards, and for emptying a test database."""
    acts = (*_acts(connection.vendor), "REPLACE")
    _drop(connection, ((table, f"{table}_no_{act.lower()}") for table in TABLES for act in acts))
    unprotect_rows(connection, *KEPT)


def unprotect_rows(connection: BaseDatabaseWrapper, *kept: KeptRows) -> None:
    """Take the triggers of some tables away: for a migration that alters them, and for a restore."""
    _drop(connection, (name for rows in kept for name in rows.names(connection.vendor)))


def _drop(connection: BaseDatabaseWrapper, triggers: Iterable[tuple[str, str]]) -> None:
    suffix = {"sqlite": "", "postgresql": " ON {table}"}[connection.vendor]
    with connection.cursor() as cursor:
        for table, name in triggers:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + suffix.format(table=table))


def _acts(vendor: str) -> tuple[str, ...]:
    return ("UPDATE", "DELETE") if vendor == "sqlite" else ("UPDATE", "DELETE", "TRUNCATE")


def _statements(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [*(_sqlite(table, act) for table in TABLES for act in _acts(vendor)), *map(_at_the_end, TABLES)]
    return [_FUNCTION, *(_postgresql(table, act) for table in TABLES for act in _acts(vendor))]


def _sqlite(table: str, act: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"
    )


def _at_the_end(table: str) -> str:
    """Return the trigger that refuses `INSERT OR REPLACE`, which deletes a row without asking a trigger on DELETE."""
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608 -- own names alone
        f"WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM {table}) "
        f"BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"
    )


def _postgresql(table: str, act: str) -> str:
    each = "STATEMENT" if act == "TRUNCATE" else "ROW"
    return (
        f"CREATE OR REPLACE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION records_refuse_change()"
    )
