"""What the command line refuses, in sentences."""

import os
import pwd
from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import Command

from paradero.cli.bytes_of import bytes_of, written
from paradero.cli.house import who


@pytest.mark.parametrize("command", ["desk", "demo"])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])  # noqa: S104 - that it is refused
def test_no_address_but_this_machine_s_own_is_served(unnamed: Command, command: str, host: str) -> None:
    """A preview has no roles and no second factor yet."""
    ended = unnamed.here(command, "--host", host)

    assert ended.exit_code == 1
    assert "preview" in ended.stderr
    assert "127.0.0.1" in ended.stderr
    assert not unnamed.home.exists()


def test_a_file_far_too_large_is_refused_before_it_is_read(unnamed: Command, tmp_path: Path) -> None:
    """It would fill the memory first."""
    path = tmp_path / "export.txt"
    with path.open("wb") as file:
        file.truncate(10**12)

    ended = unnamed.here("read", str(path))

    assert ended.exit_code == 1
    assert "export.txt: the file has 1,000,000.0 MB and the limit is 20.0 MB." in ended.stderr


def test_of_a_pipe_no_more_is_read_than_its_reader_takes() -> None:
    def refuse(size: int) -> None:
        raise AssertionError(size)

    assert len(bytes_of(Path("/dev/zero"), largest=10, refuse=refuse)) == 11


def test_a_file_s_name_that_is_no_text_is_shown_with_a_mark() -> None:
    assert written(Path(os.fsdecode(b"caf\xe9.txt"))) == "caf\N{REPLACEMENT CHARACTER}.txt"


def test_the_log_names_the_account_and_not_what_a_variable_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever acts must not be able to act as a colleague."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "a-colleague")

    assert who() == pwd.getpwuid(os.getuid()).pw_name


@pytest.mark.parametrize(
    "arguments",
    [["desk"], ["candidates"], ["take-in", "report.txt"], ["enquire", "enquiry.json"]],
    ids=lambda arguments: arguments[0],
)
def test_nothing_starts_before_somebody_answers_for_it(
    unnamed: Command, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Families' data needs a controller, a purpose and an end."""
    world.report(tmp_path)
    world.enquiry(tmp_path)
    monkeypatch.chdir(tmp_path)

    ended = unnamed(*arguments)

    assert ended.returncode == 1
    assert "controller, purpose, retention_days" in ended.stderr
    assert "paradero.toml" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["take-in"],
        ["take-in", "no-such-file"],
        ["take-in", "report.txt", "--published-on", "14.5.2026"],
        ["read"],
        ["enquire"],
        ["explain"],
        ["explain", "C-7K3M-Q2XD", "--language", "fr"],
        ["restore", "nowhere"],
        ["desk", "--port", "70000"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_with_its_usage(
    paradero: Command, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.report(tmp_path)
    monkeypatch.chdir(tmp_path)

    ended = paradero.here(*arguments)

    assert ended.exit_code == 2
    assert "Usage: " in ended.stderr


def test_an_unknown_candidate_is_a_sentence(paradero: Command) -> None:
    ended = paradero("explain", "C-7K3M-Q2XD")

    assert ended.returncode == 1
    assert "C-7K3M-Q2XD" in ended.stderr
    assert ended.stderr.count("\n") == 1


COMMANDS = [
    *["demo", "take-in", "watch", "read", "enquire", "candidates", "explain", "desk", "staff"],
    *["seal-days", "bundle", "verify", "backup", "restore"],
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_makes_nothing(unnamed: Command, command: str) -> None:
    ended = unnamed.here(command, "--help")

    assert ended.exit_code == 0
    assert command in ended.stdout
    assert not unnamed.home.exists()


def test_the_first_page_names_every_command_and_exit_code(unnamed: Command) -> None:
    ended = unnamed.here("--help")

    assert all(command in ended.stdout for command in COMMANDS)
    assert "Exit codes: 0 done; 1 refused" in ended.stdout
    assert "invented data only" in ended.stdout
