"""What every test may ask for: a database of its own, SQLite or PostgreSQL, and a desk in an empty folder.

`PARADERO_TEST_DATABASE` chooses: `sqlite` (or nothing), `postgresql` (a throw-away server is started where one is
installed), or the address of a server, as `make test` hands it over.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from scripts import postgres
from tests.fuzzing import pytest_addoption, pytest_collection_modifyitems, pytest_pyfunc_call

from paradero.intake import ItemKeys
from paradero.procedures.acting import ANCHORS, Actor, Desk, open_desk
from paradero.procedures.anchors import begin_anchors
from paradero.procedures.home import prepare_home
from paradero.records.append_only import protect, unprotect
from paradero.site.databases import embedded, postgresql

__all__ = ["pytest_addoption", "pytest_collection_modifyitems", "pytest_pyfunc_call"]  # pytest finds them here

CHOSEN = os.environ.get("PARADERO_TEST_DATABASE") or "sqlite"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def pytest_report_header() -> str:
    return f"database: {'PostgreSQL' if CHOSEN.startswith('postgres') else 'SQLite'}"


@pytest.fixture(scope="session")
def database_settings() -> Iterator[dict[str, Any]]:
    """The database that was chosen, as Django's settings, with a test database that is this process's own."""
    with ExitStack() as until_the_end:
        if CHOSEN == "sqlite":
            folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="paradero-db-")))
            yield embedded(folder / "paradero.sqlite") | {"TEST": {"NAME": str(folder / "test.sqlite")}}
            return
        address = CHOSEN
        if CHOSEN == "postgresql":
            programs = postgres.binaries()
            if programs is None:
                pytest.skip("no PostgreSQL server is installed")
            address = until_the_end.enter_context(postgres.server(programs))
        yield postgresql(address) | {"TEST": {"NAME": f"paradero_{WORKER}_{os.getpid()}"}}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(database_settings: dict[str, Any]) -> None:
    connections.settings["default"] = connections.configure_settings({"default": database_settings})["default"]
    with suppress(AttributeError):
        del connections["default"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:  # noqa: ARG001 -- the one it goes on from
    """Between tests the tables are emptied, which the logs' triggers refuse: they stand aside for it."""
    operations: Any = type(connection.ops)  # a browser test's loop gets a connection of its own
    empty: Callable[..., None] = operations.execute_sql_flush

    def emptied(self: Any, statements: list[str]) -> None:
        unprotect(self.connection)
        empty(self, statements)
        protect(self.connection)

    operations.execute_sql_flush = emptied


@pytest.fixture(scope="session", autouse=True)
def each_text_is_read_once() -> Iterator[None]:
    """Hundreds of tests take the same few reports in: the real reader reads each of them once in a process."""
    from paradero.procedures import read_item  # noqa: PLC0415 -- Django is set up by now

    with pytest.MonkeyPatch.context() as patched:
        for name in ("read_apart_from_wishes", "telling_of_report"):
            patched.setattr(read_item, name, cache(getattr(read_item, name)))
        yield


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A prepared folder that the settings point to."""
    folder = tmp_path / "home"
    prepare_home(folder)
    ItemKeys.create(folder / "keys.sqlite", folder / "secret" / "kek")
    begin_anchors(folder / ANCHORS)
    settings.PARADERO_HOME = folder
    return folder


@pytest.fixture
def desk(home: Path) -> Desk:
    return open_desk(home)


@pytest.fixture
def marta() -> Actor:
    return Actor(ref="marta")


@pytest.fixture
def oleh() -> Actor:
    return Actor(ref="oleh")


@pytest.fixture
def at() -> datetime:
    """The moment at which the test's acts happen."""
    return datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
