"""Asking an authority over HTTP: a real one, and servers that hang, break off, drip, flood and send elsewhere."""

import secrets
import time
import tracemalloc
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from threading import Event

import pytest
from tests.intake.timestamps.authority import LocalAuthority, listening
from tests.procedures.asked import DIGEST, QUESTION, REPLY, answering, head, refusal, refusal_of

from paradero.intake.timestamps import check_token, request, token_of
from paradero.procedures.timestamp_authority import ask_authority


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalAuthority]:
    with LocalAuthority(tmp_path_factory.mktemp("authority"), key="ec") as made:
        yield made


def test_an_authority_that_is_asked_gives_a_token(authority: LocalAuthority) -> None:
    nonce = secrets.randbits(64)
    before = authority.asked

    answer = ask_authority(authority.url, request(DIGEST, nonce=nonce), timeout_s=20)

    token = token_of(answer, digest=DIGEST, nonce=nonce)
    assert check_token(token.der, digest=DIGEST, roots=[authority.root_pem]) == token.moment
    assert authority.asked == before + 1


def test_nothing_but_the_question_leaves_the_house() -> None:
    """No name of a desk, no version, no cookie."""
    came: list[tuple[str, str, bytes, dict[str, str]]] = []

    class Listening(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append((self.command, self.path, body, dict(self.headers)))
            head(self, Content_Length=0)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with listening(Listening) as url:
        assert ask_authority(f"{url}tsa?policy=1", QUESTION, timeout_s=5) == b""

    ((method, path, body, headers),) = came
    assert (method, path, body) == ("POST", "/tsa?policy=1", QUESTION)
    assert headers.pop("Host").startswith("127.0.0.1:")
    assert headers == {
        "Accept-Encoding": "identity",
        "Content-Length": str(len(QUESTION)),
        "Content-Type": "application/timestamp-query",
        "Accept": REPLY,
        "User-Agent": "paradero",
        "Connection": "close",
    }


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300])
def test_an_authority_that_redirects_is_not_followed(authority: LocalAuthority, status: int) -> None:
    """Whoever was not configured learns nothing."""
    before = authority.asked

    said = refusal_of(lambda server: head(server, status=status, Location=authority.url))

    assert f"sends on to another address (status {status}), and no other is asked" in said
    assert authority.asked == before


def test_an_environment_with_a_proxy_changes_nothing(
    authority: LocalAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")

    assert ask_authority(authority.url, QUESTION, timeout_s=20)


@pytest.mark.parametrize("status", [204, 400, 404, 500, 503])
def test_an_error_of_the_server_is_said(status: int) -> None:
    assert f"answered with the status {status}. Nothing was stamped" in refusal_of(
        lambda server: head(server, status=status, Content_Length=0)
    )


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "", "application/octet-stream"])
def test_a_page_instead_of_an_answer_is_said(kind: str) -> None:
    """As a hotel's wireless network gives one for everything."""

    def page(server: BaseHTTPRequestHandler) -> None:
        head(server, kind=kind)
        server.wfile.write(b"<html>Welcome</html>")

    assert "instead of a timestamp" in refusal_of(page)


@pytest.mark.parametrize("says_so", [True, False])
def test_a_large_answer_is_refused_early_and_with_flat_memory(says_so: bool) -> None:  # noqa: FBT001
    def large(server: BaseHTTPRequestHandler) -> None:
        head(server, **({"Content_Length": 100_000_000} if says_so else {}))
        for _ in range(100):
            server.wfile.write(b"\x00" * 1_000_000)

    tracemalloc.start()
    try:
        said = refusal_of(large)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "answered with more than 65,536 bytes" in said
    assert most < 3_000_000


def test_an_answer_as_large_as_may_be_is_taken() -> None:
    def exact(server: BaseHTTPRequestHandler) -> None:
        head(server, Content_Length=1000)
        server.wfile.write(b"\x00" * 1000)

    with listening(answering(exact)) as url:
        assert ask_authority(url, QUESTION, timeout_s=5, largest_bytes=1000) == b"\x00" * 1000
    assert "more than 999 bytes" in refusal_of(exact, largest_bytes=999)


def test_an_answer_that_breaks_off_is_refused() -> None:
    def broken(server: BaseHTTPRequestHandler) -> None:
        head(server, Content_Length=1000)
        server.wfile.write(b"\x00" * 500)

    assert "gave no whole answer" in refusal_of(broken)


@pytest.mark.parametrize(
    "said", [b"", b"\x00\x01\x02\x03\r\n\r\n", b"HTTP/1.0 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"]
)
def test_what_is_no_http_is_refused(said: bytes) -> None:
    assert "The timestamp authority at 127.0.0.1 gave no whole answer" in refusal_of(
        lambda server: server.wfile.write(said) and None
    )


def test_a_server_that_hangs_is_given_up() -> None:
    over = Event()

    started = time.monotonic()
    said = refusal_of(lambda _server: over.wait(20) and None, timeout_s=0.4)
    took = time.monotonic() - started
    over.set()

    assert "did not answer within 0.4 seconds" in said
    assert took < 5


@pytest.mark.parametrize("begins", [b"", b"HTTP/1.0 200 OK\r\nContent-Type: application/timestamp-reply\r\n\r\n"])
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(begins: bytes) -> None:
    """Each byte comes in time, the answer never does."""
    over = Event()

    def drip(server: BaseHTTPRequestHandler) -> None:
        server.wfile.write(begins)
        while not over.wait(0.1):
            server.wfile.write(b"X")

    started = time.monotonic()
    said = refusal_of(drip, timeout_s=0.5)
    took = time.monotonic() - started
    over.set()

    assert "did not answer within 0.5 seconds" in said
    assert took < 5


def test_where_nobody_listens_is_said() -> None:
    with listening(answering(head)) as url:
        pass

    assert "could not be reached (Connection refused)" in refusal(url)
