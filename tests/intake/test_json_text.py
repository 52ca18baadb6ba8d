"""The parser takes what Python's own takes, gives the same values, and knows where each string stands."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes

from paradero.intake import Unreadable
from paradero.intake.json_text import Text, escapes, parse_json, plain

LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(LETTERS, max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(LETTERS, max_size=4), inner, max_size=4),
    max_leaves=15,
)
PIECES = st.lists(
    st.sampled_from(
        [*'{}[],:"', '"a"', '"b":', "1", "-", "0", ".5", "e3", "true", "null", "nul", " ", "\n", '\\"', "a"]
    ),
    max_size=12,
).map("".join)


def strings(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


@fuzzes("JSON")
@given(VALUE, st.booleans(), st.sampled_from([None, 1]))
def test_what_python_writes_is_read_and_each_string_is_found_again(
    value: object,
    escaped: bool,  # noqa: FBT001
    indent: int | None,
) -> None:
    source = json.dumps(value, ensure_ascii=escaped, indent=indent)
    read = parse_json(source, name="a")

    assert read == value
    assert type(read) is type(value) or isinstance(read, Text)
    assert all(plain(each.sealed.of(source)) == each for each in strings(read))


@fuzzes("JSON")
@given(PIECES)
def test_what_is_no_json_for_python_is_none_here(text: str) -> None:
    """A file that another program reads otherwise would be other evidence there."""
    assert read_by(lambda: parse_json(text, name="a")) == read_by(lambda: json.loads(text, strict=False))


def read_by(parse: Callable[[], object]) -> object:
    try:
        return "read", parse()
    except (Unreadable, json.JSONDecodeError):
        return "refused"


@fuzzes("JSON")
@given(st.lists(st.sampled_from(["a", "я", "\\n", "\\\\", "\\u0041", "\\ud83d\\ude00", "\\x0b", "\\/"])).map("".join))
def test_the_stretches_of_a_string_make_up_the_whole(raw: str) -> None:
    stretches = list(escapes(raw))

    assert "".join(meant for _, meant in stretches) == plain(raw)
    assert "".join(span.of(raw) for span, _ in stretches) == raw


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('{"a":\n\n 1 2}', "wrong in line 3, at character 11"),
        ('{"a" 1}', "wrong in line 1, at character 2"),
        ('{"a": }', "at character 7"),
        ("[1,]", "at character 4"),
        ("[,1]", "at character 2"),
        ("[1}", "at character 3"),
        ('{"a": 1]', "at character 8"),
        ("1,", "ends too early"),
        ("1 2", "at character 3"),
        ("]", "at character 1"),
        ('["a": 1]', "at character 2"),
        ('1 "b":', "at character 3"),
        ('{"a"', "at character 2"),
        ('["a', "at character 2"),
        ("[1", "ends too early"),
        ('{"a":', "ends too early"),
        ("", "ends too early"),
        ("[1, nan]", "at character 5"),
        ("[+1]", "at character 2"),
        ("[1.]", "at character 3"),
    ],
)
def test_a_refusal_says_where(source: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        parse_json(source, name="a.json")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse_json('\ufeff{"a": [1]}\n', name="a") == {"a": [1]}


def test_a_hundred_levels_are_read_and_no_more() -> None:
    parse_json("[" * 100 + "]" * 100, name="a")
    with pytest.raises(Unreadable, match="more than 100 deep"):
        parse_json("[" * 101 + "]" * 101, name="a")
