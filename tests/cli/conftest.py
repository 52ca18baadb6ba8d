"""The command as a person runs it: a process of its own, with a folder of its own."""

import json
import os
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from tests.cli import warm
from typer.testing import CliRunner, Result

from paradero.cli.main import app

collect_ignore = ["preloaded.py"]
PARADERO = Path(sys.executable).with_name("paradero")
NAMED = 'controller = "Tests"\npurpose = "to hold the command line to its word"\nretention_days = 1\n'


@dataclass(frozen=True, slots=True)
class Command:
    """Runs `paradero` on one folder."""

    home: Path
    environment: dict[str, str]

    def __call__(self, *arguments: str | Path, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """Run it to its end."""
        return warm.run([str(argument) for argument in arguments], self.environment, typed)

    def here(self, *arguments: str) -> Result:
        """Run it in this process: for what ends before Django is needed."""
        return CliRunner().invoke(app, list(arguments), env=self.environment)

    def json(self, *arguments: str | Path) -> Any:
        """Run it with `--json`, expect it to be done, and give what it printed."""
        ended = self(*arguments, "--json")
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    def elsewhere(self, home: Path) -> "Command":
        """Give the command for another folder, with a database of its own."""
        return Command(home, environment_of(home))


@pytest.fixture
def unnamed(tmp_path: Path) -> Command:
    """A folder that does not say who answers for it."""
    home = tmp_path / "home"
    return Command(home, environment_of(home))


@pytest.fixture
def paradero(unnamed: Command) -> Command:
    """A folder with a controller, a purpose and a retention period."""
    return named(unnamed)


def named(command: Command) -> Command:
    """Let the folder say who answers for it."""
    command.home.mkdir(mode=0o700)
    (command.home / "paradero.toml").write_text(NAMED, encoding="utf-8")
    return command


def environment_of(home: Path) -> dict[str, str]:
    """Return the environment for a folder: embedded, or with a fresh database on the server under test."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PARADERO_", "DJANGO_"))}
    own |= {"PARADERO_HOME": str(home), "COLUMNS": "120"}
    server = os.environ.get("PARADERO_TEST_DATABASE", "")
    if server.startswith("postgresql://"):
        name = f"cli_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        own["PARADERO_DATABASE_URL"] = urlsplit(server)._replace(path=f"/{name}").geturl()
    return own
