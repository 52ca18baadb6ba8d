"""Batch linkage as the linkage bench calls it: two lists in, Splink on DuckDB over our key columns, probabilities out.

Run from the project's root, with the identity bench's folder on the path:

    PYTHONPATH=../shared/bench/identity:. python -m parabench linkage -m benchmarks.splink_adapter:splink_linkage
"""

import csv
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from paradero.identity.batch.linking import Asked, link

_FIELDS = ("name", "father", "birth", "town", "unit", "mother")
KEPT_FROM = 1e-6
"""The bench counts candidates; a desk would keep those of one half and more."""


class _Silent:
    def stage(self, name: str, total: int | None = None) -> Callable[[int], None]:  # noqa: ARG002 - as it is called
        return lambda _: None


def splink_linkage(
    left: Sequence[Mapping[str, str]], right: Sequence[Mapping[str, str]]
) -> Iterator[tuple[int, int, float]]:
    """Give every pair that was compared and kept, with its probability; the base rate is worked out from the lists."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lists = [_written(folder / f"{side}.csv", rows) for side, rows in (("left", left), ("right", right))]
        out = folder / "links.csv"
        link(Asked(left=lists[0], right=lists[1], out=out, threshold=KEPT_FROM), _Silent())
        with out.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield int(row["left_id"]), int(row["right_id"]), float(row["match_probability"])


def _written(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("id", *_FIELDS), extrasaction="ignore")
        writer.writeheader()
        writer.writerows({"id": str(place), **row} for place, row in enumerate(rows))
    return path
