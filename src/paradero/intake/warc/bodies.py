"""A body as its sender meant it: the chunks of the transfer joined, what was packed for the journey unpacked.

Source: RFC 9112, section 7.1 (chunked), and RFC 9110, section 8.4 (codings). Many crawlers store a body unpacked and
leave the fields that said how it was packed: what does not begin as the coding does is taken as it stands.
"""

import re
import zlib

from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.message import Message

_CHUNK = re.compile(rb"[ \t]*+([0-9a-fA-F]{1,8})[ \t]*+(?:;[^\r\n]{0,1000})?\r?\n")
_MOST_CODINGS = 3
_GZIP = 16 + zlib.MAX_WBITS
_ZLIB_FIRST = 0x78
_AGAIN = "Capture the page again."


def body_of(data: bytes, message: Message, *, name: str, largest_bytes: int) -> bytes:
    """Return the body of an answer as its sender meant it.

    Raises:
        Unreadable: If it is cut off, broken, packed in a way nobody reads here, or unpacks to more than
            `largest_bytes`.
    """
    body = data[message.body_at :]
    if "chunked" in message.listed("transfer-encoding"):
        body = _joined(body, name)
    codings = message.listed("content-encoding")
    if len(codings) > _MOST_CODINGS:
        raise Unreadable(f"{name}: its body was packed {len(codings)} times over. {_AGAIN}")
    for coding in reversed(codings):
        body = _unpacked(body, coding, name=name, largest_bytes=largest_bytes)
    return body


def _joined(body: bytes, name: str) -> bytes:
    """Return the chunks as one, or the body as it stands where it does not begin with a chunk."""
    joined = bytearray()
    at = count = 0
    while chunk := _CHUNK.match(body, at):
        at = chunk.end() + int(chunk[1], 16)
        if at == chunk.end():
            return bytes(joined)
        count += 1
        joined += body[chunk.end() : at]
        if at > len(body):
            break
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    if not count:
        return body
    raise Unreadable(f"{name}: its body was sent in chunks, and chunk {count:,} is cut off or broken. {_AGAIN}")


def _unpacked(body: bytes, coding: str, *, name: str, largest_bytes: int) -> bytes:
    if coding in {"identity", "none", "utf-8"} or not body:  # some servers name the charset here
        return body
    if coding in {"gzip", "x-gzip"}:
        return _inflated(body, _GZIP, name, largest_bytes) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        return _deflated(body, name, largest_bytes)
    if _is_text(body):
        return body
    how = {"br": "Brotli (br)", "zstd": "Zstandard (zstd)"}.get(coding, f"a way called {coding[:30]!a}")
    raise Unreadable(
        f"{name}: its body is packed with {how}, which Paradero does not unpack. Capture the page again with "
        "Accept-Encoding: gzip."
    )


def _deflated(body: bytes, name: str, largest_bytes: int) -> bytes:
    """Return what "deflate" packed: zlib's form, as the standard says, or the bare one, as some servers send it."""
    if _is_text(body):
        return body
    is_zlib = body[0] == _ZLIB_FIRST and int.from_bytes(body[:2]) % 31 == 0
    return _inflated(body, zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS, name, largest_bytes)


def _inflated(body: bytes, form: int, name: str, largest_bytes: int) -> bytes:
    inflater = zlib.decompressobj(form)
    try:
        text = inflater.decompress(body, largest_bytes + 1)
    except zlib.error:
        raise Unreadable(f"{name}: its body was packed for the journey, and is broken. {_AGAIN}") from None
    if len(text) > largest_bytes:
        raise Unreadable(f"{name}: its body unpacks to more than the limit of {largest_bytes / 1e6:,.1f} MB.")
    if not inflater.eof:
        raise Unreadable(f"{name}: its body was packed for the journey, and is cut off. {_AGAIN}")
    return text


def _is_text(body: bytes) -> bool:
    """Tell whether a body that is called packed stands there unpacked: nothing packed is sound UTF-8 for long."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
