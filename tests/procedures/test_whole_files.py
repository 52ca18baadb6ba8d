import errno
import os
from pathlib import Path

import pytest

from paradero.procedures.whole_files import written_beside


def test_a_file_written_beside_another_is_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_bytes(b"old")

    beside = written_beside(tmp_path / "model.toml", b"new")

    assert (beside.parent, beside.read_bytes(), beside.stat().st_mode & 0o777) == (tmp_path, b"new", 0o600)
    assert (tmp_path / "model.toml").read_bytes() == b"old"


def test_a_full_disk_is_not_left_fuller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        written_beside(tmp_path / "model.toml", b"new")
    assert list(tmp_path.iterdir()) == []
