"""Dates in English: "on 23 May 2025", "last Thursday", "in April 2022", "three months ago", "May 23rd"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from paradero.reading.dates import calendar, engine
from paradero.reading.dates.engine import Rule, rule
from paradero.reading.lexicon import lexicon
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Span

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_PARTS = {
    "beginning": "early|at the beginning of|at the start of|the beginning of",
    "middle": "mid|in the middle of",
} | {"end": "late|at the end of|the end of"}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAY_WORDS = {
    "today": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "last night": -1,
    "tonight": 0,
}
_UNITS = {unit: f"{unit}s?" for unit in ("hour", "day", "week", "month", "year")}
_VAGUE = r"(?P<vague>(?:more than|less than|over|under|nearly|almost) )?"


@cache
def _rules() -> tuple[Rule, ...]:
    return (*_months(), *_weekdays(), *_relative(), *_numbers())


def _any(table: Mapping[str, object]) -> str:
    return "(?:" + "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)) + r")"


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _months() -> tuple[Rule, ...]:
    numbers = lexicon("en").months
    month = rf"(?P<month>{_any(numbers)})\.?"

    def day(match: re.Match[str], published_on: date | None) -> Days | None:
        number = numbers[match["month"].lower()]
        return calendar.day_and_month(int(match["day"]), number, published_on, year=_year(match))

    def days(match: re.Match[str], published_on: date | None) -> Days | None:
        first, last = (
            calendar.day_and_month(
                int(match["first"]), numbers[match["month"].lower()], published_on, year=_year(match)
            ),
            day(match, published_on),
        )
        return Days(first.first, last.end) if first and last else None

    def whole(match: re.Match[str], published_on: date | None) -> Days | None:
        if match["month"].islower():
            raise ValueError("a month has a capital; this is the verb may or march")
        return calendar.month(numbers[match["month"].lower()], published_on, year=_year(match))

    def part(which: str) -> Rule:
        pattern = rf"(?:in )?(?:{_PARTS[which]})(?: |-){month}{_YEAR}"
        return rule(f"en.{which}", pattern, lambda match, at: calendar.part_of(whole(match, at), which))

    first = r"(?P<first>\d{1,2})(?:st|nd|rd|th)?(?:\s*[–—-]\s*| to | and )"
    return (
        rule("en.day", rf"{_DAY}(?: of)? {month}{_YEAR}", day),
        rule("en.month-day", rf"{month} {_DAY}(?![:\d]){_YEAR}", day),
        rule("en.days", rf"(?:from )?{first}{_DAY}(?: of)? {month}{_YEAR}", days),
        rule("en.month", rf"(?:in|since|during|until|by|last|of) {month}{_YEAR}", whole),
        rule("en.month-year", rf"(?<!\d\s){month},? (?P<year>(?:19|20)\d\d)", whole),
        *(part(which) for which in _PARTS),
    )


def _weekdays() -> tuple[Rule, ...]:
    numbers = lexicon("en").weekdays
    name = f"(?P<weekday>{_any(numbers)})"

    def weekday(which: str, before: str) -> Rule:
        return rule(
            f"en.weekday-{which}",
            rf"(?:on )?(?:{before}) {name}(?:'s)?",
            lambda match, at: calendar.weekday(numbers[match["weekday"].lower()], at, which=which),
        )

    bare = rule(
        "en.weekday",
        rf"(?:on )?{name}(?! \d)(?! (?:{_any(lexicon('en').months)}))",
        lambda match, at: calendar.weekday(numbers[match["weekday"].lower()], at),
    )
    return (weekday("last", "last|the previous"), weekday("next", "next|the coming"), weekday("latest", "this"), bare)


def _relative() -> tuple[Rule, ...]:
    numerals = lexicon("en").numerals
    count = rf"(?P<count>\d{{1,3}}|{_any(numerals)}|an?)"

    def ago(unit: str) -> Rule:
        def meaning(match: re.Match[str], published_on: date | None) -> Days | None:
            if match["vague"]:
                raise ValueError("more than three years ago names no year")
            written = match["count"].lower()
            number = int(written) if written.isdigit() else numerals.get(written, 1)
            return calendar.ago(number, unit, published_on)

        return rule("en.ago", rf"{_VAGUE}{count} {_UNITS[unit]} (?:ago|earlier)", meaning)

    def season(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.season(_SEASONS[match["season"].lower()], published_on, year=_year(match))

    def day_word(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.days_from(published_on, _DAY_WORDS[" ".join(match.group().lower().split())])

    return (
        *(ago(unit) for unit in _UNITS),
        rule("en.day-word", "|".join(sorted(_DAY_WORDS, key=len, reverse=True)), day_word),
        rule("en.last-week", "last week", lambda _, at: calendar.week(at, weeks=-1)),
        rule("en.this-week", "this week", lambda _, at: calendar.week(at)),
        rule("en.last-month", "last month", lambda _, at: calendar.ago(1, "month", at)),
        rule("en.last-year", "last year", lambda _, at: calendar.ago(1, "year", at)),
        rule("en.hours", "(?:in|over) the (?:last|past) (?:few )?hours", lambda _, at: calendar.ago(24, "hour", at)),
        rule("en.season", rf"(?:in (?:the )?|last |this )(?P<season>{_any(_SEASONS)})(?: of)?{_YEAR}", season),
    )


def _numbers() -> tuple[Rule, ...]:
    def dotted(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.day_and_month(int(match["day"]), int(match["month"]), published_on, year=_year(match))

    return (
        rule("en.iso", r"\d{4}-\d{2}-\d{2}", lambda match, _: Days.day(date.fromisoformat(match.group()))),
        rule("en.numbers", r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})(?![./]\d)", dotted),
        rule("en.year", r"(?:in|since|of) (?P<year>(?:19|20)\d\d)", lambda match, _: Days.year(int(match["year"]))),
    )


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order, resolved against the day of publication.

    >>> text = "last Thursday"
    >>> find(text, [Span(0, len(text))], date(2025, 5, 24))[0].days.iso()
    '2025-05-22'
    """
    return engine.find(text, body, published_on, _rules())
