"""The grammar of dates that all languages share, over the letters that `vocabulary` gives the words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paradero.reading.dates import calendar
from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.vocabulary import Word
from paradero.terms.dates import Days

LATEST_SHORT = 30
"""A year in words without its century is of this one up to this: "двадцать четвёртого"; later it is of the last."""
DAYS_OF_A_MONTH = range(1, 32)

DAY = "(?:t&?[ow]|[dowt])"
_WORDED = "(?:c(?:t&?)?[owW]?|t&?[owW]|t)"
TAIL = (
    "(?:(?:,|g|gr|ger|er|gg)?(?P<year>[yj])r?|g?e?(?P<rel>[lTNH]+)r|g?e?r(?P<post>l)|(?P<short>L)|(?P<soon>[lN])"
    f"|(?:gr?|ger?)(?P<figures>b(?![gmr])|d(?=[,._]|$))|(?:gr?|ger?)?(?P<worded>{_WORDED})(?![m&-])r?|(?:gr?|ger?)(?P<oneword>[ow])(?![m&-]))?"
)
"""What may follow a day or a month and tells the year: "de 2024", "прошлого года", "del 83", "двадцать второго"."""

Meaning = Callable[["Read", Setting], Days | None]


@dataclass(frozen=True, slots=True)
class Read:
    """A match of a rule, with the words it matched."""

    match: re.Match[str]
    words: Sequence[Word]
    text: str
    dots: bool = False
    """Whether the language writes 10.12 for a day and a month."""

    def number(self, group: str) -> int:
        """Return the number of a group: of its one word, or the sum of several ("двадцать первого")."""
        first, end = self.match.span(group)
        return sum(word.number for word in self.words[first:end])

    def has(self, group: str) -> bool:
        """Tell whether a group took part."""
        return bool(self.match.groupdict().get(group))

    def before(self) -> str:
        """Return the word before the match, `""` at the beginning."""
        at = self.match.start() - 1
        return self.text[self.words[at].start : self.words[at].end].casefold() if at >= 0 else ""

    def after(self) -> str:
        """Return the word after the match, `""` at the end."""
        at = self.match.end()
        return self.text[self.words[at].start : self.words[at].end].casefold() if at < len(self.words) else ""

    def written(self, group: int | str = 0) -> str:
        """Return the text of a group."""
        first, end = self.match.span(group)
        return self.text[self.words[first].start : self.words[end - 1].end]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of letters and what a match means; `meaning` raises `ValueError` where it is no date after all."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    needs: str
    """Letters of which one stands in every match."""


_NEEDED = tuple(
    re.compile(rf"\(\?P<{group}>\[?(\w+)\]?\)")
    for group in ("part", "month", "season", "feast", "word", "weekday", "unit", "year")
)


def rule(name: str, pattern: str, meaning: Meaning) -> Rule:
    """Return a rule; a space in the pattern is nothing, `DAY` and `TAIL` stand for themselves."""
    written = pattern.replace(" ", "").replace("TAIL", TAIL).replace("DAY", DAY)
    needed = (found for each in _NEEDED if (found := each.search(pattern)))
    return Rule(name, re.compile(written), meaning, next((found[1] for found in needed), ""))


def worded_year(number: int) -> int:
    """Return a year from the sum of its words, its century where none was said."""
    if number >= 100:  # noqa: PLR2004
        return number
    return number + (2000 if number <= LATEST_SHORT else 1900)


def year_of(read: Read, at: Setting) -> int | None:
    """Return the year that a date's tail tells; `None` where it tells none."""
    if read.has("year"):
        return read.number("year")
    if read.has("figures"):
        return calendar.full_year(read.number("figures"))
    for group in ("worded", "oneword"):
        if read.has(group):
            return worded_year(read.number(group))
    said = read.match.groupdict().get("rel") or read.match.groupdict().get("post") or ""
    if "H" in said:
        return at.before.first.year if at.before is not None else None
    if at.published_on is None or not (said or read.has("short")):
        return None
    return at.published_on.year - (read.has("short") or "l" in said) + ("N" in said)
