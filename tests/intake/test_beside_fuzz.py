"""Whatever a page calls a picture of its own, nothing outside its folder is looked at."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.test_fuzz import must_hold

from paradero.intake.beside import FilesBeside

PARTS = st.sampled_from(
    [
        *["..", ".", "/", "\\", "%2e%2e", "%2F", "..%2f", "page_files", "foto.jpg", "outside.jpg", "link", "way out"],
        *["file:", "//", "?x", "#y", "%00", "\0", "%ff", "a" * 300, " ", "\n", "\u202e", "http:", "[", "%", "~", ""],
    ]
)
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6)
ADDRESSES = st.lists(PARTS | WORDS, max_size=7).flatmap(
    lambda parts: st.sampled_from(["/", ""]).map(lambda between: between.join(parts))
)
PICTURE = b"\xff\xd8\xff\xe0 inside"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved page with a picture, and links that lead out of its folder."""
    around = tmp_path_factory.mktemp("around")
    (around / "outside.jpg").write_bytes(b"outside")
    folder = around / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "foto.jpg").write_bytes(PICTURE)
    (folder / "link").symlink_to(around / "outside.jpg")
    (folder / "page_files" / "way out").symlink_to(around)
    (folder / "page.html").write_text("<p>Galina espera.</p>")
    return folder / "page.html"


@fuzzes("saved page's folder")
@given(address=ADDRESSES)
def test_any_address_of_a_picture(saved: Path, address: str) -> None:
    beside = FilesBeside(saved)

    found = beside.get(address)

    assert (found is not None) == (address in beside)
    assert found in {None, hashlib.sha256(PICTURE).hexdigest()}


@fuzzes("saved page's folder")
@given(address=ADDRESSES)
def test_any_address_in_a_page(saved: Path, address: str) -> None:
    said = address.replace("&", "&amp;").replace('"', "&quot;")
    html = f'<html><body><article><p>Galina espera a Ruslan.</p><img src="{said}"></article></body></html>'
    item = must_hold(html, "a.html", beside=FilesBeside(saved))

    assert item is None or set(item.beside.values()) <= {hashlib.sha256(PICTURE).hexdigest()}
