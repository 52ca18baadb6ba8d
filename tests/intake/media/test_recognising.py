import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, RawIOBase
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.media import pictures
from tests.intake.media.test_media_kinds import EXPECTED, MEDIA
from tests.intake.test_fuzz import must_hold

from paradero.intake import Declared, Unreadable, open_bytes
from paradero.intake.media import LARGEST_MEDIA_BYTES, MOST_PIXELS, media_kind, recognise_media
from paradero.intake.media.first_bytes import TABLE

MAKERS = {
    "JPEG": pictures.jpeg,
    "PNG": pictures.png,
    "GIF": pictures.gif,
    "WebP lossy": pictures.webp_lossy,
    "WebP lossless": pictures.webp_lossless,
    "WebP extended": pictures.webp_extended,
}
LARGEST_SIDE = {"WebP lossy": 16_383, "WebP lossless": 16_384}


class Pipe(RawIOBase):
    """A stream that gives few bytes at a time and goes only forward."""

    def __init__(self, data: bytes, at_most: int = 70_000) -> None:
        self.inside, self.at_most, self.given = BytesIO(data), at_most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self.inside.read(min(len(buffer), self.at_most))
        buffer[: len(piece)] = piece
        self.given += len(piece)
        return len(piece)


def recognised(data: bytes, size_bytes: int | None = None) -> str | None:
    kind = recognise_media(BytesIO(data), len(data) if size_bytes is None else size_bytes, "foto")
    return kind.kind if kind else None


def refusal(data: bytes, size_bytes: int | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        recognised(data, size_bytes)
    said = str(caught.value)
    assert said.startswith("foto: this ")
    assert said.endswith(".")
    return said


@pytest.mark.parametrize("maker", MAKERS)
def test_a_picture_of_the_most_pixels_goes_in_and_a_larger_one_does_not(maker: str) -> None:
    """A file of a few kilobytes can ask a decoder for the memory of the whole machine."""
    make = MAKERS[maker]
    side = LARGEST_SIDE.get(maker, 20_000)
    height = MOST_PIXELS // side

    assert recognised(make(side, height)) == f"{maker.partition(' ')[0]} picture"
    assert f"{side:,} by {height + 1:,} pixels" in refusal(make(side, height + 1))
    assert "at most 200 megapixels" in refusal(make(side, height + 1))


@pytest.mark.parametrize("maker", ["JPEG", "PNG", "GIF", "WebP lossy"])
@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0), (0, 0)])
def test_a_picture_of_no_size_is_refused(maker: str, width: int, height: int) -> None:
    assert f"says it is {width} by {height} pixels" in refusal(MAKERS[maker](width, height))


@pytest.mark.parametrize("maker", MAKERS)
def test_a_picture_that_ends_in_its_header_is_refused(maker: str) -> None:
    """There is no picture in it that could be evidence of anything."""
    whole = MAKERS[maker](48, 32)
    least = next(length for length in range(len(whole)) if media_kind(whole[:length]))
    lengths = range(least, len(whole))
    cut = [length for length in lengths if not _is_taken_in(whole[:length])]

    assert cut == list(range(least, cut[-1] + 1))
    assert all("cut off in its header" in refusal(whole[:length]) for length in cut)
    assert all(_is_taken_in(whole[:length]) for length in range(cut[-1] + 1, len(whole)))


def _is_taken_in(data: bytes) -> bool:
    try:
        return recognised(data) is not None
    except Unreadable:
        return False


@pytest.mark.parametrize(
    "data",
    [
        pictures.png(48, 32, first=b"CgBI"),
        pictures.webp_lossy(48, 32, start=b"\0\0\0"),
        pictures.webp_lossless(48, 32).replace(b"\x2f", b"\x2e", 1),
        pictures.webp_extended(48, 32).replace(b"VP8X", b"ABCD"),
        pictures.jpeg(48, 32, before=b"\xff\xd9"),
        pictures.jpeg(48, 32, before=pictures.segment(0xDA, b"")),
        pictures.jpeg(48, 32, before=b"\xff\xe1\0\x01"),
        pictures.jpeg(48, 32, frame=0xC4),
    ],
)
def test_a_picture_with_a_broken_header_is_refused(data: bytes) -> None:
    assert "broken in its header" in refusal(data)


@pytest.mark.parametrize("frame", [0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCF])
@pytest.mark.parametrize(
    "before", [b"", b"\xff\xff\xff", b"\0\0stray", b"\xff\x01\xff\xd0", pictures.segment(0xC4, b"\xff\xc0" * 20)]
)
def test_the_frame_of_a_jpeg_picture_is_found_behind_whatever_decoders_pass_over(before: bytes, frame: int) -> None:
    assert "60,000 by 50,000" in refusal(pictures.jpeg(60_000, 50_000, before=before, frame=frame))


LONG = pictures.segment(0xE2, bytes(65_000)) * 20
"""Depth maps and colour profiles of some telephones: more than a megabyte before the frame."""


def test_a_frame_behind_a_megabyte_of_metadata_is_not_looked_for() -> None:
    assert recognised(pictures.jpeg(4000, 3000, before=LONG)) == "JPEG picture"
    assert recognised(pictures.jpeg(4000, 3000, before=LONG)[:70_000], size_bytes=2_000_000) == "JPEG picture"
    assert "cut off" in refusal(pictures.jpeg(4000, 3000, before=LONG)[:70_000])


@pytest.mark.parametrize(
    "data", [pictures.jpeg(4000, 3000, before=LONG), b"OggS\0" + bytes(3_000_000), b"a" * 3_000_000]
)
def test_at_most_a_megabyte_is_read_and_only_forward(data: bytes) -> None:
    stream = Pipe(data)
    kind = recognise_media(cast("BinaryIO", stream), len(data), "clip")

    assert stream.given <= 1_000_000
    assert kind == media_kind(data)


def test_a_stream_may_give_its_bytes_one_by_one() -> None:
    data = (MEDIA / "picture.jpg").read_bytes()

    assert recognise_media(cast("BinaryIO", Pipe(data, at_most=1)), len(data), "foto") == media_kind(data)


@pytest.mark.parametrize("name", ["clip.mp4", "picture.png", "voice.ogg"])
def test_media_go_in_up_to_four_gigabytes(name: str) -> None:
    data = (MEDIA / name).read_bytes()

    assert LARGEST_MEDIA_BYTES == 4_000_000_000
    assert recognised(data, LARGEST_MEDIA_BYTES) == EXPECTED[name][0]
    assert "has 4,000,000,001 bytes and the limit is 4,000,000,000" in refusal(data, LARGEST_MEDIA_BYTES + 1)


def test_what_is_no_media_is_left_to_the_others_whatever_its_size() -> None:
    assert recognised(b"", 0) is None
    assert recognised(b"Galina espera.", LARGEST_MEDIA_BYTES + 1) is None
    assert recognised(b"PK\x03\x04", LARGEST_MEDIA_BYTES + 1) is None


def test_the_limit_of_texts_is_none_of_media() -> None:
    data = (MEDIA / "clip.mp4").read_bytes()

    assert open_bytes(data, name="clip.mp4", declared=Declared(), largest_bytes=100).data == data
    with pytest.raises(Unreadable, match="limit"):
        open_bytes(b"a" * 101, name="a.txt", declared=Declared(), largest_bytes=100)


def test_where_when_and_with_what_a_picture_was_taken_stays_in_the_sealed_bytes() -> None:
    """Whoever reads the place of detention off a picture may kill for it (rule R2)."""
    data = pictures.photograph()
    assert pictures.CAMERA in data
    opened = open_bytes(data, name="foto.jpg", declared=Declared())

    assert opened.data == data
    assert repr(replace(opened, data=b"")) == (
        "Opened(kind='JPEG picture', media_type='image/jpeg', reader='paradero media 1', reports=(), data=b'', "
        "stream=None, reduction=None, capture=None)"
    )


def test_a_refused_picture_tells_nothing_of_what_it_holds() -> None:
    said = refusal(pictures.photograph().replace(b"\x0b\xb8\x0f\xa0", b"\xff\xff\xff\xff"))

    assert "65,535 by 65,535" in said
    assert pictures.CAMERA.decode() not in said


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "fill bytes": lambda size: b"\xff\xd8" + b"\xff" * size,
    "stray bytes": lambda size: b"\xff\xd8\xff\xe0\0\x02" + b"\0" * size,
    "bare markers": lambda size: b"\xff\xd8" + b"\xff\x01" * (size // 2),
    "empty segments": lambda size: b"\xff\xd8" + b"\xff\xe0\0\x02" * (size // 4),
    "zeros after fill bytes": lambda size: b"\xff\xd8\xff\xe0\0\x02" + b"\xff\0" * (size // 2),
    "pages of Ogg": lambda size: b"OggS\0" * (size // 5),
    "Matroska": lambda size: b"\x1aE\xdf\xa3" + b"B\x82" * (size // 2),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_media_take_no_time(case: str) -> None:
    before = time.process_time()
    try:
        recognised(HOSTILE[case](1_000_000))
    except Unreadable as refused:
        assert "cut off" in str(refused)  # noqa: PT017  # only some are refused
    assert time.process_time() - before < 2


BEGINNINGS = [
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBPVP8X",
    b"\0\0\0\x18ftypisom",
    b"OggS\0",
]


@fuzzes("media")
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=80))
def test_any_bytes_after_a_true_beginning(beginning: bytes, rest: bytes) -> None:
    must_hold(beginning + rest, "foto.jpg")


@fuzzes("media")
@given(st.sampled_from(sorted(EXPECTED)), st.integers(0, 6000), st.integers(0, 300), st.binary(max_size=8))
def test_any_media_file_with_a_piece_exchanged(name: str, at: int, length: int, instead: bytes) -> None:
    data = (MEDIA / name).read_bytes()

    must_hold(data[:at] + instead + data[at + length :], name)


def test_what_has_one_name_is_either_taken_in_or_refused() -> None:
    """A refusal that names what is taken in elsewhere would send people round in circles."""
    said: dict[str, set[str | None]] = {}
    for _, name, media_type in TABLE:
        said.setdefault(name, set()).add(media_type)

    assert all(len(types) == 1 for types in said.values())
