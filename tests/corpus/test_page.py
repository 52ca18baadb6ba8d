"""The page of annotated texts."""

from tests.corpus.sample import SAMPLE

from paradero.corpus.notation import read
from paradero.corpus.page import page


def test_a_page_shows_each_mark_once_and_every_record() -> None:
    annotated = read(SAMPLE)
    html = page([annotated])

    text = html[html.index("<article") :]
    assert text.count("<mark") == text.count("</mark>")
    assert '<mark class="p">34 años<sub>p1.age=34</sub></mark>' in text
    assert "Luz Dary Rojas → Agencia Meridiano" in text, "a chain is shown with the names of those in it"
    assert text.count('<div class="zone"') == 2
    assert "<script" not in html
    assert "http" not in html


def test_what_a_text_says_is_never_markup() -> None:
    hostile = SAMPLE.replace("Óscar Quintero Rojas", "<script>alert(1)</script>")
    assert "<script" not in page([read(hostile)])
