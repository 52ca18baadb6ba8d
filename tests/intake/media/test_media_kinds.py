import pytest
from tests.intake.reports import DATA

from paradero.intake import Declared, Opened, Unreadable, open_bytes
from paradero.intake.media import media_kind
from paradero.intake.media.first_bytes import KINDS, LOOK_BYTES

MEDIA = DATA / "media"
"""Made by scripts/build_test_media.py."""

EXPECTED = {
    "picture.jpg": ("JPEG picture", "image/jpeg", "image"),
    "picture.png": ("PNG picture", "image/png", "image"),
    "picture.gif": ("GIF picture", "image/gif", "image"),
    "lossy.webp": ("WebP picture", "image/webp", "image"),
    "lossless.webp": ("WebP picture", "image/webp", "image"),
    "alpha.webp": ("WebP picture", "image/webp", "image"),
    "clip.mp4": ("MP4 video", "video/mp4", "video"),
    "clip.mov": ("QuickTime video", "video/quicktime", "video"),
    "clip.3gp": ("3GP video", "video/3gpp", "video"),
    "clip.webm": ("WebM video", "video/webm", "video"),
    "clip.mkv": ("Matroska video", "video/matroska", "video"),
    "clip.ogv": ("Ogg video", "video/ogg", "video"),
    "voice.ogg": ("Ogg Opus sound", "audio/ogg", "audio"),
    "sound.ogg": ("Ogg sound", "audio/ogg", "audio"),
    "sound.mp3": ("MP3 sound", "audio/mpeg", "audio"),
    "bare.mp3": ("MP3 sound", "audio/mpeg", "audio"),
    "sound.wav": ("WAVE sound", "audio/wav", "audio"),
    "sound.m4a": ("M4A sound", "audio/mp4", "audio"),
}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("called", ["{}", "clip.txt", "clip.html", "clip.json", "clip"])
def test_media_become_items_without_reports_under_any_name(name: str, called: str) -> None:
    data = (MEDIA / name).read_bytes()
    kind, media_type, family = EXPECTED[name]
    told = media_kind(data)

    assert told is not None
    assert (told.kind, told.media_type, told.family) == (kind, media_type, family)
    assert open_bytes(data, name=called.format(name), declared=Declared(source="El Faro del Sur")) == Opened(
        kind=kind, media_type=media_type, reader="paradero media 1", reports=(), data=data
    )


def test_every_kind_that_is_taken_in_is_tried() -> None:
    tried = {(kind, media_type) for kind, media_type, _ in EXPECTED.values()}

    assert {(kind.kind, kind.media_type) for kind in KINDS} == tried
    assert {path.name for path in MEDIA.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x08wide\0\0\x10\0mdat", "QuickTime video"),
        (b"\0\x01\0\0moov", "QuickTime video"),
        (b"\0\0\0\x01mdat\0\0\0\0\0\x01\0\0", "QuickTime video"),
        (b"\0\0\0\x18stypmsdh", "MP4 video"),
        (b"\0\0\0\x1cftypdash", "MP4 video"),
        (b"\0\0\0\x1cftyp3g2a", "3GP video"),
        (b"\0\0\0\x1cftypM4B ", "M4A sound"),
        (b"\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x10\0\0\x04webm", "WebM video"),
        (b"\x1aE\xdf\xa3", "Matroska video"),
        (
            b"OggS\0\x02" + bytes(22) + b"\x01\x1efishead\0" + bytes(60) + b"OggS\0\x02" + bytes(22) + b"\x80theora",
            "Ogg video",
        ),
        (b"OggS\0\x02" + bytes(22) + b"Speex   ", "Ogg sound"),
        (b"ID3\x03\0\0\0\0\x0f\x76", "MP3 sound"),
        (b"\xff\xfb\x90\x00" + bytes(413) + b"\xff\xfb\x92\x00", "MP3 sound"),
    ],
)
def test_media_are_told_by_their_first_bytes(head: bytes, kind: str) -> None:
    told = media_kind(head)

    assert told is not None
    assert told.kind == kind


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"ID3 es una etiqueta.",
        b"OggS es un formato.",
        b"mdat, moov, ftyp: cajas.",
        b"RIFF de una ola, WAVE",
        b"abcdftypisom",
        "яту ожидает мать.".encode("cp1251"),  # its first two bytes are those of an MP3 frame
        b"\xff\xfb\x90\x00" + bytes(413),
        b"\xff\xfb\x90\x00" + bytes(413) + b"\xff\xf3\x90\x00",
        b"\xff\xfb\xf0\x00" * 500,
        b"\xff\xfb\x9c\x00" * 500,
        b"\xff\xeb\x90\x00" * 500,
        b"\x89PNG",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_what_only_looks_like_media_is_none(head: bytes) -> None:
    assert media_kind(head) is None


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "vídeo.mp4"])
def test_a_page_under_a_pictures_name_is_a_page(name: str) -> None:
    page = b"<!doctype html><html><body><p>La madre de Ruslan espera.</p></body></html>"

    assert open_bytes(page, name=name, declared=Declared()).kind == "HTML page"


@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0"?>', "\n\ufeff"])
def test_a_drawing_that_can_hold_a_program_is_no_picture(declaration: str) -> None:
    """SVG runs scripts where it is shown."""
    drawing = f"{declaration}<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"

    assert media_kind(drawing.encode()) is None
    with pytest.raises(Unreadable, match=r"XML|visible text"):
        open_bytes(drawing.encode(), name="foto.png", declared=Declared())


@pytest.mark.parametrize("name", [name for name in EXPECTED if EXPECTED[name][2] != "image"])
def test_a_video_or_sound_that_is_cut_off_is_taken_in_as_it_is(name: str) -> None:
    """Evidence may be damaged, and what is left of it may still be seen."""
    data = (MEDIA / name).read_bytes()
    told = media_kind(data)

    assert {media_kind(data[:length]) for length in range(500, len(data), 97)} == {told}


def test_only_the_first_bytes_are_looked_at() -> None:
    told = media_kind(b"\x1aE\xdf\xa3" + bytes(LOOK_BYTES) + b"B\x82\x84webm")

    assert told is not None
    assert told.kind == "Matroska video"
