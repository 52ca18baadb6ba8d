"""On which days a claim is said to have happened and which places its words name, with the words themselves."""

import re
from collections.abc import Iterator
from datetime import date

from paradero.procedures.sealed_reports import Unlocked
from paradero.procedures.text_views import PlaceNamed
from paradero.terms.account import Account, PlaceRead
from paradero.terms.claims import Claim
from paradero.terms.dates import Days
from paradero.terms.person import Birth
from paradero.terms.spans import Span

OF_A_PERSON = frozenset({"home", "birth"})
"""Facts whose place says where somebody is from, not where anything happened."""

WITH_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}(?!\d)")


def days_of(claim: Claim, account: Account) -> Days | None:
    """Return the days of a claim; `None` where they are rather its person's birth, or their year is.

    The only date of a sentence can be a year of birth. One without a year, as "14.08" in a list of people with their
    births, may have been given the year that stands before it.
    """
    birth = None if claim.person is None else account.persons[claim.person].description.birth
    born = _year_of(birth)
    if claim.when is None or born is None:
        return claim.when
    written = _written(claim.when, claim, account)
    until = born + (1 if written and not WITH_YEAR.search(written) else 0)
    return None if claim.when.end <= date(until + 1, 1, 1) else claim.when


def _year_of(birth: Birth | None) -> int | None:
    if birth is None:
        return None
    return birth.born_on.year if birth.born_on else birth.year


def when_written(claim: Claim, account: Account) -> str | None:
    """Return how a claim's words write its days; `None` where no date in them means just these."""
    days = days_of(claim, account)
    return _written(days, claim, account) if days else None


def _written(days: Days, claim: Claim, account: Account) -> str | None:
    inside = (read for read in account.dates if read.days == days and claim.found.span.holds(read.found.span))
    return next((read.as_written for read in inside), None)


def places_named(claim: Claim, unlocked: Unlocked) -> tuple[PlaceNamed, ...]:
    """Return the places that a claim's words name, each once and in order, without homes and speakers' names."""
    text, account = unlocked.report.text, unlocked.account
    elsewhere = [fact.found.span for person in account.persons for fact in person.facts if fact.field in OF_A_PERSON]
    elsewhere += [link.found.span for link in claim.chain if link.found]
    found: dict[str, tuple[Span, PlaceNamed]] = {}
    for place in account.places:
        for span in _mentions(place, text):
            if claim.found.span.holds(span) and not any(span.meets(other) for other in elsewhere):
                found.setdefault(place.usual, (span, PlaceNamed(as_written=span.of(text), usual=place.usual)))
    return tuple(named for _, named in sorted(found.values(), key=lambda each: each[0]))


def _mentions(place: PlaceRead, text: str) -> Iterator[Span]:
    """Yield where a place is named; a reader that keeps one mention alone has not looked for the same word again."""
    if place.mentions:
        yield from place.mentions
        return
    again = re.finditer(rf"(?<!\w){re.escape(place.as_written)}(?!\w)", text)
    yield from (Span(*match.span()) for match in again)
