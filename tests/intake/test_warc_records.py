"""What one WARC record says: its page or text, where it was captured and when, and never more."""

import gzip
import html
import zlib
from datetime import UTC, date, datetime

import pytest
from tests.intake.reports import DATA, hold_to_its_pieces
from tests.intake.warc_opened import chunked, opened, refusal
from tests.intake.warc_shapes import FARO, PAGE, THREE, answer, record, verbatim

from paradero.intake import Capture, Declared, open_bytes
from paradero.intake.warc.payloads import payload_text
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Report

FARO_PAGE = (DATA / "faro.html").read_text()
RU = "<!doctype html><html><body><p>Мать узнала сына Руслана в ролике.</p></body></html>"


def report_in(content: bytes, **fields: object) -> Report:
    (report,) = opened(record(content, **fields)).reports
    return report


def test_a_captured_page_is_read_as_a_saved_one_is() -> None:
    whole = record(answer(FARO_PAGE))
    item = opened(whole)
    (saved,) = open_bytes(FARO_PAGE.encode(), name="a.html", declared=Declared()).reports

    assert (item.kind, item.media_type) == ("WARC record: HTML page", "application/warc")
    assert item.reader == "paradero warc 1, paradero page 2"
    assert item.data == verbatim(whole)
    assert (item.reports[0].text, item.reports[0].pieces) == (saved.text, saved.pieces)
    assert (item.reports[0].published_on, item.reports[0].date_known_from) == (date(2024, 5, 23), DateKnownFrom.PAGE)


def test_the_pieces_count_characters_of_the_body_as_it_was_meant() -> None:
    """The record as it stands is packed and has two headers: nobody could point into that."""
    body = gzip.compress(FARO_PAGE.encode(), mtime=0)
    item = opened(record(answer(body, content_encoding="gzip")))
    text = payload_text(item.data, name="a")

    assert text == FARO_PAGE
    hold_to_its_pieces(item.reports[0], text, html.unescape)


def test_where_and_when_it_was_captured_stays_with_the_item() -> None:
    assert opened(THREE[0]).capture == Capture(
        address=f"{FARO}/1",
        captured_at=datetime(2024, 5, 24, 9, 30, tzinfo=UTC),
        record_id="urn:uuid:00000001-0000-4000-8000-000000000000",
    )


def test_the_moment_of_the_capture_is_no_day_of_publication() -> None:
    """A page may be years old when a crawler finds it."""
    (report,) = opened(THREE[0]).reports

    assert (report.published_on, report.date_known_from) == (None, DateKnownFrom.UNKNOWN)


def test_what_the_collector_declares_fills_what_the_record_leaves_open() -> None:
    (report,) = opened(THREE[0], source="El Faro del Sur", published_on=date(2024, 5, 23)).reports

    assert (report.source, report.published_on) == ("El Faro del Sur", date(2024, 5, 23))


def test_a_report_has_the_address_where_it_was_captured() -> None:
    assert opened(THREE[0]).reports[0].address == f"{FARO}/1"


def test_the_address_that_a_page_states_of_itself_counts_more() -> None:
    """A mirror or a shortened address is where it was found, not where it was published."""
    head = '<meta property="og:url" content="https://faro.example/2024/madre">'

    assert report_in(answer(PAGE.replace("<title>", head + "<title>"))).address == "https://faro.example/2024/madre"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2024-05-24T09:30:00Z", datetime(2024, 5, 24, 9, 30, tzinfo=UTC)),
        ("2024-05-24T09:30:00.123456789Z", datetime(2024, 5, 24, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2024-05-24T09:30:00.5Z", datetime(2024, 5, 24, 9, 30, 0, 500_000, tzinfo=UTC)),
    ],
)
def test_the_moment_is_read_to_the_microsecond(written: str, at: datetime) -> None:
    capture = opened(record(WARC_Date=written)).capture

    assert capture is not None
    assert capture.captured_at == at


@pytest.mark.parametrize(
    "fields",
    [
        {"WARC_Date": None},
        {"WARC_Date": "2024"},
        {"WARC_Date": "2024-05-24"},
        {"WARC_Date": "2024-13-24T09:30:00Z"},
        {"WARC_Date": "0000-01-01T00:00:00Z"},
        {"WARC_Date": "2024-05-24T09:30:60Z"},
        {"WARC_Date": "٢٠٢٤-05-24T09:30:00Z"},
        {"WARC_Date": "2024-05-24T09:30:00"},
        {"WARC_Target_URI": None},
        {"WARC_Target_URI": ""},
    ],
)
def test_a_moment_or_address_that_is_not_stated_is_not_made_up(fields: dict[str, object]) -> None:
    item = opened(record(**fields))

    assert item.capture is None
    assert item.reports[0].address is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("<https://faro.example/madre>", "https://faro.example/madre"),
        ("https://faro.example/\u202emadre", "https://faro.example/madre"),
        ("urn:pagina:1", None),
        ("javascript:alert(1)", None),
        ("https://faro.example/" + "a" * 3_000, None),
    ],
)
def test_only_a_web_address_becomes_the_reports(written: str, address: str | None) -> None:
    assert report_in(answer(), WARC_Target_URI=written).address == address


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
