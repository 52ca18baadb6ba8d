import hashlib
import zipfile
from io import BytesIO

import pytest

from paradero.intake import Declared, Unreadable, open_bytes


def refusal(data: bytes, name: str = "item.bin", **limits: int) -> str:
    with pytest.raises(Unreadable) as caught:
        open_bytes(data, name=name, declared=Declared(), **limits)
    return str(caught.value)


def zipped() -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "x")
    return archive.getvalue()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (zipped(), "a ZIP archive or an office document"),
        (b"II*\x00\x08\x00", "a TIFF picture"),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00", "a BMP picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "a HEIF picture"),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00", "a raw Canon picture"),
        (b"RIFF\x10\x00\x00\x00AVI LIST", "an AVI video"),
        (b"FLV\x01\x05", "a Flash video"),
        (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9", "a Windows Media file"),
        (b"fLaC\x00\x00\x00\x22", "a FLAC sound"),
        (b"#!AMR\n<", "an AMR sound"),
        (b"MZ" + bytes(58) + b"PE\x00\x00", "a program"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"{\\rtf1\\ansi Galina}", "a rich-text (RTF) document"),
        (b"SQLite format 3\x00", "an SQLite database"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, named: str) -> None:
    """Whoever sent the wrong file learns at once which one it was."""
    said = refusal(data)

    assert said.startswith(f"item.bin: this is {named}.")
    assert "plain text, HTML pages, " in said


def test_an_empty_file_is_refused() -> None:
    assert "is empty" in refusal(b"")


def test_a_file_over_the_limit_is_refused_with_its_size() -> None:
    said = refusal(b"a" * 2_500_000, largest_bytes=2_000_000)

    assert "2.5 MB" in said
    assert "limit is 2.0 MB" in said


def test_a_file_at_the_limit_is_read() -> None:
    assert open_bytes(b"a" * 1000, name="a.txt", declared=Declared(), largest_bytes=1000).reports


@pytest.mark.parametrize("data", [b"   \n\t\r\n ", "\ufeff \n".encode(), b"\xff\xfe \x00\n\x00"])
def test_nothing_but_space_is_refused(data: bytes) -> None:
    assert "no visible text" in refusal(data, "a.txt")


@pytest.mark.parametrize("data", [b"Galina\x00 espera", b"\x01\x02\x03\x04Galina" * 50, "\x90\x91Галина\x00".encode()])
def test_binary_that_only_looks_like_text_is_refused(data: bytes) -> None:
    assert "binary file" in refusal(data, "a.txt")


@pytest.mark.parametrize("seed", range(8))
def test_noise_is_refused(seed: int) -> None:
    refusal(hashlib.shake_256(bytes([seed])).digest(3000), "a.txt")


@pytest.mark.parametrize("name", ["a.html", "a.bin"])
@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title></title></head><body><script>var a = 'texto';</script></body></html>",
        "<!doctype html><html><body><div hidden>Galina</div><template>Ruslan</template></body></html>",
        "<html><!-- Galina espera --></html>",
    ],
)
def test_a_page_without_visible_text_is_refused(page: str, name: str) -> None:
    assert "no visible text" in refusal(page.encode(), name)


def test_xml_that_is_no_page_is_refused() -> None:
    assert "XML" in refusal(b'<?xml version="1.0"?><rss><channel><title>Faro</title></channel></rss>', "feed.xml")


def test_a_page_of_absurdly_many_blocks_is_refused() -> None:
    assert "100,000" in refusal(b"<html><body>" + b"<p>x" * 120_000, "a.html")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[" * 5000, "nested more than 100 deep"),
        ('{"a":' * 5000, "nested more than 100 deep"),
        ('{"messages": [], "id": ' + "9" * 5000 + "}", "number of 5,000 digits"),
        ('{"messages": [', "ends too early"),
        ('{"messages": "none"}', "of no kind Paradero reads"),
        ('{"tweet": {"id": 1}}', "of no kind Paradero reads"),
        ("[1, 2, 3]", "of no kind Paradero reads"),
        ('{"messages": [1]}', "message 1 of this Telegram export is not a message"),
        ('{"messages": [{"text": 3}]}', "text of message 1 of this Telegram export has a wrong shape"),
        ('{"messages": [{"text": [{"text": null}]}]}', "has a wrong shape"),
        ('{"messages": [], "type": "public_channel"}', "no message in this Telegram export has text"),
        ('{"messages": [], "type": "personal_chat"}', "a private conversation"),
        ('{"about": "x", "chats": {"list": []}, "contacts": {}}', "a whole Telegram account"),
        ('{"a": "\\q"}', "means nothing in JSON"),
        ('{"a": 1}}', "is wrong in line 1, at character 9"),
        ("{'a': 1}", "is wrong in line 1, at character 2"),
        ('{"a": 01}', "is wrong in line 1"),
        ("", "is empty"),
    ],
)
def test_json_that_is_no_channels_export_is_refused_and_says_why(text: str, says: str) -> None:
    assert says in refusal(text.encode(), "result.json")


@pytest.mark.parametrize("inside", ["0,0,0,", "[[]],", '{"a":{}},', '"","","",'])
def test_json_of_absurdly_many_values_is_refused_before_it_is_read(inside: str) -> None:
    """Twenty megabytes of such would fill a gigabyte of memory."""
    assert "more than 2,000,000 values. Export it in parts." in refusal(
        b'{"messages": [' + inside.encode() * 700_000, "result.json"
    )


def test_a_telegram_export_of_absurdly_many_messages_is_refused() -> None:
    said = refusal(b'{"messages": [' + b"{}," * 250_000 + b"{}]}", "result.json")

    assert "holds 250,001 messages, and 250,000 are read at once." in said
