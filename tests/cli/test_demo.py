"""`paradero demo`: an invented world in two commands, and nothing else touched."""

import time

import pytest
from tests.cli import world
from tests.cli.conftest import Command, environment_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Command, str]:
    """A folder that holds the demonstration, and what was printed when it was filled."""
    home = tmp_path_factory.mktemp("demonstration") / "home"
    paradero = Command(home, environment_of(home))
    first = paradero("demo", "--no-serve")
    assert first.returncode == 0, first.stderr
    assert "Sealing and reading the reports" in first.stderr
    return paradero, first.stdout


def state(command: Command) -> object:
    """What the folder holds, without the logs, which grow by being looked at."""
    found = command.json("verify")
    return found["items"], found["reports"], [row["ref"] for row in command.json("candidates", "--limit", "1000")]


def test_it_ends_with_the_candidates_the_figures_and_the_log_ins(demonstration: tuple[Command, str]) -> None:
    _, shown = demonstration

    assert "31 enquiries of an invented world" in shown
    assert "true pairs are among the first 3" in shown
    assert "Log in as marta, oleh, vera" in shown


def test_a_second_run_is_quick_and_changes_nothing(demonstration: tuple[Command, str]) -> None:
    paradero, shown = demonstration
    before = state(paradero)
    started = time.monotonic()

    again = paradero("demo", "--no-serve")

    assert time.monotonic() - started < 15
    assert again.stdout == shown
    assert state(paradero) == before


def test_every_true_pair_is_among_the_first_three_and_one_in_ten_at_most_is_false(
    demonstration: tuple[Command, str],
) -> None:
    """The first promise of the whole: reading and matching together find whom the families seek."""
    paradero, _ = demonstration

    figures = paradero.json("demo", "--no-serve")

    assert figures["not_found"] == []
    assert len(figures["false"]) <= 0.1 * (figures["proposed"] - figures["unsure"]), figures["false"]
    assert figures["grouped"] == figures["origins"] == 4
    assert figures["kept_apart"] == figures["apart"] == 2


def test_a_folder_with_anything_else_in_it_is_never_called_invented(paradero: Command) -> None:
    """What is real must not be shown to whoever knows the demonstration's password."""
    paradero.json("enquire", world.enquiry(paradero.home))

    ended = paradero("demo", "--no-serve")

    assert ended.returncode == 1
    assert "Use another folder" in ended.stderr
