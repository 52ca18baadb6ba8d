"""A thousand searches done by workers that are killed at random: how many are lost, and how many are done twice?

    python -m benchmarks.killed_workers [--jobs 1000] [--workers 3] [--life 6] [--seed 1] [--postgresql]

Reports and enquiries are the demonstration's, the enquiries opened as often as it takes. Each worker is a process of
its own and gets `kill -9` after a random while; another takes its place, until nothing is due. A job whose workers were
killed five times is parked; it is tried again at the end, as a person would. Then the records are counted: jobs done,
candidates that a quiet search finds as well, and entries of the audit log for each. It ends with 1 where anything is
lost, doubled or damaged.
"""

# ruff: noqa: PLC0415, TID251 -- acts are imported once Django is set up; this is an edge of the system, with a clock

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scripts import postgres

WORLD = Path(__file__).resolve().parents[1] / "demonstration"
LEASE = timedelta(seconds=2)
"""Short, so that a killed worker's job is taken over within the run."""


def main() -> None:
    """Run it and print the figures as one line of JSON."""
    asked = arguments()
    with ExitStack() as until_the_end:
        folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="paradero-killed-")))
        if asked.postgresql:
            programs = postgres.binaries() or sys.exit("No PostgreSQL server is installed.")
            os.environ["PARADERO_DATABASE_URL"] = until_the_end.enter_context(postgres.server(programs))
        os.environ["PARADERO_HOME"] = str(folder / "home")
        figures = run(asked)
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.exit(1 if figures["lost"] or figures["doubled"] or not figures["sound"] else 0)


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Searches under random kill -9.")
    parser.add_argument("--jobs", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--life", type=float, default=6.0, help="seconds a worker lives at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", action="store_true")
    return parser.parse_args()


def run(asked: argparse.Namespace) -> dict[str, Any]:
    """Fill a desk, let the workers be killed until nothing is due, and count."""
    from paradero.cli.house import open_house, set_up

    set_up()
    house = open_house(named=False)
    fill(house.hands, jobs=asked.jobs)
    expected = quiet_search()
    began, processor = time.monotonic(), os.times()
    work = working(house.desk)
    kills = kill_until_done(asked, work)
    parked = retry_parked(house.hands)
    work()
    spent = os.times()
    return {
        "database": "PostgreSQL" if asked.postgresql else "SQLite",
        "kills": kills,
        "parked": parked,
        "seconds": round(time.monotonic() - began, 1),
        "processor_s": round(spent.children_user + spent.children_system - processor.children_user, 1),
    } | counted(expected, house.desk)


def fill(hands: Callable[[], Any], *, jobs: int) -> None:
    """Take the demonstration's reports in and open its enquiries again and again; each leaves one job."""
    from paradero.cli.manifest import read_manifest
    from paradero.intake import Declared
    from paradero.procedures.enquiry_form import read_form
    from paradero.procedures.open_enquiry import open_enquiry
    from paradero.procedures.take_in import take_in

    declared = read_manifest(WORLD / "manifest.json")
    files = sorted(path for path in (WORLD / "reports").rglob("*") if path.is_file())
    for path in files:
        name = path.relative_to(WORLD / "reports").as_posix()
        said = declared.get(name, Declared(source=None, published_on=None, language=None))
        take_in(path.read_bytes(), name=name, declared=said, **hands())
    forms = sorted(path for path in (WORLD / "enquiries").rglob("*") if path.is_file())
    requests = [one for path in forms for one in read_form(path.read_bytes(), name=path.name)]
    for number in range(jobs - len(files)):
        request = requests[number % len(requests)]
        open_enquiry(replace(request, own_reference=f"{request.own_reference}/{number}"), **hands())


def quiet_search() -> set[tuple[str, str]]:
    """Return the pairs that each enquiry finds when nobody is killed."""
    from paradero.identity import THRESHOLD
    from paradero.procedures.indexes import Indexes
    from paradero.procedures.search_reach import MOST_FOR_ONE
    from paradero.records.models import Enquiry
    from paradero.terms.person import Description
    from paradero.terms.plain import from_json

    index = Indexes().sightings()
    found: dict[str, list[str]] = {}
    for description in Enquiry.objects.values_list("description", flat=True).distinct().order_by():
        offered = index.search(from_json(Description, description), limit=MOST_FOR_ONE)
        found[description] = [ref for ref, why in offered if why.probability >= THRESHOLD]
    rows = Enquiry.objects.values_list("ref", "description")
    return {(ref, sighting) for ref, description in rows for sighting in found[description]}


def working(desk: Any) -> Callable[[], None]:
    """Return what each worker does until it is killed or nothing is due for a lease's time."""
    from paradero.procedures.acting import Actor
    from paradero.procedures.work import Worker
    from paradero.records.leases import still_open

    def work() -> None:
        worker = Worker(desk=desk, actor=Actor(ref="worker:bench"), clock=lambda: datetime.now(UTC), lease=LEASE)
        while still_open().filter(parked_at__isnull=True).exists():
            if worker.work_one() is None:
                time.sleep(0.05)

    return work


def kill_until_done(asked: argparse.Namespace, work: Callable[[], None]) -> int:
    """Keep so many workers going, each for a random while; return how many were killed at work."""
    from django.db import connections

    chance = random.Random(asked.seed)  # noqa: S311 -- not for secrets
    ends: dict[int, float] = {}
    kills = finished = 0
    while not finished:
        while len(ends) < asked.workers:
            connections.close_all()
            ends[born(work)] = time.monotonic() + chance.uniform(0, asked.life)
        time.sleep(0.01)
        for child, end in list(ends.items()):
            gone, status = os.waitpid(child, os.WNOHANG)
            if not gone and time.monotonic() >= end:
                os.kill(child, signal.SIGKILL)
                gone, status = os.waitpid(child, 0)
            if gone:
                del ends[child]
                kills += os.WIFSIGNALED(status)
                finished += os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
    for child in ends:
        os.waitpid(child, 0)
    return kills


def retry_parked(hands: Callable[[], Any]) -> int:
    """Let what was parked be tried again, and return how many jobs that were."""
    from paradero.procedures.list_jobs import list_jobs
    from paradero.procedures.retry_job import retry_job

    parked = [row.ref for row in list_jobs(limit=10_000, **hands()).rows if row.parked_at]
    for ref in parked:
        retry_job(ref, **hands())
    return len(parked)


def born(work: Callable[[], None]) -> int:
    """Return the number of a new process that works and ends with 0, or with 1 where it fails."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    finally:
        os._exit(1)


def counted(expected: set[tuple[str, str]], desk: Any) -> dict[str, Any]:
    """Count what is lost, what is there twice, and whether everything is whole."""
    from paradero.procedures.standing_search import ACTS
    from paradero.procedures.verify import verify
    from paradero.records.models import AuditEntry, Candidate, Job

    found = Counter(Candidate.objects.values_list("enquiry__ref", "sighting__ref"))
    ended = Counter(AuditEntry.objects.filter(act__in=ACTS.values()).values_list("ref", flat=True))
    proposed = Counter(AuditEntry.objects.filter(act="propose candidate").values_list("ref", flat=True))
    subjects = set(Job.objects.values_list("subject", flat=True))
    candidates = set(Candidate.objects.values_list("ref", flat=True))
    return {
        "jobs": Job.objects.count(),
        "done": Job.objects.filter(done_at__isnull=False).count(),
        "begun": sum(Job.objects.values_list("attempts", flat=True)),
        "candidates": len(found),
        "lost": len(subjects - ended.keys()) + len(expected - found.keys()) + len(candidates ^ proposed.keys()),
        "doubled": sum(times - 1 for counts in (found, ended, proposed) for times in counts.values()),
        "sound": verify(desk=desk).sound,
    }


if __name__ == "__main__":
    main()
