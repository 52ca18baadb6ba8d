"""The process is killed at every step of sealing, destroying and making keys; what is left is whole or swept."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from paradero.intake import Drift, ItemKeys, SealDestroyed, SealedStore, SealMissing
from paradero.terms.failpoint import STEPS, VARIABLE

PAGE = b"Galina reconocio a su hijo."
SHA256 = hashlib.sha256(PAGE).hexdigest()

ACT = """
import sys
from pathlib import Path
from paradero.intake import ItemKeys, SealedStore
home, act = Path(sys.argv[1]), sys.argv[2]
store = SealedStore(home / "store", ItemKeys.create(home / "keys.sqlite", home / "key"))
if act == "seal":
    print("acknowledged", store.seal(sys.argv[3].encode()).sha256)
if act == "destroy":
    store.destroy(sys.argv[3])
    print("acknowledged")
"""


def run(home: Path, act: str, word: str, die_at: str) -> str:
    """Run an act in a process of its own that dies at a step; return what it had acknowledged by then."""
    child = subprocess.run(
        [sys.executable, "-c", ACT, str(home), act, word],
        env={**os.environ, VARIABLE: die_at},
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    return child.stdout


def steps_of(act: str) -> list[str]:
    return [step for step in STEPS if step.startswith(act)]


def opened(home: Path) -> SealedStore:
    return SealedStore(home / "store", ItemKeys.create(home / "keys.sqlite", home / "key"))


@pytest.mark.parametrize("step", steps_of("seal:"))
def test_a_sealing_that_dies_leaves_nothing_half_stored(tmp_path: Path, step: str) -> None:
    said = run(tmp_path, "seal", PAGE.decode(), step)
    store = opened(tmp_path)

    assert "acknowledged" not in said
    left = list(store.check())
    assert not [finding for finding in left if finding.is_fault]
    if step == "seal: marked":
        assert store.open(SHA256) == PAGE
    else:
        begun = Drift.TEMPORARY if step == "seal: temporary written" else Drift.UNFINISHED
        assert begun in {finding.drift for finding in left}


@pytest.mark.parametrize("step", steps_of("seal:")[:-1])
def test_what_a_dead_sealing_left_is_swept_away(tmp_path: Path, step: str) -> None:
    run(tmp_path, "seal", PAGE.decode(), step)
    store = opened(tmp_path)

    assert store.sweep()

    assert not list(store.check())
    assert not [path for path in store.folder.rglob("*") if path.is_file()]
    with pytest.raises(SealMissing):
        store.open(SHA256)


@pytest.mark.parametrize("step", steps_of("seal:"))
def test_sealing_again_finishes_what_died(tmp_path: Path, step: str) -> None:
    run(tmp_path, "seal", PAGE.decode(), step)
    store = opened(tmp_path)

    assert store.seal(PAGE).sha256 == SHA256

    store.sweep()
    assert store.open(SHA256) == PAGE
    assert not list(store.check())


@pytest.mark.parametrize("step", steps_of("destroy:"))
def test_a_destruction_that_dies_has_destroyed(tmp_path: Path, step: str) -> None:
    """The key goes first, so from the first step on nobody can read the item."""
    opened(tmp_path).seal(PAGE)
    run(tmp_path, "destroy", SHA256, step)
    store = opened(tmp_path)

    with pytest.raises(SealDestroyed):
        store.open(SHA256)
    store.sweep()
    assert [finding.drift for finding in store.check()] == [Drift.DESTROYED]


@pytest.mark.parametrize("step", steps_of("keys:"))
def test_a_making_of_keys_that_dies_is_finished_by_the_next(tmp_path: Path, step: str) -> None:
    run(tmp_path, "none", "", step)

    store = opened(tmp_path)

    assert store.open(store.seal(PAGE).sha256) == PAGE


def test_every_step_of_this_room_is_died_at() -> None:
    assert {step.partition(":")[0] for step in STEPS} >= {"keys", "seal", "destroy"}
    assert len(steps_of("seal:")) == 6
