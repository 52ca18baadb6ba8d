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

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@contextmanager
def served(command: Command, port: int, host: str = "127.0.0.1") -> Iterator["subprocess.Popen[bytes]"]:
    arguments = [PARADERO, "desk", "--host", host, "--port", str(port)]
    process = subprocess.Popen(arguments, env=command.environment)
    try:
        wait_for(port, process, address=host.strip("[]"))
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port: int, process: "subprocess.Popen[bytes]", *, address: str) -> None:
    for _ in range(200):
        try:
            socket.create_connection((address, port), timeout=1).close()
        except OSError:
            assert process.poll() is None, "the desk ended before it answered"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the desk did not answer in 20 seconds")


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


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_an_address_in_brackets_is_that_address(paradero: Command) -> None:
    """Browsers write it so."""
    with served(paradero, free_port(), host="[::1]") as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0


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
