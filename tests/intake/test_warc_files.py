"""What a WARC file gives: each response and resource verbatim, and nothing else."""

import gzip
import hashlib
from collections import Counter
from io import BytesIO

import pytest
from tests.intake.warc_shapes import (
    FORMS,
    JPEG,
    KEPT,
    THREE,
    Form,
    Pipe,
    answer,
    block_digest,
    in_one,
    packed,
    plain,
    record,
    taken,
    verbatim,
)

from paradero.intake import HashedStream, Parcel, Unreadable, parcels_of_warc


@pytest.mark.parametrize("pipe", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_each_response_is_an_item_of_its_own_byte_for_byte(form: Form, pipe: bool) -> None:  # noqa: FBT001
    """Erasure is by item: a crawl that were one item could not lose one page."""
    assert taken(form(THREE), pipe=pipe) == KEPT


@pytest.mark.parametrize(
    ("version", "end"), [("1.0", "\r\n"), ("1.1", "\r\n"), ("0.17", "\r\n"), ("0.18", "\r\n"), ("1.0", "\n")]
)
@pytest.mark.parametrize("form", FORMS)
def test_every_version_and_end_of_line_is_read(form: Form, version: str, end: str) -> None:
    whole = [record(number=number, version=version, end=end) for number in (1, 2)]

    assert taken(form(whole)) == [verbatim(each) for each in whole]


def test_header_lines_that_go_on_in_the_next_are_kept_as_they_stand() -> None:
    whole = record(WARC_Target_URI="https://faro.example/\r\n\tmadre", warc_note="a \r\n b")

    assert taken(whole) == [verbatim(whole)]


def test_a_parcel_tells_its_size_and_its_place_in_the_file() -> None:
    parcels = list(parcels_of_warc(BytesIO(packed(THREE)), name="faro.warc.gz"))

    assert [each.name for each in parcels] == [f"faro.warc.gz, record {number}" for number in (1, 2, 3)]
    assert [each.size_bytes for each in parcels if isinstance(each, Parcel)] == list(map(len, KEPT))


PASSED_OVER = [
    ("request", record(b"GET / HTTP/1.1\r\nCookie: sesion=1\r\n\r\n", WARC_Type="request")),
    ("warcinfo", record(b"software: x\r\n", WARC_Type="warcinfo", Content_Type="application/warc-fields")),
    ("metadata", record(b"fetchTimeMs: 9\r\n", WARC_Type="metadata", Content_Type="application/warc-fields")),
    ("revisit", record(answer(""), WARC_Type="revisit")),
    ("conversion", record(b"x", WARC_Type="conversion")),
    ("continuation", record(b"x", WARC_Type="continuation")),
    ("of another type", record(b"x", WARC_Type="screenshot\x1b[2J")),
    ("dns", record(b"20240524093000\n1.2.3.4\n", Content_Type="text/dns", WARC_Target_URI="dns:faro.example")),
    ("redirect", record(answer("Moved", "301 Moved Permanently", location="https://faro.example/"))),
    ("error page", record(answer("<html><p>No existe</p></html>", "404 Not Found"))),
    ("error page", record(answer("<html><p>Vuelva luego</p></html>", "503"))),
    ("empty", record(answer(b""))),
    ("empty", record(b"", WARC_Type="resource", Content_Type="text/html")),
    ("style, script or font", record(answer("p { color: red }", content_type="text/css"))),
    ("style, script or font", record(answer("var a;", content_type="text/javascript; charset=utf-8"))),
    ("style, script or font", record(answer(b"wOF2", content_type="font/woff2"))),
]


@pytest.mark.parametrize(("kind", "whole"), PASSED_OVER)
def test_what_publishes_nothing_is_passed_over_and_counted(kind: str, whole: bytes) -> None:
    """A request may hold the collector's cookies; an error page must never be read as a report."""
    passed_over: Counter[str] = Counter()
    parcels = list(parcels_of_warc(BytesIO(packed([THREE[0], whole, THREE[2]])), name="a", passed_over=passed_over))

    assert [each.name for each in parcels] == ["a, record 1", "a, record 3"]
    assert passed_over == {kind: 1}


def test_a_resource_is_taken_in_as_a_response_is() -> None:
    whole = record(JPEG, WARC_Type="resource", Content_Type="image/jpeg")

    assert taken(whole) == [verbatim(whole)]


def test_the_digest_of_the_file_as_received_comes_with_reading_it_once() -> None:
    """Custody names the file that was handed over, of which only records are kept."""
    for data in (plain(THREE), packed(THREE), in_one(THREE), packed(THREE)[:-20], plain(THREE) + b"\0" * 300_000):
        stream = HashedStream(BytesIO(data))
        for each in parcels_of_warc(stream, name="a.warc"):
            assert each.name

        assert (stream.sha256, stream.size_bytes) == (hashlib.sha256(data).hexdigest(), len(data))


def test_looking_ahead_in_a_file_leaves_its_digest_as_it_is() -> None:
    large = record(answer(JPEG + bytes(25_000_000), content_type="image/jpeg"))
    data = large + THREE[0]
    stream = HashedStream(BytesIO(data))
    sizes = [sum(map(len, each.pieces)) for each in parcels_of_warc(stream, name="a") if isinstance(each, Parcel)]

    assert sizes == [len(verbatim(large)), len(KEPT[0])]
    assert stream.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("form", FORMS)
def test_the_next_parcel_comes_whether_or_not_the_last_was_read(form: Form) -> None:
    noise = hashlib.shake_256(b"a").digest(21_000_000)
    data = form([record(answer(JPEG + noise, content_type="image/jpeg")), THREE[1]])

    names = [each.name for each in parcels_of_warc(BytesIO(data), name="a")]

    assert names == ["a, record 1", "a, record 2"]


def test_pieces_are_of_a_megabyte_at_most() -> None:
    noise = hashlib.shake_256(b"b").digest(21_000_000)
    data = packed([record(answer("x" * 3_000_000)), record(answer(JPEG + noise, content_type="image/jpeg"))])
    sizes = [
        len(p) for each in parcels_of_warc(BytesIO(data), name="a") if isinstance(each, Parcel) for p in each.pieces
    ]

    assert sum(sizes) > 24_000_000
    assert max(sizes) <= 1_000_000


def test_a_record_may_stretch_over_gzip_members() -> None:
    """Some tools pack blocks of one size, wherever records end."""
    data = plain(THREE)

    assert taken(b"".join(gzip.compress(data[at : at + 100], mtime=0) for at in range(0, len(data), 100))) == KEPT


def test_zeros_after_the_last_member_and_members_of_nothing_are_no_fault() -> None:
    data = (
        gzip.compress(b"", mtime=0)
        + packed(THREE[:1])
        + gzip.compress(b"", mtime=0)
        + packed(THREE[1:])
        + bytes(300_000)
    )

    assert taken(data) == KEPT


def test_a_record_is_held_to_the_digest_it_states() -> None:
    content = answer()
    whole = [record(content, WARC_Block_Digest=digest) for digest in (block_digest(content), block_digest(b"other"))]
    sound, altered = taken(packed(whole))

    assert sound == verbatim(whole[0])
    assert altered == "its bytes are not those of which it states the digest (WARC-Block-Digest)"


@pytest.mark.parametrize("stated", ["crc:12345678901234567890", "sha1:short", "sha1:" + "1" * 32, ""])
def test_a_digest_of_a_form_that_nobody_knows_is_no_reason_to_leave_a_record_out(stated: str) -> None:
    whole = record(WARC_Block_Digest=stated)

    assert taken(whole) == [verbatim(whole)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"<html><p>Galina</p></html>", "no WARC file"),
        (gzip.compress(b"<html><p>Galina</p></html>", mtime=0), "no WARC file, packed with gzip"),
        (gzip.compress(JPEG, mtime=0), "a JPEG picture, packed with gzip"),
        (b"PK\x03\x04" + bytes(40), "a ZIP archive"),
        (b"\x28\xb5\x2f\xfd" + bytes(40), "packed with zstd"),
        (b"\x5d\x2a\x4d\x18" + bytes(40), "packed with zstd"),
        (b"filedesc://a.arc 0.0.0.0 20240524093000 text/plain 76\n", "an ARC file"),
        (gzip.compress(b"filedesc://a.arc 0.0.0.0 20240524093000 text/plain 76\n", mtime=0), "an ARC file"),
    ],
)
def test_what_is_no_warc_file_is_refused_at_once(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        parcels_of_warc(Pipe(data), name="a.warc.gz")
    assert str(caught.value).startswith("a.warc.gz: ")
    assert str(caught.value).endswith(".")
