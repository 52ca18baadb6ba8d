"""Whatever comes in, a reader gives reports that hold to their pieces, or refuses with a sentence."""

import html
import json
import string

from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake import telegram_shapes
from tests.intake.reports import DATA, opened

from paradero.intake import Opened, Unreadable
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Report

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
TAGS = """
<p> </p> <div> </div> <div@class=related> <article> </article> <h1> </h1> <br> <a> </a> <li> <ul> <table> <td> <figure>
<figcaption> <script> </script> <style> <!-- --> <title> </title> <svg> </svg> <template> <time@datetime=2024-05-22>
<meta@property=og:title@content=x> &amp; &nbsp; &# &#x &#0; &lt &notit; < > " ' = / <p@hidden> <form> </form>
<nav> </nav> <body>
</html> <![CDATA[ <?php <img@src=a> <select> <option> <textarea> <noscript> <video> <source@src=a.mp4> <header>
"""
MARKUP = st.sampled_from([tag.replace("@", " ") for tag in TAGS.split()])
LD_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["NewsArticle", "2024-05-22", "2024-99-99", "x"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "headline", "author", "name", "publisher", "datePublished", "mainEntity"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=15,
)


def must_hold(data: bytes | str, name: str, **declared: object) -> Opened | None:
    try:
        return opened(data, name, **declared)
    except Unreadable as refusal:
        said = str(refusal)
    assert said.startswith(f"{name}: ")
    assert said.endswith(".")
    return None


@fuzzes("plain text")
@given(st.binary(max_size=400), st.sampled_from(["a", "a.txt", "a.html", "a.json"]))
def test_any_bytes(data: bytes, name: str) -> None:
    must_hold(data, name)


@fuzzes("plain text")
@given(WORDS | st.text(alphabet=string.printable, max_size=200), st.sampled_from(["a.txt", "a.html", "a.json"]))
def test_any_text(text: str, name: str) -> None:
    must_hold(text.encode(), name)


@fuzzes("HTML page")
@given(st.lists(MARKUP | WORDS.map(html.escape), max_size=25))
def test_any_markup(parts: list[str]) -> None:
    must_hold("<html>" + " ".join(parts), "a.html")


@fuzzes("HTML page")
@given(st.lists(MARKUP, max_size=25))
def test_any_broken_markup_glued_together(parts: list[str]) -> None:
    must_hold("<html>" + "".join(parts), "a.html")


@fuzzes("HTML page")
@given(LD_JSON)
def test_any_data_in_a_page(data: object) -> None:
    must_hold(f'<html><script type="application/ld+json">{json.dumps(data)}</script><p>Galina espera.</p>', "a.html")


@fuzzes("JSON")
@given(JSON, st.booleans())
def test_any_json(value: object, escaped: bool) -> None:  # noqa: FBT001
    must_hold(json.dumps(value, ensure_ascii=escaped), "a.json")


@fuzzes("Telegram export")
@given(telegram_shapes.exports())
def test_any_export(text: str) -> None:
    """Its reports are kept as they are, and nothing more is left out of the reduced copy."""
    item = must_hold(text, "result.json")
    if item:
        assert [from_json(Report, to_json(report)) for report in item.reports] == list(item.reports)
        again = opened(item.data, "result.json")
        assert (again.reduction, again.reports) == (None, item.reports)


@fuzzes("HTML page")
@given(
    st.sampled_from(["faro.html", "visnyk.html"]),
    st.integers(0, 5000),
    st.integers(0, 80),
    st.sampled_from(["", "<", '"']),
)
def test_any_page_with_a_piece_cut_out(name: str, at: int, length: int, instead: str) -> None:
    page = (DATA / name).read_text()

    must_hold(page[:at] + instead + page[at + length :], "a.html")
