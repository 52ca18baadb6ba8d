"""What happens when a process that reads a list is killed, as by a kernel without memory."""

import multiprocessing
import threading
import time
from pathlib import Path

import pytest
from tests.identity.batch.lists import made, write

from paradero.identity.batch import prepared
from paradero.identity.batch.linking import Asked, link
from paradero.identity.batch.prepared import ReaderLost

LONGEST_SECONDS = 90
HAS_BEGUN_SECONDS = 0.3
"""By then a reader has been handed its work, and is still far from its end: it loads its libraries first."""


class Unheard:
    """Nobody is told how far a run is."""

    def stage(self, _name: str, _total: int | None = None):  # noqa: ANN201 - as it is called
        return lambda _done: None


def _kill_a_reader() -> None:
    """Kill the first reader that appears; the process that carries the progress is left alone."""
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        for one in multiprocessing.active_children():
            if "Manager" not in one.name:
                time.sleep(HAS_BEGUN_SECONDS)
                one.kill()
                return
        time.sleep(0.01)


@pytest.mark.slow
def test_a_killed_reader_ends_the_run_with_what_to_do_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waited for ever for word from somebody who was dead."""
    left, right, _ = made(300, seed=3)
    lists = write(tmp_path / "left.csv", left), write(tmp_path / "right.csv", right)
    asked = Asked(left=lists[0], right=lists[1], out=tmp_path / "links.csv", threads=2, memory="500MB")
    monkeypatch.setattr(prepared, "ALONE_BELOW", 0)
    refusals: list[ReaderLost] = []

    def run() -> None:
        try:
            link(asked, Unheard())
        except ReaderLost as refusal:
            refusals.append(refusal)

    running = threading.Thread(target=run, daemon=True)
    running.start()
    _kill_a_reader()
    running.join(LONGEST_SECONDS)

    assert not running.is_alive()
    assert "Give the machine more memory, or use `--threads 1`" in str(refusals[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.csv", "right.csv"]
