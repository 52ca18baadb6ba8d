"""What happens when a process that reads a list is killed, as by a kernel without memory."""

import multiprocessing
import threading
import time
from pathlib import Path

import pytest
from tests.identity.batch.lists import made, write

from paradero.identity.batch import prepared
from paradero.identity.batch.linking import Asked, link
from paradero.identity.batch.readers import ReaderLost

LONGEST_SECONDS = 90


class Unheard:
    """Nobody is told how far a run is."""

    def stage(self, _name: str, _total: int | None = None):  # noqa: ANN201 - as it is called
        return lambda _done: None


def _kill_a_reader(seconds: float) -> None:
    """Kill the first reader so long after it appears, while it still loads its libraries."""
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        for one in multiprocessing.active_children():
            time.sleep(seconds)
            one.kill()
            return
        time.sleep(0.001)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0, 0.005, 0.02, 0.3])
def test_a_killed_reader_ends_the_run_with_what_to_do_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
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
    _kill_a_reader(seconds)
    running.join(LONGEST_SECONDS)

    assert not running.is_alive()
    assert "Give the machine more memory, or use `--threads 1`" in str(refusals[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.csv", "right.csv"]
