"""Bundles in which everything is summed up rightly, and something is not as it was sealed."""

import io
import json
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.refusing import refused

from paradero.exchange.bundle import BundleRefused, read_bundle

Content = Mapping[str, bytes]
PICTURE = f"items/{made.ITEMS[3].sha256}.jpg"


LISTS = {"paradero/SHA256SUMS", "datapackage.json", "datapackage-digest.json"}


def test_zipped_anew_in_the_same_way_it_is_the_same(plain: bytes, content: Content) -> None:
    """What the other tests change, they change in this."""
    assert made.zipped(content) == plain
    assert made.zipped(made.summed_anew(content)) == plain


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


def _first_of_each_kind(lines: Sequence[str]) -> Iterable[int]:
    """The numbers of the lines that hold an object, one for each set of fields."""
    kinds: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines):
        if line.startswith("{") and line.endswith(("}", "},")):
            kinds.setdefault(tuple(json.loads(line.removesuffix(","))), number)
    return kinds.values()


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
    for number in _first_of_each_kind(lines):
        line = lines[number]
        comma = "," if line.endswith(",") else ""
        row = json.loads(line.removesuffix(","))
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
    manifest = content["paradero/manifest.json"].replace(b"paradero bundle 1", b"paradero bundle 3")

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
