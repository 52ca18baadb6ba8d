"""Reports of the tests as the learned stages get them, without a language's tools: words, lines, sentences."""

import re

from paradero.reading.analysis import Analysis, Sentence, Token
from paradero.reading.document import Document, document_of
from paradero.reading.people.party import Mention, MentionKind
from paradero.terms.spans import Span


def document(text: str, language: str) -> Document:
    """Return a text whose lines are its sentences."""
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    sentences = tuple(Sentence(span=line, tokens=tuple(_tokens(text, line))) for line in lines)
    return document_of(Analysis(text=text, sentences=sentences, names=()), lines, language)


def _tokens(text: str, line: Span) -> list[Token]:
    words = re.finditer(r"\w+|[^\w\s]", line.of(text))
    return [
        Token(
            span=Span(line.start + word.start(), line.start + word.end()),
            text=word.group(),
            lemma=word.group().lower(),
            tag="X",
        )
        for word in words
    ]


def name(document: Document, words: str, *, nth: int = 0, call_sign: float = 0.0) -> Mention:
    """Return the mention of a name where it stands for the `nth` time."""
    start = [match.start() for match in re.finditer(re.escape(words), document.text)][nth]
    found = document.within(Span(start, start + len(words)))
    return Mention(found.start, found.stop, MentionKind.NAME, 1.0, call_sign=call_sign)
