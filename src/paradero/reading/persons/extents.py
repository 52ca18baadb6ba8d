"""How far a noun phrase reaches around its noun."""

from collections.abc import Sequence

from paradero.reading.analysis import Sentence, Token
from paradero.reading.lexicon import Lexicon

PHRASE_BEFORE = 7
PHRASE_AFTER = 4


def extent(sentence: Sentence, at: int, lexicon: Lexicon, taken: set[int]) -> tuple[int, int]:
    """Return the phrase around a noun: what counts and describes it before, adjectives and one "of" after."""
    tokens = sentence.tokens[: min((place for place in taken if place > at), default=len(sentence.tokens))]
    first, last = at, at + 1
    while first > 0 and at - first < PHRASE_BEFORE and _before(tokens, first - 1, at, lexicon):
        first -= 1
    while last < len(tokens) and last - at < PHRASE_AFTER and _describes(tokens[last], lexicon):
        last += 1
    if (
        last < len(tokens)
        and lexicon["of"].has(tokens[last])
        and lexicon.relation(tokens[at].text, tokens[at].lemma) is None
    ):
        last = _of_phrase_end(tokens, last)
    return first, last


def _of_phrase_end(tokens: Sequence[Token], of: int) -> int:
    """Return the place after "of ...": a name, or a noun without an article and its adjectives; `of` for neither."""
    noun = of + 1
    end = noun
    if noun < len(tokens) and tokens[noun].tag == "DET" and noun + 1 < len(tokens) and tokens[noun + 1].tag == "PROPN":
        end = noun + 1
    while end < len(tokens) and tokens[end].tag == "PROPN" and end - noun < PHRASE_AFTER:
        end += 1
    if end == noun and noun < len(tokens) and tokens[noun].tag in {"NOUN", "ADJ"}:
        end = noun + 1
        while end < len(tokens) and tokens[end].tag == "ADJ" and end - noun < PHRASE_AFTER:
            end += 1
    return end if end > noun else of


def _before(tokens: Sequence[Token], place: int, head: int, lexicon: Lexicon) -> bool:
    token = tokens[place]
    if token.tag in {"DET", "NUM"} or token.text.isdigit() or token.text.casefold() in lexicon.numerals:
        return True
    if token.tag == "ADJ":
        return place + 1 <= head
    if token.text == "-" or lexicon["age_joined"].has(token):
        return any(t.text.isdigit() for t in tokens[max(0, place - 4) : place]) and "-" in {
            t.text for t in tokens[place : place + 2]
        }
    links = [lexicon["possessive"], lexicon["indefinite"]]
    if any(t.text.isdigit() or t.text.casefold() in lexicon.numerals for t in tokens[place:head]):
        links += [lexicon["at_least"], lexicon["about"], lexicon["at_most"]]
    if any(table.has(token) for table in links):
        return True
    for start in range(max(0, place - 2), place + 1):
        for table in links:
            length = table.at(tokens, start)
            if length > 1 and start <= place < start + length:
                return True
    return False


def _describes(token: Token, lexicon: Lexicon) -> bool:
    if token.tag == "VERB" and "VerbForm=Part" in token.features:
        return any(cues.state.has(token) for cues in lexicon.status.values())
    return token.tag == "ADJ" and token.text[:1].islower()
