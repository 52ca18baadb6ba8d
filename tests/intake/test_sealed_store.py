import hashlib
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from paradero.intake import (
    Drift,
    ItemKeys,
    SealBroken,
    SealDestroyed,
    SealedStore,
    SealMissing,
)
from paradero.intake.sealed_file import FIRST, HEAD_BYTES

PAGE = "La madre de Ruslan Doroshenkov lo reconoció en un vídeo.".encode()


def file_of(store: SealedStore, sha256: str) -> Path:
    return store.folder / sha256[:2] / f"{sha256}.sealed"


def drifts(store: SealedStore) -> dict[str | None, Drift]:
    return {finding.sha256: finding.drift for finding in store.check()}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.binary(max_size=2000))
def test_what_is_sealed_opens_unchanged(store: SealedStore, data: bytes) -> None:
    seal = store.seal(data)

    assert seal.sha256 == hashlib.sha256(data).hexdigest()
    assert seal.size_bytes == len(data)
    assert store.open(seal.sha256) == data


def test_the_same_bytes_twice_are_one_file_that_is_not_written_again(store: SealedStore) -> None:
    first = store.seal(PAGE)
    before = file_of(store, first.sha256).stat()

    assert store.seal(PAGE) == first
    after = file_of(store, first.sha256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert list(store.items()) == [first.sha256]


def test_no_word_of_an_item_lies_in_clear_on_the_disk(store: SealedStore, tmp_path: Path) -> None:
    """Whoever takes the disk without the key file reads nothing."""
    store.seal(PAGE)

    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"Doroshenkov" not in path.read_bytes()


def test_every_flipped_byte_is_refused_and_named(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    path = file_of(store, sha256)
    whole = path.read_bytes()

    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(SealBroken, match=sha256):
            store.open(sha256)
    assert drifts(store) == {sha256: Drift.BROKEN}


@pytest.mark.parametrize("length", [0, 5, 17, 18, 25, 40])
def test_a_truncated_file_is_broken(store: SealedStore, length: int) -> None:
    sha256 = store.seal(PAGE).sha256
    os.truncate(file_of(store, sha256), length)

    with pytest.raises(SealBroken):
        store.open(sha256)


def test_an_item_put_in_anothers_place_is_refused(store: SealedStore) -> None:
    """Its name is bound into its encryption, so two files cannot be swapped."""
    one, other = store.seal(b"one").sha256, store.seal(b"other").sha256
    file_of(store, one).write_bytes(file_of(store, other).read_bytes())

    with pytest.raises(SealBroken, match=one):
        store.open(one)


def test_a_lost_file_is_missing_and_named(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    file_of(store, sha256).unlink()

    with pytest.raises(SealMissing, match=sha256):
        store.open(sha256)
    (finding,) = store.check()
    assert (finding.drift, finding.is_fault, sha256 in finding.sentence) == (Drift.MISSING, True, True)


def test_a_lost_file_comes_back_when_its_bytes_do(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    file_of(store, sha256).unlink()

    store.seal(PAGE)

    assert store.open(sha256) == PAGE
    assert not list(store.check())


def test_a_lost_key_is_named(store: SealedStore, keys: ItemKeys) -> None:
    sha256 = store.seal(PAGE).sha256
    keys.forget(sha256)

    assert drifts(store) == {sha256: Drift.NO_KEY}
    with pytest.raises(SealMissing):
        store.open(sha256)


def test_what_the_store_never_held_is_missing(store: SealedStore) -> None:
    with pytest.raises(SealMissing, match="does not hold"):
        store.open("0" * 64)


def test_a_destroyed_item_is_destroyed_by_order_and_never_missing(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    kept = store.encrypt(sha256, b"Ruslan Doroshenkov", purpose="sighting")
    store.destroy(sha256)

    with pytest.raises(SealDestroyed, match="destroyed by order"):
        store.open(sha256)
    with pytest.raises(SealDestroyed):
        store.decrypt(sha256, kept, purpose="sighting")
    (finding,) = store.check()
    assert (finding.drift, finding.is_fault) == (Drift.DESTROYED, False)
    assert not file_of(store, sha256).exists()


def test_a_destroyed_item_cannot_come_back(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    store.destroy(sha256)

    with pytest.raises(SealDestroyed):
        store.seal(PAGE)


def test_a_copy_of_the_file_stays_unreadable_after_destruction(store: SealedStore) -> None:
    """A backup of the store alone gives nothing back: the key is gone."""
    sha256 = store.seal(PAGE).sha256
    copy = file_of(store, sha256).read_bytes()
    store.destroy(sha256)
    file_of(store, sha256).write_bytes(copy)

    with pytest.raises(SealDestroyed):
        store.open(sha256)
    assert drifts(store) == {sha256: Drift.LEFT_OVER}
    store.sweep()
    assert drifts(store) == {sha256: Drift.DESTROYED}


def test_a_derived_text_opens_only_for_its_item_and_purpose(store: SealedStore) -> None:
    one, other = store.seal(b"one").sha256, store.seal(b"other").sha256
    locked = store.encrypt(one, b"Galina", purpose="report text")

    assert store.decrypt(one, locked, purpose="report text") == b"Galina"
    for sha256, purpose in ((one, "sighting"), (other, "report text"), (one, "original")):
        with pytest.raises(SealBroken):
            store.decrypt(sha256, locked, purpose=purpose)
    for damaged in (b"", locked[:11], locked[:-1], locked + b"x"):
        with pytest.raises(SealBroken):
            store.decrypt(one, damaged, purpose="report text")


def test_many_texts_open_at_once_and_what_one_lacks_is_told_of_it_alone(store: SealedStore) -> None:
    whole, altered, gone = (store.seal(data).sha256 for data in (b"one", b"two", b"three"))
    locked = {sha256: store.encrypt(sha256, b"Galina", purpose="report text") for sha256 in (whole, altered, gone)}
    store.destroy(gone)
    asked = [
        (whole, locked[whole], "report text"),
        (altered, locked[altered][:-1], "report text"),
        (gone, locked[gone], "report text"),
        ("0" * 64, locked[whole], "report text"),
        (whole, locked[whole], "sighting"),
    ]

    opened = store.decrypt_all(asked)

    assert opened[0] == b"Galina"
    assert [type(fault) for fault in opened[1:]] == [SealBroken, SealDestroyed, SealMissing, SealBroken]
    for (sha256, text, purpose), fault in zip(asked[1:], opened[1:], strict=True):
        with pytest.raises(type(fault)) as alone:  # type: ignore[arg-type]
            store.decrypt(sha256, text, purpose=purpose)
        assert str(alone.value) == str(fault)


def test_a_file_that_lost_all_its_pieces_is_broken_even_where_nothing_was_sealed(store: SealedStore) -> None:
    """Nothing has a digest as well: what is cut off behind the head must not pass for it."""
    sha256 = store.seal(b"").sha256
    os.truncate(file_of(store, sha256), HEAD_BYTES)

    with pytest.raises(SealBroken):
        store.open(sha256)
    assert drifts(store) == {sha256: Drift.BROKEN}


def test_strangers_lie_in_folders_below_too_and_links_are_not_followed(store: SealedStore, tmp_path: Path) -> None:
    sha256 = store.seal(PAGE).sha256
    elsewhere = tmp_path / "elsewhere"
    for folder in (file_of(store, sha256).parent / "notes" / "more", store.folder / "empty", elsewhere):
        folder.mkdir(parents=True)
    for folder in (file_of(store, sha256).parent / "notes" / "more", elsewhere):
        (folder / "a.txt").write_bytes(b"?")
    for place in (store.folder / "link", file_of(store, sha256).parent / "link"):
        place.symlink_to(elsewhere)

    assert {finding.file: finding.drift for finding in store.check()} == {
        f"{sha256[:2]}/notes/more/a.txt": Drift.STRANGER
    }


def test_strangers_and_temporary_files_are_named_and_only_the_temporary_swept(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    stray = file_of(store, sha256).with_name(f"{sha256}.sealed.0a1b.tmp")
    stray.write_bytes(b"half")
    (store.folder / "notes.txt").write_bytes(b"?")

    assert {finding.file: finding.drift for finding in store.check()} == {
        f"{sha256[:2]}/{stray.name}": Drift.TEMPORARY,
        "notes.txt": Drift.STRANGER,
    }
    assert [finding.drift for finding in store.sweep()] == [Drift.TEMPORARY]
    assert [finding.drift for finding in store.check()] == [Drift.STRANGER]
    assert store.open(sha256) == PAGE


def test_a_file_that_passes_for_an_older_kind_gives_not_one_byte(store: SealedStore) -> None:
    """Read so, the head of an empty item holds the file's own key, locked as its bytes would be."""
    sha256 = store.seal(b"").sha256
    sealed = file_of(store, sha256)
    sealed.write_bytes(FIRST + sealed.read_bytes()[len(FIRST) : HEAD_BYTES])
    given = []

    with pytest.raises(SealBroken):
        given.extend(store.pieces(sha256))

    assert not given


def test_an_item_that_was_never_acknowledged_can_be_forgotten_and_come_again(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    store.forget(sha256)

    assert not list(store.check())
    assert store.seal(PAGE).sha256 == sha256
    assert store.open(sha256) == PAGE


def test_a_tombstone_outlives_forgetting(store: SealedStore) -> None:
    sha256 = store.seal(PAGE).sha256
    store.destroy(sha256)
    store.forget(sha256)

    with pytest.raises(SealDestroyed):
        store.seal(PAGE)


def test_many_hands_may_seal_the_same_bytes_at_once(store: SealedStore) -> None:
    """Several web processes take in the same page at the same moment."""
    pages = [f"page {place}".encode() for place in range(6)]
    start = threading.Barrier(6)
    faults: list[BaseException] = []

    def seal_all() -> None:
        start.wait()
        try:
            for page in pages:
                store.seal(page)
        except BaseException as fault:  # noqa: BLE001  # a thread's fault must reach the test
            faults.append(fault)

    hands = [threading.Thread(target=seal_all) for _ in range(6)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert not faults
    assert not list(store.check())
    assert [store.open(hashlib.sha256(page).hexdigest()) for page in pages] == pages
