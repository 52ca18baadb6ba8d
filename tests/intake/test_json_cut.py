"""Cutting out members: the rest is what it was, to the last blank."""

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes

from paradero.intake.json_cut import without
from paradero.intake.json_text import parse_json, plain

Personal = Callable[[tuple[str, ...]], bool]

SPACES = ("", "", " ", "\n ", "\t\r\n")
KEYS = ("a", "b", "c", "\\u0061", 'x\\"y', "", "}", ",")
LEAVES = ("1", "-0.5e3", "true", "null", '""', '"x,}"', '"\\"]"', '"\\\\"', '"\\u007b"', '"\ufeff я"')
DEEPEST = 5


class Writer:
    """Writes JSON, each turn of which is decided by the next of some bytes: much quicker than drawing each."""

    def __init__(self, turns: bytes) -> None:
        self.turns = iter(turns)

    def one_of(self, choices: tuple[str, ...]) -> str:
        return choices[next(self.turns, 0) % len(choices)]

    def spaced(self, text: str) -> str:
        return self.one_of(SPACES) + text + self.one_of(SPACES)

    def value(self, depth: int = 0) -> str:
        kind = next(self.turns, 0) % (5 if depth else 8) if depth < DEEPEST else 0
        size = next(self.turns, 0) % 5
        if kind < 2:
            return self.one_of(LEAVES)
        if kind == 2:
            return f"[{','.join(self.spaced(self.value(depth + 1)) for _ in range(size)) or self.one_of(SPACES)}]"
        return f"{{{','.join(self.member(depth) for _ in range(size)) or self.one_of(SPACES)}}}"

    def member(self, depth: int) -> str:
        key = self.spaced(f'"{self.one_of(KEYS)}"')
        return f"{key}:{self.spaced(self.value(depth + 1))}"


def written(turns: bytes) -> str:
    writer = Writer(turns)
    return writer.spaced(writer.value())


JSON = st.binary(min_size=80, max_size=160).map(written)


def any_predicate(salt: int, one_in: int) -> Personal:
    return lambda path: zlib.crc32(repr((salt, path)).encode()) % one_in == 0


PREDICATE = st.builds(any_predicate, st.integers(0, 1000), st.integers(1, 6))


def pruned(value: Any, personal: Personal, path: tuple[str, ...] = ()) -> Any:
    """Return a value, its objects as lists of pairs, without the personal members."""
    if isinstance(value, Pairs):
        under = [(key, (*path, key), each) for key, each in value.pairs]
        return Pairs([(key, pruned(each, personal, there)) for key, there, each in under if not personal(there)])
    return [pruned(each, personal, path) for each in value] if isinstance(value, list) else value


@dataclass
class Pairs:
    pairs: list[tuple[str, Any]]


def loaded(text: str) -> Any:
    return json.loads(text.strip(), object_pairs_hook=Pairs)


@dataclass
class Slow:
    """The same cut, made by walking from character to character."""

    text: str
    personal: Personal
    at: int = 0
    fields: int = 0

    def whole(self) -> str:
        return self.space() + self.value(()) + self.text[self.at :]

    def taken(self, pattern: str) -> str:
        found = re.compile(pattern, re.DOTALL).match(self.text, self.at)
        assert found
        self.at = found.end()
        return found[0]

    def space(self) -> str:
        return self.taken(r"\s*")

    def value(self, path: tuple[str, ...]) -> str:
        if self.text[self.at] not in "[{":
            return self.taken(r'"(?:[^"\\]|\\.)*"|[^\s,\]}]+')
        in_object = self.taken(".") == "{"
        out, kept, comma = "", False, ""
        while True:
            before = self.space()
            if self.text[self.at] in "]}":
                return ("{" if in_object else "[") + out + comma + before + self.taken(".")
            cut, member = self.member(path) if in_object else (False, self.value(path))
            after = self.space()
            following = self.taken(",?")
            if not cut:
                out, kept, comma = out + comma + before + member + after, True, following
            elif kept:
                out, comma = out + after, following
            else:
                out += before + ("" if following else after)

    def member(self, path: tuple[str, ...]) -> tuple[bool, str]:
        key = self.taken(r'"(?:[^"\\]|\\.)*"')
        here = (*path, plain(key[1:-1]))
        colon = self.taken(r"\s*:\s*")
        if not self.personal(here):
            return False, key + colon + self.value(here)
        self.fields += 1
        Slow.value(inside := Slow(self.text, lambda _: False, self.at), here)
        self.at = inside.at
        return True, ""


@fuzzes("JSON")
@given(JSON, PREDICATE)
def test_what_stays_is_exactly_what_is_not_personal(text: str, personal: Personal) -> None:
    kept, fields = without(text, personal)

    assert loaded(kept) == pruned(loaded(text), personal)
    assert (kept == text) == (fields == 0)
    parse_json(kept, name="a")


@fuzzes("JSON")
@given(JSON, PREDICATE)
def test_every_other_character_is_untouched(text: str, personal: Personal) -> None:
    """Each cut takes the member with the comma before it, or the one behind where none is before it."""
    slow = Slow(text, personal)

    assert without(text, personal) == (slow.whole(), slow.fields)


@fuzzes("JSON")
@given(JSON)
def test_nothing_personal_leaves_the_very_text(text: str) -> None:
    assert without(text, lambda _: False) == (text, 0)


@fuzzes("JSON")
@given(JSON, PREDICATE)
def test_a_second_cut_finds_nothing(text: str, personal: Personal) -> None:
    kept, _ = without(text, personal)

    assert without(kept, personal) == (kept, 0)


@pytest.mark.parametrize(
    ("text", "kept", "fields"),
    [
        ('{"p": 1}', "{}", 1),
        ('{"p": 1, "a": 2}', '{ "a": 2}', 1),
        ('{"a": 2,\n "p": 1\n}', '{"a": 2\n}', 1),
        ('{"a": 2, "p": 1, "b": 3}', '{"a": 2, "b": 3}', 1),
        ('{"p": 1, "p": 2, "a": 3, "p": 4, "p": {"p": 5}}', '{  "a": 3}', 4),
        ('{"\\u0070": "}"}', "{}", 1),
        ('[{"p": []}, "p", {"a": "p"}]', '[{}, "p", {"a": "p"}]', 1),
        ('"p"', '"p"', 0),
    ],
)
def test_each_member_left_out_counts_and_takes_one_comma_along(text: str, kept: str, fields: int) -> None:
    assert without(text, lambda path: path[-1] == "p") == (kept, fields)


def test_a_place_is_asked_about_by_all_keys_above_it() -> None:
    asked: list[tuple[str, ...]] = []
    without('{"a": [[{"b": 1}], {"b": {"c": 2}}]}', lambda path: bool(asked.append(path)))

    assert asked == [("a",), ("a", "b"), ("a", "b", "c")]


def test_so_many_keys_that_nobody_can_remember_them_are_still_asked_about() -> None:
    text = json.dumps({str(number): {"p": 1, "a": 2} for number in range(12_000)})

    assert without(text, lambda path: path[-1] == "p")[1] == 12_000
