"""Bombs, large records and traps for the patient: each costs only itself, and time in proportion."""

import gzip
import hashlib
from io import BytesIO

import pytest
from tests.intake.warc_shapes import (
    FORMS,
    JPEG,
    KEPT,
    THREE,
    answer,
    packed,
    picture,
    plain,
    record,
    taken,
    verbatim,
)

from paradero.intake import Parcel, parcels_of_warc


def bomb(megabytes: int) -> bytes:
    """A member that says little of its length and inflates to much."""
    head = verbatim(record(answer(), number=2))
    return gzip.compress(head + b"\0" * megabytes * 1_000_000, 1, mtime=0)


@pytest.mark.parametrize("pipe", [False, True])
def test_a_gzip_bomb_is_left_where_it_stands(pipe: bool) -> None:  # noqa: FBT001
    before, reason, after = taken(packed(THREE[:1]) + bomb(60) + packed(THREE[2:]), pipe=pipe)

    assert (before, after) == (KEPT[0], KEPT[2])
    assert reason == f"its Content-Length of {len(answer()):,} bytes does not lead to its end"


def test_a_bomb_that_tells_its_length_is_left_too() -> None:
    head = record(answer(JPEG, content_type="image/jpeg"), Content_Length=60_000_000 + len(JPEG))
    whole = gzip.compress(verbatim(head) + bytes(60_000_000), 1, mtime=0)

    outcomes = taken(packed(THREE[:1]) + whole + packed(THREE[2:]))

    assert (outcomes[0], outcomes[-1]) == (KEPT[0], KEPT[2])
    assert "inflate to more than 100 times their size" in str(outcomes[1])


def test_a_bomb_in_a_file_of_one_member_ends_it() -> None:
    whole = gzip.compress(plain(THREE) + bytes(60_000_000), 1, mtime=0)

    *before, last = taken(whole)

    assert before == KEPT
    assert isinstance(last, str)


def test_text_over_twenty_megabytes_is_left_out_and_a_picture_is_not() -> None:
    text = record(answer("<html><p>" + hashlib.shake_256(b"text").hexdigest(12_000_000)), number=1)
    large = picture(24_000_000)
    for form in FORMS:
        reason, kept, after = taken(form([text, large, THREE[2]]))

        assert reason == "it has 24.0 MB, and the limit is 20.0 MB for what is no picture, video or sound"
        assert (kept, after) == (verbatim(large), KEPT[2])


def test_a_large_part_of_a_video_is_taken_in_though_it_begins_like_nothing() -> None:
    """Browsers fetch videos in ranges."""
    part = answer(
        bytes(21_000_000), "206 Partial Content", content_type="video/mp4", content_range="bytes 9-21000008/*"
    )
    whole = record(part)

    assert taken(whole) == [verbatim(whole)]


def test_a_large_record_that_is_cut_off_says_so_where_it_is_read() -> None:
    """Its end cannot be seen before it is handed over, so whoever reads it must keep nothing of it."""
    member = packed([picture(24_000_000)])
    outcomes = taken(packed(THREE[:1]) + member[:-2_000_000] + packed(THREE[2:]))

    assert (outcomes[0], outcomes[-1]) == (KEPT[0], KEPT[2])
    assert str(outcomes[1]).startswith("a.warc, record 2: this record was not taken in: its gzip data are ")


def test_a_large_record_that_nobody_reads_and_that_is_cut_off_is_named_all_the_same() -> None:
    data = packed([picture(24_000_000)])[:-2_000_000]
    first, second = parcels_of_warc(BytesIO(data), name="a.warc")

    assert isinstance(first, Parcel)
    assert (second.name, getattr(second, "reason", "")) == ("a.warc, record 1", "its gzip data are cut off")


def test_a_large_lie_in_a_file_that_can_seek_costs_only_itself() -> None:
    liar = record(answer(JPEG, content_type="image/jpeg"), number=2, Content_Length=30_000_000)
    filler = picture(40_000_000)
    outcomes = taken(plain([THREE[0], liar, THREE[2], filler]))

    assert outcomes[0] == KEPT[0]
    assert isinstance(outcomes[1], str)
    assert outcomes[2:] == [KEPT[2], verbatim(filler)]


def test_a_large_record_is_held_to_its_digest_too() -> None:
    large = picture(24_000_000).replace(b"WARC-Date", b"WARC-Block-Digest: sha1:" + b"A" * 32 + b"\r\nWARC-Date", 1)

    assert "of which it states the digest" in str(taken(large)[0])


def test_a_member_of_an_endless_file_name_is_no_member() -> None:
    endless = b"\x1f\x8b\x08\x08" + bytes(6) + b"a" * 3_000_000

    before, *reasons = taken(packed(THREE[:1]) + endless)

    assert before == KEPT[0]
    assert len(reasons) == 1


def test_many_false_starts_take_time_in_proportion() -> None:
    """Each of them looks like a header or a member for as long as it lasts."""
    for trap in (
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\na:",
        b"WARC/1.0\r\na:b\r\n\r\n",
        b"\x1f\x8b\x08\x00",
        b"\x1f\x8b\x08\x08ab",
    ):
        outcomes = taken(THREE[0] + trap * 100_000 + b"\r\n\r\n" + THREE[1])
        assert (outcomes[0], outcomes[-1]) == (KEPT[0], KEPT[1])
        assert len(outcomes) == 3
        outcomes = taken(packed(THREE[:1]) + trap * 100_000 + packed(THREE[1:2]))
        assert (outcomes[0], outcomes[-1]) == (KEPT[0], KEPT[1])
        assert len(outcomes) == 3


def test_many_lies_about_large_lengths_take_time_in_proportion() -> None:
    liar = record(b"x", Content_Length=15_000_000)
    outcomes = taken(plain([liar] * 20_000 + THREE))

    assert len(outcomes) == 20_003
    assert outcomes[-3:] == KEPT
