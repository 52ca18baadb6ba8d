"""Agreements as somebody announces them: a truce, a corridor, an exchange, a repatriation."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from paradero.reading.dates.near import day_told
from paradero.reading.document import Document
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import AgreementRead, DateRead
from paradero.terms.claims import Modality
from paradero.terms.resources import resource
from paradero.terms.spans import Found

LIKELY = 0.35
PAST = "Tense=Past"
SAYS = frozenset({"say", "publish", "confirm", "planned"})
"""Cues of verbs whose own past is none of the agreement's: "announced"."""


def agreements(document: Document, tags: Mapping[str, Tags], dates: Sequence[DateRead]) -> tuple[AgreementRead, ...]:
    """Return each kind of agreement once, where the report first names it."""
    likely = tags["said"].probabilities("agreement")
    found: dict[str, AgreementRead] = {}
    for at, token in enumerate(document.tokens):
        kind = next((kind for kind, begins in _kinds().items() if token.text.lower().startswith(begins)), None)
        if kind is not None and kind not in found and likely[at] >= LIKELY:
            found[kind] = _read(document, at, kind, dates)
    return tuple(found.values())


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """Return how the nouns of each kind begin, in whatever language."""
    table = tomllib.loads(resource("reading/agreements.toml").read_text(encoding="utf-8"))
    return {kind: tuple(begins) for kind, begins in table.items()}


def _read(document: Document, at: int, kind: str, dates: Sequence[DateRead]) -> AgreementRead:
    first, end = document.sentences[document.sentence_of[at]]
    sentence = document.span(first, end)
    past = any(PAST in document.tokens[word].features and not document.cues[word] & SAYS for word in range(first, end))
    return AgreementRead(
        kind=kind,
        modality=Modality.ASSERTED if past else Modality.PLANNED,
        found=Found(span=document.span(at, at + 1), rule="agreements.learned"),
        when=day_told(dates, sentence),
    )
