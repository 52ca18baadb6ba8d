"""Asks a timestamp authority over HTTP (RFC 3161, section 3.4): the one place below the interfaces that connects.

Nothing asks by itself: the desk's settings name an authority, or there is none. What leaves the house is the question,
which holds a digest and a number; that a desk at this internet address asked, and when, the authority sees as well.
"""

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from ipaddress import ip_address
from socket import SHUT_RDWR, socket
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

from paradero.terms.refusal import Refusal

LARGEST_BYTES = 65_536

_QUESTION = "application/timestamp-query"
_ANSWER = "application/timestamp-reply"
_OK = 200
_REDIRECTS = range(300, 400)
_LATER = "Nothing was stamped; it can be asked again later."


class AuthorityRefused(Refusal):
    """The timestamp authority could not be asked, or gave nothing that could be an answer."""


def ask_authority(url: str, request: bytes, *, timeout_s: float, largest_bytes: int = LARGEST_BYTES) -> bytes:
    """Return what the authority at `url` answers to a question, as it came; `token_of` reads it.

    `timeout_s` bounds each step of connecting, and then question and answer together. No redirect is followed, no proxy
    is used, and plain HTTP is spoken only with this machine itself.

    Raises:
        AuthorityRefused: If the address is none that may be asked, or no answer of at most `largest_bytes` came.
    """
    where = _address(url)
    late = Event()
    try:
        with closing(_connection(where, timeout_s)) as connection:
            connection.connect()
            with _cut_off(connection.sock, late, timeout_s):
                return _answer(connection, where, request, largest_bytes)
    except (OSError, HTTPException) as broken:
        raise _nothing(where, _reason(broken, late, timeout_s)) from None


@contextmanager
def _cut_off(line: socket, late: Event, timeout_s: float) -> Iterator[None]:
    """End the connection after a while: a server that sends a byte now and then never meets a socket's own timeout."""

    def cut() -> None:
        late.set()
        with suppress(OSError):
            line.shutdown(SHUT_RDWR)

    hurry = Timer(timeout_s, cut)
    hurry.start()
    try:
        yield
        if late.is_set():  # what came may end in the middle
            raise TimeoutError
    finally:
        hurry.cancel()


def _reason(broken: OSError | HTTPException, late: Event, timeout_s: float) -> str:
    if late.is_set() or isinstance(broken, TimeoutError):
        return f"did not answer within {timeout_s:g} seconds"
    if isinstance(broken, ssl.SSLCertVerificationError):
        return f"could not prove that it is who it says ({broken.verify_message})"
    if isinstance(broken, HTTPException):
        return f"gave no whole answer ({type(broken).__name__})"
    return f"could not be reached ({broken.strerror or type(broken).__name__})"


def _address(url: str) -> SplitResult:
    """Return the address taken apart, if it may be asked."""
    where = _parts(url)
    if where is None:
        raise AuthorityRefused(f"The timestamp authority's address {url!r} cannot be read. Write it as https://….")
    if where.username is not None or where.password is not None:
        raise AuthorityRefused("The timestamp authority's address holds a name or a password. Leave it out of it.")
    if where.scheme != "https" and not (where.scheme == "http" and _is_here(where.hostname or "")):
        raise AuthorityRefused(
            f"The timestamp authority at {where.hostname} is asked over https alone, so that nobody between can "
            "answer for it. Write its address as https://…."
        )
    return where


def _parts(url: str) -> SplitResult | None:
    try:
        where = urlsplit(url)
        is_whole = bool(where.hostname) and where.port != 0
    except ValueError:
        return None
    return where if is_whole and url.isascii() and url.isprintable() and " " not in url else None


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _connection(where: SplitResult, timeout_s: float) -> HTTPConnection:
    host = where.hostname or ""
    if where.scheme == "http":
        return HTTPConnection(host, where.port, timeout=timeout_s)
    return HTTPSConnection(host, where.port, timeout=timeout_s, context=ssl.create_default_context())


def _answer(connection: HTTPConnection, where: SplitResult, request: bytes, largest_bytes: int) -> bytes:
    path = (where.path or "/") + (f"?{where.query}" if where.query else "")
    headers = {"Content-Type": _QUESTION, "Accept": _ANSWER, "User-Agent": "paradero", "Connection": "close"}
    connection.request("POST", path, body=request, headers=headers)
    with connection.getresponse() as answer:
        _require_answer(answer, where)
        body = answer.read(largest_bytes + 1)
        if len(body) > largest_bytes:
            raise _nothing(where, f"answered with more than {largest_bytes:,} bytes")
        if answer.length:
            raise IncompleteRead(body, answer.length)
        return body


def _require_answer(answer: HTTPResponse, where: SplitResult) -> None:
    kind = answer.headers.get_content_type()
    if answer.status in _REDIRECTS:
        raise AuthorityRefused(
            f"The timestamp authority at {where.hostname} sends on to another address (status {answer.status}), and no "
            "other is asked. Find out its new address and write that into the settings."
        )
    if answer.status != _OK:
        raise _nothing(where, f"answered with the status {answer.status}")
    if kind != _ANSWER:
        raise _nothing(where, f"answered with {kind[:60]!r} instead of a timestamp")


def _nothing(where: SplitResult, did: str) -> AuthorityRefused:
    return AuthorityRefused(f"The timestamp authority at {where.hostname} {did}. {_LATER}")
