"""Dates in Spanish: "el pasado 4 de junio", "este jueves", "hace tres meses", "fines de julio", "agosto 20 de 2023"."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from paradero.reading.dates import calendar, engine
from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.feasts import Feast
from paradero.reading.dates.grammar import Read, rule, year_of
from paradero.reading.dates.outlook import outlook
from paradero.reading.dates.rules import SHARED
from paradero.reading.dates.vocabulary import phrases, vocabulary
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Span

_ENTRIES = phrases(
    l="pasado|pasada|último|última|anterior",
    T="este|esta|presente|actual|corriente",
    N="próximo|próxima|que viene|siguiente|entrante",
    H="ese|esa|aquel|aquella|mismo|misma|ese mismo|aquel mismo|del mismo",
    r="año|años",
    h="mes|meses",
    k="semana|semanas",
    a="día|días",
    u="hora|horas",
    z="fin de semana|finde",
    Z="lo que va de año|lo que va del año|lo que va de este año",
    B="hace",
    A="atrás",
    v="más de|menos de",
    V="unos|unas|unos pocos|unas pocas|varios|varias|algunos|algunas|pocos|pocas",
    P="casi|cerca de|apenas|ya|aproximadamente",
    g="de|del",
    e="el|la",
    i="en|desde|hasta|para|durante|hacia|por|al",
    q="entre",
    X="los|cada|todos|algún|ningún|otro|otra|todo el|toda la|primer|segundo|tercer|excepto|salvo",
    O="nacido|nacida|nació|nacidos|n.|nacimiento|nacimiento,",
    Y="las últimas horas|las últimas 24 horas|las últimas veinticuatro horas|las últimas 48 horas",
    E={"comienzos": 0, "principios": 0, "inicios": 0, "principio": 0, "comienzo": 0, "inicio": 0}
    | {"mediados": 1, "finales": 2, "fines": 2, "fin": 2, "final": 2},
    R={"hoy": 0, "ayer": -1, "anoche": -1, "anteayer": -2, "antier": -2, "anteanoche": -2, "antes de ayer": -2}
    | {"esta mañana": 0, "esta tarde": 0, "esta noche": 0, "esta madrugada": 0, "pasado mañana": 2},
    D={"mañana": 1},
    s={"primavera": 3, "verano": 6, "otoño": 9, "invierno": 12},
    c={"dos mil": 2000, "mil novecientos": 1900},
    o={"primero": 1, "1o": 1},
    M={"ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "set": 9}
    | {"oct": 10, "nov": 11, "dic": 12},
    f={
        "navidad": Feast.CHRISTMAS,
        "navidades": Feast.CHRISTMAS,
        "nochebuena": Feast.CHRISTMAS_EVE,
        "año nuevo": Feast.NEW_YEAR,
        "nochevieja": Feast.NEW_YEARS_EVE,
        "fin de año": Feast.NEW_YEARS_EVE,
        "pascua": Feast.EASTER,
        "domingo de resurrección": Feast.EASTER,
        "semana santa": Feast.HOLY_WEEK,
        "viernes santo": Feast.GOOD_FRIDAY,
        "miércoles de ceniza": Feast.ASH_WEDNESDAY,
        "pentecostés": Feast.PENTECOST,
        "día de reyes": Feast.EPIPHANY,
        "todos los santos": Feast.ALL_SAINTS,
        "día de muertos": Feast.ALL_SOULS,
        "día de los muertos": Feast.ALL_SOULS,
        "noche de san juan": Feast.MIDSUMMER,
    },
) | {"&": ("&", 0), "y": ("&", 0), "o": ("~", 0), "u": ("~", 0), "a": ("~", 0)}

_OUTLOOK = outlook(
    since=r"desde(?: el| la)?",
    planned=r"para (?:el|la|este|esta|las? \w+ del)|pasan al|citan? el",
    until=r"hasta(?: el| la)?|para(?: el| la| este)?|antes de(?:l| la)?|a partir de(?:l)?|pasan al?|vencía a",
    future=r"\w{2,}r(?:á|án|emos|ás)|v(?:a|an|amos) a \w+r|programad\w+|previst\w+|prevén?|citad[oa]s?|convoca\w*"
    r"|esperan?|tienen? que|vencen?|se realizará|habrá|abiertas|aplazad\w+|próxim[oa]|ojalá|valen?|aguarda\w*",
    present=r"se (?!hab)\w+[ae]n?|hay|es|son|tenemos|abr(?:e|en|imos)|recogen?|vienen?|salen?|salimos|nos vemos"
    r"|van|reunión|misa"
    r"|está|pedid\w+|pidieron|dicta|vaya|pasa|quedan?|pide",
    past=r"\w+(?:ó|aron|ieron|eron|aba|aban|ía|ían|uvo|iste|aste)|fue|fueron|había\w*|h[ae]n? \w+[aid]d?[oa]s?"
    r"|hizo|hicieron|dijo|dijeron|vi|di"
    r"|vino|quiso|pudo|supo|puso|trajo|llamé|hablé|llegué|salí|fui|oí|tuve|estuve",
)
_GOES_ON = re.compile(
    r"\W|(?:me|te|se|lo|la|los|las|le|les|nos|ya|no|y|o|en|a|por|con|que|cuando|para|un|una|él|ella|fue|llegó|pasó|tuve"
    r"|\w+(?:ó|aron|ieron|aba|ía|imos|amos|é))$"
)
"""What may follow "el 21" where it is a day: a mark, a little word or a verb, no noun that is counted."""


def _day_alone(read: Read, at: Setting) -> Days | None:
    after = read.after()
    if read.written().casefold().startswith("la"):
        raise ValueError("a thing with a number")
    if after and not (read.has("named") or read.has("name")) and not _GOES_ON.match(after):
        raise ValueError(f"{read.number('day')} counts something")
    return calendar.day_alone(read.number("day"), at)


def _year_of(read: Read, _: Setting) -> Days:
    if read.after() and not _GOES_ON.match(read.after()):
        raise ValueError("so many of something")
    return Days.year(read.number("year"))


def _year_in_words(read: Read, _: Setting) -> Days:
    if not read.written().casefold().startswith(("del ", "en el ")):
        raise ValueError("so many of something")
    return Days.year(1900 + read.number("year"))


def _month_day(read: Read, at: Setting) -> Days | None:
    return calendar.day_and_month(read.number("day"), read.number("month"), at, year=year_of(read, at))


def _season(read: Read, at: Setting) -> Days | None:
    if read.before() == "de" and not read.match.group().startswith("e"):
        raise ValueError("a thing for summer")
    pre = read.match.groupdict().get("pre")
    if pre == "l" or (read.has("soon") and "pasad" in read.written()):
        return _before_this(read, at)
    return calendar.season(read.number("season"), at, year=year_of(read, at))


def _before_this(read: Read, at: Setting) -> Days | None:
    """Return the last such season that is over."""
    latest = calendar.season(read.number("season"), at)
    if latest is None or at.published_on is None or latest.end <= at.published_on:
        return latest
    return calendar.season(read.number("season"), at, year=latest.first.year - 1)


_RULES = (
    rule("season", "e? (?P<pre>[lTN])? (?P<season>s) TAIL", _season),
    *(each for each in SHARED if each.name != "season"),
    rule("month-day", "(?P<month>[mM]) (?P<day>d) g (?P<year>y)", _month_day),
    rule("day-alone", "(?:e(?P<named>a)?|(?<=g)(?P<name>a)) (?P<day>d) (?![g%#dybr:hkuA])", _day_alone),
    rule("tomorrow", "(?<![eTHXgwl]) (?P<word>D) (?!g)", lambda read, at: calendar.days_from(at, read.number("word"))),
    rule(
        "year-of-two-figures",
        "i e (?P<year>b) (?![x%])",
        lambda read, _: Days.year(calendar.full_year(read.number("year"))),
    ),
    rule("year-after-article", "i e (?P<year>y) (?![%])", lambda read, _: Days.year(read.number("year"))),
    rule("year-of", "(?<=x)g(?P<year>y)", _year_of),
    rule("year-in-words-of", "[ig]e? (?P<year>t&?w) (?!r)", _year_in_words),
)


@cache
def _grammar() -> engine.Grammar:
    return engine.Grammar(vocabulary("es", _ENTRIES, numerals="w"), _RULES, _OUTLOOK)


def find(text: str, body: Sequence[Span], published_on: date | None) -> tuple[DateRead, ...]:
    """Return the dates of the stretches `body` in order; a relative one has days only where publication is known.

    >>> text = "El pasado 4 de junio"
    >>> find(text, [Span(0, len(text))], date(2023, 6, 24))[0].days.iso()
    '2023-06-04'
    """
    return engine.find(text, body, published_on, _grammar())
