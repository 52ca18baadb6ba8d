"""What a bundle holds, as anybody finds it who opens the zip."""

import dataclasses
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence

import pytest
from tests.exchange.bundle import made

from paradero.exchange.bundle import (
    BundleItem,
    BundleParts,
    BundleToken,
    Capture,
    ReadBundle,
    Recorded,
    Reduced,
    read_bundle,
)
from paradero.exchange.bundle.addresses import in_ascii, turned_around


def read(bundle: bytes) -> ReadBundle:
    return read_bundle(io.BytesIO(bundle), name="case.wacz")


def filed(content: dict[str, bytes]) -> list[tuple[str, dict[str, str]]]:
    lines = gzip.decompress(content["indexes/index.cdx.gz"]).decode().splitlines()
    return [(line.partition(" {")[0], json.loads("{" + line.partition(" {")[2])) for line in lines]


def test_items_are_there_byte_for_byte(whole: bytes) -> None:
    content = made.members(whole)

    for item in made.ITEMS:
        (name,) = (name for name in content if name.startswith(f"items/{item.sha256}."))
        assert content[name] == b"".join(item.pieces())


def test_what_was_bundled_comes_back(whole: bytes, tokens: Sequence[BundleToken]) -> None:
    back = read(whole)

    assert back.parts == made.parts(tokens=tokens)
    assert [b"".join(item.pieces()) for item in back.parts.items] == [b"".join(item.pieces()) for item in made.ITEMS]
    assert (back.made_at, back.software) == (made.MADE_AT, made.SOFTWARE)
    assert back.fingerprint == hashlib.sha256(made.members(whole)["datapackage.json"]).hexdigest()


def test_the_same_evidence_gives_the_same_bytes(whole: bytes, tokens: Sequence[BundleToken]) -> None:
    """Two desks, or one desk twice, can compare what they gave away by one digest."""
    assert made.written(made.parts(tokens=tokens)) == whole


def test_what_is_bundled_again_after_reading_is_the_same_bundle(whole: bytes) -> None:
    assert made.written(read(whole).parts) == whole


def test_a_token_vouches_for_the_days_that_its_day_leads_back_to(whole: bytes) -> None:
    back = read(whole)

    assert back.unproven == ()
    assert back.unstamped == (made.THIRD,)


def test_what_no_day_covers_yet_is_said() -> None:
    """An item that was taken in today is in no root before midnight; it may leave, and is not called proven."""
    parts = made.parts()
    late = [proof for proof in parts.proofs if proof.item != "I-0001-TEXT"]
    back = read(made.written(dataclasses.replace(parts, proofs=tuple(late))))

    assert back.unproven == ("I-0001-TEXT",)
    assert back.unstamped == (made.FIRST, made.SECOND, made.THIRD)


def test_every_member_is_listed_with_digest_and_size(whole: bytes) -> None:
    content = made.members(whole)
    package = json.loads(content["datapackage.json"])
    listed = {one["path"]: (one["hash"], one["bytes"]) for one in package["resources"]}

    beside = {"datapackage.json", "datapackage-digest.json"}
    assert listed == {
        name: (f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))
        for name, data in content.items()
        if name not in beside
    }
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    assert package["created"] == "2026-11-23T16:05:00Z"


def test_media_are_stored_and_texts_are_packed(whole: bytes) -> None:
    """A viewer jumps into what is stored; what is packed already gains nothing."""
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        stored = {entry.filename.rpartition(".")[2] for entry in opened.infolist() if not entry.compress_type}
        packed = {entry.filename.rpartition(".")[2] for entry in opened.infolist() if entry.compress_type}

    assert stored == {"gz", "jpg", "mp4"}
    assert {"html", "txt", "json", "jsonl", "warc", "pem", "sh"} <= packed


def test_the_index_leads_to_each_record_and_the_record_holds_the_item(whole: bytes) -> None:
    content = made.members(whole)
    archive = content["archive/data.warc.gz"]
    items = {item.sha256: b"".join(item.pieces()) for item in made.ITEMS}

    lines = filed(content)
    for _, said in lines:
        record = gzip.decompress(archive[int(said["offset"]) : int(said["offset"]) + int(said["length"])])
        head, _, block = record.partition(b"\r\n\r\n")
        assert f"WARC-Target-URI: {said['url']}\r\n".encode() in head + b"\r\n"
        if b"WARC-Type: resource" in head:
            assert items[said["digest"].removeprefix("sha256:")] + b"\r\n\r\n" == block
            assert f"WARC-Block-Digest: {said['digest']}".encode() in head
        else:
            assert record == made.WEB_RECORD
    assert [key for key, _ in lines] == sorted(key for key, _ in lines)
    assert len(lines) == 5  # all but the picture, which is neither text nor from the web


def test_records_say_when_they_were_captured_or_else_taken_in(whole: bytes) -> None:
    moments = {said["url"]: key.rpartition(" ")[2] for key, said in filed(made.members(whole))}

    assert moments["https://www.faro.example/Noticias/a%C3%B1o?b=2&a=1"] == "20261119230102"
    assert moments["https://faro.example/clip.mp4"] == "20261120093012"
    assert moments["https://visnyk.example/serhii?b=2&a=1"] == "20261119221005"


def test_pages_are_listed_by_reference(whole: bytes) -> None:
    """A viewer's list is read over many shoulders: it shows no headline with a name in it."""
    first, *pages = map(json.loads, made.members(whole)["pages/pages.jsonl"].decode().splitlines())

    assert first["format"] == "json-pages-1.0"
    assert [page["title"] for page in pages] == ["I-7K3M-Q2XD", "I-0005-WARC"]
    assert pages[0]["ts"] == "2026-11-19T23:01:02Z"


def test_the_manifest_says_what_was_sealed_and_nothing_else(whole: bytes) -> None:
    """Rules R2, R10 and R12: nothing of enquiries, of persons read, of places or devices can get in."""
    manifest = json.loads(made.members(whole)["paradero/manifest.json"])
    item, destroyed = manifest["items"][0], manifest["items"][-1]

    assert manifest.keys() == {"custody_head", "format", "items", "made_at", "software"}
    assert item.keys() == {
        *("address", "bytes", "capture", "claimed_from", "claimed_on", "collected_at", "collector", "kind"),
        *("media_type", "publisher", "reader", "reduced", "ref", "sha256", "sha512"),
    }
    assert item["capture"].keys() == {"at", "page_sha256", "picture_sha256", "record_id", "tool"}
    assert (item["publisher"], item["claimed_on"], item["collector"]) == ("El Faro del Sur", "2026-11-19", "marta")
    assert manifest["items"][2]["reduced"] == {"fields": 12, "received_sha256": "cd" * 32, "rule": "Telegram 3"}
    assert destroyed == {"destroyed_by_order": True, "ref": "I-0006-BVRN", "sha256": made.BURNT}


FIELDS = {
    BundleItem: """ref sha256 sha512 size_bytes media_type kind reader address publisher claimed_on claimed_from
        collected_at collector capture reduced recorded pieces""",
    Capture: "at tool record_id page_sha256 picture_sha256",
    Recorded: "salt software method name_sha256 reports archive captured_from claimed_zone",
    Reduced: "rule fields received_sha256",
    BundleParts: "items destroyed custody custody_head days proofs tokens",
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_bundle_takes_nothing_that_was_read_of_people(kind: type) -> None:
    """Whoever adds a field here decides that it may leave the house."""
    assert [field.name for field in dataclasses.fields(kind)] == FIELDS[kind].split()


def test_entries_about_other_items_stay_at_home(whole: bytes) -> None:
    """The log of a desk tells how much it takes in and when, and of whose items."""
    custody = made.members(whole)["paradero/custody.jsonl"].decode()

    assert "I-9999-ELSE" not in custody
    assert [json.loads(line)["entry"]["seq"] for line in custody.splitlines()] == [1, 3, 4, 5, 7, 8, 9, 11, 12]


def test_one_picture_alone_makes_a_bundle() -> None:
    """Nothing of it is for a web archive, whose files must be there all the same."""
    bundle = made.written(made.parts(made.ITEMS[3:4], ()))

    assert [item.ref for item in read(bundle).parts.items] == ["I-0003-P1CT"]
    assert gzip.decompress(made.members(bundle)["indexes/index.cdx.gz"]) == b""


def test_a_web_record_without_the_lines_after_it_gets_them_in_the_archive() -> None:
    """Two empty lines stand between the records of a file and are no part of a record."""
    record = made.item("I-0005-WARC", made.WEB_RECORD[:-4], "application/warc")
    content = made.members(made.written(made.parts([record], ())))

    ((_, said),) = filed(content)
    archive = content["archive/data.warc.gz"][int(said["offset"]) :]
    assert gzip.decompress(archive) == made.WEB_RECORD
    assert content[f"items/{record.sha256}.warc"] == made.WEB_RECORD[:-4]


def test_a_web_record_that_is_broken_goes_in_as_bytes() -> None:
    """Evidence is not refused for being damaged: it is under items/, and in the archive as what it is."""
    broken = made.item("I-0005-WARC", made.WEB_RECORD[:-9], "application/warc")
    content = made.members(made.written(made.parts([broken], ())))

    ((key, said),) = filed(content)
    assert key.startswith(f"urn:sha256:{broken.sha256} ")
    assert said["mime"] == "application/warc"


@pytest.mark.parametrize(
    ("address", "ascii_only", "turned"),
    [
        ("https://faro.example", "https://faro.example", "example,faro)/"),
        ("http://www2.Faro.example:80/a/B/?z=1&a=2#x", None, "example,faro)/a/b?a=2&z=1"),
        ("https://faro.example:8443/a", None, "example,faro:8443)/a"),
        ("https://вести.example/ночь", "https://xn--b1agj9af.example/%D0%BD%D0%BE%D1%87%D1%8C", None),
        ('https://faro.example/a"b<c>d|e', "https://faro.example/a%22b%3Cc%3Ed%7Ce", None),
    ],
)
def test_addresses_are_filed_as_archives_file_them(address: str, ascii_only: str | None, turned: str | None) -> None:
    assert in_ascii(address) == (ascii_only or address)
    assert turned is None or turned_around(in_ascii(address)) == turned
