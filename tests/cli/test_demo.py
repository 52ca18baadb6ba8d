"""`paradero demo`: an invented world in two commands, and nothing else touched."""

import time

import pytest
from tests.cli import world
from tests.cli.conftest import Command

pytestmark = pytest.mark.slow


def state(command: Command) -> object:
    """What the folder holds, without the logs, which grow by being looked at."""
    found = command.json("verify")
    return found["items"], found["reports"], [row["ref"] for row in command.json("candidates", "--limit", "1000")]


def test_the_demonstration_shows_candidates_and_how_right_they_are(unnamed: Command) -> None:
    first = unnamed("demo", "--no-serve")

    assert first.returncode == 0, first.stderr
    assert "30 enquiries of an invented world" in first.stdout
    assert "true pairs are among the first 3" in first.stdout
    assert "Log in as marta, oleh, vera" in first.stdout
    assert "Sealing and reading the reports" in first.stderr

    before = state(unnamed)
    started = time.monotonic()
    again = unnamed("demo", "--no-serve")
    assert time.monotonic() - started < 15
    assert again.stdout == first.stdout
    assert state(unnamed) == before


def test_a_folder_with_anything_else_in_it_is_never_called_invented(paradero: Command) -> None:
    """What is real must not be shown to whoever knows the demonstration's password."""
    paradero.json("enquire", world.enquiry(paradero.home))

    ended = paradero("demo", "--no-serve")

    assert ended.returncode == 1
    assert "Use another folder" in ended.stderr
