"""One WARC record, opened as the door opens it."""

import pytest
from tests.intake.warc_shapes import record, verbatim

from paradero.intake import Declared, Opened, Unreadable, open_bytes
from paradero.intake.warc.record import open_record
from paradero.terms.report import Report


def opened(whole: bytes, **declared: object) -> Opened:
    return open_bytes(verbatim(whole), name="a, record 1", declared=Declared(**declared))  # type: ignore[arg-type]


def report_in(content: bytes, **fields: object) -> Report:
    (report,) = opened(record(content, **fields)).reports
    return report


def refusal(whole: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        open_record(whole, name="a, record 1", declared=Declared())
    said = str(caught.value)
    assert said.startswith("a, record 1: ")
    assert said.endswith(".")
    return said
