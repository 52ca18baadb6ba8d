"""Named formations: "Brigada de la Orilla", "Batallón Viento para el Sur", as one name with everything in it."""

from collections.abc import Iterator, Sequence

from paradero.reading.analysis import Sentence, Token
from paradero.reading.lexicon import Lexicon

LONGEST = 7


def formation_places(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where the name of a formation begins and ends; a lone noun is none."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        last = _end(tokens, at, lexicon) if _begins(tokens, at, lexicon) else at
        if last > at + 1:
            yield at, last
        at = max(last, at + 1)


def _begins(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    return token.text[:1].isupper() and not token.text.isupper() and lexicon["formations"].has(token)


def _end(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place after the last capitalised word that small linking words lead to."""
    last = at + 1
    while last < len(tokens) and last - at < LONGEST:
        step = last
        while step < len(tokens) and step - last < 2 and lexicon["name_links"].has(tokens[step]):  # noqa: PLR2004 - "de la"
            step += 1
        if step >= len(tokens) or not tokens[step].text[:1].isupper():
            break
        last = step + 1
    return last
