"""Files that another library writes, and what two other libraries read out of ours."""

from io import BytesIO
from typing import Any

import pytest
from tests.intake.warc_shapes import MIXED, PAGE, Form, outcome, packed, plain, taken

from paradero.intake import Declared, Parcel, open_bytes, parcels_of_warc

warcio = pytest.importorskip("warcio", reason="a peer of the tests and benches; the product does not need it")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # its writer leaves a buffer open
@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("gzip", [True, False])
def test_what_warcio_writes_is_read_and_holds_to_its_digests(version: str, gzip: bool) -> None:  # noqa: FBT001
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    file = BytesIO()
    writer = WARCWriter(file, gzip=gzip, warc_version=version)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "invented"}))
    for number in range(3):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        address = f"https://faro.example/{number}"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=BytesIO(PAGE.encode()), http_headers=head)
        )

    parcels = [each for each in parcels_of_warc(BytesIO(file.getvalue()), name="a") if isinstance(each, Parcel)]
    assert len(parcels) == 3
    data = outcome(next(parcels_of_warc(BytesIO(file.getvalue()), name="a")))
    assert isinstance(data, bytes)
    assert b"WARC-Block-Digest: sha" in data
    item = open_bytes(data, name="a", declared=Declared())
    assert item.capture is not None
    assert item.capture.address == "https://faro.example/0"
    assert item.reports[0].text.endswith("Galina reconoció a Ruslan.")


def contents_read_by_warcio(data: bytes) -> list[bytes]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415

    records = ArchiveIterator(BytesIO(data), no_record_parse=True)
    return [each.raw_stream.read() for each in records if each.rec_type in {"response", "resource"}]


def contents_read_by_fastwarc(data: bytes) -> list[bytes]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    wanted: Any = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(BytesIO(data), record_types=wanted, parse_http=False)
    return [each.reader.read() for each in records]


@pytest.mark.parametrize("read", [contents_read_by_warcio, contents_read_by_fastwarc])
@pytest.mark.parametrize("form", [plain, packed])  # warcio refuses one member for all
def test_the_contents_are_those_that_other_readers_find(form: Form, read: Any) -> None:
    """Of a sound file all must say the same; redirects we pass over, and LF alone the others do not all read."""
    records = [each for each in MIXED if b"\r\n\r\n" in each and b"301 Moved" not in each]
    found = taken(form(records))

    assert found
    assert [each.partition(b"\r\n\r\n")[2] for each in found if isinstance(each, bytes)] == read(form(records))
