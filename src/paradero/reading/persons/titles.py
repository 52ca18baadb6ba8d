"""The noun that introduces a name: "viceministro del Interior X"."""

from collections.abc import Sequence

from paradero.reading.analysis import Sentence, Token
from paradero.reading.grammar import may_introduce
from paradero.reading.lexicon import Lexicon

TITLE_MAX = 9


def title_before(sentence: Sentence, first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where the noun stands that introduces a name, up to the name: "viceministro del Interior X"."""
    tokens = sentence.tokens
    at = first - 1
    while at >= 0 and first - at <= TITLE_MAX and _may_be_title(tokens[at], lexicon):
        if lexicon.relation(tokens[at].text, tokens[at].lemma) is not None:
            apart = any(lexicon["of"].has(token) for token in tokens[at + 1 : first])
            apart = apart or not may_introduce(tokens[at], tokens[first])
            return None if apart else (at, first)
        if is_person_noun(tokens[at], lexicon):
            if at == first - 2 and lexicon["of"].has(tokens[first - 1]) and tokens[first - 1].text != "del":
                return None
            if _has_link(tokens[at:first], lexicon) and not may_introduce(tokens[at], tokens[first]):
                return None
            while at > 0 and (is_person_noun(tokens[at - 1], lexicon) or tokens[at - 1].tag == "ADJ"):
                at -= 1
            return (at, first)
        at -= 1
    return None


def _may_be_title(token: Token, lexicon: Lexicon) -> bool:
    if lexicon["title_stops"].has(token):
        return False
    if token.tag in {"NOUN", "ADJ", "PROPN"} or lexicon["of"].has(token):
        return True
    return token.tag == "DET" or lexicon["title_links"].has(token)


def _has_link(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a town stands between a noun and the name: "танкист из Воронежа Руслан"."""
    return any(lexicon["title_links"].has(token) for token in tokens)


def is_person_noun(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names a person by rank, office or trade."""
    tables = ("person_heads", "officials", "ranks", "journalists", "posters", "experts", "titles")
    return any(lexicon[table].has(token) for table in tables)
