"""WARC files of our own, sound and broken, and strategies that make them; a longer run imports these."""

import base64
import gzip
import hashlib
from collections.abc import Callable, Iterable
from io import BytesIO

from paradero.intake import Parcel, Quarantined, Unreadable, parcels_of_warc

FARO = "https://faro.example/madre"
CAPTURED = "2024-05-24T09:30:00Z"
PAGE = "<!doctype html><html><head><title>Una madre</title></head><body><p>Galina reconoció a Ruslan.</p></body></html>"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4


def answer(body: bytes | str = PAGE, status: str = "200 OK", **fields: str) -> bytes:
    """A server's answer; the names of the fields are written with underscores."""
    body = body.encode() if isinstance(body, str) else body
    given = {"content_type": "text/html; charset=utf-8"} | fields
    head = "".join(f"{field.replace('_', '-')}: {value}\r\n" for field, value in given.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def record(
    content: bytes | None = None, number: int = 1, *, version: str = "1.0", end: str = "\r\n", **fields: object
) -> bytes:
    """A record with its end; a field that is `None` is left out."""
    content = answer() if content is None else content
    given: dict[str, object] = {
        "WARC_Type": "response",
        "WARC_Record_ID": f"<urn:uuid:{number:08}-0000-4000-8000-000000000000>",
        "WARC_Date": CAPTURED,
        "WARC_Target_URI": f"{FARO}/{number}",
        "Content_Type": "application/http; msgtype=response",
        "Content_Length": len(content),
    }
    lines = [f"{field.replace('_', '-')}: {value}" for field, value in (given | fields).items() if value is not None]
    return end.join([f"WARC/{version}", *lines, end]).encode() + content + 2 * end.encode()


def verbatim(whole: bytes) -> bytes:
    """A record without what only divides it from the next."""
    return whole.removesuffix(b"\r\n\r\n").removesuffix(b"\n\n")


def block_digest(content: bytes) -> str:
    return f"sha1:{base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()}"


def packed(records: Iterable[bytes]) -> bytes:
    """The usual way: a gzip member for each record."""
    return b"".join(gzip.compress(each, 1, mtime=0) for each in records)


def in_one(records: Iterable[bytes]) -> bytes:
    """What `gzip capture.warc` makes: one member for all."""
    return gzip.compress(b"".join(records), 1, mtime=0)


def plain(records: Iterable[bytes]) -> bytes:
    return b"".join(records)


Form = Callable[[Iterable[bytes]], bytes]
FORMS: list[Form] = [plain, packed, in_one]


class Pipe:
    """A stream of which nobody can look ahead, as an upload is."""

    def __init__(self, data: bytes) -> None:
        self._stream = BytesIO(data)

    def read(self, size: int, /) -> bytes:
        return self._stream.read(size)

    def seekable(self) -> bool:
        return False


Taken = list[bytes | str]


def picture(size: int) -> bytes:
    """A record with a picture of that many bytes, which no packing makes smaller."""
    return record(answer(JPEG + hashlib.shake_256(b"noise").digest(size - len(JPEG)), content_type="image/jpeg"))


def taken(data: bytes, name: str = "a.warc", *, pipe: bool = False) -> Taken:
    """What a file gives: the bytes of each record taken in, and the reason of each that was not."""
    return [outcome(each) for each in parcels_of_warc(Pipe(data) if pipe else BytesIO(data), name=name)]


def outcome(each: Parcel | Quarantined) -> bytes | str:
    if isinstance(each, Quarantined):
        return each.reason
    try:
        data = b"".join(each.pieces)
    except Unreadable as refusal:
        return str(refusal)
    assert len(data) == each.size_bytes
    return data


THREE = [record(number=number) for number in (1, 2, 3)]
KEPT = [verbatim(each) for each in THREE]
