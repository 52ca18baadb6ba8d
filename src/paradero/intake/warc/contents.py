"""What kind of thing a record keeps, told from its header and its first bytes."""

from typing import NamedTuple

from paradero.intake.looks import looks_like
from paradero.intake.warc.headers import Header
from paradero.intake.warc.message import Message, message_at

TAKEN_IN = frozenset({"response", "resource"})
_PASSED_OVER = frozenset({"request", "warcinfo", "metadata", "revisit", "conversion", "continuation"})
_NO_PUBLICATION = (
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/x-javascript",
    "application/ecmascript",
    "application/wasm",
    "application/font",
    "application/x-font",
    "application/vnd.ms-fontobject",
    "font/",
)
_MEDIA = ("picture", "video", "sound")
_SIGNATURE_BYTES = 512
REDIRECT, ERROR, PARTIAL = 300, 400, 206
SEGMENT = "one segment of a record in several, which Paradero does not put together"


class Contents(NamedTuple):
    """Where in a record what it keeps begins, and what is said of it."""

    message: Message
    is_answer: bool
    """Whether the record keeps a server's answer, or the thing itself."""


def contents(header: Header, head: bytes) -> Contents | None:
    """Return what a record's first bytes say of its contents, `None` where it keeps an answer whose head is broken."""
    stated = Message(None, {"content-type": header.fields.get("content-type", "")}, header.size)
    if stated.media_type != "application/http" and not head.startswith(b"HTTP/", header.size):
        return Contents(stated, is_answer=False)
    message = message_at(head, header.size)
    return Contents(message, is_answer=True) if message else None


def type_passed_over(header: Header) -> str | None:
    """Return the type of a record of which nothing is taken in, as it is counted; requests may hold cookies."""
    kind = header.fields.get("warc-type", "response").lower()
    if kind not in TAKEN_IN:
        return kind if kind in _PASSED_OVER else "of another type"
    return "dns" if header.fields.get("warc-target-uri", "").lower().startswith("dns:") else None


def answer_passed_over(message: Message, size_bytes: int) -> str | None:
    """Return the kind under which an answer is counted that is not taken in, `None` for one that is.

    What a redirect or an error page says is the server's word about an address and nothing that was published there,
    and no reader may take it for a report; who needs them as evidence has them in the file, whose digest is kept.
    Style sheets, scripts and fonts say nothing to a reader.
    """
    if message.media_type == "text/dns":
        return "dns"
    if message.status and message.status >= REDIRECT:
        return "redirect" if message.status < ERROR else "error page"
    if message.body_at >= size_bytes:
        return "empty"
    return "style, script or font" if is_no_publication(message) else None


def is_no_publication(message: Message) -> bool:
    """Tell what only serves to show a page."""
    return message.media_type.startswith(_NO_PUBLICATION)


def media_in(message: Message, head: bytes) -> str | None:
    """Return what picture, video or sound begins where the message's body does, as `"JPEG picture"`, else `None`."""
    body = head[message.body_at : message.body_at + _SIGNATURE_BYTES]
    _, line_end, first_chunk = body.partition(b"\n")
    if line_end and "chunked" in message.listed("transfer-encoding") and not looks_like(body):
        body = first_chunk
    seems = looks_like(body) or ""
    return seems.partition(" ")[2] if seems.endswith(_MEDIA) else None
