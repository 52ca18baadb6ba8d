"""Stretches of a report that may name a place, and what speaks for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.document import Document
from paradero.reading.geography.atlas import Place, atlas
from paradero.reading.geography.cases import SLAVIC, dictionary_forms
from paradero.reading.geography.spotting import kind_beside
from paradero.reading.lexicon import lexicon
from paradero.reading.names import given_names
from paradero.reading.tagging.tagger import Tags
from paradero.terms.fold import fold

LONGEST = 4
"""Words of a name that is looked up."""
FAINT = 0.05
"""How likely words must be a place at the least, to be asked about where no table has them."""
PLACE = ("B-place", "I-place")
SMALL_WORDS = frozenset({"de", "del", "la", "las", "los", "el", "y", "of", "the", "на", "дель", "d", "do", "da", "a"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words from `first` up to `end`, with what speaks for their being a place's name."""

    first: int
    end: int
    features: tuple[str, ...]


def candidates(document: Document, tags: Mapping[str, Tags]) -> list[Candidate]:
    """Return the stretches that may name a place: those the labels mark, those a table has, those faintly likely."""
    labelled = {(first, end) for first, end, _ in tags["places"].stretches()}
    every = dict.fromkeys([*labelled, *_likely(document, tags["places"]), *_known(document)])
    elsewhere = _elsewhere(document, tags["places"], every)
    return [
        Candidate(first, end, tuple(_features(document, tags, first, end, labelled, again)))
        for (first, end), again in zip(every, elsewhere, strict=True)
    ]


def _elsewhere(document: Document, places: Tags, every: Iterable[tuple[int, int]]) -> list[float]:
    """Return for each stretch how likely the same name is a place where it stands best elsewhere; -1 for nowhere."""
    found: dict[str, list[float]] = {}
    names = [dictionary_forms(_words(document, first, end), document.language)[0].casefold() for first, end in every]
    means = [_mean(places, first, end) for first, end in every]
    for name, mean in zip(names, means, strict=True):
        found.setdefault(name, []).append(mean)
    return [_best_but_one(found[name], mean) for name, mean in zip(names, means, strict=True)]


def _best_but_one(means: list[float], own: float) -> float:
    others = [*means]
    others.remove(own)
    return max(others, default=-1.0)


def _mean(places: Tags, first: int, end: int) -> float:
    return sum(places.probability(at, *PLACE) for at in range(first, end)) / (end - first)


def _likely(document: Document, places: Tags) -> Iterator[tuple[int, int]]:
    first = None
    for at, token in enumerate(document.tokens):
        likely = token.text[:1].isupper() and places.probability(at, *PLACE) > FAINT
        if likely and first is None:
            first = at
        elif not likely and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(document.tokens)


def _known(document: Document) -> Iterator[tuple[int, int]]:
    tokens = document.tokens
    longest = 2 if document.language in SLAVIC else LONGEST
    at = 0
    while at < len(tokens):
        step = 1
        if tokens[at].text[:1].isupper():
            for length in range(longest, 0, -1):
                if _may_be_name(document, at, at + length) and kinds_known(
                    _words(document, at, at + length), document.language
                ):
                    yield at, at + length
                    step = length
                    break
        at += step


def _may_be_name(document: Document, first: int, end: int) -> bool:
    if end > len(document.tokens) or document.line_of[first] != document.line_of[end - 1]:
        return False
    inside = [token.text for token in document.tokens[first:end]]
    return inside[-1][:1].isupper() and all(word[:1].isupper() or word in SMALL_WORDS for word in inside)


def _words(document: Document, first: int, end: int) -> str:
    return " ".join(document.span(first, end).of(document.text).split())


@lru_cache(maxsize=50_000)
def kinds_known(words: str, language: str) -> tuple[str, ...]:
    """Return what kinds of places of a name the atlas has: countries, regions, towns by their size."""
    found = set()
    for form in dictionary_forms(words, language):
        for place in atlas().called(form):
            found.add(f"{place.kind}{_size(place)}{'' if fold(form) == fold(words) else '~'}")
    return tuple(sorted(found))


BIG, MIDDLE = 100_000, 10_000
"""Inhabitants of a big town, and of one between big and small."""


def _size(place: Place) -> str:
    if place.kind != "town":
        return ""
    return "big" if place.inhabitants > BIG else "middle" if place.inhabitants > MIDDLE else "small"


def _features(
    document: Document, tags: Mapping[str, Tags], first: int, end: int, labelled: set[tuple[int, int]], again: float
) -> Iterator[str]:
    words, language = _words(document, first, end), document.language
    places, mentions = tags["places"], tags["mentions"]
    likely = [places.probability(at, *PLACE) for at in range(first, end)]
    named = max(mentions.probability(at, "B-name", "I-name", "B-source", "I-source") for at in range(first, end))
    mean = _step(sum(likely) / len(likely))
    yield from (
        f"mean={mean}",
        f"least={_step(min(likely))}",
        f"named={_step(named)}",
        f"mean|named={mean}|{_step(named)}",
    )
    yield f"begins={_step(places.probability(first, 'B-place'))}"
    yield f"labelled={(first, end) in labelled}"
    kinds = kinds_known(words, language) or ("none",)
    yield from (f"kind={kind}" for kind in kinds)
    yield from (f"kind={kind}|{mean}" for kind in kinds)
    yield f"again={_step(again) if again >= 0 else 'once'}"
    yield f"again|mean={_step(again) if again >= 0 else 'once'}|{mean}"
    yield f"beside={kind_beside(document.text, document.span(first, end))}"
    yield from _around(document, first, end)
    overlaps = any(a < end and first < b and (a, b) != (first, end) for a, b in labelled)
    yield f"overlaps={overlaps}|{kinds[0] == 'none'}"
    yield f"length={end - first}"
    if end - first == 1:
        small = words.casefold()
        yield f"calendar={small in lexicon(language).months or small in lexicon(language).weekdays}"
        yield f"given={fold(words) in given_names()}|{mean}"


def _around(document: Document, first: int, end: int) -> Iterator[str]:
    tokens, line = document.tokens, document.line_of[first]
    before = [tokens[at].lemma for at in (first - 2, first - 1) if at >= 0 and document.line_of[at] == line]
    after = tokens[end].text.casefold() if end < len(tokens) and document.line_of[end] == line else "$"
    yield f"before={before[-1] if before else '^'}"
    yield f"before2={' '.join(before)}"
    yield f"after={after}"
    yield f"between={before[-1] if before else '^'}|{after}"
    known = bool(kinds_known(_words(document, first, end), document.language))
    yield f"between|kind={before[-1] if before else '^'}|{after}|{known}"
    yield f"upper={tokens[first].text.isupper()}"
    yield f"first={document.sentences[document.sentence_of[first]][0] == first}"
    name = document.names[first]
    whole = name is not None and document.within(name.span) == range(first, end)
    yield f"name={name.kind.value if name else ''}|{whole}"
    yield f"last={fold(tokens[end - 1].text)[-3:]}"
    yield f"lemma={tokens[first].lemma}" if end - first == 1 else "phrase"


def _step(probability: float) -> str:
    for edge in (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97):
        if probability < edge:
            return f"<{edge}"
    return "sure"


def chosen(found: Sequence[Candidate], likely: Sequence[float], *, least: float) -> list[Candidate]:
    """Return the candidates that are likely enough, of two that overlap the likelier, in order."""
    taken: set[int] = set()
    kept = []
    for at in sorted(range(len(found)), key=lambda at: -likely[at]):
        words = set(range(found[at].first, found[at].end))
        if likely[at] >= least and not words & taken:
            kept.append(found[at])
            taken |= words
    return sorted(kept, key=lambda candidate: candidate.first)
