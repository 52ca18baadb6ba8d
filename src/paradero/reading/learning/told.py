"""Claims as a person marked them, in words and parties."""

from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.attribution.evidence import HEARSAY
from paradero.reading.attribution.scene import Stage
from paradero.reading.learning.examples import Example
from paradero.reading.learning.gold import refs_of_parties

PUBLISHER_REF = "s0"


@dataclass(frozen=True)
class Told:
    """A claim, who says it, and what hedges it."""

    trigger: int
    subject: frozenset[int]
    """The parties that are whom it is about."""
    status: str
    chain: tuple[frozenset[int], ...]
    """The parties that are each link, the innermost first, the publisher left out; none where no party is."""
    said: tuple[int, ...]
    """The words by which somebody of the chain says it."""
    hedge: tuple[int, ...]
    """The word that hedges it, where one does."""
    grade: int
    """The grade of that word, 0 without one."""


def told(example: Example, stage: Stage) -> Iterator[Told]:
    """Give the claims of an example that are marked in its text."""
    parties = _parties(example, stage)
    for claim in example.annotated.of_kind("c"):
        chain = [ref for ref in claim.fields["by"].split(">") if ref != PUBLISHER_REF]
        hedge = claim.fields.get("hedge", "")
        if words := _words(example, claim.ref, None):
            yield Told(
                trigger=words[0],
                subject=parties.get(claim.about[0], frozenset()),
                status=claim.kind,
                chain=tuple(parties.get(ref, frozenset()) for ref in chain),
                said=_words(example, claim.ref, "said"),
                hedge=_words(example, hedge, None),
                grade=_grade(example, hedge),
            )


def _parties(example: Example, stage: Stage) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for at, ref in refs_of_parties(example.document, example.annotated, stage.parties).items():
        found[ref] = found.get(ref, frozenset()) | {at}
    rumours = (source for source in example.annotated.of_kind("s") if source.kind == "hearsay")
    return found | {source.ref: frozenset([HEARSAY]) for source in rumours}


def _words(example: Example, ref: str, attribute: str | None) -> tuple[int, ...]:
    marks = (mark for mark in example.annotated.marks if mark.ref == ref and mark.attribute == attribute)
    return tuple(at for mark in marks for at in example.document.within(mark.span))


def _grade(example: Example, ref: str) -> int:
    return next((int(mark.value) for mark in example.annotated.marks if mark.ref == ref and mark.value), 0)
