"""The words of a noun phrase as a reader would name it: "Ministerio de Defensa de Rusia"."""

from paradero.reading.analysis import Token
from paradero.reading.grammar import head_of
from paradero.reading.persons.scenes import Scene
from paradero.terms.spans import Span

LONGEST = 10
IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ"})


def phrase_at(scene: Scene, at: int) -> tuple[int, int]:
    """Return the places of the phrase around a noun: back over its own name, on over "of" and adjectives."""
    tokens = scene.sentence.tokens
    first, last = at, at + 1
    while first > 0 and tokens[first - 1].tag == "PROPN" and head_of(scene.sentence, first) == first - 1:
        first -= 1
    while first > 1 and scene.lexicon["genitive_mark"].has(tokens[first - 1]) and tokens[first - 2].tag == "PROPN":
        first -= 2
    while last < len(tokens) and last - first < LONGEST:
        token = tokens[last]
        if (token.tag in IN_PHRASE and _may_belong(token)) or (token.tag == "DET" and token.text[:1].isupper()):
            last += 1
        elif scene.lexicon["of"].has(token) or token.tag == "DET" or scene.lexicon["and"].has(token):
            step = last + 1
            while step < len(tokens) and tokens[step].tag == "DET":
                step += 1
            if step >= len(tokens) or tokens[step].tag not in IN_PHRASE or not _continues(scene, last):
                break
            last = step + 1
        else:
            break
    return first, last


def _may_belong(token: Token) -> bool:
    """Tell whether a word can belong to the noun before: where nouns decline, as a genitive or a name's part."""
    declined = any(feature.startswith("Case=") for feature in token.features)
    return not declined or "Case=Gen" in token.features or token.relation in {"flat:name", "appos", "flat"}


def _continues(scene: Scene, at: int) -> bool:
    """Tell whether "of" goes on with the phrase; an article or "and" alone begins another."""
    return scene.lexicon["of"].has(scene.sentence.tokens[at])


def words(scene: Scene, first: int, last: int) -> tuple[str, Span]:
    """Return the words between two places and where they stand."""
    tokens = scene.sentence.tokens
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    return span.of(scene.analysis.text), span
