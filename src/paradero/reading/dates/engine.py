"""Runs a language's date rules over a text: the longest reading at each place, no two that overlap."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Found, Span

Meaning = Callable[[re.Match[str], date | None], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what a match of it means; `meaning` raises `ValueError` where the match is no date after all."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning


def rule(name: str, pattern: str, meaning: Meaning) -> Rule:
    """Return a rule tried on whole words, without regard to capitals; a space in the pattern fits any white space."""
    flexible = pattern.replace(" ", r"\s+")
    return Rule(name, re.compile(rf"(?<![\w.])(?:{flexible})(?!\w)", re.IGNORECASE), meaning)


def find(text: str, body: Sequence[Span], published_on: date | None, rules: Sequence[Rule]) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order; `days` is `None` where the year cannot be known."""
    found: list[DateRead] = []
    for stretch in body:
        taken = stretch.start
        for reading in sorted(_readings(text, stretch, published_on, rules), key=_longest_first):
            if reading.found.span.start >= taken:
                found.append(reading)
                taken = reading.found.span.end
    return tuple(found)


def _longest_first(reading: DateRead) -> tuple[int, int]:
    return reading.found.span.start, -reading.found.span.end


def _readings(text: str, stretch: Span, published_on: date | None, rules: Sequence[Rule]) -> Iterator[DateRead]:
    for each in rules:
        for match in each.pattern.finditer(text, stretch.start, stretch.end):
            try:
                days = each.meaning(match, published_on)
            except (ValueError, OverflowError):
                continue  # "31.02" and "99.99" look like dates and are none
            span = Span(match.start(), match.end())
            yield DateRead(as_written=match.group(), days=days, found=Found(span=span, rule=f"dates.{each.name}"))
