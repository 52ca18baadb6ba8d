"""Who tells a whole text in the first person: a signature, an introduction, or only "I"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paradero.reading.attribution.turns import Turn
from paradero.reading.attribution.wording import wording
from paradero.reading.document import Document
from paradero.reading.people.mentions import KIN_ENOUGH
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import Tags

FIRST_PERSONS_MIN = 3
DENSE_ENOUGH = 0.012
"""A text in the first person says "I" so often outside quotation marks, and that often a word. Chosen on train."""
LAST_LINES = 3
HEADING_LINES = 4
SHORT = 10
"""Words of a last sentence that may be a signature, at most."""
TAGGED = 0.2
"""How likely the labels hold it that a mention is one, where another mention may be meant."""
NAME_WORDS = 4
"""Words of a name, at most."""


@dataclass(frozen=True)
class Narrator:
    """Who tells a text, and from which word on."""

    party: int
    how: str
    first: int


def narrator_of(
    document: Document, parties: Sequence[Party], turns: Sequence[Turn | None], said: Sequence[int]
) -> Narrator | None:
    """Return who tells the text, `None` where its publisher does; `said` are the words that say "I"."""
    told = [at for at in said if turns[document.line_of[at]] is None]
    if len(told) < FIRST_PERSONS_MIN or len(told) < DENSE_ENOUGH * len(document.tokens):
        return None
    ranked = [
        (_rank(document, mention, told[0]), mention.likely > TAGGED, -mention.first, at)
        for at, mention in _people(parties)
    ]
    top, _, _, party = max(ranked, default=(0, False, 0, 0))
    return Narrator(party, RANKS[top], told[0]) if top else None


def _people(parties: Sequence[Party]) -> list[tuple[int, Mention]]:
    persons = (MentionKind.NAME, MentionKind.NOUN)
    return [(at, mention) for at, party in enumerate(parties) if party.kind in persons for mention in party.mentions]


RANKS = ("none", "I", "heading", "headed", "last line", "signs", "calls himself")


def _rank(document: Document, mention: Mention, first_said: int) -> int:
    """Return how strongly a mention shows who tells the text, as a place in `RANKS`."""
    table = wording(document.language)
    before = [token.text for token in document.tokens[max(0, mention.first - 2) : mention.first]]
    capital = document.tokens[mention.first].text[:1].isupper()
    calls = capital and not document.quoted[mention.first] and any(table["calls_himself"].has(word) for word in before)
    if table["i"].has(document.tokens[mention.first].text):
        return RANKS.index("I")
    if calls:
        return RANKS.index("calls himself")
    if any(table["addresses"].has(word) for word in before) or _greeted(document, mention):
        return 0
    if document.line_of[mention.first] > document.line_of[first_said]:
        return RANKS.index(_below(document, mention))
    return RANKS.index(_heading(document, mention, first_said, before))


def _alone(document: Document, mention: Mention) -> bool:
    return document.line_of.count(document.line_of[mention.first]) <= 2 * (mention.end - mention.first) + 4


def _greeted(document: Document, mention: Mention) -> bool:
    """Tell whether a letter's first words are to a mention: "Nohemí:"."""
    after = document.tokens[mention.end].text if mention.end < len(document.tokens) else ""
    last = document.line_of[mention.first] == document.line_of[-1]
    return _alone(document, mention) and after in {":", ",", "!"} and not last


def _below(document: Document, mention: Mention) -> str:
    """Return how a mention after the first "I" may be a signature."""
    line, last = document.line_of[mention.first], document.line_of[-1]
    if _alone(document, mention) and line > last - LAST_LINES:
        return "signs"
    sentence = document.sentence_of[mention.first]
    start, end = document.sentences[sentence]
    ends = line == last and sentence >= len(document.sentences) - 2 and end - start < SHORT
    capital = document.tokens[mention.first].text[:1].isupper()
    return "last line" if capital and ends and mention.first <= start + 1 else "none"


def _heading(document: Document, mention: Mention, first_said: int, before: Sequence[str]) -> str:
    """Return how a mention before the first "I" may introduce who says it."""
    line = document.line_of[mention.first]
    if mention.first > first_said or line >= HEADING_LINES:
        return "none"
    if any(wording(document.language)["heads"].has(word) for word in before):
        return "headed"
    return "heading" if line < document.line_of[first_said] and mention.kin < KIN_ENOUGH else "none"


def _all_capitals(document: Document, at: int, line: int) -> bool:
    """Tell whether a line has nothing but a few words in capitals from a word on, up to a comma or bracket."""
    words = []
    while at < len(document.tokens) and document.line_of[at] == line and document.tokens[at].text not in {",", "("}:
        words.append(document.tokens[at].text)
        at += 1
    letters = [word for word in words if word[0].isalnum()]
    return 0 < len(letters) <= NAME_WORDS and all(word.istitle() for word in letters)


def signatures(document: Document, tags: Mapping[str, Tags], taken: set[int]) -> list[Party]:
    """Return names that no mention is yet where somebody signs or says who "I" is."""
    table = wording(document.language)
    last = document.line_of[-1] if document.tokens else 0
    found = []
    for at in range(len(document.tokens)):
        line = document.line_of[at]
        begins = at == 0 or document.line_of[at - 1] != line or document.tokens[at - 1].text in {".", ")"}
        signs = begins and line > last - LAST_LINES and _all_capitals(document, at, line)
        called = at > 0 and table["calls_himself"].has(document.tokens[at - 1].text)
        place = tags["places"].probability(at, "B-place") > TAGGED
        if (
            at not in taken
            and not place
            and document.tokens[at].tag not in {"DET", "PRON", "ADP"}
            and (signs or called)
        ):
            end = at
            while (
                end < len(document.tokens)
                and document.line_of[end] == line
                and document.tokens[end].text.istitle()
                and end not in taken
            ):
                end += 1
            if 0 < end - at <= NAME_WORDS:
                found.append(Party((Mention(at, end, MentionKind.NAME, 0.0),)))
                taken.update(range(at, end))
    return found
