"""Sentences of a text with what the dictionary alone knows of each word: no parser, no model."""

from functools import lru_cache

from paradero.reading.analysers import pieces
from paradero.reading.analysers.morphology import features, lemma, parses, universal_tag
from paradero.reading.analysis import Sentence, Token
from paradero.terms.spans import Span


def sentence(text: str, span: Span, language: str) -> Sentence:
    """Return one sentence, each word read as the dictionary reads it first; `head` is not known."""
    return Sentence(span=span, tokens=tuple(_token(word, word.of(text), language) for word in pieces.words(text, span)))


def _token(span: Span, word: str, language: str) -> Token:
    tag, dictionary_form, known_features = _read(word, language)
    return Token(span=span, text=word, lemma=dictionary_form, tag=tag, features=known_features)


@lru_cache(maxsize=50_000)
def _read(word: str, language: str) -> tuple[str, str, frozenset[str]]:
    if not word[0].isalpha():
        return ("NUM" if word[0].isdigit() else "PUNCT"), word, frozenset()
    every = parses(word, language)
    # A word in small letters is not a name, though "віра" and "кий" may be names too.
    plain = [parse for parse in every if not word.islower() or universal_tag(parse) != "PROPN"] or every
    if not plain:
        return "X", word.lower(), frozenset()
    tag = universal_tag(plain[0])
    return tag, lemma(word, language, tag), features(plain[0])
