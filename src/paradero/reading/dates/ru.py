"""Dates in Russian: "28 февраля", "в прошлый вторник", "в ночь на 3 марта", "три месяца назад", "12.03.1991"."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from paradero.reading.dates import engine, slavic
from paradero.reading.dates.worded import worded_years
from paradero.terms.account import DateRead
from paradero.terms.spans import Span

WORDING = slavic.Wording(
    language="ru",
    year=r"года|году|год|годом|гг?\.",
    birth_year=r"г\.\s*р\.?|г/р|года рожд\.|года рождения|год рождения|гр\.?",
    on="в|во",
    last=r"прошл(?:ый|ую|ое|ой|ого)|минувш(?:ий|ую|ее|ей|его)",
    next=r"следующ(?:ий|ую|ее|ей|его)|ближайш(?:ий|ую|ее)",
    this=r"эт(?:от|у|о|ой|ого)",
    ago="назад|тому назад",
    units={
        "hour": "час|часа|часов",
        "day": "день|дня|дней",
        "week": "неделю|недели|недель",
        "month": "месяц|месяца|месяцев",
        "year": "год|года|лет",
    },
    day_words={
        "сегодня": 0,
        "вчера": -1,
        "накануне": -1,
        "позавчера": -2,
        "завтра": 1,
        "послезавтра": 2,
        "прошлой ночью": -1,
    },
    night_to="в ночь на|ночью на|к утру",
    part={
        "beginning": "в начале|к началу",
        "middle": "в середине",
        "end": "в конце|к концу|под конец",
    },
    seasons={"весной": 3, "летом": 6, "осенью": 9, "зимой": 12},
    last_week=r"на (?:прошлой|минувшей) неделе",
    last_month=r"в (?:прошлом|минувшем) месяце",
    last_year=r"в (?:прошлом|минувшем) году",
    this_week=r"на этой неделе",
    recent_hours=r"(?:в|за) последние (?:часы|сутки)",
    vague="более|больше|свыше|почти|менее|около",
    ranges=r"(?:(?:с|со) )?(?P<first>\d{1,2})(?:-?го)?(?:\s*[–—-]\s*| по | и | до )",
)

_STEMS = (
    "перв втор трет четв[её]рт пят шест седьм восьм девят десят одиннадцат "
    "двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_ORDINALS = dict(enumerate(_STEMS.split(), 1)) | {
    30: "тридцат",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
}
WORDED_YEARS = worded_years(
    "ru",
    centuries={1900: "тысяча девятьсот", 2000: "две тысячи"},
    tens={20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят"}
    | {80: "восемьдесят", 90: "девяносто"},
    ordinals={number: rf"{stem}(?:ый|ий|ой|ого|его|ьего|ьем|ом|ем)" for number, stem in _ORDINALS.items()},
    year="года рождения|года|году|год",
)


@cache
def _rules() -> tuple[engine.Rule, ...]:
    return (*slavic.rules(WORDING), WORDED_YEARS)


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order, resolved against the day of publication.

    >>> text = "В ночь на 3 марта"
    >>> find(text, [Span(0, len(text))], date(2022, 3, 5))[0].days.iso()
    '2022-03-02/2022-03-03'
    """
    return engine.find(text, body, published_on, _rules())
