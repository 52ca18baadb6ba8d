"""The date rules that Russian and Ukrainian share; each language brings its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from paradero.reading.dates import calendar
from paradero.reading.dates.engine import Rule, rule
from paradero.reading.lexicon import lexicon
from paradero.terms.dates import Days

BIRTH_YEAR = "birth-year"
"""How the rule is called whose dates are years of birth by their own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A language's words for days and times. Patterns are regular expressions without groups of their own."""

    language: str
    year: str
    """The word after a year, with the abbreviation."""
    birth_year: str
    """What after a year makes it one of birth: "1991 г. р."."""
    on: str
    """Prepositions before a weekday."""
    last: str
    next: str
    this: str
    ago: str
    units: Mapping[str, str]
    """`"day"`, `"week"`, `"month"`, `"year"`, `"hour"` to their forms."""
    day_words: Mapping[str, int]
    """"yesterday" to -1 and the like."""
    night_to: str
    part: Mapping[str, str]
    """`"beginning"`, `"middle"`, `"end"` to their patterns, the preposition included."""
    seasons: Mapping[str, int]
    """"in spring" to the season's first month."""
    last_week: str
    last_month: str
    last_year: str
    this_week: str
    recent_hours: str
    vague: str
    """What makes "three years ago" no date: "more than"."""
    ranges: str
    """What stands before the first day of "from the 5th to the 7th", and a group for what stands between."""


def rules(words: Wording) -> tuple[Rule, ...]:
    """Return the rules in the words of one language."""
    return (*_numbers(words), *_months(words), *_weekdays(words), *_relative(words), *_seasons(words))


def _any(table: Mapping[str, object]) -> str:
    """Return a group of alternatives, the longest first."""
    return "(?:" + "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)) + ")"


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _numbers(words: Wording) -> tuple[Rule, ...]:
    def dotted(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.day_and_month(int(match["day"]), int(match["month"]), published_on, year=_year(match))

    def iso(match: re.Match[str], _: date | None) -> Days | None:
        return Days.day(date.fromisoformat(match.group()))

    def plain_year(match: re.Match[str], _: date | None) -> Days | None:
        return Days.year(int(match["year"]))

    name = words.language
    return (
        rule(f"{name}.numbers", r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})(?![./]\d)", dotted),
        rule(f"{name}.iso", r"\d{4}-\d{2}-\d{2}", iso),
        rule(f"{name}.year", rf"(?P<year>(?:19|20)\d\d)(?:-го|-м|-му)? (?:{words.year})", plain_year),
        rule(f"{name}.{BIRTH_YEAR}", rf"(?P<year>(?:19|20)\d\d)\s*(?:{words.birth_year})", plain_year),
    )


def _months(words: Wording) -> tuple[Rule, ...]:
    numbers = lexicon(words.language).months
    month, year = f"(?P<month>{_any(numbers)})", rf"(?:,? (?P<year>(?:19|20)\d\d)(?: (?:{words.year}))?)?"

    def number(match: re.Match[str]) -> int:
        return numbers[match["month"].lower()]

    def day(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.day_and_month(int(match["day"]), number(match), published_on, year=_year(match))

    def night(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.night_before(day(match, published_on))

    def days(match: re.Match[str], published_on: date | None) -> Days | None:
        last = day(match, published_on)
        first = calendar.day_and_month(int(match["first"]), number(match), published_on, year=_year(match))
        return Days(first.first, last.end) if first and last else None

    def whole(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.month(number(match), published_on, year=_year(match))

    def part(which: str) -> Rule:
        pattern = rf"(?:{words.part[which]}) {month}{year}"
        return rule(f"{words.language}.{which}", pattern, lambda match, at: calendar.part_of(whole(match, at), which))

    day_number = r"(?P<day>\d{1,2})(?:-?го|-е)?"
    return (
        rule(f"{words.language}.day", rf"{day_number} {month}{year}", day),
        rule(f"{words.language}.night", rf"(?:{words.night_to}) {day_number} {month}{year}", night),
        rule(f"{words.language}.days", rf"{words.ranges}{day_number} {month}{year}", days),
        rule(f"{words.language}.month", rf"(?:у|в|во|за|з|с|из|із|до|з кінця|с конца) {month}{year}", whole),
        rule(f"{words.language}.month-year", rf"(?<!\d\s){month} (?P<year>(?:19|20)\d\d)(?: (?:{words.year}))?", whole),
        *(part(which) for which in words.part),
    )


def _weekdays(words: Wording) -> tuple[Rule, ...]:
    numbers = lexicon(words.language).weekdays
    name = f"(?P<weekday>{_any(numbers)})"

    def meaning(which: str) -> Rule:
        before = {"last": words.last, "next": words.next, "latest": words.this}[which]
        return rule(
            f"{words.language}.weekday-{which}",
            rf"(?:(?:{words.on}) )?(?:{before}) {name}",
            lambda match, at: calendar.weekday(numbers[match["weekday"].lower()], at, which=which),
        )

    bare = rule(
        f"{words.language}.weekday",
        rf"(?:{words.on}) {name}(?! \d)",
        lambda match, at: calendar.weekday(numbers[match["weekday"].lower()], at),
    )
    return (meaning("last"), meaning("next"), meaning("latest"), bare)


def _relative(words: Wording) -> tuple[Rule, ...]:
    numerals = lexicon(words.language).numerals
    count = rf"(?P<vague>(?:{words.vague}) )?(?:(?P<count>\d{{1,3}}|{_any(numerals)}) )?"

    def ago(unit: str) -> Rule:
        def meaning(match: re.Match[str], published_on: date | None) -> Days | None:
            if match["vague"]:
                raise ValueError("more than three years ago names no year")
            written = match["count"]
            number = 1 if written is None else int(written) if written.isdigit() else numerals[written.lower()]
            return calendar.ago(number, unit, published_on)

        return rule(f"{words.language}.ago", rf"{count}(?:{words.units[unit]}) (?:{words.ago})", meaning)

    def day_word(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.days_from(published_on, words.day_words[" ".join(match.group().lower().split())])

    name = words.language
    return (
        *(ago(unit) for unit in words.units),
        rule(f"{name}.day-word", "|".join(sorted(words.day_words, key=len, reverse=True)), day_word),
        rule(f"{name}.last-week", words.last_week, lambda _, at: calendar.week(at, weeks=-1)),
        rule(f"{name}.this-week", words.this_week, lambda _, at: calendar.week(at)),
        rule(f"{name}.last-month", words.last_month, lambda _, at: calendar.ago(1, "month", at)),
        rule(f"{name}.last-year", words.last_year, lambda _, at: calendar.ago(1, "year", at)),
        rule(f"{name}.hours", words.recent_hours, lambda _, at: calendar.ago(24, "hour", at)),
    )


def _seasons(words: Wording) -> tuple[Rule, ...]:
    def meaning(match: re.Match[str], published_on: date | None) -> Days | None:
        return calendar.season(words.seasons[match["season"].lower()], published_on, year=_year(match))

    pattern = rf"(?P<season>{_any(words.seasons)})(?: (?P<year>(?:19|20)\d\d)(?:-го|-го)?(?: (?:{words.year}))?)?"
    return (rule(f"{words.language}.season", pattern, meaning),)
