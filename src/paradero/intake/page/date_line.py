"""The day of publication where a page states it only on its face: a line of its own right beside the headline."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from paradero.terms.report import BlockKind

AFTER = 3
"""Lines after the headline among which the date line is looked for; before it, only the very next."""
STANDFIRST = 1
"""Lines of the report itself that may stand between the headline and the date."""
LONGEST = 120
"""Characters of a date line with all that stands beside the date: the hour, the author, the section."""
LONGEST_LEAD = 30
"""Characters of a place or author before the date."""

_MONTHS = (
    "enero|january|января|січня",
    "febrero|february|февраля|лютого",
    "marzo|march|марта|березня",
    "abril|april|апреля|квітня",
    "mayo|may|мая|травня",
    "junio|june|июня|червня",
    "julio|july|июля|липня",
    "agosto|august|августа|серпня",
    "septiembre|setiembre|september|сентября|вересня",
    "octubre|october|октября|жовтня",
    "noviembre|november|ноября|листопада",
    "diciembre|december|декабря|грудня",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_NAMES = "|".join(_MONTH)
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<day>\d{{1,2}})\s+(?:de\s+)?(?P<month>{_NAMES}),?\s+(?:de\s+|del\s+)?(?P<year>20\d\d)"
    rf"|(?P<named>{_NAMES})\s+(?P<second>\d{{1,2}}),\s+(?P<named_year>20\d\d)"
    r"|(?P<dotted>\d{1,2})\.(?P<number>\d{1,2})\.(?P<dotted_year>20\d\d)|(?P<iso>20\d\d-\d\d-\d\d))(?!\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:publicado|publicada|published|опубликовано|опубліковано|дата|fecha|date)(?:\s+(?:el|on))?\s*:?\s*)?",
    re.IGNORECASE,
)
_HOUR = r"(?:,?\s*(?:a las|at|о|об|в)?\s*\d{1,2}[:.]\d\d(?:\s*(?:h|am|pm|[A-ZА-Я]{2,4}))?)?"
_GOES_ON = re.compile(rf"(?:\s*(?:года|року|г\.|р\.))?{_HOUR}\s*(?:[|·•/,—–-].*)?$", re.IGNORECASE)
_CHANGED = re.compile(r"actualizad|updated|обновлен|оновлен|modified|змінен|изменен", re.IGNORECASE)
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”")
_ABBREVIATED = (" г.", " р.")


def day_on_face(lines: Sequence[tuple[str, BlockKind]]) -> date | None:
    """Return the day that the line of the date beside the headline states, `None` where none or several do.

    Args:
        lines: The page's lines in order with what each is; a date line is no part of the report's own words.

    >>> day_on_face([("Galina espera", BlockKind.TITLE), ("22 мая 2024, 09:42", BlockKind.OUTSIDE)])
    datetime.date(2024, 5, 22)
    """
    days = set(_days(lines))
    return days.pop() if len(days) == 1 else None


def _days(lines: Sequence[tuple[str, BlockKind]]) -> Iterator[date]:
    headline = next((at for at, (_, kind) in enumerate(lines) if kind is BlockKind.TITLE), None)
    if headline is None:
        return
    told = 0
    for at in range(max(0, headline - 1), min(headline + AFTER + 1, len(lines))):
        line, kind = lines[at]
        told += kind is BlockKind.BODY and at > headline
        if told > STANDFIRST:
            return
        if kind is BlockKind.OUTSIDE and (day := _stated(line.strip(), leads=at > headline)) is not None:
            yield day


def _stated(line: str, *, leads: bool) -> date | None:
    """Return the day of a date line; with `leads` an author or a place may stand before it."""
    dates = list(_DATE.finditer(line))
    ends = line.endswith(_SENTENCE_ENDS) and not line.endswith(_ABBREVIATED)
    if len(dates) != 1 or len(line) > LONGEST or ends or _CHANGED.search(line):
        return None
    (found,) = dates
    label = _LABEL.match(line)
    lead = line[label.end() if label else 0 : found.start()].strip()
    begins = not lead or (leads and len(lead) <= LONGEST_LEAD and lead[-1] in ",|·•/—–-")
    return _day(found) if begins and _GOES_ON.match(line, found.end()) else None


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["dotted"]:
            return date(int(found["dotted_year"]), int(found["number"]), int(found["dotted"]))
        if found["named"]:
            return date(int(found["named_year"]), _MONTH[found["named"].lower()], int(found["second"]))
        return date(int(found["year"]), _MONTH[found["month"].lower()], int(found["day"]))
    except ValueError:
        return None  # "31.02.2026" looks like a day and is none
