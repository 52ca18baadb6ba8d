import hashlib
from pathlib import Path

import pytest
from tests.intake.reports import opened

from paradero.intake.beside import FilesBeside

PICTURE = b"\xff\xd8\xff\xe0 no picture of anybody"
PAGE = '<html><body><article><h1>Una madre espera</h1><p>Galina espera.</p><img src="{}"></article></body></html>'


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page as a browser saves it, with its folder."""
    folder = tmp_path / "saved" / "Una madre_files"
    folder.mkdir(parents=True)
    (folder / "foto.jpg").write_bytes(PICTURE)
    (tmp_path / "secret.jpg").write_bytes(b"not of this page")
    return tmp_path / "saved" / "Una madre.html"


def test_a_saved_pages_picture_has_its_digest(page: Path) -> None:
    """The same picture in another outlet's page points to one origin."""
    written = PAGE.format("./Una%20madre_files/foto.jpg")
    (report,) = opened(written, "Una madre.html", beside=FilesBeside(page)).reports

    assert [media.sha256 for media in report.media] == [hashlib.sha256(PICTURE).hexdigest()]


@pytest.mark.parametrize(
    "address",
    [
        "../secret.jpg",
        "Una madre_files/../../secret.jpg",
        "%2e%2e/secret.jpg",
        "/etc/hostname",
        "file:///etc/hostname",
        "https://example.org/Una%20madre_files/foto.jpg",
        "//example.org/foto.jpg",
        "//[",
        "Una madre_files",
        "Una madre_files/none.jpg",
        "",
        "a\0b",
        "x" * 5000,
    ],
)
def test_an_address_that_leads_elsewhere_has_no_file_beside(page: Path, address: str) -> None:
    beside = FilesBeside(page)

    assert address not in beside
    with pytest.raises(KeyError):
        beside[address]


def test_a_link_out_of_the_folder_is_not_followed(page: Path) -> None:
    (page.parent / "foto.jpg").symlink_to(page.parent.parent / "secret.jpg")

    assert "foto.jpg" not in FilesBeside(page)


def test_the_files_of_the_same_folder_are_named(page: Path) -> None:
    (page.parent / "clip.mp4").write_bytes(b"x")
    page.write_text("a page")

    assert list(FilesBeside(page)) == ["clip.mp4"]
