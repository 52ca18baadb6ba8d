import pytest
from tests.intake.reports import DATA

from paradero.intake import Declared, Unreadable, open_bytes
from paradero.intake.decoding import decode

TEXTS = {language: (DATA / f"wire-{language}.txt").read_text() for language in ("es", "ru", "uk", "en")}
LATIN = str.maketrans("«»—", '""-')


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("es", "utf-8"),
        ("es", "utf-8-sig"),
        ("es", "utf-16"),
        ("ru", "utf-16-be-mark"),
        ("ru", "utf-32"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ru", "cp866"),
        ("ru", "iso8859-5"),
        ("uk", "cp1251"),
        ("uk", "koi8-u"),
        ("es", "cp1252"),
        ("es", "iso8859-1"),
        ("en", "ascii"),
    ],
)
def test_text_reads_the_same_in_every_common_encoding(language: str, encoding: str) -> None:
    text = TEXTS[language]
    if encoding in {"cp866", "koi8-r", "koi8-u", "iso8859-5", "iso8859-1", "ascii", "cp1252"}:
        text = text.translate(LATIN)
    if encoding in {"ascii", "iso8859-1", "cp1252"}:
        text = text.encode("cp1252" if language == "es" else "ascii", "ignore").decode("cp1252")
    data = b"\xfe\xff" + text.encode("utf-16-be") if encoding == "utf-16-be-mark" else text.encode(encoding)

    assert decode(data, name="a.txt").text.removeprefix("\ufeff") == text


@pytest.mark.parametrize("paragraph", range(4))
@pytest.mark.parametrize(("language", "encoding"), [("ru", "cp1251"), ("ru", "koi8-r"), ("uk", "cp1251")])
def test_one_paragraph_is_enough_to_tell_the_encoding(language: str, encoding: str, paragraph: int) -> None:
    text = TEXTS[language].translate(LATIN).split("\n\n")[paragraph]

    assert decode(text.encode(encoding), name="a.txt").text == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<meta charset={}>",
        '<META http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(head: str) -> None:
    page = f"<html><head>{head.format('windows-1251')}</head><body><p>Мати впізнала сина Ґната</p></body></html>"

    assert decode(page.encode("cp1251"), name="a.html").text == page


def test_sound_utf8_counts_more_than_a_wrong_declaration() -> None:
    """Servers recode pages and forget the tag; nothing but UTF-8 passes for UTF-8 by chance."""
    page = '<html><meta charset="windows-1251"><p>Мати впізнала сина</p></html>'

    assert decode(page.encode(), name="a.html").text == page


@pytest.mark.parametrize("declared", ["rot13", "zip", "utf-7", "idna", "unicode_escape", "base64", "none-such"])
def test_a_declaration_that_is_no_encoding_of_pages_is_not_followed(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><p>{TEXTS["ru"]}</p></html>'.translate(LATIN)

    assert decode(page.encode("cp1251"), name="a.html").encoding == "cp1251"


@pytest.mark.parametrize(
    "data",
    [
        TEXTS["ru"].encode()[:-20] + b"\xd0",
        TEXTS["es"].encode().replace("ñ".encode(), b"\xf1\xff", 1) + b"\xff",
        b"\xff\xfe\x00\xd8a\x00",
        b"\xff\xfeabc",
        '<meta charset="utf-8"><p>Мать'.encode() + b"\xd0<",
    ],
)
def test_a_broken_encoding_is_refused_with_the_place(data: bytes) -> None:
    """A guess that garbles one letter may garble a name."""
    with pytest.raises(Unreadable, match=r"byte [\d,]+ is broken"):
        open_bytes(data, name="a.txt", declared=Declared())


def test_what_no_encoding_fits_is_refused() -> None:
    with pytest.raises(Unreadable, match="save it as UTF-8"):
        open_bytes(bytes(range(0x20, 0x7F)) + bytes(range(0x81, 0x100)), name="a.txt", declared=Declared())
