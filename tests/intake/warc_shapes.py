"""WARC files of our own, sound and broken, and strategies that make them; a longer run imports these."""

import base64
import gzip
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

from hypothesis import strategies as st

from paradero.intake import Parcel, Quarantined, Unreadable, parcels_of_wacz, parcels_of_warc

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


def archive_of(parts: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts and nothing else."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return file.getvalue()


def wacz(
    parts: Mapping[str, bytes], *, algorithm: str = "sha256", altered: Mapping[str, bytes | None] | None = None
) -> bytes:
    """A WACZ file that lists its parts, and what was altered in it afterwards; `None` takes a part out."""
    resources = [
        {"name": path.rpartition("/")[2], "path": path, "hash": _stated(algorithm, data), "bytes": len(data)}
        for path, data in parts.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": _stated(algorithm, package)}).encode()
    whole = {**parts, "datapackage.json": package, "datapackage-digest.json": digest, **(altered or {})}
    return archive_of({path: data for path, data in whole.items() if data is not None})


def _stated(algorithm: str, data: bytes) -> str:
    return f"{algorithm}:{hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()}"


def wacz_taken(data: bytes) -> Taken:
    """What a WACZ file gives: as `taken`."""
    return [outcome(each) for each in parcels_of_wacz(BytesIO(data), name="a.wacz")]


MIXED = [
    record(b"software: invented\r\n", 1, WARC_Type="warcinfo", Content_Type="application/warc-fields"),
    record(answer(), 2, WARC_Block_Digest=block_digest(answer())),
    record(b"GET / HTTP/1.1\r\n\r\n", 3, WARC_Type="request"),
    record(answer(gzip.compress(PAGE.encode(), mtime=0), content_encoding="gzip"), 4, version="1.1"),
    record(answer("Moved", "301 Moved"), 5),
    record(JPEG, 6, WARC_Type="resource", Content_Type="image/jpeg", end="\n"),
    record(answer("70\r\n" + PAGE + "\r\n0\r\n\r\n", transfer_encoding="chunked"), 7),
]
SOUND = [form(MIXED) for form in FORMS]
ARCHIVES = [
    wacz({"archive/a.warc.gz": packed(MIXED), "archive/b.warc": plain(MIXED)}),
    archive_of({"archive/a.warc": plain(MIXED)}),
]

_PARTS = rb"""
WARC/1.0\r\n \r\n\r\n \n : Content-Length:9\r\n Content-Length:-1\r\n 99999999 \x1f\x8b\x08\x00 \x1f\x8b\x08\x08
PK\x01\x02 PK\x03\x04 PK\x05\x06 \0\0\0\0 \xff\xff\xff\xff HTTP/1.1\x20200\x20OK\r\n Content-Encoding:gzip\r\n
Transfer-Encoding:chunked\r\n
"""
PARTS = st.sampled_from([*(part.decode("unicode_escape").encode("latin-1") for part in _PARTS.split()), *MIXED])
Edit = tuple[str, float, int, bytes]


def edits(instead: st.SearchStrategy[bytes]) -> st.SearchStrategy[list[Edit]]:
    """What happens to a file on the way: the kind, where as a share of its length, how much, what comes instead."""
    kinds = st.sampled_from(["flip", "cut", "insert", "overwrite", "repeat", "end"])
    return st.lists(st.tuples(kinds, st.floats(0, 1), st.integers(1, 60), instead), min_size=1, max_size=4)


SHORT = st.binary(min_size=1, max_size=8)


def edited(data: bytes, harm: Iterable[Edit]) -> bytes:
    """The bytes after all that happened to them."""
    for kind, where, size, instead in harm:
        at = int(where * len(data))
        before, there, after = data[:at], data[at : at + size], data[at + size :]
        match kind:
            case "flip":
                data = before + bytes(byte ^ size for byte in there[:1]) + there[1:] + after
            case "cut":
                data = before + after
            case "insert":
                data = before + instead + there + after
            case "overwrite":
                data = before + instead + data[at + len(instead) :]
            case "repeat":
                data = before + there * 3 + after
            case _:
                data = before
    return data
