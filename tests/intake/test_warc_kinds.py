"""What a record keeps says what kind of item it is, and whether it is one."""

import gzip
import json

import pytest
from tests.intake.reports import DATA
from tests.intake.test_telegram import export, message
from tests.intake.warc_opened import chunked, opened, refusal
from tests.intake.warc_shapes import JPEG, PAGE, THREE, answer, block_digest, picture, record, verbatim

from paradero.intake import Declared, Unreadable, open_bytes
from paradero.intake.warc.payloads import payload_bytes
from paradero.intake.warc.record import outline_of

FARO_PAGE = (DATA / "faro.html").read_text()
RU = "<!doctype html><html><body><p>Мать узнала сына Руслана в ролике.</p></body></html>"


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
        (b"".join(THREE[:2]), "more than one record. Give it the ending .warc"),
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


def test_a_picture_comes_out_of_its_record_as_it_was_sent() -> None:
    chunks = answer(chunked(JPEG), content_type="image/jpeg", transfer_encoding="chunked")

    assert payload_bytes(record(chunks), name="a") == JPEG
    assert payload_bytes(record(answer(JPEG)), name="a") == JPEG
