"""The places that a report names: every mention, and where each place likely is."""

from collections.abc import Iterable, Mapping, Sequence

from paradero.reading.document import Document
from paradero.reading.geography.atlas import Place
from paradero.reading.geography.candidates import Candidate, candidates, chosen
from paradero.reading.geography.spotting import named_of
from paradero.reading.geography.where import ranked
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import PlaceRead
from paradero.terms.linear import Choice
from paradero.terms.spans import Found, Span

LEAST = 0.35
"""How likely words must name a place; chosen on the part of the corpus for tuning."""


def places_of(
    document: Document, tags: Mapping[str, Tags], persons: Iterable[Span], *, choice: Choice
) -> tuple[PlaceRead, ...]:
    """Return each place that a report names once, in order of its first mention, with all its mentions.

    Args:
        document: The report.
        tags: The labels of its words; the layers `places` and `mentions` are read.
        persons: Where persons are named; words of such a name are no place.
        choice: What tells places' names from other words.
    """
    spans = spotted(document, tags, persons, choice)
    found: dict[tuple[str, str], PlaceRead] = {}
    for span, places in zip(spans, ranked(named_of(document, spans)), strict=True):
        key = (places[0].usual, places[0].country)
        known = found.get(key)
        found[key] = _again(known, span) if known is not None else _read(document, span, places)
    return tuple(found.values())


def spotted(document: Document, tags: Mapping[str, Tags], persons: Iterable[Span], choice: Choice) -> list[Span]:
    """Return where a report names places, in order."""
    every = [each for each in candidates(document, tags) if not _in_a_name(document, each, persons)]
    likely = choice.probability([each.features for each in every]).tolist() if every else []
    return [document.span(each.first, each.end) for each in chosen(every, likely, least=LEAST)]


def _in_a_name(document: Document, candidate: Candidate, persons: Iterable[Span]) -> bool:
    """Tell whether a candidate is only a part of a person's name; one that is all of it may be a place after all."""
    span = document.span(candidate.first, candidate.end)
    return any(person.holds(span) and person != span for person in persons)


def _read(document: Document, span: Span, places: Sequence[Place]) -> PlaceRead:
    ids = tuple(dict.fromkeys(place.id for place in places if place.id is not None))
    return PlaceRead(
        as_written=span.of(document.text),
        usual=places[0].usual,
        found=Found(span=span, rule="places.learned"),
        candidates=ids,
        country=places[0].country or None,
        mentions=(span,),
    )


def _again(known: PlaceRead, span: Span) -> PlaceRead:
    return PlaceRead(
        as_written=known.as_written,
        usual=known.usual,
        found=known.found,
        candidates=known.candidates,
        country=known.country,
        mentions=(*known.mentions, span),
    )
