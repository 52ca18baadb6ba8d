"""What kind of thing a record keeps, told from its header and its first bytes."""

import re

from paradero.intake.looks import looks_like
from paradero.intake.one_line import one_line
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
_LONGEST_TYPE = 40
_PARTIAL = 206
_WHOLE = re.compile(r"bytes 0-(\d{1,18})/(\d{1,18})", re.ASCII)
REDIRECT, ERROR = 300, 400
SEGMENT = "one segment of a record in several, which Paradero does not put together"


def contents(header: Header, head: bytes) -> Message | None:
    """Return what is said of what a record keeps, `None` where it keeps a server's answer whose head is broken."""
    stated = Message(None, {"content-type": header.fields.get("content-type", "")}, header.size)
    if stated.media_type != "application/http" and not head.startswith(b"HTTP/", header.size):
        return stated
    return message_at(head, header.size)


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
    """Return what picture, video or sound begins where the message's body does, as `"JPEG picture"`, else `None`.

    Of a file that was sent in parts, a part is called just that: nobody may take it for the whole.
    """
    if is_part(message):
        return f"part of a file ({one_line(message.media_type)[:_LONGEST_TYPE] or 'of an unknown kind'})"
    body = head[message.body_at : message.body_at + _SIGNATURE_BYTES]
    _, line_end, first_chunk = body.partition(b"\n")
    if line_end and "chunked" in message.listed("transfer-encoding") and not looks_like(body):
        body = first_chunk
    return media_kind(body)


def media_kind(body: bytes) -> str | None:
    """Return what picture, video or sound bytes begin like, else `None`."""
    seems = looks_like(body) or ""
    return seems.partition(" ")[2] if seems.endswith(_MEDIA) else None


def is_part(message: Message) -> bool:
    """Tell whether the server sent only a part of a file."""
    if message.status != _PARTIAL:
        return False
    whole = _WHOLE.fullmatch(message.fields.get("content-range", ""))
    return not whole or int(whole[1]) + 1 != int(whole[2])
