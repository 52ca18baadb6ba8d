"""Sentences that may tell what became of somebody and gave no such claim: a person has to read them.

In 94 of 273 sentences of the tune part that tell somebody's fate the reader finds no claim; 60 of these are listed
here, among 188 sentences in 58 reports: about three a report to be looked at.
"""

from collections.abc import Iterable, Iterator, Sequence

from paradero.reading.analysis import NameCandidate, NameKind
from paradero.reading.document import Document
from paradero.terms.account import PersonRead
from paradero.terms.claims import Claim, Status
from paradero.terms.spans import Found, Span

FATES = frozenset(status.value for status in Status)
LIVES = frozenset({"alive", "survive"})
MAY = "may"


def passed_over(document: Document, people: Sequence[PersonRead], claims: Sequence[Claim]) -> tuple[Found, ...]:
    """Return the sentences, in order, without a claim of a fate but with a word that tells one.

    A word that tells a fate at times only ("llevar", "found") counts where somebody is mentioned or a person's
    name stands beside it.
    """
    said = set(_places(document, (claim.found.span for claim in claims if claim.status)))
    peopled = set(_places(document, (mention.span for person in people for mention in person.mentions)))
    named = {place for place, name in zip(document.sentence_of, document.names, strict=True) if _of_a_person(name)}
    return tuple(
        Found(span=document.span(first, end), rule="passages.passed over")
        for place, (first, end) in enumerate(document.sentences)
        if place not in said and _tells(document, first, end, peopled=place in peopled | named)
    )


def _places(document: Document, spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from (document.sentence_of[word] for word in document.within(span))


def _of_a_person(name: NameCandidate | None) -> bool:
    return name is not None and name.kind is NameKind.PERSON


def _tells(document: Document, first: int, end: int, *, peopled: bool) -> bool:
    tables = (cue.split(".") for cues in document.cues[first:end] for cue in cues)
    return any(
        table[0] in FATES or table[0] in LIVES or (peopled and table[0] == MAY and table[1] in FATES)
        for table in tables
    )
