"""What a person is called: the fullest name that a report gives, in the nominative."""

from collections import Counter
from collections.abc import Iterator

from paradero.reading.analysers import hints
from paradero.reading.analysers.given import DECLINED
from paradero.reading.analysers.inflection import nominative
from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.people.same_person import CALL_SIGN


def names_of(document: Document, party: Party) -> tuple[str, ...]:
    """Return the names used of a person, the fullest first, call signs last; none for the unnamed.

    In Russian and Ukrainian each is in the nominative, "тело Руслана Дорошенкова" giving "Руслан Дорошенков".
    """
    named = [mention for mention in party.mentions if mention.kind is MentionKind.NAME]
    used = Counter(_name(document, mention) for mention in named)
    signs = {_name(document, mention) for mention in named if mention.call_sign > CALL_SIGN}
    return tuple(sorted(used, key=lambda name: (name in signs, -len(name.split()), -used[name])))


def _name(document: Document, mention: Mention) -> str:
    written = " ".join(document.span(mention.first, mention.end).of(document.text).split())
    if document.language not in DECLINED:
        return _small(written)
    known = document.names[mention.first]
    whole = known is not None and known.span == document.span(mention.first, mention.end)
    return _small(known.nominative if known is not None and whole else _nominative(document, mention, written))


def _nominative(document: Document, mention: Mention, written: str) -> str:
    """Return a name in the nominative, by what the parse says of its case, or else the words around it."""
    parsed = document.heads[mention.first] >= 0
    tokens = document.tokens
    said = (
        hints.from_tags(tokens[mention.first : mention.end])
        if parsed
        else hints.around(tokens, mention.first, mention.end)
    )
    return nominative(written, document.language, said)[0]


def _small(name: str) -> str:
    """Return a name without the capitals of a heading or a transcript: "BASTERRA" is Basterra."""
    return " ".join(_parts(name))


def _parts(name: str) -> Iterator[str]:
    for word in name.split():
        yield word.title() if word.isupper() and len(word.rstrip(".")) > 1 else word
