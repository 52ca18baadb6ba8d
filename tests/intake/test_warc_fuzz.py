"""Whatever is called a WARC or WACZ file gives records, reasons or a refusal, and takes no more memory than it may."""

import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.warc_shapes import (
    ARCHIVES,
    KEPT,
    PARTS,
    SHORT,
    SOUND,
    THREE,
    Edit,
    Pipe,
    edited,
    edits,
    packed,
    picture,
    plain,
    record,
    taken,
)

from paradero.intake import (
    Declared,
    Parcel,
    Quarantined,
    Unreadable,
    open_bytes,
    parcels_of_wacz,
    parcels_of_warc,
)

Parcels = Callable[[], Iterable[Parcel | Quarantined]]


def must_hold(parcels: Parcels) -> None:
    """Every outcome is a record that opens or is refused, a reason, or a refusal of the file."""
    try:
        for each in parcels():
            assert each.name.startswith("a, ")
            if isinstance(each, Quarantined):
                assert each.reason
                assert not each.reason.endswith(".")
            else:
                must_open(each)
    except Unreadable as refusal:
        must_be_a_sentence(refusal)


def must_open(parcel: Parcel) -> None:
    data = b"".join(parcel.pieces)
    assert len(data) == parcel.size_bytes
    assert data.startswith(b"WARC/")
    try:
        item = open_bytes(data, name=parcel.name, declared=Declared())
    except Unreadable as refusal:
        must_be_a_sentence(refusal)
    else:
        assert item.data == data


def must_be_a_sentence(refusal: Unreadable) -> None:
    assert str(refusal).startswith("a")
    assert str(refusal).endswith(".")


@fuzzes("WARC")
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00", b"PK\x03\x04", packed(THREE)])
)
def test_any_bytes(data: bytes, before: bytes) -> None:
    for whole in (before + data, data + before):
        must_hold(lambda: parcels_of_warc(Pipe(whole), name="a"))  # noqa: B023
        must_hold(lambda: parcels_of_wacz(BytesIO(whole), name="a"))  # noqa: B023


@fuzzes("WARC")
@given(st.lists(PARTS | st.binary(max_size=20), max_size=12), st.booleans())
def test_any_parts_put_together(parts: list[bytes], seeks: bool) -> None:  # noqa: FBT001
    for whole in (plain(parts), packed(parts), plain([packed(THREE), *parts])):
        must_hold(lambda: parcels_of_warc(BytesIO(whole) if seeks else Pipe(whole), name="a"))  # noqa: B023


@fuzzes("WARC")
@given(st.sampled_from(SOUND), edits(SHORT | PARTS), st.booleans())
def test_any_warc_file_that_came_to_harm(sound: bytes, harm: list[Edit], seeks: bool) -> None:  # noqa: FBT001
    data = edited(sound, harm)
    must_hold(lambda: parcels_of_warc(BytesIO(data) if seeks else Pipe(data), name="a"))


@fuzzes("WACZ")
@given(st.sampled_from(ARCHIVES), edits(SHORT | PARTS))
def test_any_wacz_file_that_came_to_harm(sound: bytes, harm: list[Edit]) -> None:
    must_hold(lambda: parcels_of_wacz(BytesIO(edited(sound, harm)), name="a"))


@fuzzes("WARC")
@given(edits(SHORT), st.sampled_from([packed, plain]))
def test_whatever_happens_to_one_record_the_others_go_in(
    harm: list[Edit], form: Callable[[Iterable[bytes]], bytes]
) -> None:
    first, second, third = (form([each]) for each in THREE)
    outcomes = taken(first + edited(second, harm) + third)

    assert outcomes[0] == KEPT[0]
    assert outcomes[-1] == KEPT[2]


@pytest.fixture
def memory() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


LARGE: dict[str, Callable[[], bytes]] = {
    "a large picture": lambda: plain([picture(90_000_000), THREE[0]]),
    "the same, packed": lambda: packed([picture(90_000_000), THREE[0]]),
    "an endless header line": lambda: plain([THREE[1].replace(b"-Date", b"-Date: " + b"a" * 90_000_000, 1), THREE[0]]),
    "a bomb": lambda: packed([THREE[1] + bytes(90_000_000), THREE[0]]),
    "members of no record": lambda: packed([THREE[1], *[b"a" * 90_000_000] * 2, THREE[0]]),
    "lies without end": lambda: plain([record(b"x", Content_Length=15_000_000)] * 20_000 + THREE[:1]),
}


@pytest.mark.parametrize("kind", LARGE)
@pytest.mark.usefixtures("memory")
def test_memory_stays_flat(kind: str) -> None:
    stream = Pipe(LARGE[kind]())
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    last = None
    for last in parcels_of_warc(stream, name="a"):
        if isinstance(last, Parcel):
            assert sum(map(len, last.pieces)) == last.size_bytes

    assert isinstance(last, Parcel)
    assert tracemalloc.get_traced_memory()[1] - before < 60_000_000
