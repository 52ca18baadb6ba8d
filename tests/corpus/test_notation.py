"""The notation is read and written back letter by letter, and what is wrong is said with its line."""

import json
from contextlib import suppress
from itertools import pairwise
from string import printable

import pytest
from hypothesis import given, settings, strategies as st
from tests.corpus.sample import SAMPLE

from paradero.corpus.as_json import from_json, to_json
from paradero.corpus.notation import NotationError, read, write
from paradero.terms.annotated import AnnotatedText, Mark, Zone
from paradero.terms.spans import Span


def test_a_text_is_read_without_its_marks() -> None:
    annotated = read(SAMPLE)

    assert annotated.text.startswith(
        "Inicio | Mundo | Lo último [nuevo]\nMesetas - El cabo Óscar Quintero Rojas, de 34"
    )
    assert annotated.text.endswith("Usamos cookies.")
    assert [(zone.kind, zone.span.of(annotated.text)) for zone in annotated.zones] == [
        ("navigation", "Inicio | Mundo | Lo último [nuevo]\n"),
        ("cookie", "Usamos cookies."),
    ]
    said = {(mark.ref, mark.attribute, mark.value): mark.span.of(annotated.text) for mark in annotated.marks}
    assert said["p1", "age", "34"] == "34 años"
    assert said["k1", None, None] == "madre"
    assert annotated.of_kind("c")[0].fields["by"] == "p2>s0"


def test_what_is_read_is_written_back_as_it_was() -> None:
    assert write(read(SAMPLE)) == SAMPLE


def test_nothing_is_lost_on_the_way_through_json() -> None:
    annotated = read(SAMPLE)
    assert from_json(json.loads(json.dumps(to_json(annotated)))) == annotated


@pytest.mark.parametrize(
    "body",
    [
        "[a [b]{p1} c]{p2; c1}",
        "[a]{p1; c1}",
        "::: teaser\n[a]{p1}\n:::\n::: box\nb\n:::\nc",
        "a\n::: credit\n[[b]{p1} c]{p2}\n:::",
        r"\[sic\] a \\ b",
        r"\:::",
        r"\::: box",
        "a\n\\----",
        "[a\nb]{q1} c",
    ],
)
def test_brackets_nest_and_zones_stand_side_by_side(body: str) -> None:
    source = f"id: x\n\n{body}\n----\n"
    assert write(read(source)) == source


texts = st.text(
    alphabet=printable.replace("\r", "").replace("\x0b", "").replace("\x0c", "") + "áñїы[]{}\\:", max_size=60
)


@settings(deadline=None)
@given(text=texts, cuts=st.lists(st.integers(0, 60), max_size=8))
def test_any_text_with_any_marks_that_do_not_cross_comes_back(text: str, cuts: list[int]) -> None:
    text = text.strip("\n")
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = [Span(start, end) for start, end in pairwise(places) if text[start:end].strip()]
    marks = tuple(Mark(span=span, ref=f"p{number}") for number, span in enumerate(spans))
    annotated = AnnotatedText(header={"id": "x"}, text=text, marks=marks)
    assert read(write(annotated)) == annotated


def test_marks_that_cross_are_not_written() -> None:
    crossing = AnnotatedText(
        header={"id": "x"},
        text="one two three",
        marks=(Mark(span=Span(0, 7), ref="p1"), Mark(span=Span(4, 13), ref="p2")),
    )
    with pytest.raises(ValueError, match="cross"):
        write(crossing)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("", 1, "no line ----"),
        ("id: x\n\ntext", 3, "no line ----"),
        ("id x\n\ntext\n----\n", 1, "no line of the header"),
        ("id: x\n\n[text\n----\n", 3, "opened and never closed"),
        ("id: x\n\ntext]{p1}\n----\n", 3, "never opened"),
        ("id: x\n\n[text] more\n----\n", 3, "no {marks} stand behind"),
        ("id: x\n\n[text]{p1\n----\n", 3, "no {marks} stand behind"),
        ("id: x\n\n[text]{p1 34}\n----\n", 3, "'p1 34' is no mark"),
        ("id: x\n\n[ ]{p1}\n----\n", 3, "stands on nothing"),
        ("id: x\n\n::: box\ntext\n----\n", 4, "'::: box' is opened and never closed"),
        ("id: x\n\n::: box\n::: box\n:::\n----\n", 4, "inside another"),
        ("id: x\n\n[text\n::: box\n:::\n----\n", 4, "a bracket is open"),
        ('id: x\n\ntext\n----\np1 named name="open\n', 5, "quotation mark"),
        ("id: x\n\ntext\n----\np1\n", 5, "names no kind"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(source: str, line: int, says: str) -> None:
    with pytest.raises(NotationError) as fault:
        read(source)
    assert fault.value.line == line
    assert says in str(fault.value)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read_or_refused(source: str) -> None:
    with suppress(NotationError):
        assert write(read(source))


def test_a_zone_ends_with_its_lines() -> None:
    annotated = read("id: x\n\na\n::: box\nb\n:::\nc\n----\n")
    assert annotated.zones == (Zone(Span(2, 4), "box"),)
    assert annotated.text == "a\nb\nc"
