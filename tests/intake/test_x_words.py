"""The words of a post of X: whole, unescaped, each at its place."""

from typing import Any

import pytest
from tests.intake.reports import lines, opened
from tests.intake.x_opened import only, reports
from tests.intake.x_shapes import note, number, post, timeline, written

from paradero.intake import sealed_place
from paradero.terms.report import BlockKind
from paradero.terms.spans import Span


def test_a_long_post_has_its_whole_text_as_it_was_written() -> None:
    """X escapes the beginning that it shows, and not the note that has the whole."""
    whole = "Iryna & Pavel escriben &lt; y no <. " * 20
    report = only(post(whole[:270].replace("&", "&amp;"), beside=note(whole)))

    assert report.text == whole


@pytest.mark.parametrize("empty", ["", " \n", None, 3])
def test_an_empty_note_hides_no_text(empty: Any) -> None:
    assert only(post("Мати", beside=note(empty))).text == "Мати"


def test_an_article_of_x_is_read_below_the_post_that_carries_it() -> None:
    """The post itself has no more than a link to it."""
    blocks = {"blocks": [{"text": "Galina espera."}, {"text": " "}, {"text": "Una semana."}, 7]}
    article = {"title": "La madre", "preview_text": "Galina", "content_state": blocks}
    report = only(post("https://t.co/a1", beside={"article": {"article_results": {"result": article}}}))

    assert report.text == "https://t.co/a1\n\nLa madre\n\nGalina espera.\n\nUna semana."
    assert lines(report, BlockKind.TITLE) == ["La madre"]


@pytest.mark.parametrize("ampersand", ["&", "\\u0026"])
@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        ("Iryna @amp; Pavel", "Iryna & Pavel"),
        ("@lt;3", "<3"),
        ("a @gt; b @amp; c", "a > b & c"),
        ("@amp;@amp;@lt;", "&&<"),
        ("@amp;lt;", "&lt;"),
        ("@amp;amp;", "&amp;"),
        ("R@D de siempre", "R@D de siempre"),
        ("Iryna @ Pavel @amp; yo", "Iryna @ Pavel @amp; yo"),
        ("@quot;Grom@quot;", "@quot;Grom@quot;"),
    ],
)
def test_what_x_escapes_is_unescaped_once_and_keeps_its_place(escaped: str, meant: str, ampersand: str) -> None:
    """A text with an & of its own was unescaped by the tool that saved it, and once more would change it."""
    sealed = written(post(f"Hola {escaped} Хоменко")).replace("@", ampersand)
    (report,) = opened(sealed, "post.json").reports

    assert report.text == f"Hola {meant} Хоменко".replace("@", "&")
    at = report.text.index("Хоменко")
    place = sealed_place(report, Span(at, at + 7))
    assert place is not None
    assert place.of(sealed) == "Хоменко"


def test_an_escape_within_an_escape_is_found_whole() -> None:
    sealed = written(post("A @amp; B")).replace("@", "\\n\\u0026")
    (report,) = opened(sealed, "post.json").reports
    place = sealed_place(report, Span(report.text.index("&"), report.text.index("&") + 1))

    assert report.text == "A \n& B"
    assert place is not None
    assert place.of(sealed) == "\\n\\u0026amp;"


def test_a_post_that_stands_twice_is_one_report_the_longer() -> None:
    cut = post("Una madre recono…")
    report = only(timeline(cut, post("Una madre reconoció a su hijo."), cut))

    assert report.text == "Una madre reconoció a su hijo."


def test_reports_come_in_the_order_of_the_file() -> None:
    posts = [post(f"Мати {nth}", of=number(nth)) for nth in (5, 3, 9, 1)]

    assert [report.text for report in reports(timeline(*posts))] == ["Мати 5", "Мати 3", "Мати 9", "Мати 1"]


def test_a_machine_translation_is_not_what_the_account_wrote() -> None:
    saved = post("Мати", beside={"grok_translated_post": {"translation": "The mother"}})
    item = opened(written(saved), "post.json")

    assert [report.text for report in item.reports] == ["Мати"]
    assert b"The mother" not in item.data
