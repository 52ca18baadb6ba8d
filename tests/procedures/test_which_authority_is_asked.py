"""Which authority is asked at all: one that can prove who it is, or this machine itself."""

import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.intake.timestamps.authority import listening
from tests.procedures.asked import QUESTION, answering, head, refusal

from paradero.procedures.timestamp_authority import ask_authority


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[str, Path, list[bytes]]]:
    """A server over https that answers with nothing: its address, its certificate, what it was asked."""
    made = ("-keyout", "page.key", "-out", "page.pem", "-subj", "/CN=page", "-addext", "subjectAltName=IP:127.0.0.1")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *made],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    came: list[bytes] = []

    class Listening(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append(self.rfile.read(int(self.headers["Content-Length"])))
            head(self, Content_Length=0)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Listening)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "page.pem", tmp_path / "page.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = Thread(target=server.handle_request)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/", tmp_path / "page.pem", came
    thread.join()
    server.server_close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_authority_on_this_machine_may_be_asked_over_plain_http(host: str) -> None:
    """Nobody stands between."""
    with listening(answering(lambda server: head(server, Content_Length=0))) as url:
        assert ask_authority(url.replace("127.0.0.1", host), QUESTION, timeout_s=5) == b""


def test_an_authority_that_cannot_prove_who_it_is_is_not_asked(secure: tuple[str, Path, list[bytes]]) -> None:
    url, _, came = secure

    assert "could not prove that it is who it says (self-signed certificate)" in refusal(url)
    assert not came


def test_an_authority_is_asked_over_https(
    secure: tuple[str, Path, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, certificate, came = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # as if the machine trusted it

    assert ask_authority(url, QUESTION, timeout_s=5) == b""
    assert came == [QUESTION]


def test_an_authority_under_another_name_than_its_certificates_is_not_asked(
    secure: tuple[str, Path, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, certificate, came = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    assert "could not prove that it is who it says (Hostname mismatch" in refusal(url.replace("127.0.0.1", "localhost"))
    assert not came


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://tsa.example/", "tsa.example is asked over https alone"),
        ("http://127.0.0.1.tsa.example/", "is asked over https alone"),
        ("http://10.0.0.1/", "is asked over https alone"),
        ("http://[::ffff:10.0.0.1]/", "is asked over https alone"),
        ("HTTP://tsa.example/", "is asked over https alone"),
        ("file:///etc/hostname", "cannot be read"),
        ("file://localhost/etc/hostname", "is asked over https alone"),
        ("ftp://tsa.example/", "is asked over https alone"),
        ("//tsa.example/", "is asked over https alone"),
        ("https://olena@tsa.example/", "holds a name or a password"),
        ("https://olena:secret@tsa.example/", "holds a name or a password"),
        ("tsa.example", "cannot be read"),
        ("", "cannot be read"),
        ("https://", "cannot be read"),
        ("https://tsa.example:99999/", "cannot be read"),
        ("https://tsa.example:0/", "cannot be read"),
        ("https://tsa.example:x/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://tsa.example/a b", "cannot be read"),
        ("https://tsa.example/\r\nX: y", "cannot be read"),
        ("https://часы.example/", "cannot be read"),
    ],
)
def test_an_address_that_may_not_be_asked_is_refused(url: str, says: str) -> None:
    """Over plain HTTP anybody on the way could answer."""
    said = refusal(url)

    assert says in said
    assert "secret" not in said
