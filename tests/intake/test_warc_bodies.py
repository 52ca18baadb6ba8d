"""A body on its way through the web: in chunks, packed, in an encoding that the server states."""

import gzip
import zlib

import pytest
from tests.intake.warc_opened import opened, refusal, report_in
from tests.intake.warc_shapes import JPEG, PAGE, answer, record

from paradero.intake.warc.payloads import payload_bytes, payload_text

RU = "<!doctype html><html><body><p>Мать узнала сына Руслана в ролике.</p></body></html>"


def chunked(body: bytes, size: int = 50) -> bytes:
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\nX-Trailer: 1\r\n\r\n"


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


ON_THE_WAY = [
    (PAGE.encode(), {}),
    (chunked(PAGE.encode()), {"Transfer_Encoding": "chunked"}),
    (gzip.compress(PAGE.encode(), mtime=0), {"Content_Encoding": "gzip"}),
    (gzip.compress(PAGE.encode(), mtime=0), {"Content_Encoding": "x-gzip"}),
    (zlib.compress(PAGE.encode()), {"Content_Encoding": "deflate"}),
    (bare(PAGE.encode()), {"Content_Encoding": "deflate"}),
    (chunked(gzip.compress(PAGE.encode(), mtime=0)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
    (gzip.compress(zlib.compress(PAGE.encode()), mtime=0), {"Content_Encoding": "deflate, gzip"}),
    # Crawlers that store what a browser saw leave the fields as they were.
    (PAGE.encode(), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
    (PAGE.encode(), {"Content_Encoding": "br"}),
    (PAGE.encode(), {"Content_Encoding": "deflate"}),
    (PAGE.encode(), {"Content_Encoding": "identity"}),
]


@pytest.mark.parametrize(("body", "fields"), ON_THE_WAY)
def test_what_was_done_to_a_body_for_the_journey_is_undone(body: bytes, fields: dict[str, str]) -> None:
    whole = record(answer(body, **fields))

    assert payload_text(whole, name="a") == PAGE
    assert opened(whole).reports[0].text.endswith("Galina reconoció a Ruslan.")


@pytest.mark.parametrize(
    ("body", "fields", "says"),
    [
        (b"\x0b\x02\x80\xff", {"Content_Encoding": "br"}, "packed with Brotli (br), which Paradero does not unpack"),
        (b"\x28\xb5\x2f\xfd\xff", {"Content_Encoding": "zstd"}, "packed with Zstandard (zstd)"),
        (b"\xff\xfe\xfd", {"Content_Encoding": "aes128gcm"}, "packed with a way called 'aes128gcm'"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-30], {"Content_Encoding": "gzip"}, "is cut off"),
        (gzip.compress(PAGE.encode(), mtime=0)[:20] + bytes(40), {"Content_Encoding": "gzip"}, "is broken"),
        (
            gzip.compress(bytes(30_000_000), mtime=0),
            {"Content_Encoding": "gzip"},
            "unpacks to more than the limit of 20.0 MB",
        ),
        (zlib.compress(bytes(30_000_000)), {"Content_Encoding": "deflate"}, "unpacks to more than the limit"),
        (chunked(PAGE.encode())[:-60], {"Transfer_Encoding": "chunked"}, "is cut off or broken"),
        (b"5\r\n<html\r\nzz\r\n>", {"Transfer_Encoding": "chunked"}, "is cut off or broken"),
        (b"ffffffff\r\n<html>", {"Transfer_Encoding": "chunked"}, "is cut off or broken"),
        (b"x", {"Content_Encoding": "gzip, gzip, gzip, gzip"}, "packed 4 times over"),
    ],
)
def test_a_body_that_cannot_be_unpacked_whole_is_refused(body: bytes, fields: dict[str, str], says: str) -> None:
    assert says in refusal(record(answer(body, **fields)))


@pytest.mark.parametrize(
    ("page", "written", "sent_as"),
    [
        (RU, "cp1251", "text/html; charset=windows-1251"),
        (RU, "cp1251", 'text/html; Charset="windows-1251"'),
        (RU, "koi8-u", "text/html;charset=koi8-r"),
        (RU.replace("<body>", '<meta charset="koi8-r"><body>'), "cp1251", "text/html; charset=windows-1251"),
        (RU.replace("<body>", '<meta charset="windows-1251"><body>'), "cp1251", "text/html; charset=utf-8"),
        (RU, "utf-8", "text/html; charset=windows-1251"),
        (RU, "utf-8", "text/html; charset=rot13"),
        (RU, "utf-8-sig", "text/html; charset=windows-1251"),
    ],
)
def test_the_encoding_that_the_server_states_counts_before_what_the_page_says(
    page: str, written: str, sent_as: str
) -> None:
    """What is sound UTF-8 is UTF-8 all the same, and a statement that does not fit is none."""
    report = report_in(answer(page.encode(written), content_type=sent_as))

    assert report.text.endswith("Мать узнала сына Руслана в ролике.")


def test_a_picture_comes_out_of_its_record_as_it_was_sent() -> None:
    chunks = answer(chunked(JPEG), content_type="image/jpeg", transfer_encoding="chunked")

    assert payload_bytes(record(chunks), name="a") == JPEG
    assert payload_bytes(record(answer(JPEG)), name="a") == JPEG
