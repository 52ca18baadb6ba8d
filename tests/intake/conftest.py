from pathlib import Path

import pytest

from paradero.intake import ItemKeys, SealedStore


@pytest.fixture
def keys(tmp_path: Path) -> ItemKeys:
    return ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "secret" / "key")


@pytest.fixture
def store(tmp_path: Path, keys: ItemKeys) -> SealedStore:
    return SealedStore(tmp_path / "store", keys)
