"""Where a report prints a captive's wish: a span for the reader's eye, kept nowhere (rule R6)."""

from collections.abc import Sequence
from dataclasses import replace

from paradero.reading.lexicon import Lexicon
from paradero.terms.account import Account
from paradero.terms.spans import Found, Span

SHORTEST = 8


def wish_spans(text: str, body: Sequence[Span], lexicon: Lexicon) -> tuple[Found, ...]:
    """Return the stretches that say what somebody in captivity wants, in order, none inside another."""
    found = [
        Span(match.start(), match.end())
        for stretch in body
        for pattern in lexicon.wish
        for match in pattern.finditer(text, stretch.start, stretch.end)
        if match.end() - match.start() >= SHORTEST
    ]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].meets(span):
            kept.append(span)
    return tuple(Found(span=span, rule="wishes.pattern") for span in kept)


def apart_from_wishes(account: Account, wished: Sequence[Found]) -> Account:
    """Return the account without what shares a word with a wish.

    A place or a day stands apart from its sentence, so that one inside a wish would tell where somebody hopes to go,
    and when.
    """

    def unwished(found: Found) -> bool:
        return is_apart(found.span)

    def is_apart(span: Span) -> bool:
        return not any(span.meets(wish.span) for wish in wished)

    return replace(
        account,
        claims=tuple(claim for claim in account.claims if unwished(claim.found)),
        places=tuple(place for place in account.places if unwished(place.found)),
        dates=tuple(day for day in account.dates if unwished(day.found)),
        instructions=tuple(told for told in account.instructions if unwished(told.found)),
        treatments=tuple(told for told in account.treatments if unwished(told.found)),
        agreements=tuple(told for told in account.agreements if unwished(told.found)),
        testimony=tuple(said for said in account.testimony if unwished(said.found)),
        relays=tuple(relay for relay in account.relays if is_apart(relay.words)),
        passed_over=tuple(sentence for sentence in account.passed_over if unwished(sentence)),
    )
