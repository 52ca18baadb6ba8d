"""Puts a current SQLite in the place of Python's own, before Django looks for one."""

import sys

import pysqlite3

SAFE_WITH_A_LOG = (3, 51, 3)
"""Older versions can corrupt a write-ahead log when two connections write and checkpoint at the same moment."""


class SqliteTooOldError(RuntimeError):
    """The SQLite that would be used can corrupt its write-ahead log."""


def use_current_sqlite() -> None:
    """Let `sqlite3` mean pysqlite3 from here on.

    Raises:
        SqliteTooOldError: If that SQLite is one that can corrupt a write-ahead log.
    """
    require_safe_version(pysqlite3.sqlite_version_info)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def require_safe_version(version: tuple[int, int, int]) -> None:
    """Let a safe version of SQLite through, else raise `SqliteTooOldError`."""
    if version < SAFE_WITH_A_LOG:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, SAFE_WITH_A_LOG))
        raise SqliteTooOldError(f"SQLite {found} can corrupt its log; {needed} or later is needed. Run `make` again.")
