"""From spaCy's documents to our sentences; Spanish and English share it."""

from typing import TYPE_CHECKING

from paradero.reading.analysis import Sentence, Token
from paradero.terms.spans import Span

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens


def sentences_of(doc: "spacy_tokens.Doc", offset: int) -> list[Sentence]:
    """Return the sentences of a document that begins at character `offset` of the report's text."""
    return [sentence for found in doc.sents if (sentence := _sentence(found, offset)) is not None]


def _sentence(found: "spacy_tokens.Span", offset: int) -> Sentence | None:
    words = [word for word in found if not word.is_space]
    if not words:
        return None
    place = {word.i: at for at, word in enumerate(words)}
    tokens = tuple(_token(word, place, offset) for word in words)
    return Sentence(span=Span(tokens[0].span.start, tokens[-1].span.end), tokens=tokens)


def _token(word: "spacy_tokens.Token", place: dict[int, int], offset: int) -> Token:
    start = offset + word.idx
    return Token(
        span=Span(start, start + len(word.text)),
        text=word.text,
        lemma=word.lemma_.casefold(),
        tag=word.pos_ if any(letter.isalnum() for letter in word.text) else "PUNCT",
        relation=word.dep_.casefold(),
        head=place.get(word.head.i, place[word.i]),
        features=frozenset(str(word.morph).split("|")) - {""},
    )
