"""A WACZ file: a zip archive of WARC files that says itself what its parts must be, and is held to it."""

import hashlib
import json
import stat
import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest
from tests.intake.warc_shapes import KEPT, THREE, Taken, archive_of, outcome, packed, plain, wacz, wacz_taken

from paradero.intake import Unreadable, parcels_of_wacz

WARC = packed(THREE)
MEMBER = "archive/data.warc.gz"


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        list(parcels_of_wacz(BytesIO(data), name="a.wacz"))
    said = str(caught.value)
    assert said.startswith("a.wacz")
    assert said.endswith(".")
    return said


def test_every_record_of_every_warc_file_is_an_item_of_its_own() -> None:
    data = wacz(
        {"archive/a.warc.gz": packed(THREE[:2]), "archive/b.warc": plain(THREE[2:]), "pages/pages.jsonl": b"{}"}
    )

    assert wacz_taken(data) == KEPT


def test_a_parcel_is_named_by_its_place_in_the_archive() -> None:
    names = [each.name for each in parcels_of_wacz(BytesIO(wacz({MEMBER: WARC})), name="a.wacz")]

    assert names == [f"a.wacz, archive/data.warc.gz, record {number}" for number in (1, 2, 3)]


def test_an_archive_without_a_list_of_its_parts_goes_in_as_it_is() -> None:
    assert wacz_taken(archive_of({MEMBER: WARC})) == KEPT


def test_a_part_that_is_not_the_one_listed_is_named_and_nothing_of_it_goes_in() -> None:
    """Evidence that fails its own digest is neither taken for sound nor lost in silence."""
    data = wacz({MEMBER: WARC, "archive/b.warc": plain(THREE[:1])}, altered={MEMBER: packed(THREE[:2])})

    assert wacz_taken(data) == ["its bytes are not those of which datapackage.json states the digest", KEPT[0]]


def test_a_part_that_is_listed_and_not_there_is_named() -> None:
    data = wacz({MEMBER: WARC, "archive/b.warc": plain(THREE[:1])}, altered={MEMBER: None})

    assert wacz_taken(data) == ["datapackage.json lists it, and it is not there", KEPT[0]]


def test_a_warc_file_that_stands_in_no_list_was_put_in_later() -> None:
    data = wacz({MEMBER: WARC}, altered={"archive/b.warc": plain(THREE[:1])})

    assert wacz_taken(data) == ["datapackage.json does not list it, so it was put in later", *KEPT]


@pytest.mark.parametrize("stated", ["md5", "sha1", "sha256", "sha512"])
def test_a_digest_may_be_of_any_common_kind(stated: str) -> None:
    assert wacz_taken(wacz({MEMBER: WARC}, algorithm=stated)) == KEPT
    assert wacz_taken(wacz({MEMBER: WARC, "a.txt": b"1"}, algorithm=stated, altered={"a.txt": b"2"}))[1:] == KEPT


@pytest.mark.parametrize("written", [None, "", "crc32:1234", 7, "sha256:12"])
def test_a_digest_in_no_known_form_proves_nothing(written: object) -> None:
    package = {"resources": [{"path": MEMBER, "hash": written}]}
    data = archive_of({MEMBER: WARC, "datapackage.json": json.dumps(package).encode()})

    assert wacz_taken(data) == ["datapackage.json states its digest in a form that Paradero does not know"]


def test_a_list_that_fails_its_own_digest_is_refused_as_a_whole() -> None:
    data = wacz(
        {MEMBER: WARC}, altered={"datapackage-digest.json": json.dumps({"hash": "sha256:" + "0" * 64}).encode()}
    )

    assert "somebody changed one of them" in refusal(data)


@pytest.mark.parametrize(
    ("member", "written", "says"),
    [
        ("datapackage.json", b"[]", "this is no object"),
        ("datapackage.json", b"{", "ends too early"),
        ("datapackage.json", b"\xff\xfe\xfd", "is broken"),
        ("datapackage.json", b"{}", "does not list the parts"),
        ("datapackage.json", b'{"resources": [1]}', "does not list the parts"),
        ("datapackage.json", b'{"resources": {"a": 1}}', "does not list the parts"),
        ("datapackage.json", b"[" * 5_000, "nested more than 100 deep"),
        ("datapackage.json", b" " * 4_000_001, "more than 4.0 MB"),
        ("datapackage-digest.json", b"{}", "no digest in a form that Paradero knows"),
        ("datapackage-digest.json", b'{"hash": ["x"]}', "no digest in a form that Paradero knows"),
    ],
)
def test_a_list_of_no_sense_is_refused(member: str, written: bytes, says: str) -> None:
    parts = {MEMBER: WARC, "datapackage.json": b'{"resources": []}'} | {member: written}

    assert says in refusal(archive_of(parts))


def test_a_broken_record_in_an_archive_leaves_the_rest_whole() -> None:
    data = wacz({MEMBER: packed(THREE[:1]) + packed(THREE[1:2])[:-30] + packed(THREE[2:])})
    before, reason, after = wacz_taken(data)

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)


@pytest.mark.parametrize(
    ("name", "written", "says"),
    [
        ("archive/b.warc.gz", b"<html>", "this is no WARC file"),
        ("archive/b.warc.zst", b"\x28\xb5\x2f\xfd", "this archive is packed with zstd, which Paradero does not unpack"),
        ("archive/b.warc", b"", "the file is empty"),
    ],
)
def test_a_warc_file_that_is_none_is_named_and_the_others_go_in(name: str, written: bytes, says: str) -> None:
    assert wacz_taken(wacz({name: written, MEMBER: WARC})) == [says, *KEPT]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no zip archive"),
        (b"PK\x05\x06" + bytes(18), "no WARC file in a folder archive"),
        (b"<html>", "no zip archive"),
        (WARC, "no zip archive"),
        (archive_of({MEMBER: WARC})[:-30], "no zip archive"),
        (archive_of({"data.warc.gz": WARC}), "no WARC file in a folder archive"),
        (archive_of({"archive/": b"", "a.txt": b"x"}), "no WARC file in a folder archive"),
    ],
)
def test_what_is_no_wacz_file_is_refused(data: bytes, says: str) -> None:
    assert says in refusal(data)


TRICKS = ["/etc/x", "../x", "archive/../../x", "a/..", "./x", "a//b", "C:/x", "a\\b", "\\\\host\\x", "x\0.txt", ".."]


@pytest.mark.parametrize("trick", TRICKS)
def test_a_name_that_leads_out_of_the_archive_is_refused(trick: str) -> None:
    """Nothing is ever written under these names; who packs them means harm all the same."""
    stand_in = "t" * len(trick.encode())
    data = archive_of({MEMBER: WARC, stand_in: b"x"}).replace(stand_in.encode(), trick.encode())

    assert "member 2 is one that no honest archive has: its name leads out of the archive" in refusal(data)


def test_two_members_of_one_name_are_refused() -> None:
    """Which of them one sees depends on the program that looks."""
    data = archive_of({MEMBER: WARC, "archive/dbta.warc.gz": packed(THREE[:1])})

    assert "it has a name that another has" in refusal(data.replace(b"archive/dbta", b"archive/data"))


def test_a_link_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(MEMBER, WARC)
        link = zipfile.ZipInfo("archive/b.warc")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")

    assert "it is a link to another file" in refusal(file.getvalue())


def with_field(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """The archive with some bytes of the first header of a kind replaced."""
    at = data.index(signature) + offset
    return data[:at] + value + data[at + len(value) :]


def test_an_encrypted_archive_is_refused() -> None:
    data = archive_of({MEMBER: WARC})
    data = with_field(with_field(data, b"PK\x01\x02", 8, b"\x01"), b"PK\x03\x04", 6, b"\x01")

    assert "it is encrypted; have the archive packed without a password" in refusal(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_undone_a_little_at_a_time_is_refused(method: int) -> None:
    assert "packed in a way other than deflate" in refusal(archive_of({MEMBER: WARC}, method=method))


def test_a_member_with_a_false_size_or_checksum_is_named() -> None:
    data = archive_of({MEMBER: WARC, "archive/b.warc": plain(THREE[:1])})
    for lie in (with_field(data, b"PK\x01\x02", 16, b"\0\0\0\0"), with_field(data, b"PK\x01\x02", 24, b"\x10")):
        *_, reason, last = wacz_taken(lie)

        assert isinstance(reason, str)
        assert last == KEPT[0]


def test_a_member_whose_own_header_is_another_is_named() -> None:
    data = archive_of({MEMBER: WARC, "archive/b.warc": plain(THREE[:1])})

    assert wacz_taken(with_field(data, b"PK\x03\x04", 30, b"brchive")) == [
        "this part of the archive is broken",
        KEPT[0],
    ]


def test_a_bomb_is_left_where_it_stands() -> None:
    bomb = plain(THREE[:1]) + bytes(60_000_000)
    data = wacz({"archive/bomb.warc": bomb, MEMBER: WARC})

    assert wacz_taken(data) == ["this part unpacks to more than 100 times its size", *KEPT]


def test_members_that_share_their_bytes_are_refused() -> None:
    """The best zip bombs list one member a thousand times."""
    data = archive_of({MEMBER: WARC, "archive/b.warc.gz": WARC * 2})
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 1)
    size = struct.pack("<L", len(data))

    assert "its members overlap" in refusal(data[: second + 20] + size + data[second + 24 :])


def test_an_archive_of_very_many_members_is_refused() -> None:
    assert "it has 10,001 members, and the limit is 10,000" in refusal(archive_of({f"{n}": b"" for n in range(10_001)}))


def test_a_list_of_members_of_absurd_size_is_not_read() -> None:
    data = archive_of({"a" * 60_000 + str(n): b"" for n in range(80)})

    assert "no zip archive, or a broken one" in refusal(data)


def test_a_name_that_a_screen_would_obey_is_shown_as_plain_text() -> None:
    names: Mapping[str, bytes] = {"archive/\u202ea\x1b[2J.warc": plain(THREE[:1])}
    (parcel,) = parcels_of_wacz(BytesIO(archive_of(names)), name="a.wacz")

    assert parcel.name == "a.wacz, archive/a[2J.warc, record 1"


def test_the_archive_is_taken_from_where_it_stands_in_the_file() -> None:
    """The caller may have read the file to its end for its digest."""
    file = BytesIO(wacz({MEMBER: WARC}))
    hashlib.file_digest(file, "sha256")
    taken: Taken = [outcome(each) for each in parcels_of_wacz(file, name="a.wacz")]

    assert taken == KEPT
