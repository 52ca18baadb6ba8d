"""Servers on this machine that answer questions as badly as they come, and how a refusal is got."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest
from tests.intake.timestamps.authority import listening

from paradero.intake.timestamps import request
from paradero.procedures.timestamp_authority import AuthorityRefused, ask_authority

DIGEST = hashlib.sha256(b"a day").digest()
QUESTION = request(DIGEST, nonce=1)
REPLY = "application/timestamp-reply"


def answering(answer: Callable[[BaseHTTPRequestHandler], None]) -> type[BaseHTTPRequestHandler]:
    """A server's way of answering every question."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            with suppress(OSError):  # who asked has gone
                answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Answering


def head(server: BaseHTTPRequestHandler, *, status: int = 200, kind: str = REPLY, **headers: object) -> None:
    server.send_response(status)
    server.send_header("Content-Type", kind)
    for name, value in headers.items():
        server.send_header(name.replace("_", "-"), str(value))
    server.end_headers()


def refusal(url: str, *, timeout_s: float = 5, **limits: int) -> str:
    with pytest.raises(AuthorityRefused) as caught:
        ask_authority(url, QUESTION, timeout_s=timeout_s, **limits)
    said = str(caught.value)
    assert said.endswith(".")
    return said


def refusal_of(answer: Callable[[BaseHTTPRequestHandler], None], *, timeout_s: float = 5, **limits: int) -> str:
    with listening(answering(answer)) as url:
        return refusal(url, timeout_s=timeout_s, **limits)
