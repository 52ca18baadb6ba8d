import stat
from pathlib import Path

import pytest

from paradero.intake import ItemKeys, KeyBrokenError, KeyFileRefused, KeyState

SHA256 = "ab" * 32


def test_a_new_key_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")

    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys.sqlite").stat().st_mode) == 0o600


def test_creating_again_opens_what_is_there(tmp_path: Path) -> None:
    keys = ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    first = keys.begin([SHA256])[SHA256]

    assert ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key").find(SHA256) == first


def test_another_key_file_is_refused(tmp_path: Path) -> None:
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    ItemKeys.create(tmp_path / "other.sqlite", tmp_path / "other-key")

    with pytest.raises(KeyFileRefused, match="not the key file"):
        ItemKeys(tmp_path / "keys.sqlite", tmp_path / "other-key")


def test_a_missing_key_file_is_refused_and_none_is_made_up(tmp_path: Path) -> None:
    """A new key would open nothing of what is sealed, and hide that the old one is lost."""
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    (tmp_path / "key").unlink()

    for opening in (ItemKeys, ItemKeys.create):
        with pytest.raises(KeyFileRefused, match="no key file"):
            opening(tmp_path / "keys.sqlite", tmp_path / "key")
    assert not (tmp_path / "key").exists()


def test_a_missing_key_store_is_refused_and_none_is_made_up(tmp_path: Path) -> None:
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    (tmp_path / "keys.sqlite").unlink()

    with pytest.raises(KeyFileRefused, match="no key store"):
        ItemKeys(tmp_path / "keys.sqlite", tmp_path / "key")
    assert not (tmp_path / "keys.sqlite").exists()


def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    (tmp_path / "key").chmod(0o640)

    with pytest.raises(KeyFileRefused, match="chmod 600"):
        ItemKeys(tmp_path / "keys.sqlite", tmp_path / "key")


@pytest.mark.parametrize("content", [b"", b"not a key", b"AAAA", b"\xff\xfe", b"A" * 5000])
def test_what_is_no_key_file_is_refused(tmp_path: Path, content: bytes) -> None:
    ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "key")
    (tmp_path / "key").write_bytes(content)

    with pytest.raises(KeyFileRefused, match="not a key file"):
        ItemKeys(tmp_path / "keys.sqlite", tmp_path / "key")


def test_each_item_has_a_key_of_its_own_that_stays(keys: ItemKeys) -> None:
    (one, state), (other, _) = keys.begin([SHA256, "cd" * 32]).values()

    assert len(one) == 32
    assert state is KeyState.BEGUN
    assert one != other
    assert keys.begin([SHA256]) == {SHA256: (one, KeyState.BEGUN)}


def test_a_kept_key_moved_to_another_item_does_not_open(keys: ItemKeys) -> None:
    keys.begin([SHA256, "cd" * 32])
    with keys._writing() as rows:
        rows.execute("UPDATE item_key SET wrapped = (SELECT wrapped FROM item_key WHERE sha256 = ?)", (SHA256,))

    with pytest.raises(KeyBrokenError, match="cdcd"):
        keys.find("cd" * 32)


def test_a_destroyed_key_is_in_no_file_any_more(keys: ItemKeys, tmp_path: Path) -> None:
    """The wrapped key must not survive in a free page or a journal."""
    keys.begin([SHA256])
    with keys._rows() as rows:
        (wrapped,) = rows.execute("SELECT wrapped FROM item_key").fetchone()
    assert wrapped in (tmp_path / "keys.sqlite").read_bytes()

    keys.destroy(SHA256)

    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert wrapped not in path.read_bytes()
    assert keys.find(SHA256) == (b"", KeyState.DESTROYED)
