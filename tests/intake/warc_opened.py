"""Opens records in tests, and packs bodies as servers do."""

import pytest
from tests.intake.warc_shapes import verbatim

from paradero.intake import Declared, Opened, Unreadable, open_bytes
from paradero.intake.warc.record import open_record


def opened(whole: bytes, **declared: object) -> Opened:
    return open_bytes(verbatim(whole), name="a, record 1", declared=Declared(**declared))  # type: ignore[arg-type]


def refusal(whole: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        open_record(whole, name="a, record 1", declared=Declared())
    said = str(caught.value)
    assert said.startswith("a, record 1: ")
    assert said.endswith(".")
    return said


def chunked(body: bytes, size: int = 50) -> bytes:
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\nX-Trailer: 1\r\n\r\n"
