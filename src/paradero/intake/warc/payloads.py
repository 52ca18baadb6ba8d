"""What a record keeps, as its sender meant it: its bytes unpacked, its text decoded."""

from typing import NamedTuple

from paradero.intake.decoding import decode
from paradero.intake.limits import LARGEST_BYTES
from paradero.intake.looks import looks_like
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.bodies import body_of
from paradero.intake.warc.contents import ERROR, REDIRECT, SEGMENT, TAKEN_IN, contents, is_no_publication, media_kind
from paradero.intake.warc.digests import digest_fault
from paradero.intake.warc.headers import BadHeader, Header, header_at
from paradero.intake.warc.message import Message

_AGAIN = "Take it out of its WARC file again."


class Kept(NamedTuple):
    """One whole record, and what is said of what it keeps."""

    record: bytes
    """Its header and its content, without what may follow."""
    header: Header
    message: Message


def kept(data: bytes, *, name: str) -> Kept:
    """Return the one record that `data` is.

    Raises:
        Unreadable: If it is not exactly one whole `response` or `resource` record, fails its own digest, or keeps a
            redirect or an error page.
    """
    header = _header(data, name)
    end = header.size + header.content_bytes
    following = data[end:].lstrip(b"\r\n")
    if following.startswith(b"WARC/"):
        raise Unreadable(
            f"{name}: this WARC file holds more than one record. Take it in with paradero take-in, and each becomes an "
            "item."
        )
    if following or len(data) < end:
        found = "does not lead to its end" if following else f"is of {end:,} bytes and it has {len(data):,}"
        raise Unreadable(f"{name}: this WARC record is broken: what it says of its length {found}. {_AGAIN}")
    if fault := digest_fault(header, data[header.size : end]):
        raise Unreadable(f"{name}: this WARC record cannot be taken in: {fault}. {_AGAIN}")
    return Kept(data[:end], header, _message(header, data[:end], name))


def begun(head: bytes, *, name: str) -> Kept:
    """Return as `kept` does what the first bytes of a record say, whose end is not asked for.

    Raises:
        Unreadable: As `kept`, of what can be seen so far.
    """
    header = _header(head, name)
    return Kept(head, header, _message(header, head, name))


def payload_bytes(data: bytes, *, name: str) -> bytes:
    """Return what a record keeps, as its sender meant it: the page, picture or video itself.

    Raises:
        Unreadable: If there is no such record, or it cannot be unpacked whole.
    """
    whole = kept(data, name=name)
    return body_of(whole.record, whole.message, name=name, largest_bytes=LARGEST_BYTES)


def payload_text(data: bytes, *, name: str) -> str:
    """Return the characters that the pieces of a record's reports count: those of its body, unpacked and decoded.

    Raises:
        Unreadable: As `payload_bytes`, and if it is no text.
    """
    return decoded(kept(data, name=name), name=name)[1]


def decoded(whole: Kept, *, name: str) -> tuple[bytes, str]:
    """Return a record's body, unpacked, and its characters; of a picture, video or sound there are none.

    Raises:
        Unreadable: As `payload_bytes`, and if it is neither text nor one of these.
    """
    message = whole.message
    if is_no_publication(message):
        raise Unreadable(
            f"{name}: this WARC record keeps {message.media_type}, which only serves to show a page. Take in the page."
        )
    body = body_of(whole.record, message, name=name, largest_bytes=LARGEST_BYTES)
    if not body:
        raise Unreadable(f"{name}: this WARC record keeps an answer without a body. Nothing was taken in.")
    seems = looks_like(body)
    if not seems:
        return body, decode(body, name=name, stated=message.charset).text
    if media_kind(body):
        return body, ""
    raise Unreadable(f"{name}: this WARC record keeps {seems}. Paradero takes in plain text and HTML pages out of it.")


def _header(data: bytes, name: str) -> Header:
    header = header_at(data, 0)
    if isinstance(header, BadHeader):
        raise Unreadable(f"{name}: this WARC record cannot be taken in: {header.reason}. {_AGAIN}")
    return header


def _message(header: Header, record: bytes, name: str) -> Message:
    kind = header.fields.get("warc-type", "").lower()
    if kind not in TAKEN_IN:
        stated = f"of the type {kind[:30]!a}" if kind else "of no stated type"
        raise Unreadable(f"{name}: this WARC record is {stated}. Paradero takes in records of responses and resources.")
    if "warc-segment-number" in header.fields:
        raise Unreadable(f"{name}: this is {SEGMENT}. Write the archive without segments.")
    message = contents(header, record)
    if message is None:
        raise Unreadable(f"{name}: this WARC record keeps a server's answer whose head is broken. {_AGAIN}")
    if message.status and message.status >= REDIRECT:
        what = "a redirect" if message.status < ERROR else "an error page"
        raise Unreadable(f"{name}: this WARC record keeps {what} ({message.status}) and nothing that was published.")
    return message
