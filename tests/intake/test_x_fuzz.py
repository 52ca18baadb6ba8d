"""Whatever stands in a file of X, its posts hold to their pieces, or it is refused with a sentence."""

import html
import re
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.reports import opened
from tests.intake.x_shapes import ANSWERS, PAGES, TEXTS, WHOLE_ANSWER, WHOLE_POST, WRONG, places, post, put, written

from paradero.intake import Unreadable
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Report

ADDRESS = re.compile(r"https://x\.com/\w{1,20}/status/[1-9][0-9]{0,19}")
ACCOUNT = re.compile(r"@\w{1,20}", re.ASCII)
LETTERS = TEXTS.map(lambda text: "".join(letter for letter in text if letter == "\n" or letter.isprintable()))


def halves(letter: str) -> str:
    """The letter as the one or two units that JSON escapes."""
    units = letter.encode("utf-16-be")
    return "".join(chr(int.from_bytes(units[at : at + 2])) for at in range(0, len(units), 2))


def reports_or_refusal(text: str) -> tuple[Report, ...] | str:
    try:
        return opened(text, "x.json").reports
    except Unreadable as refusal:
        return str(refusal)


def must_hold(text: str) -> None:
    reports = reports_or_refusal(text)
    if isinstance(reports, str):
        assert re.fullmatch(r"x\.json: .*\.", reports)
        return
    for report in reports:
        assert from_json(Report, to_json(report)) == report
        assert report.address is None or ADDRESS.fullmatch(report.address)
        assert all(name is None or ACCOUNT.fullmatch(name) for name in (report.source, report.passed_on_from))
        for pointer in report.points_to:
            assert pointer.address is None or re.fullmatch(r"https?://\S+", pointer.address)
            assert pointer.name is None or ACCOUNT.fullmatch(pointer.name)


@pytest.mark.parametrize("wrong", WRONG, ids=ascii)
@pytest.mark.parametrize("whole", [WHOLE_POST, WHOLE_ANSWER], ids=["pages", "API"])
def test_anything_may_stand_in_any_field(whole: Any, wrong: Any) -> None:
    """X moves its fields about without a word; what was saved must go in all the same, or be refused."""
    for place in places(whole):
        must_hold(written(put(whole, place, wrong)))


@fuzzes("X web")
@given(LETTERS, st.data())
def test_any_words_come_back_from_any_mixture_of_escapes(said: str, data: st.DataObject) -> None:
    """JSON may escape any letter, also those within an escape of X."""
    of_x = html.escape(f"Мати {said}.", quote=False)
    both = [(letter, "".join(f"\\u{ord(half):04x}" for half in halves(letter))) for letter in of_x]
    text = "".join(data.draw(st.sampled_from(ways)) if ways[0] not in '"\\\n' else ways[1] for ways in both)
    (report,) = opened(written(post("@")).replace("@", text), "x.json").reports

    assert report.text == f"Мати {said}."


@fuzzes("X web")
@given(PAGES, st.booleans())
def test_any_page(value: Any, escaped: bool) -> None:  # noqa: FBT001
    must_hold(written(value, escaped=escaped))


@fuzzes("X API")
@given(ANSWERS, st.booleans())
def test_any_answer(value: Any, escaped: bool) -> None:  # noqa: FBT001
    must_hold(written(value, escaped=escaped))
