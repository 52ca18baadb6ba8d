"""How far two people who annotated the same text agree.

Source: Cohen (1960) for kappa. The F1 of spans takes the marks of one as found and those of the other as right.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paradero.corpus.annotated import AnnotatedText, Record
from paradero.terms.spans import Span

NOBODY = "nobody"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What two annotations of the same texts have in common, each figure from 0 to 1."""

    texts: int
    spans_f1: float
    """Of mentions, attributes, claims, dates, places and counts: same words, same letter, same attribute."""
    roles_kappa: float
    statuses_kappa: float
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
    letters = sorted({key[0][0] for two in spans for found in two for key in found})
    return Agreement(
        texts=len(pairs),
        spans_f1=_f1(spans),
        roles_kappa=kappa([pair for one, other in pairs for pair in _roles(one, other)]),
        statuses_kappa=kappa([pair for one, other in pairs for pair in _statuses(one, other)]),
        spans_by_letter={letter: _f1([_only(two, letter) for two in spans]) for letter in letters},
    )


Spans = Counter[tuple[str, Span]]


def _spans(annotated: AnnotatedText) -> Spans:
    return Counter((f"{mark.ref[0]}.{mark.attribute or ''}", mark.span) for mark in annotated.marks)


def _only(two: tuple[Spans, Spans], letter: str) -> tuple[Spans, Spans]:
    one, other = (Counter({key: times for key, times in found.items() if key[0][0] == letter}) for found in two)
    return one, other


def _f1(spans: Sequence[tuple[Spans, Spans]]) -> float:
    shared = sum((one & other).total() for one, other in spans)
    held = sum(one.total() + other.total() for one, other in spans)
    return 2 * shared / held if held else 1.0


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two people's answers: 1 where they agree in all, 0 where no more than by chance."""
    if not pairs:
        return 1.0
    same = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[answer] * others[answer] for answer in ones) / len(pairs) ** 2
    return (same - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def _matched(one: AnnotatedText, other: AnnotatedText, letters: str) -> list[tuple[Record | None, Record | None]]:
    """Return the persons and groups of two annotations in pairs, those that share the most mentions first."""
    left = [record for letter in letters for record in one.of_kind(letter)]
    right = [record for letter in letters for record in other.of_kind(letter)]
    spans = {
        id(record): {mark.span for mark in annotated.marks_of(record.ref)}
        for annotated, records in ((one, left), (other, right))
        for record in records
    }
    shared = sorted(
        ((len(spans[id(a)] & spans[id(b)]), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        reverse=True,
    )
    pairs: list[tuple[Record | None, Record | None]] = []
    done_left, done_right = set[int](), set[int]()
    for count, i, j in shared:
        if count and i not in done_left and j not in done_right:
            pairs.append((left[i], right[j]))
            done_left.add(i)
            done_right.add(j)
    pairs += [(record, None) for place, record in enumerate(left) if place not in done_left]
    return pairs + [(None, record) for place, record in enumerate(right) if place not in done_right]


def _roles(one: AnnotatedText, other: AnnotatedText) -> list[tuple[str, str]]:
    def role(record: Record | None) -> str:
        return NOBODY if record is None else record.fields.get("role", NOBODY)

    return [(role(a), role(b)) for a, b in _matched(one, other, "p")]


def _statuses(one: AnnotatedText, other: AnnotatedText) -> list[tuple[str, str]]:
    """Return for each person and group the statuses that each annotation claims of it, as one answer."""

    def said(annotated: AnnotatedText, record: Record | None) -> str:
        if record is None:
            return NOBODY
        found = {claim.kind for claim in annotated.of_kind("c") if record.ref in claim.about}
        return "+".join(sorted(found)) or NOTHING

    return [(said(one, a), said(other, b)) for a, b in _matched(one, other, "pg")]
