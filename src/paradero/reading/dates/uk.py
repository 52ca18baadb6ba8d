"""Dates in Ukrainian: "28 лютого", "минулого вівторка", "у четвер", "в ніч на 3 березня", "три місяці тому"."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from paradero.reading.dates import engine, slavic
from paradero.reading.dates.worded import worded_years
from paradero.terms.account import DateRead
from paradero.terms.spans import Span

WORDING = slavic.Wording(
    language="uk",
    year=r"року|році|рік|роком|рр?\.",
    birth_year=r"р\.\s*н\.?|р/н|року народження|рік народження",
    on="у|в|во",
    last=r"минул(?:ого|ий|ої|у|е)|попередн(?:ього|ій|ьої)",
    next=r"наступн(?:ого|ий|ої|у|е)",
    this=r"ц(?:ього|ей|ієї|ю)",
    ago="тому",
    units={
        "hour": "годину|години|годин",
        "day": "день|дні|днів|дня|добу",
        "week": "тиждень|тижні|тижнів|тижня",
        "month": "місяць|місяці|місяців|місяця",
        "year": "рік|роки|років|року",
    },
    day_words={
        "сьогодні": 0,
        "учора": -1,
        "вчора": -1,
        "напередодні": -1,
        "позавчора": -2,
        "завтра": 1,
        "післязавтра": 2,
        "минулої ночі": -1,
    },
    night_to="в ніч на|у ніч на|уночі на|вночі на",
    part={
        "beginning": "на початку|з початку",
        "middle": "у середині|в середині|всередині|посередині",
        "end": "наприкінці|у кінці|в кінці|під кінець",
    },
    seasons={"навесні": 3, "весною": 3, "влітку": 6, "улітку": 6, "восени": 9, "взимку": 12, "узимку": 12},
    last_week=r"минулого тижня|на минулому тижні",
    last_month=r"минулого місяця|у минулому місяці|в минулому місяці",
    last_year=r"минулого року|торік|у минулому році|в минулому році",
    this_week=r"цього тижня|на цьому тижні",
    recent_hours=r"(?:в|у|за|протягом) останн(?:і|іх) (?:години|годин|добу|доби)",
    vague="понад|більше|більш як|більш ніж|більше ніж|майже|менше|близько",
    ranges=r"(?:(?:з|із|від) )?(?P<first>\d{1,2})(?:-?го)?(?:\s*[–—-]\s*| по | до | і | та )",
)

_STEMS = (
    "перш друг трет четверт п['’ʼ]ят шост сьом восьм дев['’ʼ]ят десят одинадцят "
    "дванадцят тринадцят чотирнадцят п['’ʼ]ятнадцят шістнадцят сімнадцят вісімнадцят дев['’ʼ]ятнадцят двадцят"
)
_ORDINALS = dict(enumerate(_STEMS.split(), 1)) | {
    30: "тридцят",
    60: "шістдесят",
    70: "сімдесят",
    80: "вісімдесят",
    90: "дев['’ʼ]яност",
}
WORDED_YEARS = worded_years(
    "uk",
    centuries={1900: "тисяча дев['’ʼ]ятсот", 2000: "дві тисячі"},
    tens={20: "двадцять", 30: "тридцять", 40: "сорок", 50: "п['’ʼ]ятдесят", 60: "шістдесят", 70: "сімдесят"}
    | {80: "вісімдесят", 90: "дев['’ʼ]яносто"},
    ordinals={number: rf"{stem}(?:ий|ій|ого|ього|ому|ьому)" for number, stem in _ORDINALS.items()},
    year="року народження|року|році|рік",
)


@cache
def _rules() -> tuple[engine.Rule, ...]:
    return (*slavic.rules(WORDING), WORDED_YEARS)


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order, resolved against the day of publication.

    >>> text = "Минулого вівторка"
    >>> find(text, [Span(0, len(text))], date(2022, 3, 4))[0].days.iso()
    '2022-03-01'
    """
    return engine.find(text, body, published_on, _rules())
