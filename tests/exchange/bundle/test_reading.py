"""What comes from outside as a bundle: forged, damaged, or made to harm whoever opens it."""

import io
import json
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pytest
from tests.exchange.bundle import made

from paradero.exchange.bundle import BundleRefused, read_bundle
from paradero.exchange.bundle.zip_reader import ZipReader

Content = Mapping[str, bytes]


def refused(bundle: bytes) -> BundleRefused:
    with pytest.raises(BundleRefused) as refusal:
        read_bundle(io.BytesIO(bundle), name="case.wacz")
    said = str(refusal.value)
    assert said.startswith("case.wacz: ")
    assert said.endswith(" and ask whoever sent it for the file as it was made.")
    return refusal.value


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A bundle without tokens, which is the same in every run."""
    return made.written(made.parts())


@pytest.fixture(scope="module")
def content(plain: bytes) -> Content:
    return made.members(plain)


LISTS = {"paradero/SHA256SUMS", "datapackage.json", "datapackage-digest.json"}


def test_zipped_anew_in_the_same_way_it_is_the_same(plain: bytes, content: Content) -> None:
    """What the other tests change, they change in this."""
    assert made.zipped(content) == plain
    assert made.zipped(made.summed_anew(content)) == plain


def with_entry(name: str, **fields: object) -> zipfile.ZipInfo:
    entry = made.entry_of(name)
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


PICTURE = f"items/{made.ITEMS[3].sha256}.jpg"
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


def test_a_file_more_that_could_be_one_is_refused(content: Content) -> None:
    more = {"paradero/2026-01-01.tsr": b"x"}
    assert refused(made.zipped({**content, **more})).member == "paradero/2026-01-01.tsr"
    assert refused(made.zipped(made.summed_anew({**content, **more}))).member == "paradero/2026-01-01.tsr"
    stray = f"items/{'0' * 64}.bin"
    assert refused(made.zipped(made.summed_anew({**content, stray: b"x"}))).member == stray


@pytest.mark.parametrize("name", sorted(made.members(made.written(made.parts()))))
def test_a_file_less_is_named(content: Content, name: str) -> None:
    left = {other: data for other, data in content.items() if other != name}

    assert refused(made.zipped(left)).member == name
    if name not in LISTS:
        assert refused(made.zipped(made.summed_anew(left))).member == name


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


def archive_bomb(content: Content) -> Content:
    """The first record unpacks to a hundred megabytes."""
    return {**content, "archive/data.warc.gz": zlib.compress(bytes(100_000_000), 9, 31)}


def archive_of_something_else(content: Content) -> Content:
    """What a viewer shows is not what is under items/."""
    archive, rest = b"", content["archive/data.warc.gz"]
    while rest:
        unpacker = zlib.decompressobj(31)
        record = unpacker.decompress(rest) + unpacker.flush()
        archive += zlib.compress(record.replace(b"Galina", b"Nobody"), 6, 31)
        rest = unpacker.unused_data
    return {**content, "archive/data.warc.gz": archive}


ALTERED: dict[str, tuple[Callable[[Content], Content], str]] = {
    "another page in the archive": (archive_of_something_else, "archive/data.warc.gz"),
    "an archive that is a bomb": (archive_bomb, "archive/data.warc.gz"),
    "an archive that is empty": (lambda content: {**content, "archive/data.warc.gz": b""}, "archive/data.warc.gz"),
    "an archive with more in it": (
        lambda content: {
            **content,
            "archive/data.warc.gz": content["archive/data.warc.gz"] + zlib.compress(b"x", 6, 31),
        },
        "archive/data.warc.gz",
    ),
    "an index that leads elsewhere": (
        lambda content: {**content, "indexes/index.cdx.gz": zlib.compress(b"example,visnyk)/ 2026 {}\n", 6, 31)},
        "indexes/index.cdx.gz",
    ),
    "an index that is a bomb": (
        lambda content: {**content, "indexes/index.cdx.gz": zlib.compress(bytes(100_000_000), 9, 31)},
        "indexes/index.cdx.gz",
    ),
    "a second index that leads elsewhere": (
        lambda content: {
            **content,
            "indexes/index.idx": content["indexes/index.idx"].replace(b'"offset": 0', b'"offset": 7'),
        },
        "indexes/index.idx",
    ),
    "a page of something else": (
        lambda content: {**content, "pages/pages.jsonl": content["pages/pages.jsonl"].replace(b"faro", b"foro")},
        "pages/pages.jsonl",
    ),
    "a manifest in another form": (
        lambda content: {**content, "paradero/manifest.json": content["paradero/manifest.json"].replace(b",", b", ")},
        "paradero/manifest.json",
    ),
    "a manifest with one more field": (
        lambda content: {
            **content,
            "paradero/manifest.json": content["paradero/manifest.json"].replace(
                b'{"address"', b'{"Address":"Kyiv","address"', 1
            ),
        },
        "paradero/manifest.json",
    ),
    "a manifest with a field twice": (
        lambda content: {
            **content,
            "paradero/manifest.json": content["paradero/manifest.json"].replace(b'"kind":', b'"kind":"x","kind":', 1),
        },
        "paradero/manifest.json",
    ),
    "a log in another form": (
        lambda content: {
            **content,
            "paradero/custody.jsonl": content["paradero/custody.jsonl"].replace(b":", b": ", 1),
        },
        "paradero/custody.jsonl",
    ),
    "days in another form": (
        lambda content: {**content, "paradero/roots.json": content["paradero/roots.json"].replace(b":", b": ", 1)},
        "paradero/roots.json",
    ),
}


@pytest.mark.parametrize("kind", ALTERED)
def test_what_does_not_follow_from_the_items_is_named(content: Content, kind: str) -> None:
    """All sums were made anew: a viewer, an index or a second reading of the JSON must not show another story."""
    alter, member = ALTERED[kind]
    altered = alter(content)
    assert altered != content
    bundle = made.zipped(made.summed_anew(altered))
    tracemalloc.start()
    assert refused(bundle).member == member
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12_000_000


JSON_OF_ANOTHER_KIND = [None, 0, -1, 1.5, 1 << 60, True, "", "x\ny", "\ud800", "x" * 70_000, [], {}, [[]], {"a": []}]


def _paths(value: object, above: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(path for key, part in inner for path in _paths(part, (*above, key)))]


def _put(value: object, path: tuple[object, ...], new: object) -> object:
    if not path:
        return new
    key, *rest = path
    changed = dict(value) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]
    changed[key] = _put(changed[key], tuple(rest), new)
    return changed


@pytest.mark.parametrize("member", ["paradero/manifest.json", "paradero/custody.jsonl", "paradero/roots.json"])
def test_every_value_of_another_kind_is_refused_with_a_sentence(content: Content, member: str) -> None:
    """Each field of the first line of each kind, with each kind of value that it cannot have."""
    lines = content[member].decode().splitlines()
    tried = 0
    for number, line in enumerate(lines[:3]):
        comma = "," if line.endswith(",") else ""
        try:
            row = json.loads(line.removesuffix(","))
        except ValueError:
            continue
        for path in _paths(row):
            for new in JSON_OF_ANOTHER_KIND:
                changed = json.dumps(_put(row, path, new), sort_keys=True, separators=(",", ":")) + comma
                if changed == line:
                    continue
                anew = "\n".join([*lines[:number], changed, *lines[number + 1 :], ""]).encode()
                assert refused(made.zipped(made.summed_anew({**content, member: anew}))).member
                tried += 1
    assert tried > 100


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n",
        b"{}",
        b"\n" * 2_000_000,
        b"[" * 60_000 + b"\n",
        b'{"a":' * 10_000 + b"\n",
        b"9" * 60_000 + b"\n",
        b'{"format":"paradero bundle 2","items":[\n]}\n',
        "{«}\n".encode(),
        b"NaN\n",
        b'{"items":[\n' + b"{},\n" * 20_000 + b"]}\n",
    ],
    ids=range(11),
)
@pytest.mark.parametrize("member", ["paradero/manifest.json", "paradero/custody.jsonl", "paradero/roots.json"])
def test_any_other_text_in_the_place_of_ours_is_refused(content: Content, member: str, text: bytes) -> None:
    tracemalloc.start()
    assert refused(made.zipped(made.summed_anew({**content, member: text}))).member == member
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 60_000_000


def test_a_form_of_tomorrow_is_told_from_damage(content: Content) -> None:
    manifest = content["paradero/manifest.json"].replace(b"paradero bundle 1", b"paradero bundle 2")

    said = str(refused(made.zipped(made.summed_anew({**content, "paradero/manifest.json": manifest}))))
    assert "is of a form that this Paradero does not know; a newer one may" in said


def test_an_item_read_later_is_held_against_the_zip_once_more(plain: bytes) -> None:
    """The file lies on somebody's disk between verifying and taking in."""
    file = io.BytesIO(plain)
    picture = read_bundle(file, name="case.wacz").parts.items[3]
    with zipfile.ZipFile(io.BytesIO(plain)) as opened:
        at = opened.getinfo(PICTURE).header_offset
    file.seek(at + 30 + len(PICTURE) + 5_000)
    file.write(b"\xff")

    with pytest.raises(BundleRefused, match="cannot be unpacked"):
        b"".join(picture.pieces())


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
