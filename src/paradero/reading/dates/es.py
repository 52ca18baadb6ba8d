"""Spanish dates: "el pasado 4 de junio", "este jueves", "hace tres meses", resolved against publication."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from paradero.reading.lexicon import lexicon
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Found, Span

WEEK = 7
MONTHS_A_YEAR = 12
SOON = timedelta(days=60)
"""A day without a year that lies further ahead of publication than this was last year's."""
FEW = 3
"""What "hace unos días" may mean at least; such a phrase is marked and left without days."""

_LEX = lexicon("es")
_MONTH = "|".join(_LEX.months)
_WEEKDAY = "|".join(_LEX.weekdays)
_SMALL = "|".join(word for word, value in _LEX.numerals.items() if value <= 30 and len(word) > 1)  # noqa: PLR2004
_NUMBER = rf"\d{{1,3}}|{_SMALL}"
_YEAR = r"(?:19|20)\d{2}"

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "full",
        rf"(?:(?:el|del|al|este|pasado|próximo|último|{_WEEKDAY}),?\s+)*(?P<day>[0-3]?\d|primero)\s+de\s+(?P<month>{_MONTH})\s+(?:de|del)\s+(?:año\s+)?(?P<year>{_YEAR})",
    ),
    ("numeric", rf"(?P<day>[0-3]?\d)[./-](?P<monthnumber>[01]?\d)[./-](?P<year>{_YEAR})"),
    ("iso", rf"(?P<year>{_YEAR})-(?P<monthnumber>[01]\d)-(?P<day>[0-3]\d)"),
    (
        "day",
        rf"(?:(?P<when>el\s+pasado|el\s+próximo|el|del|este|{_WEEKDAY}|desde\s+el)\s+)?(?:(?:{_WEEKDAY}|pasado|próximo)\s+)?(?P<day>[0-3]?\d|primero)\s+de\s+(?P<month>{_MONTH})(?P<past>\s+pasado|\s+(?:de\s+)?este\s+año|\s+del\s+año\s+pasado)?",
    ),
    (
        "month",
        rf"(?:(?:en|desde|de|(?:a|desde|hasta|hacia)\s+(?:comienzos|principios|mediados|finales|fines)\s+de|hasta)\s+)(?:el\s+mes\s+de\s+)?(?P<month>{_MONTH})(?:\s+(?:de|del)\s+(?:año\s+)?(?P<year>{_YEAR}))?(?P<past>\s+pasado|\s+del\s+año\s+pasado|\s+de\s+este\s+año)?",
    ),
    ("monthyear", rf"(?P<month>{_MONTH})\s+(?:de|del)\s+(?P<year>{_YEAR})"),
    (
        "ago",
        rf"(?:desde\s+)?hace\s+(?P<about>unos|unas|casi|cerca\s+de|más\s+de|apenas|ya|aproximadamente)?\s*(?P<number>{_NUMBER})\s+(?P<unit>horas?|días?|semanas?|mes(?:es)?|años?)",
    ),
    ("before", rf"(?P<number>{_NUMBER})\s+(?P<unit>días?|semanas?|mes(?:es)?|años?)\s+atrás"),
    (
        "vague",
        r"hace\s+(?:unos|pocos|varios|algunos)\s+(?:días|meses|años)|hace\s+(?:unas|pocas|varias|algunas)\s+(?:horas|semanas)|en\s+los\s+últimos\s+(?:días|meses|años)|en\s+las\s+últimas\s+semanas",
    ),
    ("hours", r"(?:en\s+)?las\s+últimas\s+(?:\d+\s+|veinticuatro\s+)?horas"),
    (
        "weekday",
        rf"(?P<when>este|el\s+pasado|el\s+próximo|el|del|al|desde\s+el|la\s+noche\s+del|la\s+madrugada\s+del)\s+(?P<weekday>{_WEEKDAY})(?P<past>\s+pasado|\s+próximo|\s+que\s+viene|\s+siguiente)?",
    ),
    (
        "relative",
        r"anteayer|antier|anteanoche|ayer|anoche|hoy|esta\s+(?:mañana|tarde|noche|madrugada)|pasado\s+mañana|(?<!la\s)(?<!esta\s)(?<!una\s)(?<!cada\s)(?<!por\sla\s)(?<!de\sla\s)mañana(?!\s+(?:de|del)\b)",
    ),
    (
        "span",
        r"(?:la|esta)\s+(?P<week>semana)(?P<past>\s+pasada|\s+anterior|\s+próxima)?|(?:el|este)\s+(?P<mes>mes|año)(?P<past2>\s+pasado|\s+anterior)?(?=\W)",
    ),
    (
        "year",
        rf"(?:(?:en|desde|de|(?:a|desde|hasta|hacia)\s+(?:comienzos|principios|mediados|finales|fines)\s+de|durante|hasta)\s+(?:el\s+(?:año\s+)?)?)(?P<year>{_YEAR})(?!\s*(?:soldad|person|militar|prision|combat|\d))",
    ),
)
DATE = [(name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for name, pattern in PATTERNS]


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates of the stretches `body` in order; a relative one has days only where publication is known."""
    found: list[DateRead] = []
    for stretch in body:
        taken: list[Span] = []
        for name, pattern in DATE:
            for match in pattern.finditer(text, stretch.start, stretch.end):
                span = Span(match.start(), match.end())
                at = bisect_left(taken, span)  # those taken do not overlap: only the neighbours can meet
                if any(span.meets(other) for other in taken[max(0, at - 1) : at + 1]):
                    continue
                read = _read(name, match, published_on)
                if read is not NOT_A_DATE:
                    taken.insert(at, span)
                    days = read if isinstance(read, Days) else None
                    found.append(
                        DateRead(as_written=match.group(), days=days, found=Found(span=span, rule=f"dates.es.{name}"))
                    )
    return tuple(sorted(found, key=lambda read: read.found.span))


NOT_A_DATE = "not a date"


def _read(name: str, match: re.Match[str], ref: date | None) -> Days | str | None:
    try:
        return RESOLVE[name](match, ref)
    except (ValueError, OverflowError):
        return NOT_A_DATE


def _word(match: re.Match[str], group: str) -> str:
    return re.sub(r"\s+", " ", (match.groupdict().get(group) or "").strip().casefold())


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _LEX.numerals[text]


def _day_of(match: re.Match[str]) -> int:
    day = _word(match, "day")
    return 1 if day == "primero" else int(day)


def _full(match: re.Match[str], _ref: date | None) -> Days:
    named = _word(match, "month")
    month = _LEX.months[named] if named else int(_word(match, "monthnumber"))
    return Days.day(date(int(_word(match, "year")), month, _day_of(match)))


def _day(match: re.Match[str], ref: date | None) -> Days | None:
    """Return the nearest such day not after publication, unless the words look ahead."""
    month, day = _LEX.months[_word(match, "month")], _day_of(match)
    date(2024, month, day)  # refuses 31 June whether or not publication is known
    if ref is None:
        return None
    if "año pasado" in _word(match, "past"):
        return Days.day(date(ref.year - 1, month, day))
    words = match.group().casefold()
    here = date(ref.year, month, day)
    year = ref.year
    if "próximo" in words:
        year += here < ref
    elif here > ref + (timedelta(0) if "pasado" in words else SOON):
        year -= 1
    return Days.day(date(year, month, day))


def _month(match: re.Match[str], ref: date | None) -> Days | None:
    month = _LEX.months[_word(match, "month")]
    if _word(match, "year"):
        return Days.month(int(_word(match, "year")), month)
    if ref is None:
        return None
    if "año pasado" in _word(match, "past"):
        return Days.month(ref.year - 1, month)
    ahead = timedelta(days=60)
    return Days.month(ref.year if date(ref.year, month, 1) <= ref + ahead else ref.year - 1, month)


def _back(ref: date, number: int, unit: str) -> Days:
    if unit.startswith("hora"):
        return Days(ref - timedelta(days=-(-number // 24)), ref + timedelta(days=1))
    if unit.startswith("día"):
        return Days.day(ref - timedelta(days=number))
    if unit.startswith("semana"):
        day = ref - timedelta(days=WEEK * number)
        return Days(day - timedelta(days=FEW), day + timedelta(days=FEW + 1))
    if unit.startswith("mes"):
        months = ref.year * MONTHS_A_YEAR + ref.month - 1 - number
        return Days.month(months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1)
    return Days.year(ref.year - number)


def _ago(match: re.Match[str], ref: date | None) -> Days | None:
    if ref is None or _word(match, "about") in {"unos", "unas", "más de"}:
        return None
    return _back(ref, _number(_word(match, "number")), _word(match, "unit"))


def _hours(_match: re.Match[str], ref: date | None) -> Days | None:
    return Days(ref - timedelta(days=1), ref + timedelta(days=1)) if ref else None


def _weekday(match: re.Match[str], ref: date | None) -> Days | None:
    """Return the latest such weekday up to publication; the next one where the words look ahead."""
    if ref is None:
        return None
    wanted = _LEX.weekdays[_word(match, "weekday")]
    back = (ref.weekday() - wanted) % WEEK
    said = f"{_word(match, 'when')} {_word(match, 'past')}"
    if any(word in said for word in ("próximo", "viene", "siguiente")):
        return Days.day(ref + timedelta(days=(wanted - ref.weekday() - 1) % WEEK + 1))
    if "pasado" in said and back == 0:
        back = WEEK
    return Days.day(ref - timedelta(days=back))


SHIFT = {"anteayer": -2, "antier": -2, "anteanoche": -2, "ayer": -1, "anoche": -1, "pasado mañana": 2, "mañana": 1}


def _relative(match: re.Match[str], ref: date | None) -> Days | None:
    word = re.sub(r"\s+", " ", match.group().casefold())
    return Days.day(ref + timedelta(days=SHIFT.get(word, 0))) if ref else None


def _span(match: re.Match[str], ref: date | None) -> Days | None:
    if ref is None:
        return None
    past = bool(_word(match, "past") or _word(match, "past2"))
    if _word(match, "week"):
        shift = WEEK if "próxima" in _word(match, "past") else -WEEK if past else 0
        monday = ref - timedelta(days=ref.weekday()) + timedelta(days=shift)
        return Days(monday, monday + timedelta(days=WEEK))
    if _word(match, "mes") == "año":
        return Days.year(ref.year - past)
    return _back(ref, int(past), "mes")


def _year(match: re.Match[str], _ref: date | None) -> Days:
    return Days.year(int(_word(match, "year")))


RESOLVE: dict[str, Callable[[re.Match[str], date | None], Days | None]] = {
    "full": _full,
    "numeric": _full,
    "iso": _full,
    "day": _day,
    "month": _month,
    "monthyear": _month,
    "ago": _ago,
    "before": _ago,
    "vague": lambda _match, _ref: None,
    "hours": _hours,
    "weekday": _weekday,
    "relative": _relative,
    "span": _span,
    "year": _year,
}
