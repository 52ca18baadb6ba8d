"""Whose each word of saying is: somebody named beside it, or whoever spoke before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from paradero.reading.attribution.wording import likelihood, tables_of, wording
from paradero.reading.document import Document
from paradero.reading.people.mentions import KIN_ENOUGH
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Linear

SAID_ENOUGH = 0.1
"""How likely a word has to be one of saying. Chosen on the tune part."""
SAYING = frozenset({"say", "according", "publish", "confirm"})
SAYING_TAGS = frozenset({"VERB", "ADP", "SCONJ", "ADV"})
REACH = 9
"""Words after "according to" in which its speaker is named."""
DROPPED = -1
PHRASE = 5
"""Words before a mention in which its preposition stands."""
GAPS = ((1, "1"), (2, "2"), (3, "3"), (6, "4-6"), (12, "7-12"))
KINDS = ("officials", "journalists", "posters", "bodies", "sayers", "experts", "formations", "platform", "kin", "press")

Features = list[str]


@dataclass(frozen=True)
class Saying:
    """A word of saying and whose it is."""

    word: int
    likely: float
    """How likely the labels hold it that by this word a status is told."""
    speaker: int | None
    """The party that says it; `None` where no words of the sentence name it."""
    mention: Mention | None
    sure: float
    """How likely it is that the speaker is the right one."""


def said_words(document: Document, tags: Mapping[str, Tags]) -> list[int]:
    """Return the words of saying: by the labels, and the verbs of the cue tables."""
    said = likelihood(tags["said"], "said", "hedge1")
    return [
        at
        for at, token in enumerate(document.tokens)
        if said[at] > SAID_ENOUGH or (token.tag in SAYING_TAGS and tables_of(document.cues[at]) & SAYING)
    ]


def candidates(
    document: Document, here: Sequence[tuple[Mention, int]], word: int
) -> list[tuple[int, Mention | None, Features]]:
    """Return whose a word of saying may be, by the mentions of its sentence; nobody named there comes last."""
    nearest: dict[int, Mention] = {}
    according = "according" in tables_of(document.cues[word])
    for mention, party in here:
        if mention.first <= word < mention.end or (according and not 0 < mention.first - word <= REACH):
            continue
        if party not in nearest or _gap(mention, word) < _gap(nearest[party], word):
            nearest[party] = mention
    order = sorted(nearest.items(), key=lambda item: _gap(item[1], word))
    shape = _shape(document, word)
    found: list[tuple[int, Mention | None, Features]] = []
    sides = [0, 0]
    for party, mention in order:
        after = mention.first > word
        marks = [*_marks(document, mention, word, sides[after])]
        sides[after] += 1
        found.append((party, mention, [*marks, *(f"{mark}|{s}" for mark in marks[:6] for s in shape)]))
    dropped = ["DROPPED", *(f"DROPPED|{s}" for s in shape), f"DROPPED {min(3, len(order))}"]
    if not any(document.tokens[child].relation.startswith("nsubj") for child in document.children[word]):
        dropped.append("DROPPED no subject")
    return [*found, (DROPPED, None, dropped)]


def _gap(mention: Mention, word: int) -> int:
    return mention.first - word if mention.first > word else word - mention.end + 1


def _shape(document: Document, word: int) -> list[str]:
    token = document.tokens[word]
    cues = tables_of(document.cues[word])
    kind = next((name for name in ("according", "publish", "confirm", "say") if name in cues), "other")
    form = next((f for f in token.features if f.startswith("VerbForm=")), "")
    person = next((f for f in token.features if f.startswith("Person=")), "")
    number = next((f for f in token.features if f.startswith("Number=")), "")
    return [
        f"{kind}",
        f"{token.tag}{form}",
        f"{person}{number}",
        "quoted" if document.quoted[word] else "plain",
        document.language,
    ]


def _marks(document: Document, mention: Mention, word: int, nth: int) -> Iterator[str]:
    """Give what speaks for a mention as whose a word of saying is; the first six also go with the word's shape."""
    side = "after" if mention.first > word else "before"
    gap = _gap(mention, word)
    far = next((name for most, name in GAPS if gap <= most), "far")
    words = range(mention.first, mention.end)
    hangs = next((document.tokens[at].relation for at in words if document.heads[at] == word), "no")
    quote = "same" if document.quoted[mention.first] == document.quoted[word] else "other"
    yield f"{side}{far}"
    yield f"{side} nth{min(2, nth)}"
    yield f"{side} hangs={hangs}"
    yield f"{side} prep={preposition(document, mention, word)}"
    yield f"kind={mention.kind.value}"
    yield f"{side} {quote} quote"
    yield from (f"{side} {mark}" for mark in _between(document, mention, word))
    case = next((f for at in words for f in document.tokens[at].features if f.startswith("Case=")), "")
    likely = f"likely{min(4, int(mention.likely * 5))}"
    opens = "first" if first_of_sentence(document, mention) else "later"
    yield from (f"case={case}", f"{side} case={case} nth{min(2, nth)}", likely, f"{side} {likely}", f"{side} {opens}")
    yield f"after {document.tokens[mention.first - 1].tag if mention.first else '^'}"
    if addressed(document, mention, word):
        yield "addressed"
    yield from _agreement(document, mention, word)
    yield from _described(document, mention)


def _between(document: Document, mention: Mention, word: int) -> Iterator[str]:
    between = range(word + 1, mention.first) if mention.first > word else range(mention.end, word)
    texts = {document.tokens[at].text for at in between}
    yield f"verbs{min(2, sum(document.tokens[at].tag == 'VERB' for at in between))}"
    if texts & {",", "—", "–"}:
        yield "comma"
    if texts & {"«", "»", '"', "“", "”", ":"}:
        yield "across quotation"
    if any("relative" in tables_of(document.cues[at]) for at in between):
        yield "relative between"


def _agreement(document: Document, mention: Mention, word: int) -> Iterator[str]:
    plural = "Number=Plur" in document.tokens[mention.end - 1].features or mention.kind is MentionKind.GROUP
    if document.tokens[word].tag == "VERB":
        number = next((f for f in document.tokens[word].features if f.startswith("Number=")), "")
        yield f"{number} verb {plural}"


def _described(document: Document, mention: Mention) -> Iterator[str]:
    own = set().union(*(tables_of(document.cues[at]) for at in range(mention.first, mention.end)))
    yield from (f"is {cue}" for cue in KINDS if cue in own)
    if mention.kin > KIN_ENOUGH:
        yield "is kin"
    documents = wording(document.language)["documents"]
    if documents.has(document.tokens[mention.end - 1].text):
        yield "is document"
    if any(documents.has(document.tokens[at].text) for at in range(max(0, mention.first - 4), mention.first)):
        yield "of document"


def preposition(document: Document, mention: Mention, word: int) -> str:
    """Return the small word straight before a mention, its articles and adjectives left out."""
    line = document.line_of[mention.first]
    for at in range(mention.first - 1, max(-1, mention.first - PHRASE - 1), -1):
        token = document.tokens[at]
        if document.line_of[at] != line:
            return "^"
        if at == word:
            return "SAID"
        if token.tag not in {"DET", "ADJ", "NUM", "PROPN", "NOUN"}:
            return token.text.casefold() if token.tag in {"ADP", "SCONJ", "CCONJ"} else token.tag
    return "far"


def addressed(document: Document, mention: Mention, word: int) -> bool:
    """Tell whether something is told to a mention: "le dijo a la madre", "told the mother", a dative."""
    if mention.first <= word:
        return False
    table = wording(document.language)["told"]
    before = range(max(word, mention.first - 3), mention.first)
    dative = any("Case=Dat" in document.tokens[at].features for at in range(mention.first, mention.end))
    return dative or any(table.has(document.tokens[at].text) for at in before)


def first_of_sentence(document: Document, mention: Mention) -> bool:
    """Tell whether a mention opens its sentence, an article left out."""
    first, _ = document.sentences[document.sentence_of[mention.first]]
    return all(document.tokens[at].tag in {"DET", "PUNCT"} for at in range(first, mention.first))


def kinds_of(document: Document, party: Party) -> Iterator[str]:
    """Give what a party is, as features say it: a name, an official, a document, likely a mention or not."""
    yield f"kind={party.kind.value}"
    words = [at for mention in party.mentions for at in range(mention.first, mention.end)]
    own = set().union(*(tables_of(document.cues[at]) for at in words))
    yield from (f"is {cue}" for cue in KINDS if cue in own)
    if any(mention.kin > KIN_ENOUGH for mention in party.mentions):
        yield "is kin"
    if wording(document.language)["documents"].has(document.tokens[party.mentions[0].end - 1].text):
        yield "is document"
    yield f"likely{int(min(0.99, max(mention.likely for mention in party.mentions)) * 4)}"


def sayings(
    document: Document, tags: Mapping[str, Tags], here: Sequence[Sequence[tuple[Mention, int]]], model: Linear
) -> tuple[Saying, ...]:
    """Return every word of saying with whose it is."""
    found = []
    for word in said_words(document, tags):
        options = candidates(document, here[document.sentence_of[word]], word)
        scores = model.scores([features for _, _, features in options])[:, 0]
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        best = int(scores.argmax())
        party, mention, _ = options[best]
        found.append(
            Saying(
                word,
                tags["said"].probability(word, "said", "hedge1"),
                None if party == DROPPED else party,
                mention,
                float(likely[best]),
            )
        )
    return tuple(found)
