"""What is in the corpus, counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from paradero.corpus.kinds import PUBLISHER
from paradero.terms.annotated import AnnotatedText


def _named_with_status(annotated: AnnotatedText) -> int:
    claimed = {ref for claim in annotated.of_kind("c") for ref in claim.about}
    return sum(person.kind == "named" and person.ref in claimed for person in annotated.of_kind("p"))


def _attributed(annotated: AnnotatedText) -> int:
    """Count the claims that somebody beside the publisher says."""
    return sum(claim.fields.get("by", PUBLISHER) != PUBLISHER for claim in annotated.of_kind("c"))


def _marks(letter: str) -> Callable[[AnnotatedText], int]:
    return lambda annotated: sum(mark.ref[0] == letter for mark in annotated.marks)


COUNTED: Mapping[str, Callable[[AnnotatedText], int]] = {
    "texts": lambda _: 1,
    "with page clutter": lambda annotated: bool(annotated.zones),
    "marks": lambda annotated: len(annotated.marks),
    "named persons with a status": _named_with_status,
    "killed": lambda annotated: sum(claim.kind == "killed" for claim in annotated.of_kind("c")),
    "kin links": lambda annotated: len(annotated.of_kind("k")),
    "attributed claims": _attributed,
    "counts": _marks("n"),
    "dates": _marks("d"),
    "places": _marks("l"),
}
ASKED_IN_SPANISH = {
    "texts": 210,
    "named persons with a status": 400,
    "killed": 120,
    "kin links": 150,
    "attributed claims": 500,
    "counts": 120,
    "dates": 500,
    "places": 600,
}
ASKED_ELSEWHERE = {
    "texts": 70,
    "named persons with a status": 100,
    "killed": 30,
    "kin links": 40,
    "attributed claims": 120,
    "counts": 30,
    "dates": 120,
    "places": 150,
}
"""How much of each is asked of the corpus, by the issue it was made for."""


def asked(language: str) -> Mapping[str, int]:
    """Return how much of each is asked of a language."""
    return ASKED_IN_SPANISH if language == "es" else ASKED_ELSEWHERE


def counted(texts: Iterable[AnnotatedText]) -> dict[str, Counter[str]]:
    """Return how much of each is in the corpus, by language."""
    found: dict[str, Counter[str]] = {}
    for annotated in texts:
        row = found.setdefault(annotated.header["language"], Counter())
        row.update({what: int(count(annotated)) for what, count in COUNTED.items()})
    return found
