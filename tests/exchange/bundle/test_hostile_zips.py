"""Zips that are damaged, or made to harm whoever opens them."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.refusing import refused

from paradero.exchange.bundle import BundleRefused, read_bundle
from paradero.exchange.bundle.zip_reader import ZipReader

Content = Mapping[str, bytes]
PICTURE = f"items/{made.ITEMS[3].sha256}.jpg"


def with_entry(name: str, **fields: object) -> zipfile.ZipInfo:
    entry = made.entry_of(name)
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


NAMES = {
    "up and out": "../evil.txt",
    "an absolute path": "/etc/cron.d/evil",
    "a drive": "C:\\evil.txt",
    "a folder": "items/",
    "deeper": f"items/deeper/{made.ITEMS[3].sha256}.jpg",
    "other letters": f"items/{made.ITEMS[3].sha256.upper()}.jpg",
    "a line end": "paradero/manifest.json\n",
    "a zero": "items/\0.jpg",
    "an order to a terminal": "\x1b[2J",
    "another list of pages": "pages/more.jsonl",
    "a hidden file": "paradero/.profile",
    "a key": "paradero/authority-0000000000000000.key",
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_file_that_no_bundle_has_is_refused(content: Content, kind: str) -> None:
    """Nothing of a name from outside ever becomes a path here; nor does the sentence carry an order to a terminal."""
    said = str(refused(made.zipped({**content, NAMES[kind]: b"evil"})))

    assert "a file that no bundle has" in said
    assert said.isprintable()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(plain: bytes) -> None:
    """One program shows the first, another the second."""
    twice = io.BytesIO(plain)
    with zipfile.ZipFile(twice, "a") as opened:
        opened.writestr(made.entry_of("paradero/manifest.json"), b"{}")

    assert "two files of one name" in str(refused(twice.getvalue()))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (with_entry(PICTURE, external_attr=0o120777 << 16), "is a link"),
        (with_entry(PICTURE, external_attr=0o40755 << 16), "is a link, or was packed anew"),
        (with_entry(PICTURE, external_attr=0o104755 << 16), "is a link, or was packed anew"),
        (with_entry(PICTURE, date_time=(2026, 11, 23, 1, 2, 4)), "packed anew"),
        (with_entry(PICTURE, create_system=0), "packed anew"),
        (with_entry(PICTURE, comment=b"look here"), "packed anew"),
        (with_entry(PICTURE, extra=struct.pack("<HHL", 0x7777, 4, 1)), "packed anew"),
        (with_entry(PICTURE, compress_type=zipfile.ZIP_BZIP2), "packed in a way that no bundle has"),
        (with_entry(PICTURE, compress_type=zipfile.ZIP_LZMA), "packed"),
    ],
)
def test_an_entry_that_is_not_a_plain_file_is_refused(content: Content, entry: zipfile.ZipInfo, said: str) -> None:
    refusal = refused(made.zipped(content, **{PICTURE: entry}))

    assert refusal.member == PICTURE
    assert said in str(refusal)


def test_an_encrypted_file_is_refused(plain: bytes) -> None:
    entry = plain.index(b"PK\1\2")
    sealed = plain[: entry + 8] + b"\1" + plain[entry + 9 :]

    assert "is encrypted" in str(refused(sealed))


OTHER_FILES: dict[str, Callable[[bytes], bytes]] = {
    "cut off by one": lambda bundle: bundle[:-1],
    "cut in half": lambda bundle: bundle[: len(bundle) // 2],
    "cut off at the beginning": lambda bundle: bundle[1:],
    "a script before it": lambda bundle: b"#!/bin/sh\n" + bundle,
    "something behind it": lambda bundle: bundle + b"and more",
    "a comment": lambda bundle: bundle[:-2] + struct.pack("<H", 4) + b"more",
    "another bundle behind it": lambda bundle: bundle + bundle,
}


@pytest.mark.parametrize("kind", OTHER_FILES)
def test_what_is_more_or_less_than_a_bundle_is_refused(plain: bytes, kind: str) -> None:
    refused(OTHER_FILES[kind](plain))


@pytest.mark.parametrize("data", [b"", b"PK\5\6", b"PK\5\6" + bytes(18), b"%PDF-1.7", bytes(100_000)])
def test_what_is_no_zip_or_an_empty_one_is_refused(data: bytes) -> None:
    refused(data)


def test_nothing_hides_between_the_files(content: Content) -> None:
    """A zip may have bytes that no listing names; a bundle has none."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as zipping:
        for name, data in content.items():
            if name == PICTURE:
                to.write(b"hidden")
                zipping.start_dir = to.tell()
            zipping.writestr(made.entry_of(name), data)

    assert "does not lie where the zip says" in str(refused(to.getvalue()))


def test_two_members_cannot_share_their_bytes(plain: bytes) -> None:
    """The bomb that needs no packing in packings: a thousand entries that all point to one place."""
    with zipfile.ZipFile(io.BytesIO(plain)) as opened:
        second = opened.infolist()[1]
    entries = [at for at in range(len(plain)) if plain.startswith(b"PK\1\2", at)]
    shared = bytearray(plain)
    struct.pack_into("<L", shared, entries[2] + 42, second.header_offset)

    assert "does not lie where the zip says" in str(refused(bytes(shared)))


def test_a_listing_of_millions_is_not_even_read() -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    listing = entry * 400_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(listing), 0, 0)
    far = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 400_000, 400_000, len(listing), 0)
    pointer = struct.pack("<4sLQL", b"PK\6\7", 0, len(listing), 1)
    modest = end[:12] + struct.pack("<L", 100) + end[16:]
    for bomb in (listing + end, listing + far + pointer + modest):
        tracemalloc.start()
        said = str(refused(bomb))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "claims to hold more than 15,000 files" in said
        assert most < 1_000_000


def test_a_member_that_unpacks_to_more_than_it_may_is_refused(content: Content) -> None:
    """A few kilobytes that claim to be a hundred megabytes of text."""
    bomb = made.zipped({**content, f"items/{'0' * 64}.txt": bytes(100_000_000)})

    assert "unpacks to more than it may" in str(refused(bomb))


def test_members_that_together_unpack_to_more_than_they_may_are_refused(content: Content) -> None:
    """Each is within its bound; all of them would keep a machine busy for minutes."""
    bombs = {f"items/{number:064x}.txt": b"" for number in range(60)}
    zipped = bytearray(made.zipped({**content, **bombs}))
    for at in range(len(zipped)):
        if zipped.startswith(b"PK\1\2", at) and zipped[at + 46 :].startswith(b"items/0000"):
            struct.pack_into("<L", zipped, at + 24, 60_000_000)

    assert "claims to unpack to more than a bundle may" in str(refused(bytes(zipped)))


def test_a_member_that_unpacks_to_more_than_it_says_is_cut_off_there(content: Content) -> None:
    name = "paradero/VERIFY.txt"
    packed = bytearray(made.zipped({**content, name: bytes(10_000_000)}))
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        entry = opened.getinfo(name)
    listed = next(
        at
        for at in range(len(packed))
        if packed.startswith(b"PK\1\2", at) and name.encode() == packed[at + 46 :][: len(name)]
    )
    for at in (entry.header_offset + 22, listed + 24):
        struct.pack_into("<L", packed, at, len(content[name]))
    tracemalloc.start()
    assert refused(bytes(packed)).member
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def test_every_byte_of_the_file_counts(plain: bytes) -> None:
    """One changed byte anywhere, in a file or in what describes it, and the bundle is refused, or is read as before."""
    before = read_bundle(io.BytesIO(plain), name="case.wacz")
    let_through = []
    with zipfile.ZipFile(io.BytesIO(plain)) as opened:
        listing = opened.start_dir
    places = [*range(0, listing, 997), *range(30), *range(listing, listing + 400), *range(len(plain) - 200, len(plain))]
    for at in places:
        spoilt = bytearray(plain)
        spoilt[at] ^= 0x20
        try:
            after = read_bundle(io.BytesIO(bytes(spoilt)), name="case.wacz")
        except BundleRefused:
            continue
        assert after == before
        let_through.append(at)
    # Which version of zip it takes to unpack is not looked at, and packed data can say the same in two ways.
    versions = {at + byte for at in heads(plain) for byte in (4, 5, 6, 7)}
    assert {at for at in let_through if at not in versions and not is_packed(plain, at)} == set()


def heads(bundle: bytes) -> list[int]:
    return [at for at in range(len(bundle)) if bundle.startswith((b"PK\1\2", b"PK\3\4"), at)]


def is_packed(bundle: bytes, at: int) -> bool:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        packed = [entry for entry in opened.infolist() if entry.compress_type]
    starts = [(entry.header_offset + 30 + len(entry.filename), entry.compress_size) for entry in packed]
    return any(start <= at < start + size for start, size in starts)


def test_nothing_is_read_of_a_zip_that_is_not_a_bundle() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as opened:
        opened.writestr("word/document.xml", "x")

    assert "word/document.xml" in str(refused(other.getvalue()))
    assert ZipReader(io.BytesIO(made.zipped({"datapackage.json": b"{}"}))).names == ["datapackage.json"]
