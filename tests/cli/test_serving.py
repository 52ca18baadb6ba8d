"""The desk as a process: it answers on this machine, and ends when told to."""

import http.client
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.cli.conftest import PARADERO, Command

from paradero.cli.serving import own_address

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: Command, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    arguments = [PARADERO, "desk", "--port", str(port)]
    process = subprocess.Popen(arguments, env=command.environment)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None, "the desk ended before it answered"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the desk did not answer in a minute")


def ask(port: int, path: str) -> tuple[int, str]:
    """Return the status and the page."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        with connection.getresponse() as answer:
            return answer.status, answer.read().decode()


def test_the_desk_asks_who_is_there_and_ends_when_told_to(paradero: Command) -> None:
    port = free_port()
    with served(paradero, port) as process:
        status, page = ask(port, "/log-in/")
        assert status == 200
        assert "password" in page
        assert ask(port, "/candidates/")[0] == 302
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0


def test_the_desk_writes_nothing_beside_its_folder(paradero: Command, tmp_path: Path) -> None:
    """A control socket in somebody's home would let other programs steer the desk."""
    elsewhere = tmp_path / "account"
    elsewhere.mkdir()
    paradero.environment.update(HOME=str(elsewhere), XDG_RUNTIME_DIR=str(elsewhere))

    with served(paradero, free_port()):
        assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(("typed", "bound"), [("[::1]", "::1"), (" ::1", "::1"), ("127.0.0.1", "127.0.0.1")])
def test_an_address_is_bound_however_browsers_write_it(typed: str, bound: str) -> None:
    assert own_address(typed) == bound


def test_a_port_in_use_is_a_sentence(paradero: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        ended = paradero("desk", "--port", str(taken.getsockname()[1]))

    assert ended.returncode == 1
    assert "another program answers there" in ended.stderr
    assert "--port" in ended.stderr


def test_a_log_in_is_made_once_and_a_weak_password_is_refused(paradero: Command) -> None:
    weak = paradero("staff", "add", "marta", "--password-stdin", typed="short\n")
    assert weak.returncode == 1
    assert "12 characters" in weak.stderr

    assert paradero("staff", "add", "marta", "--password-stdin", typed="seven quiet rivers\n").returncode == 0
    again = paradero("staff", "add", "marta", "--password-stdin", typed="seven other rivers\n")
    assert "nothing was changed" in again.stdout
