"""How fast WARC files are read record by record, beside warcio and fastwarc, and in how much memory.

    python -m benchmarks.warc_reading [--records 5000] [--large-mb 1000]

The pages are invented. Peers that are not installed are left out. Ours hands over every record byte for byte, digests
the file as it goes and holds each record to the digest that it states; the peers only read each content to its end.
"""

import argparse
import base64
import gzip
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random  # noqa: TID251  # one seed, the same file in every run
from time import process_time

from benchmarks.bench_runner import ROOT
from paradero.intake import HashedStream, Parcel, parcels_of_warc

DIFFERENT_PAGES = 200
WORDS_A_PAGE = 2_500
RUNS = 3
MEMORY_LIMIT_MB = 200


def main() -> int:
    """Measure, and tell the figures; 1 if the large file took more memory than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=5_000)
    parser.add_argument("--large-mb", type=int, default=1_000)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        return _read_alone(asked.read)
    with tempfile.TemporaryDirectory(prefix="warc-reading-") as made:
        folder = Path(made)
        for packed in (True, False):
            _compare(_written(folder, asked.records, packed=packed), asked.records)
        most = max(_large(folder, asked.large_mb, packed=packed) for packed in (True, False))
    return 0 if most < MEMORY_LIMIT_MB else 1


def _compare(file: Path, count: int) -> None:
    sys.stdout.write(f"{file.name}: {count:,} answers with their requests, {file.stat().st_size / 1e6:,.0f} MB\n")
    ways: dict[str, Callable[[Path], int]] = {"paradero": ours, "warcio": warcio, "fastwarc": fastwarc}
    for name, way in ways.items():
        try:
            seconds = min(_seconds(way, file, count) for _ in range(RUNS))
        except ImportError:
            sys.stdout.write(f"  {name:9} is not installed\n")
            continue
        sys.stdout.write(f"  {name:9} {count / seconds:8,.0f} records a second\n")


def _seconds(way: Callable[[Path], int], file: Path, count: int) -> float:
    began = process_time()
    found = way(file)
    took = process_time() - began
    if found != count:
        raise ValueError(f"{found} records were read of {count}")
    return took


def ours(file: Path) -> int:
    """Read every answer to its end; return how many there are."""
    count = 0
    with file.open("rb") as raw:
        for each in parcels_of_warc(HashedStream(raw), name=file.name):
            if not isinstance(each, Parcel):
                raise TypeError(each.reason)
            count += sum(map(len, each.pieces)) > 0
    return count


def warcio(file: Path) -> int:
    """As `ours`, with warcio."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415

    with file.open("rb") as raw:
        answers = (each for each in ArchiveIterator(raw, no_record_parse=True) if each.rec_type == "response")
        return sum(len(each.raw_stream.read()) > 0 for each in answers)


def fastwarc(file: Path) -> int:
    """As `ours`, with fastwarc."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    with file.open("rb") as raw:
        answers = ArchiveIterator(raw, record_types=WarcRecordType.response, parse_http=False)
        return sum(len(each.reader.read()) > 0 for each in answers)


def _large(folder: Path, megabytes: int, *, packed: bool) -> float:
    """Return the most memory, in MB, that reading a file of so many megabytes takes in a process of its own."""
    each = sum(map(len, islice(records(), 2)))
    file = _written(folder, megabytes * 1_000_000 // each, packed=packed)
    command = [sys.executable, "-m", "benchmarks.warc_reading", "--read", str(file)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)  # noqa: S603
    sys.stdout.write(
        f"{file.name}: {file.stat().st_size / 1e6:,.0f} MB, {said['records']:,} answers in {said['seconds']:.1f} s, "
        f"{said['most_mb']:.0f} MB of memory at most, {said['before_mb']:.0f} MB before it was opened\n"
    )
    file.unlink()
    return float(said["most_mb"])


def _read_alone(file: Path) -> int:
    before, began = _most_mb(), process_time()
    count = ours(file)
    said = {"records": count, "seconds": process_time() - began, "most_mb": _most_mb(), "before_mb": before}
    sys.stdout.write(json.dumps(said))
    return 0


def _most_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _written(folder: Path, count: int, *, packed: bool) -> Path:
    file = folder / ("pages.warc.gz" if packed else "pages.warc")
    written = [gzip.compress(each) if packed else each for each in islice(records(), 2 * DIFFERENT_PAGES)]
    with file.open("wb") as out:
        out.writelines(islice(cycle(written), 2 * count))
    return file


def records() -> Iterator[bytes]:
    """Yield requests and answers in turn, without end."""
    chance = Random(6)  # noqa: S311
    words = ["".join(chance.choices("abcdeilmnorstuv", k=chance.randint(2, 9))) for _ in range(4_000)]
    while True:
        text = " ".join(chance.choices(words, k=WORDS_A_PAGE))
        page = f"<!doctype html><html><head><title>{text[:60]}</title></head><body><p>{text}</p></body></html>"
        yield _record("request", b"GET /noticia HTTP/1.1\r\nHost: faro.example\r\n\r\n")
        yield _record("response", f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode())


def _record(kind: str, content: bytes) -> bytes:
    digest = base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2024-05-24T09:30:00Z\r\nWARC-Target-URI: https://faro.example/noticia\r\n"
        f"WARC-Block-Digest: sha1:{digest}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


if __name__ == "__main__":
    sys.exit(main())
