"""Reads a report: who is in it, in what role, what is claimed of them and by whom."""

from importlib import import_module
from typing import TYPE_CHECKING

from paradero.reading.language import READ, language_of, other_languages
from paradero.reading.lexicon import lexicon
from paradero.reading.lines import READ_LIMIT, body_lines
from paradero.reading.loose import loose_writing
from paradero.reading.whole import Tools, account_of
from paradero.reading.wishes import apart_from_wishes, wish_spans
from paradero.reading.wrapping import unwrapped
from paradero.terms.account import Account
from paradero.terms.report import Report
from paradero.terms.spans import Found

if TYPE_CHECKING:
    from paradero.reading.analysis import Analyser
    from paradero.reading.lines import Lines

__all__ = ["READER", "RulesReader", "read", "read_apart_from_wishes", "wishes"]

READER = "paradero rules 1"
"""The reader's name and version, kept with every account."""

ANALYSERS = {"es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "en": "English"}


class RulesReader:
    """Reads Spanish, Russian, Ukrainian and English by cue tables over each language's own tools."""

    name = READER

    def read(self, report: Report) -> Account:
        """Return what the report says."""
        return read(report)


def _tools(language: str) -> Tools:
    module = import_module(f"paradero.reading.analysers.{language}")
    analyser: Analyser = getattr(module, ANALYSERS[language])()
    dates = import_module(f"paradero.reading.dates.{language}")
    return Tools(analyse=analyser.analyse, find_dates=dates.find, lexicon=lexicon(language))


def _language(report: Report, declared: str | None) -> str:
    return language_of(report.text, declared=declared)


def read(report: Report, *, declared_language: str | None = None) -> Account:
    """Return what a report says; bad or foreign text gives a partial account, its `gaps` say why."""
    language = _language(report, declared_language)
    report = unwrapped(report)
    if not report.text.strip():
        return Account(language=language, reader=READER, gaps=("There is no text to read.",))
    if language not in READ:
        gap = f"The text seems to be in {language}; Paradero reads {', '.join(READ)}. A person has to read it."
        return Account(language=language, reader=READER, gaps=(gap,))
    lines = body_lines(report, lexicon(language))
    return account_of(report, lines, _tools(language), reader=READER, gaps=_gaps(report, lines, language))


def _gaps(report: Report, lines: "Lines", language: str) -> list[str]:
    gaps = []
    if len(report.text) > READ_LIMIT:
        gaps.append(f"Only the first {READ_LIMIT} of {len(report.text)} characters were read.")
    if not lines.body:
        gaps.append("No line of the page looked like a report.")
    if (mixed := other_languages([line.of(report.text) for line in lines.body], language)) is not None:
        gaps.append(mixed)
    if (loose := loose_writing(report.text)) is not None:
        gaps.append(loose)
    if report.published_on is None:
        gaps.append('The day of publication is not known, so dates such as "this Thursday" have no day.')
    return gaps


def read_apart_from_wishes(report: Report, *, declared_language: str | None = None) -> Account:
    """Return what a report says, without what it prints of a captive's wish: what is stored or handed on (R6)."""
    wished = wishes(report, declared_language=declared_language)
    return apart_from_wishes(read(report, declared_language=declared_language), wished)


def wishes(report: Report, *, declared_language: str | None = None) -> tuple[Found, ...]:
    """Return where the report prints what a captive wants, for the reader's eye alone: nothing may keep it (R6)."""
    language = _language(report, declared_language)
    if language not in READ:
        return ()
    cues = lexicon(language)
    report = unwrapped(report)
    return wish_spans(report.text, body_lines(report, cues).body, cues)
