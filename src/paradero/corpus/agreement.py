"""How far two people who annotated the same text agree.

Three figures are asked of the corpus, and each is measured as it usually is:

- F1 of spans: a mark of one is right where the other has one of the same letter and attribute on exactly the same
  letters of the text. Two claims on one word are one span. Beside it stands F1 by overlap, where a mark is right if it
  shares a letter with one of the other's.
- Kappa of roles (Cohen 1960): over the persons whom both marked, the role that each gave.
- Kappa of statuses: over the persons and groups that both marked, all the statuses that each claims of them, taken as
  one answer; no claim is an answer too, so that a claim left out counts against it.

Persons and groups of two annotations are matched by their mentions: those that share most of them first, then those
whose mentions overlap. Whom only one marked is a matter of spans; the kappas in which that counts as an answer too
("nobody") are given beside them, and are harsher.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.terms.annotated import AnnotatedText, Record
from paradero.terms.spans import Span

NOBODY = "nobody"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What two annotations of the same texts have in common, each figure from 0 to 1."""

    texts: int
    spans_f1: float
    """Of all marks: same place, same letter, same attribute."""
    overlap_f1: float
    """The same, where marks need only overlap."""
    roles_kappa: float
    """Over the persons whom both marked."""
    statuses_kappa: float
    """Over the persons and groups that both marked."""
    roles_kappa_of_all: float
    """Over those too whom only one marked."""
    statuses_kappa_of_all: float
    spans_by_letter: dict[str, float]


def agreement(pairs: Sequence[tuple[AnnotatedText, AnnotatedText]]) -> Agreement:
    """Return how far the two annotations of each text agree.

    Raises:
        ValueError: If two annotations are not of the same text.
    """
    for one, other in pairs:
        if one.text != other.text:
            raise ValueError(f"the two annotations of {one.header.get('id')} are not of the same text")
    spans = [(_spans(one), _spans(other)) for one, other in pairs]
    letters = sorted({kind[0] for two in spans for found in two for kind, _ in found})
    roles = [pair for one, other in pairs for pair in _roles(one, other)]
    statuses = [pair for one, other in pairs for pair in _statuses(one, other)]
    return Agreement(
        texts=len(pairs),
        spans_f1=_f1(spans),
        overlap_f1=_overlap_f1(spans),
        roles_kappa=kappa(_of_both(roles)),
        statuses_kappa=kappa(_of_both(statuses)),
        roles_kappa_of_all=kappa(roles),
        statuses_kappa_of_all=kappa(statuses),
        spans_by_letter={letter: _f1([_only(two, letter) for two in spans]) for letter in letters},
    )


Spans = frozenset[tuple[str, Span]]


def _spans(annotated: AnnotatedText) -> Spans:
    return frozenset((f"{mark.ref[0]}.{mark.attribute or ''}", mark.span) for mark in annotated.marks)


def _only(two: tuple[Spans, Spans], letter: str) -> tuple[Spans, Spans]:
    one, other = (frozenset(key for key in found if key[0][0] == letter) for found in two)
    return one, other


def _f1(spans: Sequence[tuple[Spans, Spans]]) -> float:
    shared = sum(len(one & other) for one, other in spans)
    held = sum(len(one) + len(other) for one, other in spans)
    return 2 * shared / held if held else 1.0


def _overlap_f1(spans: Sequence[tuple[Spans, Spans]]) -> float:
    """Return the F1 of spans that need only overlap: of either, those that meet one of their kind are right."""
    met = held = 0
    for one, other in spans:
        for found, sought in ((one, other), (other, one)):
            held += len(found)
            met += sum(any(kind == named and _meet(span, place) for named, place in sought) for kind, span in found)
    return met / held if held else 1.0


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two people's answers: 1 where they agree in all, 0 where no more than by chance."""
    if not pairs:
        return 1.0
    same = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[answer] * others[answer] for answer in ones) / len(pairs) ** 2
    return (same - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def _of_both(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for pair in pairs if NOBODY not in pair]


def _matched(one: AnnotatedText, other: AnnotatedText, letters: str) -> Iterator[tuple[Record | None, Record | None]]:
    """Give the persons and groups of two annotations in pairs; whom only one has stands beside None."""
    left = [record for letter in letters for record in one.of_kind(letter)]
    right = [record for letter in letters for record in other.of_kind(letter)]
    ranked = sorted(
        ((_nearness((one, a), (other, b)), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda ranked: ranked[0],
        reverse=True,
    )
    done_left, done_right = set[int](), set[int]()
    for (*_, overlapping), i, j in ranked:
        if overlapping and i not in done_left and j not in done_right:
            yield left[i], right[j]
            done_left.add(i)
            done_right.add(j)
    yield from ((record, None) for place, record in enumerate(left) if place not in done_left)
    yield from ((None, record) for place, record in enumerate(right) if place not in done_right)


def _nearness(one: tuple[AnnotatedText, Record], other: tuple[AnnotatedText, Record]) -> tuple[bool, int, int]:
    """Return whether both are persons or both groups, how many mentions they share, and how many overlap."""
    mine, theirs = ({mark.span for mark in annotated.marks_of(record.ref)} for annotated, record in (one, other))
    overlapping = sum(_meet(span, place) for span in mine for place in theirs)
    return one[1].ref[0] == other[1].ref[0], len(mine & theirs), overlapping


def _roles(one: AnnotatedText, other: AnnotatedText) -> list[tuple[str, str]]:
    def role(record: Record | None) -> str:
        return NOBODY if record is None else record.fields.get("role", NOTHING)

    return [(role(a), role(b)) for a, b in _matched(one, other, "p")]


def _statuses(one: AnnotatedText, other: AnnotatedText) -> list[tuple[str, str]]:
    """Return for each person and group the statuses that each annotation claims of it, as one answer."""

    def said(annotated: AnnotatedText, record: Record | None) -> str:
        if record is None:
            return NOBODY
        found = {claim.kind for claim in annotated.of_kind("c") if record.ref in claim.about}
        return "+".join(sorted(found)) or NOTHING

    return [(said(one, a), said(other, b)) for a, b in _matched(one, other, "pg")]
