"""Places named in a report, with the gazetteer's candidates."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from paradero.reading.analysis import Analysis, NameCandidate, NameKind, Sentence
from paradero.reading.gazetteer import NEAR, Place, lookup
from paradero.reading.lexicon import Lexicon
from paradero.terms.account import PlaceRead
from paradero.terms.fold import fold
from paradero.terms.spans import Found, Span

NEAR_OR_HOME = (*NEAR, "BY", "CO", "MX", "ES")
"""Countries whose towns count where a body's name ends in one: "Ministerio de ... de Rusia", not "... del Pueblo"."""

CANDIDATES = 5
"""How many places of one name are kept."""


def places(analysis: Analysis, lexicon: Lexicon, persons: Iterable[Span]) -> tuple[PlaceRead, ...]:
    """Return each place once, as first written; names of persons and of bodies are none."""
    taken = sorted(persons)
    near = _near(analysis, lexicon)
    found: dict[str, PlaceRead] = {}
    for name in sorted(analysis.names, key=lambda name: name.span):
        if name.kind is NameKind.PERSON or _is_taken(name.span, taken):
            continue
        for span, words in _parts(analysis, name, lexicon):
            if (place := _place(analysis, lexicon, span, words, near)) is not None:
                found.setdefault(fold(place.usual), place)
    return tuple(found.values())


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a stretch meets one of others that come in order and do not overlap."""
    at = bisect_left(taken, span)
    return any(other.meets(span) for other in taken[max(0, at - 1) : at + 1])


def _parts(analysis: Analysis, name: NameCandidate, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """Return the name whole and, where the whole is not known, what stands after its last "of": "Ministerio de X"."""
    written = name.span.of(analysis.text)
    whole = [(name.span, name.nominative)]
    if name.kind is NameKind.ORGANISATION:
        for particle in (" de ", " para ", " of ", " y "):
            cut = written.rfind(particle)
            if cut >= 0:
                start = name.span.start + cut + len(particle)
                rest = Span(start, name.span.end).of(analysis.text)
                seat = known(rest, lexicon)[:1]
                return (
                    [(Span(start, name.span.end), rest)]
                    if rest[:1].isupper() and seat and seat[0].country in NEAR_OR_HOME
                    else []
                )
        return []
    return whole


def known(words: str, lexicon: Lexicon, *, near: tuple[str, ...] = NEAR) -> tuple[Place, ...]:
    """Return the gazetteer's places for a name in its dictionary form, through the language's exonyms."""
    usual = lexicon.places.get(words.casefold())
    return lookup(words, near=near) or (lookup(usual, near=near) if usual else ())


def _near(analysis: Analysis, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the countries that the report names, so that towns there come first."""
    countries = [
        place.country
        for name in analysis.names
        for place in known(name.nominative, lexicon)[:1]
        if place.kind == "country"
    ]
    return tuple(dict.fromkeys([*countries, *NEAR]))


def _place(analysis: Analysis, lexicon: Lexicon, span: Span, words: str, near: tuple[str, ...]) -> PlaceRead | None:
    sentence = _sentence_of(analysis, span)
    if sentence is None or lexicon.relation(words, words.casefold()) is not None or _barred(sentence, span, lexicon):
        return None
    candidates = known(words, lexicon, near=near)
    spoken_of = _in_place(sentence, span, lexicon)
    if candidates:
        if _could_be_word(sentence, span) and not spoken_of:
            return None
        ids = tuple(place.id for place in candidates if place.id is not None)[:CANDIDATES]
        usual = lexicon.places.get(words.casefold(), candidates[0].usual)
        return PlaceRead(
            as_written=span.of(analysis.text),
            usual=usual,
            found=Found(span=span, rule="places.gazetteer"),
            candidates=ids,
        )
    if spoken_of and words.casefold() not in lexicon.places:
        return PlaceRead(as_written=span.of(analysis.text), usual=words, found=Found(span=span, rule="places.context"))
    if words.casefold() in lexicon.places:
        usual = lexicon.places[words.casefold()]
        return PlaceRead(as_written=span.of(analysis.text), usual=usual, found=Found(span=span, rule="places.exonym"))
    return None


def _barred(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    return any(lexicon["not_place"].has(token) for token in sentence.tokens if span.meets(token.span))


def _sentence_of(analysis: Analysis, span: Span) -> Sentence | None:
    at = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    found = analysis.sentences[at] if at >= 0 else None
    return found if found is not None and found.span.holds(span) else None


def _could_be_word(sentence: Sentence, span: Span) -> bool:
    """Tell whether the capital may only begin a sentence, or the name is all capitals such as an abbreviation."""
    inside = [token for token in sentence.tokens if span.meets(token.span)]
    text = " ".join(token.text for token in inside)
    short = 4
    return (inside[0] is sentence.tokens[0] and inside[0].tag != "PROPN") or (text.isupper() and len(text) <= short)


def _in_place(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before speak of a place: "en X", "la región de X", "el frente de X"."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.span.start >= span.start), 0)
    before: Sequence[object] = sentence.tokens[max(0, at - 3) : at]
    if not before:
        return False
    tokens = sentence.tokens[max(0, at - 3) : at]
    if lexicon["in_place"].has(tokens[-1]):
        return True
    after = [token.text.casefold() for token in sentence.tokens if token.span.start >= span.end][:2]
    if len(after) == 2 and after[0] == "," and after[1] in {"en", "in", "у", "в"}:  # noqa: PLR2004
        return True
    of = lexicon["of"].has(tokens[-1]) or tokens[-1].tag == "ADJ"
    return (of and len(tokens) > 1 and lexicon["place_heads"].has(tokens[-2])) or lexicon["place_heads"].has(tokens[-1])
