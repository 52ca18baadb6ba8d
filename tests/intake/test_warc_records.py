"""What one WARC record says: its page or text, where it was captured and when, and never more."""

import gzip
import html
import json
from datetime import UTC, date, datetime

import pytest
from tests.intake.reports import DATA, hold_to_its_pieces
from tests.intake.test_telegram import export, message
from tests.intake.warc_opened import opened, refusal, report_in
from tests.intake.warc_shapes import FARO, JPEG, PAGE, THREE, answer, block_digest, picture, record, verbatim

from paradero.intake import Capture, Declared, Unreadable, open_bytes
from paradero.intake.warc.payloads import payload_text
from paradero.intake.warc.record import outline_of
from paradero.terms.dates import DateKnownFrom

FARO_PAGE = (DATA / "faro.html").read_text()
RU = "<!doctype html><html><body><p>Мать узнала сына Руслана в ролике.</p></body></html>"


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


@pytest.mark.parametrize(
    ("whole", "kind", "text"),
    [
        (record(answer("Galina espera.", content_type="text/plain")), "plain text", "Galina espera."),
        (record(b"Galina espera.", WARC_Type="resource", Content_Type="text/plain"), "plain text", "Galina espera."),
        (record(PAGE.encode(), WARC_Type="resource", Content_Type="text/html"), "HTML page", None),
        (record(answer("<p>Galina espera.</p>")), "HTML page", "Galina espera."),
        (record(answer(PAGE, content_type="")), "HTML page", None),
        (record(answer(PAGE, "206 Partial Content", content_range="bytes 0-99/900")), "", None),
        (record(answer(PAGE, "206 Partial Content", content_range="bytes 0-99/100")), "HTML page", None),
        (record(b"HTTP/1.1 100 Continue\r\n\r\n" + answer()), "HTML page", None),
        (record(answer().replace(b"HTTP/1.1", b"HTTP/2", 1)), "HTML page", None),
        (record(answer().replace(b"\r\n", b"\n")), "HTML page", None),
        (record(answer(), end="\n"), "HTML page", None),
        (
            record(answer(export(message(text="Мати впізнала."), message(text="x")))),
            "Telegram export",
            "Мати впізнала.",
        ),
    ],
)
def test_the_kind_is_that_of_what_the_record_keeps(whole: bytes, kind: str, text: str | None) -> None:
    item = opened(whole)

    assert item.kind == f"WARC record: {kind or 'part of a file (text/html)'}"
    assert text is None or item.reports[0].text == text


@pytest.mark.parametrize(
    ("content", "fields", "kind"),
    [
        (answer(JPEG, content_type="image/jpeg"), {}, "JPEG picture"),
        (answer(JPEG), {}, "JPEG picture"),
        (answer(b"ffd\r\n" + JPEG, transfer_encoding="chunked"), {}, "JPEG picture"),
        (answer(gzip.compress(JPEG, mtime=0), content_encoding="gzip"), {}, "JPEG picture"),
        (JPEG, {"WARC_Type": "resource", "Content_Type": "image/jpeg"}, "JPEG picture"),
        (answer(b"\x00\x00\x00\x18ftypmp42\x00\x00", content_type="video/mp4"), {}, "MP4 video"),
        (answer(b"OggS\x00\x02"), {}, "Ogg sound"),
        (answer(b"\0\1", "206 Partial Content", content_type="video/mp4"), {}, "part of a file (video/mp4)"),
    ],
)
def test_a_picture_video_or_sound_is_an_item_without_a_report(
    content: bytes, fields: dict[str, object], kind: str
) -> None:
    whole = record(content, **fields)
    item = opened(whole)

    assert (item.kind, item.reports, item.media_type) == (f"WARC record: {kind}", (), "application/warc")
    assert item.data == verbatim(whole)
    assert item.capture is not None


def test_personal_parts_of_an_export_in_a_record_are_left_out_before_sealing() -> None:
    """The reduced copy can no longer be the record: it is sealed by itself, with the record's digest beside it."""
    text = export(message(text="Мати впізнала.", contact_information={"phone_number": "+380 00"}))
    item = opened(record(answer(text, content_type="application/json")))

    assert item.reduction is not None
    assert item.media_type == "application/json"
    assert b"phone_number" not in item.data
    assert json.loads(item.data)["messages"][0]["text"] == "Мати впізнала."
    assert item.capture is not None


@pytest.mark.parametrize(
    ("whole", "says"),
    [
        (b"".join(THREE[:2]), "more than one record. Take it in with paradero take-in"),
        (verbatim(THREE[0])[:-1], "its length is of"),
        (verbatim(THREE[0]) + b"x", "its length does not lead to its end"),
        (THREE[0] + b"<html>", "its length does not lead to its end"),
        (b"WARC/1.0\r\nWARC-Type: response", "it is cut off in its header"),
        (b"WARC/1.0\r\n\r\n", "it has no Content-Length"),
        (b"WARC/1.0 es un formato de archivo.", "no WARC record begins"),
        (record(WARC_Type=None), "of no stated type"),
        (record(WARC_Type="request"), "of the type 'request'"),
        (record(WARC_Segment_Number=1), "one segment of a record in several"),
        (record(answer("Moved", "302 Found")), "keeps a redirect (302)"),
        (record(answer(PAGE, "404 Not Found")), "keeps an error page (404)"),
        (record(answer("")), "an answer without a body"),
        (record(answer("p {}", content_type="text/css")), "keeps text/css, which only serves to show a page"),
        (record(b"HTTP/1.1\r\n"), "whose head is broken"),
        (record(b"HTTP/1.1 200 OK\r\nContent-Type"), "whose head is broken"),
        (record(answer(b"%PDF-1.7\n%\xe2\xe3")), "keeps a PDF document"),
        (record(answer(b"Galina\0espera")), "binary file"),
        (record(answer('{"a": 1}', content_type="application/json")), "of no kind Paradero reads"),
        (record(WARC_Block_Digest=block_digest(b"other")), "not those of which it states the digest"),
    ],
)
def test_what_is_not_one_whole_record_of_something_published_is_refused(whole: bytes, says: str) -> None:
    assert says in refusal(whole)


def test_one_record_may_come_as_a_file_of_its_own() -> None:
    assert open_bytes(THREE[0], name="a.warc", declared=Declared()).data == THREE[0]


def test_the_first_bytes_of_a_large_picture_say_all_there_is_to_know_of_it() -> None:
    """Nobody holds four gigabytes to learn that they are a video."""
    whole = picture(1_000_000)
    outline, item = outline_of(whole[:70_000], name="a"), opened(whole)

    assert (outline.kind, outline.capture) == (item.kind, item.capture)
    assert (outline.reader, outline.media_type) == (item.reader, item.media_type)


@pytest.mark.parametrize("head", [THREE[0], record(WARC_Type="request"), b"WARC/1.0\r\n", b""])
def test_of_anything_but_a_picture_video_or_sound_the_first_bytes_are_not_enough(head: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^a: .*\.$"):
        outline_of(head, name="a")
