"""The figures of all the rest: dates, places, lines, treatment and more. Each docstring defines its figure."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from benchmarks.reading_claims import Both, once
from benchmarks.reading_match import NOBODY, Case
from paradero.reading.gazetteer import lookup
from paradero.terms.account import PlaceRead, TreatmentRead
from paradero.terms.dates import Days
from paradero.terms.fold import fold
from paradero.terms.gazetteer import towns_called
from paradero.terms.spans import Span

READ: Final = "caption"
"""The one kind of zone that is read as the report is."""
Bearer = int | str
"""A place of the gazetteer: its id, or for a region, which has none, its name."""


def dates(case: Case) -> Both:
    """Marked dates, one for each mark: right where a date of the account meets the mark and has its very days.

    Dates that the annotation leaves unknown or open at one end are left out with all that meets them, and so is a date
    of the account without days.
    """
    marked = [(mark.span, _days(case.values[mark.ref])) for mark in case.annotated.marks if mark.ref[0] == "d"]
    sought = Counter[tuple[object, ...]]((span, days.iso()) for span, days in marked if days)
    found = Counter[tuple[object, ...]]()
    for read in case.account.dates:
        met = [(span, days) for span, days in marked if span.meets(read.found.span)]
        if read.days is None or (met and all(days is None for _, days in met)):
            continue
        right = (span for span, days in met if days == read.days and not found[span, read.days.iso()])
        found[next(right, read.found.span), read.days.iso()] += 1
    return sought, found


def _days(value: str) -> Days | None:
    first, slash, last = value.partition("/")
    if ".." in (first, last) or value == "unknown":
        return None
    return Days(Days.from_iso(first).first, Days.from_iso(last if slash else first).end)


def places(case: Case) -> Both:
    """Marked places, each once however often it is named: found where a place of the account meets a mark of it."""
    return once((ref,) for ref in _places(case)), once((_place(case, read),) for read in case.account.places)


def _places(case: Case) -> list[str]:
    return list(dict.fromkeys(mark.ref for mark in case.annotated.marks if mark.ref[0] == "l"))


def _place(case: Case, read: PlaceRead) -> str:
    return case.met(read.found.span, _places(case)) or f"{NOBODY}{fold(read.as_written)}"


def resolved(case: Case) -> Both:
    """Marked places that the gazetteer has by the annotated name in the annotated country, each once.

    Right where the account's place meets a mark and its first candidate bears the name, in any language, and lies in
    the country; where it has none, the region of its usual name. Places of the account with neither are left out.
    """
    known = {ref: bearers for ref in _places(case) if (bearers := _bearers(case.values[ref]))}
    found = set[tuple[object, ...]]()
    for read in case.account.places:
        if (first := _first(read)) is not None:
            ref = _place(case, read)
            found.add((ref,) if first in known.get(ref, ()) else (ref, "elsewhere"))
    return once((ref,) for ref in known), once(iter(found))


def _bearers(value: str) -> set[Bearer]:
    """Return the places of the gazetteer with a name and a country: "Belgorod, RU" or "Mesetas, Meta, CO"."""
    name, country = value.partition(", ")[0], value.rpartition(", ")[2]
    known = {place.id or fold(place.usual) for place in lookup(name) if place.country == country}
    return known | {town.id for town in towns_called(name) if town.country == country}


def _first(read: PlaceRead) -> Bearer | None:
    if read.candidates:
        return read.candidates[0]
    return next((fold(place.usual) for place in lookup(read.usual) if place.kind == "region"), None)


def boilerplate(case: Case) -> Both:
    """Lines that are not the report, captions aside: sought are those in a zone, found those that the account cut."""
    zones = [zone.span for zone in case.annotated.zones if zone.kind != READ]
    sought = ((line,) for line in _lines(case.annotated.text) if any(zone.holds(line) for zone in zones))
    found = ((line,) for line in _lines(case.annotated.text) if any(cut.meets(line) for cut in case.account.cut))
    return once(sought), once(found)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        start += len(line) + 1


def treatment(case: Case) -> Both:
    """Statements of treatment or health: right where the account has one that meets a mark of it and agrees in all.

    In all: treatment or health, whose, and good, bad or mixed. Several of the account for one count once.
    """
    records = case.annotated.of_kind("t")
    sought = ((record.ref, record.kind, record.about[0], record.fields["value"]) for record in records)
    found = (_treatment(case, read) for read in case.account.treatments)
    return once(sought), once(found)


def _treatment(case: Case, read: TreatmentRead) -> tuple[str, ...]:
    whose = _whose(case, read.person)
    return _stretch(case, read.found.span, "t", read.kind, whose), read.kind, whose, read.value


def _whose(case: Case, person: int | None) -> str:
    return NOBODY if person is None else case.thing(person)


def _stretch(case: Case, span: Span, letter: str, kind: str | None = None, about: str | None = None) -> str:
    """Return the record of a letter that a stretch meets, one of that kind and about that thing first."""
    records = sorted(case.annotated.of_kind(letter), key=lambda one: (one.kind != kind, about not in one.about))
    return case.met(span, [record.ref for record in records]) or f"{NOBODY}{span.start}"


def agreements(case: Case) -> Both:
    """Agreements as announced: right where one of the account meets a mark of it, of its kind and modality."""
    sought = ((record.ref, record.kind, record.fields["modality"]) for record in case.annotated.of_kind("a"))
    found = (
        (_stretch(case, read.found.span, "a", read.kind), read.kind, read.modality.value)
        for read in case.account.agreements
    )
    return once(sought), once(found)


def instructions(case: Case) -> Both:
    """Official instructions: right where one of the account meets a mark of it; several for one count once."""
    sought = ((record.ref,) for record in case.annotated.of_kind("i"))
    return once(sought), once((_stretch(case, read.found.span, "i"),) for read in case.account.instructions)


def testimony(case: Case) -> Both:
    """Words spoken in captivity: right where one of the account meets a mark of it and is of its innermost speaker."""
    sought = ((record.ref, *record.fields["by"].split(">")[:1]) for record in case.annotated.of_kind("q"))
    found = ((_stretch(case, read.found.span, "q"), _whose(case, read.person)) for read in case.account.testimony)
    return once(sought), once(found)
