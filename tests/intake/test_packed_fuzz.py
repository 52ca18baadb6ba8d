"""Whatever a file is packed in, it gives what it holds, reasons or a refusal."""

import gzip
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.test_warc_fuzz import must_hold
from tests.intake.warc_shapes import PAGE, THREE, Pipe, answer, archive_of, edited, edits, packed, plain, record

from paradero.intake import parcels_of_wacz, parcels_of_warc

CONTENT = st.sampled_from([*THREE, plain(THREE), b"", b"WARC/1.0\r\n", b"\0" * 5000]) | st.binary(max_size=60)
FEXTRA, FNAME, FCOMMENT, FHCRC = 4, 8, 16, 2


def member(content: bytes, flags: int, extra: bytes, crc: int, size: int) -> bytes:
    """A gzip member with every odd thing that its header and its end may say; RFC 1952."""
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\0" * 6
    head += (struct.pack("<H", len(extra)) + extra) * bool(flags & FEXTRA)
    head += b"name\0" * bool(flags & FNAME) + b"said\0" * bool(flags & FCOMMENT)
    head += struct.pack("<H", zlib.crc32(head) & 0xFFFF) * bool(flags & FHCRC)
    raw = zlib.compressobj(1, zlib.DEFLATED, -15)
    end = struct.pack("<II", zlib.crc32(content) ^ crc, (len(content) + size) & 0xFFFFFFFF)
    return head + raw.compress(content) + raw.flush() + end


SELDOM = st.sampled_from([0] * 8 + [1, 0xFFFF])
MEMBERS = st.builds(member, CONTENT, st.integers(0, 255) | st.just(0), st.binary(max_size=8), SELDOM, SELDOM)


@fuzzes("gzip")
@given(st.lists(MEMBERS | st.binary(max_size=12), max_size=4), st.booleans())
def test_any_gzip_members(members: list[bytes], seeks: bool) -> None:  # noqa: FBT001
    whole = packed(THREE[:1]) + b"".join(members)
    must_hold(lambda: parcels_of_warc(BytesIO(whole) if seeks else Pipe(whole), name="a"))


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "x-gzip": gzip.compress,
    "br": bytes,
    "identity": bytes,
    "gzip, gzip": lambda data: gzip.compress(gzip.compress(data)),
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
}


@fuzzes("gzip")
@given(st.sampled_from(sorted(PACKINGS)), edits(st.binary(min_size=1, max_size=8)), st.booleans())
def test_any_packed_body(coding: str, harm: list[tuple[str, float, int, bytes]], chunked: bool) -> None:  # noqa: FBT001
    body = edited(PACKINGS[coding](PAGE.encode()), harm)
    fields = {"content_encoding": coding}
    if chunked:
        body = edited(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), harm[:1])
        fields["transfer_encoding"] = "chunked"
    whole = plain([record(answer(body, **fields)), THREE[1]])
    must_hold(lambda: parcels_of_warc(Pipe(whole), name="a"))


NAMES = st.sampled_from(
    ["archive/a.warc", "archive/b.warc.gz", "../a", "/etc/a", "a\\b", "archive/", "a\0b", "datapackage.json", "я", ""]
) | st.text(max_size=12)
NUMBER = st.sampled_from([0, 1, 5, 30, 0xFFFF, 0xFFFFFFFF])
EXTRA = st.binary(max_size=24) | st.builds(lambda size: struct.pack("<HHQ", 1, 8, size), st.integers(0, 2**64 - 1))


@st.composite
def zips(draw: st.DrawFn) -> bytes:
    """A zip archive written field by field, some of them untrue; APPNOTE.TXT, section 4.3."""
    whole, listed = bytearray(), bytearray()
    members = draw(st.lists(st.tuples(NAMES, CONTENT), max_size=4))

    def mostly(true: int, *, most: int) -> int:
        return true & most if draw(st.integers(0, 9)) else draw(NUMBER) & most

    for name, content in members:
        raw, extra = name.encode("utf-8", "replace"), draw(EXTRA | st.just(b""))
        method = mostly(8 * draw(st.booleans()), most=0xFFFF)
        data = zlib.compress(content, 1)[2:-4] if method else content
        flags = mostly(0x800, most=0xFFFF)
        sizes = [mostly(number, most=0xFFFFFFFF) for number in (zlib.crc32(content), len(data), len(content))]
        at = len(whole)
        about = struct.pack("<HHHHHIII", 20, flags, method, 0, 0, *sizes)
        whole += (
            b"PK\x03\x04" + about + struct.pack("<HH", mostly(len(raw), most=0xFFFF), len(extra)) + raw + extra + data
        )
        made = struct.pack("<H", draw(st.sampled_from([20, 0x0314, 0xFFFF])))
        lengths = struct.pack("<HHHHH", mostly(len(raw), most=0xFFFF), len(extra), 0, 0, 0)
        places = struct.pack("<II", mostly(0, most=0xFFFFFFFF), mostly(at, most=0xFFFFFFFF))
        listed += b"PK\x01\x02" + made + about + lengths + places + raw + extra
    counts = [mostly(len(members), most=0xFFFF)] * 2
    ends = [mostly(number, most=0xFFFFFFFF) for number in (len(listed), len(whole))]
    return bytes(whole + listed) + b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", *counts, *ends, 0)


@fuzzes("zip")
@given(zips())
def test_any_zip_archive(whole: bytes) -> None:
    must_hold(lambda: parcels_of_wacz(BytesIO(whole), name="a"))


@fuzzes("zip")
@given(edits(st.binary(min_size=1, max_size=8) | st.sampled_from([b"PK\x01\x02", b"\xff" * 4, b"\0" * 4])))
def test_any_zip_archive_that_came_to_harm(harm: list[tuple[str, float, int, bytes]]) -> None:
    whole = archive_of({"archive/a.warc": plain(THREE), "pages/pages.jsonl": b"{}"})
    must_hold(lambda: parcels_of_wacz(BytesIO(edited(whole, harm)), name="a"))
