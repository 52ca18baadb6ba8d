"""A WARC file that is broken somewhere gives all that is whole, and a reason for all that is not."""

import gzip
import zlib
from io import BytesIO

import pytest
from tests.intake.warc_shapes import (
    FORMS,
    KEPT,
    THREE,
    Form,
    answer,
    in_one,
    packed,
    plain,
    record,
    taken,
    verbatim,
)

from paradero.intake import Unreadable, parcels_of_warc

LENGTHS = [
    ("too long", 9_999, "it is cut off"),
    ("too short", 3, "does not lead to its end"),
    ("negative", -5, "its Content-Length is '-5'"),
    ("in words", "many", "its Content-Length is 'many'"),
    ("with a sign", "+54", "its Content-Length is '+54'"),
    ("in other digits", "٥٤", "its Content-Length is"),
    ("a list", "54, 54", "its Content-Length is '54, 54'"),
    ("absent", None, "it has no Content-Length"),
    ("twice, not alike", "54\r\nContent-Length: 55", "it states content-length more than once"),
    ("over the limit", 4_000_000_001, "it claims 4,000 MB, and the limit is 4,000 MB"),
    ("huge", 10**17, "it claims 100,000,000,000 MB"),
    ("beyond all numbers", "9" * 400, "nobody knows where it ends"),
]


@pytest.mark.parametrize("pipe", [False, True])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("length", "says"), [case[1:] for case in LENGTHS], ids=[case[0] for case in LENGTHS])
def test_a_lie_about_a_length_costs_only_the_record_that_tells_it(
    form: Form,
    length: object,
    says: str,
    pipe: bool,  # noqa: FBT001
) -> None:
    before, reason, after = taken(form([THREE[0], record(number=2, Content_Length=length), THREE[2]]), pipe=pipe)

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)
    assert says in reason


@pytest.mark.parametrize("form", FORMS)
def test_a_record_that_swallows_its_neighbour_whole_gives_it_back(form: Form) -> None:
    """The length leads into the middle of the third record, so that nothing says it is the record's own end."""
    liar = record(number=1, Content_Length=len(answer()) + len(THREE[1]) + 60)
    reason, *after = taken(form([liar, *THREE[1:]]))

    assert isinstance(reason, str)
    assert after == KEPT[1:]


@pytest.mark.parametrize("pipe", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_of_a_file_that_is_cut_off_what_came_before_stays(form: Form, pipe: bool) -> None:  # noqa: FBT001
    whole = form(THREE)
    for cut in range(1, len(whole), 7):
        try:
            *before, last = taken(whole[:cut], pipe=pipe)
        except Unreadable:
            assert cut < 40  # not enough to tell what it is
            continue
        assert before == KEPT[: len(before)]
        assert isinstance(last, str) or last == KEPT[len(before)]


def test_the_reason_of_a_cut_says_how_much_is_there() -> None:
    data = plain(THREE)[:-100]

    assert taken(data)[2] == f"it is cut off after {len(KEPT[2]) - 96:,} of {len(KEPT[2]):,} bytes"


@pytest.mark.parametrize("at", [30, 60, 120, 200])
def test_a_broken_member_costs_only_itself(at: int) -> None:
    member = bytearray(packed(THREE[1:2]))
    member[at] ^= 0x55
    before, reason, after = taken(packed(THREE[:1]) + bytes(member) + packed(THREE[2:]))

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)


def test_a_checksum_that_fails_is_noticed_before_anything_is_handed_over() -> None:
    """The last eight bytes of a gzip member say what must have come out."""
    member = bytearray(packed(THREE[1:2]))
    member[-6] ^= 1

    assert taken(packed(THREE[:1]) + bytes(member) + packed(THREE[2:])) == [
        KEPT[0],
        "its gzip data are broken",
        KEPT[2],
    ]


@pytest.mark.parametrize("missing", [5, 40, 150])
def test_a_member_that_was_cut_in_the_middle_of_the_file_costs_only_itself(missing: int) -> None:
    """As where a crawler was stopped while it wrote, and went on into the same file."""
    before, reason, after = taken(packed(THREE[:1]) + packed(THREE[1:2])[:-missing] + packed(THREE[2:]))

    assert (before, after) == (KEPT[0], KEPT[2])
    assert reason in {"its gzip data are broken", "its gzip data are cut off"}


@pytest.mark.parametrize("missing", [5, 60, 250])
def test_a_record_that_was_cut_in_the_middle_of_the_file_costs_only_itself(missing: int) -> None:
    before, reason, after = taken(THREE[0] + THREE[1][:-missing] + THREE[2])

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)


@pytest.mark.parametrize("before", [b"", b"\0", b"garbage\r\n"])
@pytest.mark.parametrize("cut", [30, 60, 110, 190])
def test_a_record_that_was_cut_in_its_header_does_not_take_the_next_ones_for_its_own(before: bytes, cut: int) -> None:
    """The rest of its last line and the next header together look like one header."""
    first, *reasons, last = taken(THREE[0] + before + THREE[1][:cut] + THREE[2])

    assert (first, last) == (KEPT[0], KEPT[2])
    assert len(reasons) == 1


@pytest.mark.parametrize("between", [b"", b"\n", b"\r\n", b"\n\n", b"\r\n" * 5])
def test_too_few_or_too_many_lines_between_records_are_forgiven(between: bytes) -> None:
    assert taken(KEPT[0] + between + KEPT[1] + between) == KEPT[:2]


def test_a_record_that_ends_within_the_lines_between_two_is_no_whole_one() -> None:
    """Its length is wrong by one, and nobody can tell by which one."""
    content = answer()
    reason, after = taken(record(content, Content_Length=len(content) + 1) + THREE[1])

    assert "does not lead to its end" in str(reason)
    assert after == KEPT[1]


def test_bytes_that_belong_to_nothing_are_named_and_stepped_over() -> None:
    strange = b"garbage\r\n" * 40

    assert taken(THREE[0] + strange + THREE[1]) == [KEPT[0], "no WARC record begins where one should", KEPT[1]]
    assert taken(packed(THREE[:1]) + strange + packed(THREE[1:])) == [
        KEPT[0],
        "bytes stand here that are no gzip data",
        *KEPT[1:],
    ]


def test_what_is_found_inside_what_a_broken_record_claims_is_marked() -> None:
    """A page may hold the text of a record: whoever finds one there must know that it may be the page's."""
    forged = record(number=66, WARC_Target_URI="https://ministry.example/")
    cut = record(answer(b"<html><p>" + forged + b"</p></html>"), number=2)[:-10]
    names = [each.name for each in parcels_of_warc(BytesIO(THREE[0] + cut), name="a")]

    assert names == ["a, record 1", "a, record 2", "a, record 3 (after a broken one)", "a, record 4"]


def test_a_record_inside_a_whole_record_is_its_content() -> None:
    whole = record(answer(b"<html>" + THREE[0] + THREE[1] + b"</html>"))

    for form in FORMS:
        assert taken(form([whole, THREE[2]])) == [verbatim(whole), KEPT[2]]


def test_in_a_file_packed_by_records_nothing_is_looked_for_inside_a_broken_one() -> None:
    liar = record(answer(b"<html>" + THREE[0] + b"</html>"), number=2, Content_Length=30)

    before, reason, after = taken(packed([THREE[0], liar, THREE[2]]))

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)


def test_what_follows_where_a_false_record_ended_is_marked_no_longer() -> None:
    liar = record(number=1, Content_Length=3)
    names = [each.name for each in parcels_of_warc(BytesIO(plain([liar, *THREE])), name="a")]

    assert names == ["a, record 1", "a, record 2 (after a broken one)", "a, record 3", "a, record 4"]


HEADERS = [
    ("WARC-Type: response\r\n", "", "it does not say of which type it is"),
    ("WARC-Type: response\r\n", "WARC-Type: response\r\nWARC-Type: request\r\n", "it states warc-type more than once"),
    ("WARC/1.0", "WARC/2.0", "it is of version 2.0"),
    ("WARC/1.0", "WARC/0.9", "it is of version 0.9"),
    ("WARC-Date: ", "a line without a colon\r\nWARC-Date: ", "line 4 of its header is none"),
    ("WARC-Date: ", "\0: x\r\nWARC-Date: ", "line 4 of its header is none"),
    ("WARC-Date: ", "X: " + "a" * 10_000_000 + "\r\nWARC-Date: ", "its header does not end within 65,536 bytes"),
    ("WARC-Date: ", "X: a\r\n" * 20_000 + "WARC-Date: ", "its header does not end within 65,536 bytes"),
    ("WARC-Date: ", "X:\r\n" + " a\r\n" * 20_000 + "WARC-Date: ", "its header does not end within 65,536 bytes"),
    ("HTTP/1.1 200", "HTTP/1.1 xxx", "it keeps a server's answer whose head is broken"),
    ("WARC-Date: ", "WARC-Segment-Number: 1\r\nWARC-Date: ", "it is one segment of a record in several"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("found", "instead", "says"), HEADERS, ids=[case[2][:40] for case in HEADERS])
def test_a_header_that_is_none_costs_only_its_record(form: Form, found: str, instead: str, says: str) -> None:
    broken = THREE[1].replace(found.encode(), instead.encode(), 1)
    before, reason, after = taken(form([THREE[0], broken, THREE[2]]))

    assert (before, after) == (KEPT[0], KEPT[2])
    assert isinstance(reason, str)
    assert says in reason


def test_a_file_that_is_packed_but_broken_from_its_first_byte_gives_what_follows() -> None:
    first = bytearray(packed(THREE[:1]))
    first[12] = 0xFF
    data = bytes(first) + packed(THREE[1:])
    with pytest.raises(zlib.error):
        gzip.decompress(data)

    reason, *after = taken(data)

    assert isinstance(reason, str)
    assert after == KEPT[1:]


def test_one_member_for_all_that_is_cut_off_keeps_what_came_before() -> None:
    data = in_one(THREE)[:-12]

    assert taken(data) == [*KEPT[:2], "its gzip data are cut off"]
