"""The database is the one that cannot lose what was acknowledged."""

import sqlite3
import sys
from pathlib import Path

import pysqlite3
import pytest
from django.db import connection

from paradero.site.databases import database
from paradero.site.embedded import SAFE_WITH_A_LOG, SqliteTooOldError, require_safe_version, use_current_sqlite


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 7, 0)])
def test_a_sqlite_that_can_corrupt_its_log_is_refused(version: tuple[int, int, int]) -> None:
    with pytest.raises(SqliteTooOldError, match=f"{version[0]}.{version[1]}.{version[2]} can corrupt its log"):
        require_safe_version(version)


def test_the_sqlite_in_use_is_a_safe_one() -> None:
    use_current_sqlite()

    assert pysqlite3.sqlite_version_info >= SAFE_WITH_A_LOG
    assert sys.modules["sqlite3"] is pysqlite3
    assert sqlite3 is not None


@pytest.mark.django_db(transaction=True)
def test_the_database_keeps_what_it_promises() -> None:
    if connection.vendor == "postgresql":
        asked = {"SHOW default_transaction_isolation": "read committed", "SHOW server_encoding": "UTF8"}
    else:
        asked = {
            "PRAGMA journal_mode": "wal",
            "PRAGMA synchronous": 2,
            "PRAGMA secure_delete": 1,
            "PRAGMA foreign_keys": 1,
            "SELECT sqlite_version()": pysqlite3.sqlite_version,
        }
    with connection.cursor() as cursor:
        for question, answer in asked.items():
            cursor.execute(question)
            assert cursor.fetchone() == (answer,), question


def test_writers_never_fail_half_way(tmp_path: Path) -> None:
    chosen = database(home=tmp_path, url=None)

    assert chosen["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert chosen["OPTIONS"]["timeout"] == 20
    assert chosen["NAME"] == str(tmp_path / "paradero.sqlite")
    assert "ATOMIC_REQUESTS" not in chosen


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://desk:s%40fe@db.example:5433/paradero?sslmode=verify-full",
            {"NAME": "paradero", "USER": "desk", "PASSWORD": "s@fe", "HOST": "db.example", "PORT": "5433"},
        ),
        (
            "postgresql://paradero@/postgres?host=/run/sockets",
            {"NAME": "postgres", "USER": "paradero", "PASSWORD": "", "HOST": "/run/sockets", "PORT": ""},
        ),
    ],
)
def test_a_server_is_named_by_its_address(tmp_path: Path, url: str, expected: dict[str, str]) -> None:
    chosen = database(home=tmp_path, url=url)

    assert {key: chosen[key] for key in expected} == expected
    assert chosen["OPTIONS"] == ({"sslmode": "verify-full"} if "sslmode" in url else {})


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://desk@db.example/", "paradero"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValueError, match="is written postgresql://"):
        database(home=tmp_path, url=url)
