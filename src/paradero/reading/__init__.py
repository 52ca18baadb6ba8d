"""Reads a report: who is in it, in what role, what is claimed of them and by whom."""

from typing import TYPE_CHECKING

from paradero.reading.language import READ, language_of, other_languages
from paradero.reading.learned import account_of as by_models
from paradero.reading.lexicon import lexicon
from paradero.reading.lines import READ_LIMIT, body_lines
from paradero.reading.loose import loose_writing
from paradero.reading.models import shipped
from paradero.reading.tools import tools_of
from paradero.reading.whole import account_of as by_rules
from paradero.reading.wishes import apart_from_wishes, wish_spans
from paradero.reading.wrapping import unwrapped
from paradero.terms.account import Account
from paradero.terms.report import Report
from paradero.terms.spans import Found

if TYPE_CHECKING:
    from paradero.reading.lines import Lines
    from paradero.reading.reader import Reader

__all__ = ["READER", "RULES", "RulesReader", "read", "read_apart_from_wishes", "wishes"]

READER = "paradero learned 3"
"""The reader's name and version, kept with every account."""
RULES = "paradero rules 1"
"""The name and version of the rules where they read alone."""


class RulesReader:
    """Reads by cue tables over each language's own tools, without anything that learned."""

    name = RULES

    def read(self, report: Report) -> Account:
        """Return what the report says."""
        return read(report, rules_alone=True)


def _language(report: Report, declared: str | None) -> str:
    return language_of(report.text, declared=declared)


def read(report: Report, *, declared_language: str | None = None, rules_alone: bool = False) -> Account:
    """Return what a report says; bad or foreign text gives a partial account, its `gaps` say why.

    Models that learned from the corpus read it, and the rules beside them where these know better.

    Args:
        report: What was published.
        declared_language: Its language, where somebody said it.
        rules_alone: Whether only the rules are to read it.
    """
    reader = RULES if rules_alone else READER
    language = _language(report, declared_language)
    report = unwrapped(report)
    if not report.text.strip():
        return Account(language=language, reader=reader, gaps=("There is no text to read.",))
    if language not in READ:
        gap = f"The text seems to be in {language}; Paradero reads {', '.join(READ)}. A person has to read it."
        return Account(language=language, reader=reader, gaps=(*loose_writing(report.text), gap))
    lines = body_lines(report, lexicon(language))
    gaps = _gaps(report, lines, language)
    if rules_alone:
        return by_rules(report, lines, tools_of(language), reader=reader, gaps=gaps)
    return by_models(report, lines, tools_of(language), shipped(), reader=reader, gaps=gaps)


def _gaps(report: Report, lines: "Lines", language: str) -> list[str]:
    gaps = []
    if len(report.text) > READ_LIMIT:
        gaps.append(f"Only the first {READ_LIMIT} of {len(report.text)} characters were read.")
    if not lines.body:
        gaps.append("No line of the page looked like a report.")
    if (mixed := other_languages([line.of(report.text) for line in lines.body], language)) is not None:
        gaps.append(mixed)
    gaps += loose_writing(report.text)
    if report.published_on is None:
        gaps.append('The day of publication is not known, so dates such as "this Thursday" have no day.')
    return gaps


def read_apart_from_wishes(
    report: Report, *, declared_language: str | None = None, by: "Reader | None" = None
) -> Account:
    """Return what a report says, without what it prints of a captive's wish: what is stored or handed on (R6).

    Args:
        report: What was published.
        declared_language: Its language, where somebody said it.
        by: Another reader that is to read it.
    """
    wished = wishes(report, declared_language=declared_language)
    read_by = by.read(report) if by else read(report, declared_language=declared_language)
    return apart_from_wishes(read_by, wished)


def wishes(report: Report, *, declared_language: str | None = None) -> tuple[Found, ...]:
    """Return where the report prints what a captive wants, for the reader's eye alone: nothing may keep it (R6)."""
    language = _language(report, declared_language)
    if language not in READ:
        return ()
    cues = lexicon(language)
    report = unwrapped(report)
    return wish_spans(report.text, body_lines(report, cues).body, cues)
