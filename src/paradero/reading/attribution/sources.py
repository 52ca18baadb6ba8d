"""Who else might speak: bodies, channels and offices that the labels passed over. They count if a chain has them."""

from collections.abc import Iterator, Mapping, Sequence

from paradero.reading.analysis import NameKind
from paradero.reading.attribution.wording import likelihood, tables_of
from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.terms.fold import fold

SOURCE_CUES = frozenset({"bodies", "sayers", "posters", "platform", "journalists", "officials", "formations"})
SPEAKING = frozenset({"according", "say", "publish", "confirm", "via"})
SAID_ENOUGH = 0.2
"""How likely the labels have to hold it that a word says something."""
REACH = 3
"""Words beside a word of saying that are looked at."""
MENTIONED_ENOUGH = 0.01
"""How likely the labels have to hold it that words mention anybody. Chosen on the train and tune parts."""


def possible_sources(document: Document, tags: Mapping[str, Tags], parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return bodies, channels, offices and subjects of saying that no party is yet; one party for each."""
    taken = {at for party in parties for mention in party.mentions for at in range(mention.first, mention.end)}
    unmentioned, said = likelihood(tags["mentions"], OUT), likelihood(tags["said"], "said")
    found: dict[str, list[Mention]] = {}
    for first, end in (*_bodies(document), *_cued(document), *_beside_saying(document, said)):
        likely = 1 - min(unmentioned[first:end])
        says = said[first] > likely
        if taken.isdisjoint(range(first, end)) and likely > MENTIONED_ENOUGH and not says:
            taken.update(range(first, end))
            mention = Mention(first, end, MentionKind.SOURCE, likely)
            found.setdefault(fold(document.span(first, end).of(document.text)), []).append(mention)
    return tuple(Party(tuple(sorted(mentions))) for mentions in found.values())


def _bodies(document: Document) -> Iterator[tuple[int, int]]:
    for name in dict.fromkeys(name for name in document.names if name is not None):
        if name.kind is NameKind.ORGANISATION:
            words = document.within(name.span)
            yield words.start, words.stop


def _cued(document: Document) -> Iterator[tuple[int, int]]:
    for at, (token, cues) in enumerate(zip(document.tokens, document.cues, strict=True)):
        if token.tag in {"NOUN", "PROPN"} and tables_of(cues) & SOURCE_CUES:
            yield at, at + 1


def _beside_saying(document: Document, said: Sequence[float]) -> Iterator[tuple[int, int]]:
    for at, cues in enumerate(document.cues):
        if tables_of(cues) & SPEAKING or said[at] > SAID_ENOUGH:
            line = document.line_of[at]
            for other in range(max(0, at - REACH), min(len(document.tokens), at + REACH + 1)):
                if other != at and document.line_of[other] == line and document.tokens[other].tag in {"NOUN", "PROPN"}:
                    yield _capitalised(document, other) if document.tokens[other].tag == "PROPN" else (other, other + 1)


def _capitalised(document: Document, at: int) -> tuple[int, int]:
    first = end = at
    line = document.line_of[at]
    while first and document.line_of[first - 1] == line and document.tokens[first - 1].text[:1].isupper():
        first -= 1
    while end < len(document.tokens) and document.line_of[end] == line and document.tokens[end].text[:1].isupper():
        end += 1
    return first, max(end, at + 1)


def is_publisher(document: Document, party: Party, outlet: str | None) -> bool:
    """Tell whether a party is the outlet itself: most words of one of its names are of the outlet's name."""
    if not outlet or party.person:
        return False
    own = _naming(outlet)
    names = (_naming(document.span(m.first, m.end).of(document.text)) for m in party.mentions)
    return any(name and len(own & name) > len(name) / 2 for name in names)


def _naming(name: str) -> set[str]:
    """Return the words of a name that tell it from others; "de", "la", "of" say nothing."""
    return {word for word in fold(name).split() if len(word) > 3}  # noqa: PLR2004
