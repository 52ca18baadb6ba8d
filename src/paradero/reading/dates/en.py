"""Dates in English: "on 23 May 2025", "last Thursday", "in April 2022", "three months ago", "May 23rd", "mid-March"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from paradero.reading.dates import calendar, engine
from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.feasts import Feast
from paradero.reading.dates.grammar import Read, rule, year_of
from paradero.reading.dates.outlook import outlook
from paradero.reading.dates.rules import SHARED
from paradero.reading.dates.vocabulary import phrases, vocabulary
from paradero.reading.lexicon import lexicon
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Span

_ENTRIES = phrases(
    l="last|previous|past",
    T="this|current",
    N="next|coming",
    H="that|same|that same",
    r="year|years",
    h="month|months",
    k="week|weeks",
    a="day|days",
    u="hour|hours",
    z="weekend",
    Z="so far this year|this year to date",
    A="ago|back",
    v="more than|less than|over|under|nearly|almost|at least",
    V="several|few|some",
    g="of",
    e="the|a|an",
    i="in|on|since|during|until|till|by|from|before|after|for|around|as of|into",
    q="between",
    X="every|each|most|except|all",
    O="born|b.|born in|birth|birth:",
    Y="the last hours|the past hours|the last few hours|the past few hours|the last 24 hours|the past 24 hours",
    E={"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2},
    R={"today": 0, "yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2}
    | {"last night": -1, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0},
    S={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    c={"two thousand": 2000, "two thousand and": 2000, "nineteen hundred": 1900},
    U={f"mid-{name}": number for name, number in lexicon("en").months.items()},
    f={
        "christmas": Feast.CHRISTMAS,
        "christmas day": Feast.CHRISTMAS,
        "christmas eve": Feast.CHRISTMAS_EVE,
        "new year": Feast.NEW_YEAR,
        "new year's": Feast.NEW_YEAR,
        "new year's day": Feast.NEW_YEAR,
        "new year's eve": Feast.NEW_YEARS_EVE,
        "easter": Feast.EASTER,
        "easter sunday": Feast.EASTER,
        "good friday": Feast.GOOD_FRIDAY,
        "pentecost": Feast.PENTECOST,
        "epiphany": Feast.EPIPHANY,
        "all saints' day": Feast.ALL_SAINTS,
        "memorial day": Feast.MEMORIAL_DAY,
        "thanksgiving": Feast.THANKSGIVING,
        "midsummer day": Feast.MIDSUMMER,
        "halloween": Feast.HALLOWEEN,
        "fourth of july": Feast.FOURTH_OF_JULY,
        "women's day": Feast.WOMENS_DAY,
        "victory day": Feast.VICTORY,
    },
) | {"and": ("&", 0), "&": ("&", 0), "or": ("~", 0), "to": ("~", 0), "through": ("~", 0)}

_OUTLOOK = outlook(
    since=r"since(?: the)?|from(?: the)?",
    planned=r"(?:planned|set|scheduled|due|called) (?:for|on)|(?:adjourned|postponed|delayed|moved) (?:to|until)",
    until=r"until(?: the)?|till|through|by|before|for|(?:adjourned|postponed) to",
    future=r"will(?: not| be| have)* \w+|will|shall|won't|\w+'ll|going to|due|is set|are set|scheduled|planned"
    r"|plans|is called|to be|awaits?|expected"
    r"|upcoming|hopes? to|is open|runs out|call|ask|must|is to|are to",
    present=r"opens?|meets?|begins?|starts?|takes place|leaves?|funeral|service|vigil|gym|noon|\d+ [ap]\.m",
    past=r"(?!need|feed|hundred|red|bed|speed|indeed|wounded|scheduled|planned|expected|called)\w{2,}ed|was|were"
    r"|had|came|went|took|got"
    r"|gave|made|saw|met|found|died|left|kept|held|brought|lost|wrote|sent|heard|fell|shot|did|has been|have been",
)


def _month_day(read: Read, at: Setting) -> Days | None:
    return calendar.day_and_month(read.number("day"), read.number("month"), at, year=year_of(read, at))


def _month_days(read: Read, at: Setting) -> Days | None:
    last = _month_day(read, at)
    return Days(last.first.replace(day=read.number("first")), last.end) if last is not None else None


def _mid_month(read: Read, at: Setting) -> Days | None:
    return calendar.part_of(calendar.month(read.number("month"), at, year=year_of(read, at)), 1)


def _season(read: Read, at: Setting) -> Days | None:
    return calendar.season(read.number("season"), at, year=year_of(read, at))


def _weekday_week(read: Read, at: Setting) -> Days | None:
    """Return the day of "Sunday week": a week after the coming one."""
    coming = calendar.weekday(read.number("weekday"), at, which="next")
    return Days.day(coming.first + timedelta(days=7)) if coming else None


def _not_a_verb(read: Read, at: Setting) -> Days | None:
    """Refuse "May I offer": a month alone that is a verb too."""
    if read.written() in {"May", "March", "Mar", "Sun"} and read.after()[:1].isalpha():
        raise ValueError("a verb")
    return MONTH.meaning(read, at)


MONTH = next(each for each in SHARED if each.name == "month")
_RULES = (
    *(each if each is not MONTH else replace(each, meaning=_not_a_verb) for each in SHARED),
    rule("month-day", "(?:K,?e?)? (?P<month>m) \\.? (?P<day>[do]) (?:,?(?P<year>y))? (?!:)", _month_day),
    rule("month-days", "(?P<month>m) \\.? (?P<first>[do]) [-~] (?P<day>[do]) (?:,?(?P<year>y))?", _month_days),
    rule("mid-month", "(?P<month>U) TAIL", _mid_month),
    rule("season", "(?:(?P<pre>[lTNH])|i e?|g e?|(?<=E)e?) (?P<season>S) TAIL (?!g)", _season),
    rule("season-of-year", "(?P<season>S) g? (?P<year>y)", _season),
    rule("weekday-week", "(?P<weekday>K) k", _weekday_week),
    rule("day-alone", "(?<=i) e (?P<day>o) (?!g)", lambda read, at: calendar.day_alone(read.number("day"), at)),
    rule("year-of-event", "(?<=e) (?P<year>y) (?=x)", lambda read, _: Days.year(read.number("year"))),
)


@cache
def _grammar() -> engine.Grammar:
    ambiguous = frozenset({"may", "march", "mar", "jun", "sep", "dec", "jan"})
    words = vocabulary("en", _ENTRIES, numerals="W", capital=True, day_names=ambiguous)
    return engine.Grammar(words, _RULES, _OUTLOOK)


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order, resolved against the day of publication.

    >>> text = "last Thursday"
    >>> find(text, [Span(0, len(text))], date(2025, 5, 24))[0].days.iso()
    '2025-05-22'
    """
    return engine.find(text, body, published_on, _grammar())
