"""What the reader once reached is held: over the small part here, the rest by `make bench-reading`."""

import pytest
from benchmarks.floors import broken, read_floors
from benchmarks.reading_goals import figures
from benchmarks.reading_run import measured, reader

from paradero.corpus.kinds import LANGUAGES
from paradero.corpus.parts import REPORT

STEM = "reading.small."


@pytest.mark.slow
def test_the_small_part_keeps_to_its_floors() -> None:
    """Only figures are told, so that nobody learns the texts from a failure."""
    read = reader()
    results = {f"read.{one}": measured(read, REPORT, one, small=True).as_json() for one in LANGUAGES}
    floors = {figure: floor for figure, floor in read_floors().items() if figure.startswith(STEM)}
    assert len(floors) > 10
    found = {figure: value for figure, value in figures(results, floors).items() if figure in floors}
    assert not list(broken(found, floors, due=set(floors)))
    assert not [result["failed"] for result in results.values() if result["failed"]]
