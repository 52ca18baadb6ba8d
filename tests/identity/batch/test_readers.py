"""What becomes of readers that end well, that fail, and that are killed."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from paradero.identity.batch.readers import ReaderLost, side_by_side

LONGEST_SECONDS = 60


def counted(upto: int, told: Callable[[int], None]) -> str:
    for _ in range(upto):
        told(1)
    return f"counted to {upto}"


def refused(file: str, _told: Callable[[int], None]) -> None:
    raise FileNotFoundError(f"{file} is not there")


def endless(_told: Callable[[int], None]) -> None:
    time.sleep(10 * LONGEST_SECONDS)


def killed_within_a_word(bytes_long: int, told: Any) -> None:
    """Say that so many bytes follow, send four, and die."""
    os.write(told.__self__.fileno(), bytes_long.to_bytes(4, "big") + b"four")
    os.kill(os.getpid(), signal.SIGKILL)


def test_answers_come_in_the_order_of_the_jobs_and_every_step_is_told() -> None:
    steps: list[int] = []

    assert side_by_side(counted, [(30,), (2,)], steps.append) == ["counted to 30", "counted to 2"]
    assert sum(steps) == 32


def test_what_a_reader_raises_is_raised_here_with_the_place() -> None:
    with pytest.raises(FileNotFoundError, match=r"seen\.csv is not there") as raised:
        side_by_side(refused, [("seen.csv",)], lambda _: None)

    assert "in refused" in raised.value.__notes__[0]
    assert not multiprocessing.active_children()


def test_a_reader_killed_within_a_word_is_lost() -> None:
    with pytest.raises(ReaderLost):
        side_by_side(killed_within_a_word, [(100,), (100,)], lambda _: None)


@pytest.mark.slow
@pytest.mark.parametrize("reader", [0, 1])
@pytest.mark.parametrize("seconds", [0, 0.001, 0.003, 0.006, 0.01, 0.02, 0.05, 0.3])
def test_a_reader_killed_at_any_moment_ends_the_run(reader: int, seconds: float) -> None:
    """At its first moment too: a pool of processes waited for ever for one started while another was found dead."""
    told: list[str] = []

    def run() -> None:
        try:
            side_by_side(endless, [(), ()], lambda _: None)
        except ReaderLost as refusal:
            told.append(str(refusal))

    running = threading.Thread(target=run, daemon=True)
    running.start()
    _kill(reader, seconds)
    running.join(LONGEST_SECONDS)

    assert not running.is_alive()
    assert "Give the machine more memory, or use `--threads 1`" in told[0]
    assert not multiprocessing.active_children()


def _kill(reader: int, seconds: float) -> None:
    """Kill one of the readers so long after it was started."""
    born: list[int] = []
    until = time.monotonic() + LONGEST_SECONDS
    while len(born) <= reader and time.monotonic() < until:
        born += [one.pid for one in multiprocessing.active_children() if one.pid and one.pid not in born]
    time.sleep(seconds)
    os.kill(born[reader], signal.SIGKILL)
