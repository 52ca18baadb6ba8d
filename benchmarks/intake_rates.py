"""How fast items are sealed and checked, beside writing the same bytes durably and beside `sha256sum`, in one run.

    python -m benchmarks.intake_rates [--items 10000]

The texts are invented. Ours opens each file, seals it encrypted under a key of its own and writes it down in the
database with its custody, in groups of at most a hundred; beside it the same bytes are written, synced and renamed one
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
from pathlib import Path
from random import Random  # noqa: TID251  # one seed, the same files in every run
from time import perf_counter
from typing import Any

WORDS = """
    Galina Doroshenkova espera noticias de su hijo Ruslan cerca de Pokrovsk desde febrero y nadie le responde todavía
    el portavoz confirmó que el soldado está prisionero y que recibe comida agua y cartas de su familia cada semana
""".split()  # noqa: SIM905 -- a table of words reads better as a text
RUNS = 3


def main() -> int:
    """Measure, and tell the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="paradero-rates-", dir=os.environ.get("TMPDIR")) as folder:
        sys.stdout.write(json.dumps(measured(Path(folder), items=asked.items), indent=1) + "\n")
    return 0


def measured(folder: Path, *, items: int) -> dict[str, float]:
    """Return the figures: items a second, ratios to the peers, and by how much memory grew, in MB."""
    files = list(_files(folder / "files", items))
    house = _house(folder / "home")
    _received(files[:100], house)  # what is loaded once is loaded before the clock runs
    written = [_written(files, folder / "written")]
    before = _peak_mb()
    began = perf_counter()
    _received(files, house)
    received = len(files) / (perf_counter() - began)
    grew = _peak_mb() - before
    written.append(_written(files, folder / "written"))
    peer = sum(written) / len(written)
    checks = [_checked(files, house) for _ in range(RUNS)]
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
    }


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
    """Write, sync and rename the same bytes, and return files a second."""
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
    rate = len(held) / (perf_counter() - began)
    for left in folder.iterdir():
        left.unlink()
    folder.rmdir()
    return rate


def _checked(files: list[Path], house: Any) -> tuple[float, float]:
    """Return the seconds that the store's own check takes, and those that `sha256sum` takes for the same bytes."""
    began = perf_counter()
    for finding in house.desk.store.check():
        raise AssertionError(finding.sentence)
    ours = perf_counter() - began
    names = "\n".join(map(str, files))
    began = perf_counter()
    subprocess.run(["xargs", "sha256sum"], input=names, text=True, check=True, stdout=subprocess.DEVNULL)  # noqa: S607
    return ours, perf_counter() - began


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
