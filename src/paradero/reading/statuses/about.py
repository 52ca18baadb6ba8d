"""What a mention, a party and a trigger look like on their own: the halves of which features of pairs are made."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind
from paradero.reading.statuses.agreement import feature, gender
from paradero.reading.statuses.narrator import selves, speaks_of_self
from paradero.reading.statuses.triggers import Trigger
from paradero.reading.statuses.view import View

Features = list[str]
NEAR, JUST_BEFORE = 4, 2
"""Words around a mention in which a word of saying or an office is taken for its own, and those for an attribute."""
TELLING = frozenset(
    {"officials", "journalists", "posters", "ranks", "fighters", "sayers", "experts", "according", "by"}
)
OWNING = frozenset({"possessive", "first_possessive", "seek"})
GOVERNING = frozenset(
    {"negation", "object_pronoun", "first_possessive", "possessive", "self_words", "copula", "them", "he", "she", "by"}
    | {"of", "seek", "former"}
)
"""Tables of small words that change what a trigger after them says, or of whom."""
LIKELIER_THAN_NOT = 0.5
OF_A_PARTY = ("m has", "m said", "m officials", "m journalists")
"""What is kept of a party from each of its mentions."""


@dataclass(frozen=True)
class About:
    """The features of the mentions, parties and triggers of a document, each worked out once."""

    view: View
    _mentions: dict[Mention, Features] = field(default_factory=dict)
    _parties: dict[int, Features] = field(default_factory=dict)
    _genders: dict[int, str] = field(default_factory=dict)
    _triggers: dict[Trigger, Features] = field(default_factory=dict)
    _selves: dict[int, dict[int, str]] = field(default_factory=dict)

    def mention(self, mention: Mention) -> Features:
        """Return what a mention looks like where it stands."""
        if mention not in self._mentions:
            self._mentions[mention] = list(_of_mention(self.view, mention))
        return self._mentions[mention]

    def party(self, party: int) -> Features:
        """Return what a party looks like over the whole document."""
        if party not in self._parties:
            self._parties[party] = list(_of_party(self, party))
        return self._parties[party]

    def gender(self, party: int) -> str:
        """Return the gender that most of a party's words have."""
        if party not in self._genders:
            self._genders[party] = gender(self.view.document, self.view.parties[party])
        return self._genders[party]

    def trigger(self, trigger: Trigger) -> Features:
        """Return what a trigger looks like where it stands."""
        if trigger not in self._triggers:
            self._triggers[trigger] = list(_of_trigger(self.view.document, trigger))
        return self._triggers[trigger]

    def selves(self, at: int) -> dict[int, str]:
        """Return whom "I" at a word may mean, and why; nobody where it speaks of no "I"."""
        if at not in self._selves:
            found: dict[int, list[str]] = {}
            for why, party in selves(self.view, at) if speaks_of_self(self.view.document, at) else ():
                found.setdefault(party, []).append(why)
            self._selves[at] = {party: "+".join(why) for party, why in found.items()}
        return self._selves[at]


def _beside(document: Document, at: int, line: int) -> str:
    """Return the lemma of a word, or a line's edge where it stands in another line."""
    inside = 0 <= at < len(document.tokens) and document.line_of[at] == line
    return document.tokens[at].lemma if inside else "|"


def _of_mention(view: View, mention: Mention) -> Iterator[str]:
    document, last = view.document, mention.end - 1
    line = document.line_of[mention.first]
    yield f"m={mention.kind.value}"
    yield f"mr={document.tokens[mention.first].relation}"
    if mention.kind is not MentionKind.NAME:
        yield f"ml={document.tokens[last].lemma}"
    if mention.kin > LIKELIER_THAN_NOT:
        yield "m kin"
    if case := feature(document, last, "Case"):
        yield f"m case={case}"
    yield f"mb={_beside(document, mention.first - 1, line)}"
    yield f"ma={_beside(document, mention.end, line)}"
    if view.starts_line(mention.first):
        yield "m starts line"
    yield from sorted(set(_around(view, mention, line)))


def _around(view: View, mention: Mention, line: int) -> Iterator[str]:
    document = view.document
    for at in range(max(0, mention.first - NEAR), min(len(document.tokens), mention.end + NEAR)):
        if document.line_of[at] != line:
            continue
        side = "L" if at < mention.first else "R" if at >= mention.end else "I"
        close = at >= mention.first - JUST_BEFORE
        if view.attributes[at] and close:
            yield f"m has {view.attributes[at]}"
        if view.said[at] > LIKELIER_THAN_NOT:
            yield f"m said {side}"
        for cue in document.cues[at]:
            table = cue.rstrip("+")
            if table in TELLING or (side == "L" and close and table in OWNING):
                yield f"m {table} {side}"


def _of_party(about: About, party: int) -> Iterator[str]:
    view = about.view
    mentions = view.parties[party].mentions
    yield f"p={view.parties[party].kind.value}"
    yield f"p mentions{min(6, len(mentions))}"
    yield f"p nth{min(6, view.order[party])}"
    if party == view.main:
        yield "p main"
    if any(mention.kin > LIKELIER_THAN_NOT for mention in mentions):
        yield "p kin"
    if view.document.line_of[mentions[0].first] == view.document.line_of[0]:
        yield "p headline"
    yield from sorted({f"p{told}" for m in mentions for told in about.mention(m) if told.startswith(OF_A_PARTY)})


def _of_trigger(document: Document, trigger: Trigger) -> Iterator[str]:
    at, line = trigger.at, document.line_of[trigger.at]
    token = document.tokens[at]
    yield f"s={trigger.status.value}"
    yield f"tl={token.lemma}|{trigger.status.value}"
    yield f"tt={token.tag}"
    yield from (f"tp={part}" for part in trigger.parts)
    yield f"tb={_beside(document, at - 1, line)}"
    yield f"ta={_beside(document, at + 1, line)}"
    yield f"tr={token.relation}"
    yield from sorted({f"t {small}" for small in _governing(document, at)})
    yield f"t form={feature(document, at, 'VerbForm')}{feature(document, at, 'Voice')}"
    yield f"t person={feature(document, at, 'Person')}{feature(document, at, 'Number')}"
    if document.quoted[at]:
        yield "t quoted"


def _governing(document: Document, at: int) -> Iterator[str]:
    """Yield the tables of small words shortly before a word, and the pronouns around it."""
    first, _ = document.sentences[document.sentence_of[at]]
    for before in range(max(first, at - NEAR), at):
        yield from GOVERNING.intersection(cue.rstrip("+") for cue in document.cues[before])
    for near in (at - 2, at - 1, at + 1, at + 2):
        if first <= near < len(document.tokens) and document.tokens[near].tag == "PRON":
            yield f"{'before' if near < at else 'after'} {document.tokens[near].text.lower()}"
