"""Reads a report: who is in it, in what role, what is claimed of them and by whom."""

from typing import TYPE_CHECKING

from paradero.reading.language import READ, language_of, other_languages
from paradero.reading.lexicon import lexicon
from paradero.reading.lines import READ_LIMIT, body_lines
from paradero.reading.loose import loose_writing
from paradero.reading.tools import tools_of
from paradero.reading.whole import account_of
from paradero.reading.wishes import apart_from_wishes, wish_spans
from paradero.reading.wrapping import unwrapped
from paradero.terms.account import Account
from paradero.terms.report import Report
from paradero.terms.spans import Found

if TYPE_CHECKING:
    from paradero.reading.lines import Lines
    from paradero.reading.reader import Reader

__all__ = ["LEARNED", "READER", "LearnedReader", "RulesReader", "read", "read_apart_from_wishes", "wishes"]

READER = "paradero rules 1"
"""The reader's name and version, kept with every account."""
LEARNED = "paradero learned 2"
"""The name and version of the reader that learned from the corpus."""


class RulesReader:
    """Reads Spanish, Russian, Ukrainian and English by cue tables over each language's own tools."""

    name = READER

    def read(self, report: Report) -> Account:
        """Return what the report says."""
        return read(report)


class LearnedReader:
    """Reads the same languages by models that learned from the corpus, and by the rules where these know better."""

    name = LEARNED

    def read(self, report: Report) -> Account:
        """Return what the report says."""
        return read(report, learned=True)


def _language(report: Report, declared: str | None) -> str:
    return language_of(report.text, declared=declared)


def read(report: Report, *, declared_language: str | None = None, learned: bool = False) -> Account:
    """Return what a report says; bad or foreign text gives a partial account, its `gaps` say why.

    Args:
        report: What was published.
        declared_language: Its language, where somebody said it.
        learned: Whether the models that learned from the corpus read it, or the rules alone.
    """
    reader = LEARNED if learned else READER
    language = _language(report, declared_language)
    report = unwrapped(report)
    if not report.text.strip():
        return Account(language=language, reader=reader, gaps=("There is no text to read.",))
    if language not in READ:
        gap = f"The text seems to be in {language}; Paradero reads {', '.join(READ)}. A person has to read it."
        return Account(language=language, reader=reader, gaps=(*loose_writing(report.text), gap))
    lines = body_lines(report, lexicon(language))
    gaps = _gaps(report, lines, language)
    if learned:
        # Imported here: the rules alone, which most commands use, need none of it.
        from paradero.reading.learned import account_of as by_models  # noqa: PLC0415
        from paradero.reading.models import shipped  # noqa: PLC0415

        return by_models(report, lines, tools_of(language), shipped(), reader=reader, gaps=gaps)
    return account_of(report, lines, tools_of(language), reader=reader, gaps=gaps)


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
    report: Report, *, declared_language: str | None = None, learned: bool = False, by: "Reader | None" = None
) -> Account:
    """Return what a report says, without what it prints of a captive's wish: what is stored or handed on (R6).

    Args:
        report: What was published.
        declared_language: Its language, where somebody said it.
        learned: As for `read`.
        by: Another reader that is to read it.
    """
    wished = wishes(report, declared_language=declared_language)
    read_by = by.read(report) if by else read(report, declared_language=declared_language, learned=learned)
    return apart_from_wishes(read_by, wished)


def wishes(report: Report, *, declared_language: str | None = None) -> tuple[Found, ...]:
    """Return where the report prints what a captive wants, for the reader's eye alone: nothing may keep it (R6)."""
    language = _language(report, declared_language)
    if language not in READ:
        return ()
    cues = lexicon(language)
    report = unwrapped(report)
    return wish_spans(report.text, body_lines(report, cues).body, cues)
