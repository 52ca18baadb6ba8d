"""A report's text at a terminal: its own lines, with what was found in them."""

from paradero.cli.marked_text import marked
from paradero.terms.account import Account, MentionKind, PersonRead, Role
from paradero.terms.person import Description
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Found, Span

TEXT = "Menu\nRuslan Doroshenkov was taken. He asks not to go home.\nRead also: storms"
BODY = Span(5, TEXT.index("\nRead"))
REPORT = Report(
    text=TEXT,
    blocks=(
        Block(span=Span(0, 4), kind=BlockKind.OUTSIDE),
        Block(span=BODY, kind=BlockKind.BODY),
        Block(span=Span(BODY.end + 1, len(TEXT)), kind=BlockKind.BODY),
    ),
    pieces=(),
)
ACCOUNT = Account(
    language="en",
    reader="test",
    persons=(
        PersonRead(
            kind=MentionKind.NAMED,
            label="Ruslan Doroshenkov",
            role=Role.CAPTIVE,
            role_found=Found(span=Span(5, 23), rule="test"),
            description=Description(),
            mentions=(Found(span=Span(5, 23), rule="test"),),
        ),
    ),
    cut=(Span(BODY.end + 1, len(TEXT)),),
)
WISH = Found(span=Span(TEXT.index("He asks"), BODY.end), rule="test")


def test_what_is_not_the_report_is_left_out() -> None:
    plain = marked(REPORT, ACCOUNT, ()).plain

    assert "Ruslan Doroshenkov was taken." in plain
    assert "Menu" not in plain
    assert "storms" not in plain


def test_a_wish_stands_between_brackets_so_that_colour_is_not_needed() -> None:
    assert "taken. ⟦He asks not to go home.⟧" in marked(REPORT, ACCOUNT, (WISH,)).plain


def test_a_person_is_bold() -> None:
    styles = [str(span.style) for span in marked(REPORT, ACCOUNT, ()).spans]

    assert any("bold" in style for style in styles)
