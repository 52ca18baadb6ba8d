"""Looks for a reference or a name, and for nothing else: not for a unit, a place or a time (rule R13)."""

import re
from collections.abc import Iterator
from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Hit, SearchResult
from paradero.records.beginnings import begins
from paradero.records.folding import fold, neutral
from paradero.records.models import Candidate, Enquiry, Item, Sighting, Source
from paradero.terms.refs import as_ref
from paradero.terms.refusal import Refusal

MOST_HITS = 50
SHORTEST_NAME = 2
LONGEST_NAME = 100

_REF = re.compile(r"[CEIPS]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")


class SearchRefused(Refusal):
    """What was written is neither a reference nor a name."""


def search(text: str, *, desk: Desk, actor: Actor, at: datetime) -> SearchResult:
    """Return what the reference names, or whose names have words that begin so, in Latin or Cyrillic letters.

    Raises:
        SearchRefused: If the text is neither a reference nor a name.
    """
    ref = as_ref(text)
    by_ref = bool(_REF.fullmatch(ref))
    if not by_ref:
        _require_name(text)
    with act("search by reference" if by_ref else "search by name", desk=desk, actor=actor, at=at) as done:
        hits = list(_by_ref(ref) if by_ref else _by_name(text))
        done.ref, done.count = (ref if by_ref else ""), len(hits)
    return SearchResult(
        asked=text.strip(),
        by="reference" if by_ref else "name",
        hits=tuple(hits[:MOST_HITS]),
        more=len(hits) > MOST_HITS,
    )


def _require_name(text: str) -> None:
    written = text.strip()
    letters = sum(letter.isalpha() for letter in written)
    only_name = all(letter.isalpha() or letter in " -'’ʼ‘ʻ`.,\u0301" for letter in written)
    if not only_name or letters < SHORTEST_NAME or len(written) > LONGEST_NAME:
        raise SearchRefused(
            "Search takes a reference number, as E-7K3M-Q2XD, or at least two letters of a name. "
            "It does not look for units, places or dates."
        )


def _by_ref(ref: str) -> Iterator[Hit]:
    for enquiry in Enquiry.objects.filter(ref=ref):
        yield Hit(kind="enquiry", ref=ref, label=enquiry.label)
    for candidate in Candidate.objects.filter(ref=ref).select_related("enquiry"):
        yield Hit(kind="candidate", ref=ref, label=candidate.enquiry.label)
    for sighting in Sighting.objects.filter(ref=ref).select_related("report__item"):
        yield Hit(kind="sighting", ref=ref, label=sighting.label, item_ref=sighting.report.item.ref)
    for item in Item.objects.filter(ref=ref):
        sources = item.reports.filter(source__isnull=False).values_list("source__name", flat=True)
        yield Hit(kind="item", ref=ref, label=next(iter(sources), ""), item_ref=ref)
    for source in Source.objects.filter(ref=ref):
        yield Hit(kind="source", ref=ref, label=source.name)


def _by_name(text: str) -> Iterator[Hit]:
    """Yield those whose names have words that begin so, in any order: first letter by letter, then by sound."""
    seen: set[str] = set()
    for field, words in (("folded", fold(text).split()), ("neutral", neutral(text).split())):
        for hit in _named(field, words):
            if hit.ref not in seen and len(seen) <= MOST_HITS:
                seen.add(hit.ref)
                yield hit


def _named(field: str, words: list[str]) -> Iterator[Hit]:
    if not words:
        return
    enquiries, sightings = Enquiry.objects.all(), Sighting.objects.select_related("report__item")
    for word in words:
        enquiries = enquiries.filter(begins(f"name_keys__{field}", word))
        sightings = sightings.filter(begins(f"name_keys__{field}", word))
    for enquiry in enquiries.distinct().order_by("label", "pk")[: MOST_HITS + 1]:
        yield Hit(kind="enquiry", ref=enquiry.ref, label=enquiry.label)
    for sighting in sightings.distinct().order_by("label", "pk")[: MOST_HITS + 1]:
        yield Hit(kind="sighting", ref=sighting.ref, label=sighting.label, item_ref=sighting.report.item.ref)
