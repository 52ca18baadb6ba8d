"""A report's text as the item page draws it: its marks inside each other, its letters as they were sealed."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, strategies as st
from tests.desk import made

from paradero.desk.drawings.weave import paragraphs, roles_in
from paradero.desk.templatetags.reading import not_so
from paradero.procedures.marked_pieces import KINDS, Marked, cut
from paradero.procedures.text_views import ClaimView, Mark
from paradero.procedures.views import ReportView
from paradero.terms.account import Role
from paradero.terms.claims import Modality
from paradero.terms.spans import Span

TEXT = 'El <b>soldado</b> "dice" que\nno & nada;\n\nal parecer, está vivo.'


class Opened(HTMLParser):
    """What a browser makes of markup: its text, and the classes around each letter."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.around, self.open = "", [], []
        self.links: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.open.append((tag, told.get("class") or ""))
        self.links += [told] if tag == "a" else []
        self.words += [str(told["data-word"])] if "data-word" in told else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.around += [[classes for tag, classes in self.open if tag == "span"]] * len(data)


def drawn(text: str, marked: list[Marked], *claims: ClaimView) -> list[tuple[Opened, tuple[ClaimView, ...]]]:
    report: ReportView = replace(
        made.ITEM_PAGE.reports[0], text=cut(text, Span(0, len(text)), marked), claims=tuple(claims)
    )
    return [(Opened(each.html), each.claims) for each in paragraphs(report)]


@st.composite
def marks(draw: st.DrawFn) -> list[Marked]:
    places = st.integers(0, len(TEXT))
    spans = st.tuples(places, places).filter(lambda two: two[0] != two[1]).map(lambda two: Span(min(two), max(two)))
    kinds = st.builds(Mark, kind=st.sampled_from(KINDS), number=st.integers(1, 3))
    return draw(st.lists(st.builds(Marked, spans, kinds), max_size=8))


@given(marked=marks())
def test_however_marks_cross_each_is_drawn_inside_another_and_no_letter_is_lost(marked: list[Marked]) -> None:
    """A span that is closed inside another's beginning would be closed by the browser at a place of its own."""
    pages = [page for page, _ in drawn(TEXT, marked)]
    around = [classes for page in pages for classes in page.around]

    assert "".join(page.text for page in pages) == TEXT
    assert all(page.open == [] for page in pages)
    for place, classes in enumerate(around):
        wanted = {f"m-{each.mark.kind}" for each in marked if each.span.start <= place < each.span.end}
        assert {name for each in classes for name in each.split() if name.startswith("m-")} == wanted


def test_what_a_report_writes_is_never_markup() -> None:
    (page, _), *_ = drawn(TEXT, [Marked(Span(3, 18), Mark(kind="person", number=1, role=Role.CAPTIVE))])

    assert "<b>soldado</b>" in page.text
    assert page.words == ["captive"]


def test_a_claim_stands_beside_the_paragraph_in_which_it_begins() -> None:
    first, second = replace(made.CLAIM, number=1), replace(made.CLAIM, number=2, modality=Modality.DENIED)
    marked = [
        Marked(Span(0, 28), Mark(kind="claim", number=1)),
        Marked(Span(29, len(TEXT)), Mark(kind="claim", number=2)),
    ]
    (one, beside), (other, beside_other), *rest = drawn(TEXT, marked, first, second)

    assert [beside, beside_other] == [(first,), (second,)]
    assert all(claims == () for _, claims in rest)
    assert one.links[0]["href"] == "#claim-1-1"
    assert other.links[0]["aria-label"] == "Statement 2: captured, denied"
    assert one.words == ["alleged"]
    assert other.words == ["denied"]


def test_a_denied_claim_differs_in_pattern_and_word_and_not_in_colour_alone() -> None:
    denied = replace(made.CLAIM, number=1, modality=Modality.DENIED)
    ((page, _), *_) = drawn("No fue capturado.", [Marked(Span(0, 17), Mark(kind="claim", number=1))], denied)

    assert page.around[0] == ["m m-claim said-denied"]
    assert page.words == ["denied"]
    assert not_so(denied)
    assert not not_so(made.CLAIM)


def test_a_persons_role_is_written_once_and_its_pattern_is_at_every_mention() -> None:
    ruslan = Mark(kind="person", number=1, role=Role.CAPTIVE)
    ((page, _),) = drawn("Ruslan y Ruslan", [Marked(Span(0, 6), ruslan), Marked(Span(9, 15), ruslan)])

    assert page.words == ["captive"]
    assert page.around[0] == page.around[9] == ["m m-person role-captive"]


def test_the_legend_has_the_roles_that_occur_and_no_other() -> None:
    mark = Mark(kind="person", number=1, role=Role.KIN)
    report = replace(made.ITEM_PAGE.reports[0], text=cut("Galina", Span(0, 6), [Marked(Span(0, 6), mark)]))

    assert [each.role for each in roles_in([report])] == [Role.KIN]


def test_a_report_of_which_nothing_is_marked_is_one_paragraph() -> None:
    assert len(drawn("a\n\nb\nc", [])) == 1
