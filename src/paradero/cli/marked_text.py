"""A report's text with what was found in it marked, for a terminal."""

from collections.abc import Sequence

from rich.text import Text

from paradero.cli.shown import shown
from paradero.terms.account import SOUGHT_ROLES, Account
from paradero.terms.report import BlockKind, Report
from paradero.terms.spans import Found, Span

OPENS, CLOSES = "⟦", "⟧"


def marked(report: Report, account: Account, wished: Sequence[Found]) -> Text:
    """Return the report's own text: persons bold, wishes in brackets and underlined, so that colour is not needed.

    What is not the report is left out, as the reader left it out.
    """
    styled = Text(shown(report.text, lines=True))
    for person in account.persons:
        style = "bold green" if person.role in SOUGHT_ROLES else "bold"
        for mention in person.mentions:
            styled.stylize(style, mention.span.start, mention.span.end)
    for wish in wished:
        styled.stylize("underline magenta", wish.span.start, wish.span.end)
    stretches = [_bracketed(styled, span, wished) for span in own_spans(report, account)]
    lines = [line for stretch in stretches for line in stretch.split("\n") if line.plain.strip()]
    return Text("\n").join(Text("  ").append_text(line) for line in lines)


def own_spans(report: Report, account: Account) -> list[Span]:
    """Return the stretches that are the report: its blocks without those outside it, and without the lines cut."""
    kept = []
    for block in report.blocks:
        if block.kind is BlockKind.OUTSIDE:
            continue
        start = block.span.start
        for cut in sorted(span for span in account.cut if block.span.meets(span)):
            if start < cut.start:
                kept.append(Span(start, cut.start))
            start = max(start, cut.end)
        if start < block.span.end:
            kept.append(Span(start, block.span.end))
    return kept


def _bracketed(styled: Text, span: Span, wished: Sequence[Found]) -> Text:
    """Return a stretch with a bracket at each end of a wish inside it."""
    line, at = Text(), span.start
    for wish in sorted((found.span for found in wished if found.span.meets(span)), key=lambda one: one.start):
        start, end = max(wish.start, span.start), min(wish.end, span.end)
        line.append_text(styled[at:start]).append(OPENS).append_text(styled[start:end]).append(CLOSES)
        at = end
    return line.append_text(styled[at : span.end])
