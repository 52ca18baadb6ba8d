"""`paradero work` and `paradero jobs`: what was left is searched, by whoever comes, and a kill costs nothing."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import PARADERO, Command
from tests.cli.test_serving import free_port, served

from paradero.cli import working
from paradero.cli.working import worker_beside

pytestmark = pytest.mark.slow


@pytest.fixture
def waiting(paradero: Command, tmp_path: Path) -> Command:
    """A folder with a report and an enquiry that were stored and not yet searched."""
    paradero.json("take-in", world.report(tmp_path), "--no-wait")
    paradero.json("enquire", world.enquiry(tmp_path), "--no-wait")
    return paradero


def begun(command: Command, *arguments: str, **further: str) -> "subprocess.Popen[str]":
    """Begin `paradero` without waiting for its end."""
    return subprocess.Popen(
        [str(PARADERO), *arguments],
        env=command.environment | further,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(120):
        if true():
            return
        time.sleep(0.5)
    raise AssertionError("it did not come about in a minute")


def waits(command: Command) -> int:
    return int(command.json("jobs")["waiting"])


def test_what_nobody_waited_for_is_listed_and_then_worked_off(waiting: Command) -> None:
    listed = waiting("jobs")
    assert {row["kind"] for row in waiting.json("jobs")["rows"]} == {"item to be read", "enquiry against sightings"}
    assert "paradero work" in listed.stdout
    assert waiting.json("candidates") == []

    worked = waiting("work", "--once")

    assert worked.returncode == 0, worked.stderr
    assert "1 item read, 2 searches made, 1 new candidate." in worked.stdout
    assert "Nothing is still to be done" in waiting("jobs").stdout
    assert len(waiting.json("candidates")) == 1


def test_a_killed_workers_job_is_done_by_the_next(waiting: Command) -> None:
    """`kill -9` between the search and its end; the next worker takes over when the lease has run out."""
    killed = begun(waiting, "work", "--lease", "1", PARADERO_DIE_AT="act: logged")
    assert killed.wait(timeout=120) == -signal.SIGKILL
    killed.communicate()
    assert waiting.json("candidates") == []
    time.sleep(1)

    assert waiting("work", "--once").returncode == 0
    assert len(waiting.json("candidates")) == 1
    assert waiting.json("verify")["troubles"] == []


@pytest.mark.once
def test_a_worker_waits_for_what_comes_and_ends_when_told_to(paradero: Command, tmp_path: Path) -> None:
    worker = begun(paradero, "work", "--every", "0.1")
    try:
        assert worker.stdout
        assert "Waiting for work" in worker.stdout.readline()
        paradero.json("enquire", world.enquiry(tmp_path), "--no-wait")
        wait_until(lambda: waits(paradero) == 0)
    finally:
        worker.send_signal(signal.SIGTERM)
        said, complained = worker.communicate(timeout=60)

    assert worker.returncode == 0, complained
    assert "1 search made" in said


def test_an_open_desk_searches_what_is_new_and_its_worker_ends_with_it(waiting: Command) -> None:
    with served(waiting, free_port()) as desk:
        wait_until(lambda: waits(waiting) == 0)
        (worker,) = [child for child in children(desk.pid) if "work" in arguments_of(child)]
        desk.kill()
        wait_until(lambda: "work" not in arguments_of(worker))

    assert len(waiting.json("candidates")) == 1


def children(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def arguments_of(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/cmdline").read_text().split("\0")
    except FileNotFoundError:
        return []


@pytest.mark.once
def test_a_desk_may_leave_the_work_to_others(waiting: Command) -> None:
    arguments = [PARADERO, "desk", "--port", str(free_port()), "--no-work"]
    desk = subprocess.Popen(arguments, env=waiting.environment, stdout=subprocess.PIPE, text=True)
    try:
        assert desk.stdout
        assert "The desk:" in desk.stdout.readline()
        time.sleep(2)
        assert [child for child in children(desk.pid) if "work" in arguments_of(child)] == []
    finally:
        desk.terminate()
        desk.communicate(timeout=20)
    assert waits(waiting) == 2


def test_only_what_waits_for_a_person_is_tried_again_by_one(waiting: Command) -> None:
    (first, _) = waiting.json("jobs")["rows"]
    assert "tried again by itself" in waiting("jobs", "retry", first["ref"].lower()).stderr
    assert waiting("jobs", "retry", "J-0000-0000").returncode == 1


@pytest.mark.once
def test_everything_is_searched_anew_where_somebody_asks_for_it(paradero: Command, tmp_path: Path) -> None:
    paradero.json("take-in", world.report(tmp_path))
    paradero.json("enquire", world.enquiry(tmp_path), "--no-wait")
    assert (
        "1 enquiry against 1 sighting: 1 new candidate, 0 weighed anew, 0 as before." in paradero("search-anew").stdout
    )
    again = paradero.json("search-anew")
    assert (again["new"], again["kept"]) == ([], 1)


@pytest.mark.once
def test_a_worker_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the desk ends with a fault of Python, and leaves a process behind that nobody knows of."""
    deaf, began = tmp_path / "deaf", tmp_path / "began"
    deaf.write_text(f"#!/bin/sh\ntrap '' TERM\necho $$ > {began}\nwhile :; do sleep 0.1; done\n", encoding="utf-8")
    deaf.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(deaf))
    monkeypatch.setattr(working, "LETS_GO_S", 0.3)
    with worker_beside(wanted=True):
        wait_until(lambda: began.exists() and bool(began.read_text()))

    assert not Path(f"/proc/{began.read_text().strip()}").exists()
