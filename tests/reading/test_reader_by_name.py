"""Naming a reader that was not built here."""

import pytest

from paradero.reading import RULES
from paradero.reading.plugged import ReaderNotFound, plugged
from paradero.terms.report import Report


@pytest.mark.parametrize("named", ["", "nowhere", "json:dumps", "paradero.reading:Nobody", "paradero.reading:READER"])
def test_what_is_no_reader_is_refused(named: str) -> None:
    """A wrong name is answered with what to write."""
    with pytest.raises(ReaderNotFound):
        plugged(named)


def test_a_reader_is_found_by_its_name() -> None:
    """The command line names a reader by its module and class."""
    report = Report(text="El cabo Óscar Quintero fue capturado el jueves.", blocks=(), pieces=())

    assert plugged("paradero.reading:RulesReader").read(report).reader == RULES
