"""Whatever becomes of a sealed file, it gives the bytes that were sealed, or is called broken."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.warc_shapes import Edit, edited, edits

from paradero.intake import ItemKeys, SealBroken, SealedStore
from paradero.intake.sealed_file import FIRST, HEAD_BYTES, PIECE_BYTES, SECOND, TAG_BYTES

SIZES = (0, 1, 1500, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES + 1500)
"""Of one piece and of several, full and not."""


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[SealedStore, list[bytes]]:
    home = tmp_path_factory.mktemp("sealed")
    store = SealedStore(home / "store", ItemKeys.create(home / "keys.sqlite", home / "key"))
    items = [hashlib.shake_256(b"%d" % size).digest(size) for size in SIZES]
    for item in items:
        store.seal(item)
    return store, items


def file_of(store: SealedStore, item: bytes) -> Path:
    sha256 = hashlib.sha256(item).hexdigest()
    return store.folder / sha256[:2] / f"{sha256}.sealed"


def must_hold(store: SealedStore, item: bytes, lies: bytes) -> None:
    """Put other bytes in the place of an item's file, and open it."""
    file = file_of(store, item)
    whole = file.read_bytes()
    given: list[bytes] = []
    try:
        file.write_bytes(lies)
        given.extend(store.pieces(hashlib.sha256(item).hexdigest()))
    except SealBroken:
        assert lies != whole
        assert item.startswith(b"".join(given))
    else:
        assert lies == whole
        assert b"".join(given) == item
    finally:
        file.write_bytes(whole)


Sealed = tuple[SealedStore, list[bytes]]
HARM = edits(st.binary(min_size=1, max_size=40) | st.sampled_from([FIRST, SECOND, bytes(HEAD_BYTES)]))


@fuzzes("sealed file")
@given(which=st.integers(0, 2), harm=HARM)
def test_a_small_sealed_file_that_came_to_harm(sealed: Sealed, which: int, harm: list[Edit]) -> None:
    store, items = sealed
    must_hold(store, items[which], edited(file_of(store, items[which]).read_bytes(), harm))


@fuzzes("sealed file")
@given(which=st.integers(0, len(SIZES) - 1), order=st.lists(st.integers(0, 3), max_size=4), harm=HARM | st.just([]))
def test_a_sealed_file_whose_pieces_were_moved(sealed: Sealed, which: int, order: list[int], harm: list[Edit]) -> None:
    """A piece that is left out, doubled, moved or the last of a file that went on is seen."""
    store, items = sealed
    whole = file_of(store, items[which]).read_bytes()
    length = PIECE_BYTES + TAG_BYTES
    pieces = [whole[HEAD_BYTES + at * length :][:length] for at in range(4)]
    must_hold(store, items[which], edited(whole[:HEAD_BYTES] + b"".join(pieces[at] for at in order), harm))


@fuzzes("sealed file")
@given(one=st.integers(0, len(SIZES) - 1), other=st.integers(0, len(SIZES) - 1), at=st.integers(0, 2000))
def test_a_sealed_file_made_of_two(sealed: Sealed, one: int, other: int, at: int) -> None:
    store, items = sealed
    first, second = (file_of(store, items[which]).read_bytes() for which in (one, other))
    must_hold(store, items[one], first[:at] + second[at:])
