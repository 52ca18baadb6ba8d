"""`make bench-intake`: how fast items are sealed and checked, beside writing the same bytes and beside `sha256sum`.

    python -m benchmarks.intake_rates [--items 10000] [--write]

The texts are invented. Ours opens each file, seals it encrypted under a key of its own and writes it down in the
database with its custody, in batches of at most a hundred; beside it the same bytes are written, synced and renamed one
file after the other, before and after. What is read of a report is no part of it: that is a job of its own.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random  # noqa: TID251  # one seed, the same files in every run
from time import perf_counter
from typing import Any

from benchmarks.bench_runner import ROOT
from paradero.intake import ItemKeys, SealedStore

WORDS = """
    Galina Doroshenkova espera noticias de su hijo Ruslan cerca de Pokrovsk desde febrero y nadie le responde todavía
    el portavoz confirmó que el soldado está prisionero y que recibe comida agua y cartas de su familia cada semana
""".split()  # noqa: SIM905 -- a table of words reads better as a text
RUNS = 3
SEALED_GOAL, CHECKED_GOAL = 0.5, 0.7
"""How fast sealing and checking are to be at least, beside their peers."""
SIZES = {1_500: 10_000, 20_000: 2_000, 200_000: 1_000, 5_000_000: 60}
"""Bytes a file, and how many files are checked."""
TEMPLATE, REPORT = (ROOT / "evaluation" / name for name in ("intake.template.md", "intake.md"))


def main() -> int:
    """Measure, and tell the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--write", action="store_true", help="write evaluation/intake.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="paradero-rates-") as folder:
        figures = measured(Path(folder), items=asked.items)
        checks = "\n".join(checked_by_size(Path(folder)))
    sys.stdout.write(json.dumps(figures, indent=1) + f"\n{checks}\n")
    if asked.write:
        today = f"{datetime.now(UTC):%d %B %Y}".lstrip("0")  # noqa: TID251  # it is the interface
        text = TEMPLATE.read_text(encoding="utf-8").replace("{{day}}", today).replace("{{checks}}", checks)
        for name, value in figures.items():
            text = text.replace("{{" + name + "}}", f"{value:,}")
        REPORT.write_text(text, encoding="utf-8")
    return 0 if figures["sealed to written"] >= SEALED_GOAL and figures["checked to sha256sum"] >= CHECKED_GOAL else 1


def measured(folder: Path, *, items: int) -> dict[str, float]:
    """Return the figures: items a second, ratios to the peers, and by how much memory grew, in MB."""
    files = list(_files(folder / "files", items))
    house = _house(folder / "home")
    _received(files[:100], house)  # what is loaded once is loaded before the clock runs
    written = [_written(files, folder / "written before")]
    before = _peak_mb()
    began = perf_counter()
    _received(files, house)
    received = len(files) / (perf_counter() - began)
    grew = _peak_mb() - before
    written.append(_written(files, folder / "written after"))
    peer = sum(written) / len(written)
    checks = [_checked(files, house.desk.store) for _ in range(RUNS)]
    ours, theirs = (sorted(each[side] for each in checks)[RUNS // 2] for side in (0, 1))
    return {
        "items": len(files),
        "bytes an item": round(sum(file.stat().st_size for file in files) / len(files)),
        "sealed a second": round(received),
        "written a second": round(peer),
        "sealed to written": round(received / peer, 2),
        "memory grew MB": round(grew),
        "checked a second": round(len(files) / ours),
        "checked to sha256sum": round(theirs / ours, 2),
        "verified a second": round(len(files) / _verified(house)),
    }


def checked_by_size(folder: Path) -> Iterator[str]:
    """Yield the rows of a table: how long a check takes by the size of the files, beside `sha256sum`."""
    yield "| bytes a file | files | checked, µs a file | `sha256sum`, µs a file | ratio |"
    yield "| --- | --- | --- | --- | --- |"
    for size, count in SIZES.items():
        store, files = _filled(folder / str(size), size=size, count=count)
        times = sorted((_checked(files, store) for _ in range(RUNS)), key=lambda each: each[1] / each[0])
        ours, theirs = times[RUNS // 2]
        row = (1e6 * ours / count, 1e6 * theirs / count, theirs / ours)
        yield f"| {size:,} | {count:,} | {row[0]:,.0f} | {row[1]:,.0f} | {row[2]:.2f} |"


def _filled(folder: Path, *, size: int, count: int) -> tuple[SealedStore, list[Path]]:
    store = SealedStore(folder / "store", ItemKeys.create(folder / "keys.sqlite", folder / "key"))
    files = [folder / f"{number}.bin" for number in range(count)]
    for file in files:
        file.write_bytes(os.urandom(size))
    for start in range(0, count, 50):
        store.keep([store.prepare([file.read_bytes()]) for file in files[start : start + 50]])
    return store, files


def _files(folder: Path, count: int) -> Iterator[Path]:
    chosen = Random(5)  # noqa: S311 -- nothing is kept secret by it
    folder.mkdir(parents=True)
    for number in range(count):
        paragraphs = (" ".join(chosen.choices(WORDS, k=chosen.randint(40, 120))) + "." for _ in range(3))
        file = folder / f"{number:05}.txt"
        file.write_text(f"Noticia {number}\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
        yield file


def _house(home: Path) -> Any:
    os.environ |= {
        "PARADERO_HOME": str(home),
        "PARADERO_CONTROLLER": "a bench",
        "PARADERO_PURPOSE": "measuring",
        "PARADERO_RETENTION_DAYS": "1",
    }
    from paradero.cli.house import open_house  # noqa: PLC0415  # Django is set up by it

    return open_house()


def _received(files: list[Path], house: Any) -> None:
    from paradero.cli.house import now  # noqa: PLC0415
    from paradero.cli.taking_in import parcels_of  # noqa: PLC0415
    from paradero.intake import Declared  # noqa: PLC0415
    from paradero.procedures.receive import receive  # noqa: PLC0415

    parcels = (parcel for file in files for parcel in parcels_of(file, Declared()))
    for _ in receive(parcels, desk=house.desk, actor=house.actor, clock=now):
        pass


def _written(files: list[Path], folder: Path) -> float:
    """Write, sync and rename the same bytes, and return files a second.

    Nothing is removed before all is measured: a file system without a journal leaves the places of removed files alone
    for half a minute and looks at each of them again for every new file, which made sealing up to twice as slow.
    """
    held = [file.read_bytes() for file in files]
    folder.mkdir()
    began = perf_counter()
    for number, data in enumerate(held):
        unfinished = folder / f"{number}.tmp"
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        unfinished.rename(folder / str(number))
    return len(held) / (perf_counter() - began)


def _checked(files: list[Path], store: SealedStore) -> tuple[float, float]:
    """Return the seconds that the store's own check takes, and those that `sha256sum` takes for the same bytes."""
    began = perf_counter()
    for finding in store.check():
        raise AssertionError(finding.sentence)
    ours = perf_counter() - began
    names = "\n".join(map(str, files))
    began = perf_counter()
    subprocess.run(["xargs", "sha256sum"], input=names, text=True, check=True, stdout=subprocess.DEVNULL)  # noqa: S607
    return ours, perf_counter() - began


def _verified(house: Any) -> float:
    """Return the seconds that `paradero verify` takes for everything: files, keys, database, seal records, logs."""
    from paradero.procedures.verify import verify  # noqa: PLC0415

    began = perf_counter()
    found = verify(desk=house.desk)
    assert not found.troubles, found.troubles  # noqa: S101 -- a broken desk is quick to check
    return perf_counter() - began


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
