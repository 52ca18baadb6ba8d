"""Sentences of a text from the dictionary and the small parser: no trained model."""

from paradero.reading.analysers import pieces
from paradero.reading.analysers.shallow import Parse
from paradero.reading.analysis import Sentence, Token
from paradero.terms.spans import Span


def sentence(text: str, span: Span, language: str) -> Sentence:
    """Return one sentence with its words read and linked by rule."""
    spans = tuple(pieces.words(text, span))
    parse = Parse([word.of(text) for word in spans], language)
    tokens = tuple(
        Token(
            span=place,
            text=word.text,
            lemma=word.lemma,
            tag=word.tag,
            relation=relation,
            head=head,
            features=word.features,
        )
        for place, word, relation, head in zip(spans, parse.words, parse.relations, parse.heads, strict=True)
    )
    return Sentence(span=span, tokens=tokens)
