"""What a report shows of its speakers: whose the words of saying are, who has the turn, who tells it all as "I"."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from paradero.reading.attribution.narrators import FIRST_PERSONS_MIN, Narrator, narrator_of, signatures
from paradero.reading.attribution.quotations import Quotation, quotations
from paradero.reading.attribution.sources import is_publisher, possible_sources
from paradero.reading.attribution.speakers import Saying, kinds_of, sayings
from paradero.reading.attribution.turns import TurnKind, Turns, hosts, turns_of
from paradero.reading.attribution.wording import first_persons
from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Linear

Here = Sequence[Sequence[tuple[Mention, int]]]


HEADING = 3
"""Lines at the beginning whose sources may stand for all that follows."""


@dataclass(frozen=True)
class Stage:
    """A document with everybody who might speak in it."""

    document: Document
    tags: Mapping[str, Tags]
    parties: Sequence[Party]
    """Those found and, after them, possible sources and the first "I"."""
    publisher: frozenset[int]
    """Parties that are the outlet itself."""
    turns: Turns
    """Whose turn each line is."""
    first_persons: tuple[int, ...]
    """The words that say "I" outside quotation marks."""

    @cached_property
    def here(self) -> Here:
        """The mentions of each sentence with their parties."""
        found: list[list[tuple[Mention, int]]] = [[] for _ in self.document.sentences]
        for at, party in enumerate(self.parties):
            for mention in party.mentions:
                found[self.document.sentence_of[mention.first]].append((mention, at))
        return [sorted(mentions) for mentions in found]

    @cached_property
    def opening(self) -> dict[int, int]:
        """Who is mentioned first in each sentence, outside quotation marks."""
        found = {}
        for sentence, mentions in enumerate(self.here):
            outside = (party for mention, party in mentions if not self.document.quoted[mention.first])
            if (party := next(outside, None)) is not None:
                found[sentence] = party
        return found

    @cached_property
    def by_line(self) -> dict[int, list[int]]:
        """The parties mentioned in each line."""
        found: dict[int, list[int]] = {}
        for at, party in enumerate(self.parties):
            for mention in party.mentions:
                found.setdefault(self.document.line_of[mention.first], []).append(at)
        return found

    @cached_property
    def line_lengths(self) -> list[int]:
        """How many words each line has."""
        counted = Counter(self.document.line_of)
        return [counted[line] for line in range(len(self.document.lines))]

    @cached_property
    def says_i(self) -> frozenset[int]:
        """The sentences in which somebody says "I" outside quotation marks."""
        return frozenset(self.document.sentence_of[at] for at in self.first_persons)


@dataclass(frozen=True)
class Scene:
    """A stage, and who speaks on it."""

    stage: Stage
    sayings: tuple[Saying, ...]
    narrator: Narrator | None
    """Who tells the text in the first person."""

    @property
    def document(self) -> Document:
        """The report."""
        return self.stage.document

    @property
    def parties(self) -> Sequence[Party]:
        """Everybody who might speak."""
        return self.stage.parties

    @cached_property
    def by_sentence(self) -> tuple[tuple[Saying, ...], ...]:
        """The words of saying of each sentence."""
        found: list[list[Saying]] = [[] for _ in self.document.sentences]
        for saying in self.sayings:
            found[self.document.sentence_of[saying.word]].append(saying)
        return tuple(map(tuple, found))

    @cached_property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """What each party is, as features say it."""
        return tuple(tuple(kinds_of(self.document, party)) for party in self.parties)

    @cached_property
    def speaker(self) -> tuple[int | None, ...]:
        """Who is said to speak in each sentence: the likeliest, words outside quotation marks first."""
        return tuple(_likeliest(self.document, words) for words in self.by_sentence)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The stretches in quotation marks."""
        return quotations(self.document, self.sayings)

    @cached_property
    def quotation_of(self) -> dict[int, Quotation]:
        """The quotation each word stands in."""
        return {at: quotation for quotation in self.quotations for at in range(quotation.first, quotation.end)}

    @cached_property
    def voice(self) -> tuple[int | None, ...]:
        """Whose words each line is, the publisher's aside: whoever has the turn, or who tells the text."""
        leading = hosts(self.document, self.parties, self.stage.turns)
        found: list[int | None] = []
        for turn in self.stage.turns:
            if turn is None:
                found.append(self.narrator.party if self.narrator else None)
            elif turn.kind is TurnKind.QUESTION or turn.party in leading:
                found.append(None)
            else:
                found.append(turn.party)
        return tuple(found)

    @cached_property
    def speaks(self) -> dict[int, int]:
        """How often each party is said to speak."""
        counted: dict[int, int] = {}
        for saying in self.sayings:
            if saying.speaker is not None:
                counted[saying.speaker] = counted.get(saying.speaker, 0) + 1
        return counted

    @cached_property
    def everywhere(self) -> tuple[int, ...]:
        """Who may speak anywhere in the text: who is said to speak more than once, and the sources of its heading."""
        line_of = self.document.line_of
        return tuple(
            at
            for at, party in enumerate(self.parties)
            if self.speaks.get(at, 0) > 1
            or (party.kind is MentionKind.SOURCE and line_of[party.mentions[0].first] < HEADING)
        )


def stage_of(
    document: Document, tags: Mapping[str, Tags], parties: Sequence[Party], outlet: str | None = None
) -> Stage:
    """Return everybody who might speak in a document, before anything is decided."""
    i = tuple(first_persons(document))
    everybody = parties
    if len(i) >= FIRST_PERSONS_MIN:
        taken = {at for party in parties for m in party.mentions for at in range(m.first, m.end)}
        everybody = (*parties, *signatures(document, tags, taken))
        everybody = (*everybody, *_first_i(i, everybody))
    everybody = (*everybody, *possible_sources(document, tags, everybody))
    return Stage(
        document=document,
        tags=tags,
        parties=everybody,
        publisher=frozenset(at for at, party in enumerate(everybody) if is_publisher(document, party, outlet)),
        turns=turns_of(document, everybody),
        first_persons=i,
    )


def scene_of(stage: Stage, speaker: Linear) -> Scene:
    """Return who speaks where in a document."""
    return Scene(
        stage=stage,
        sayings=sayings(stage.document, stage.tags, stage.here, speaker),
        narrator=narrator_of(stage.document, stage.parties, stage.turns, stage.first_persons),
    )


def voices_of(document: Document, tags: Mapping[str, Tags], parties: Sequence[Party]) -> tuple[int | None, ...]:
    """Return which of the parties' words each line is, by turns and narrators alone; `None` for the publisher's."""
    stage = stage_of(document, tags, parties)
    narrator = narrator_of(document, stage.parties, stage.turns, stage.first_persons)
    voices = Scene(stage=stage, sayings=(), narrator=narrator).voice
    return tuple(voice if voice is not None and voice < len(parties) else None for voice in voices)


def _first_i(i: Sequence[int], parties: Sequence[Party]) -> list[Party]:
    """Return the first "I" as a party, where the text says it often and it is nobody yet."""
    if any(m.first <= i[0] < m.end for party in parties for m in party.mentions):
        return []
    return [Party((Mention(i[0], i[0] + 1, MentionKind.NOUN, 0.0),))]


def _likeliest(document: Document, words: Sequence[Saying]) -> int | None:
    known = [saying for saying in words if saying.speaker is not None]
    best = max(known, key=lambda s: (not document.quoted[s.word], s.likely * s.sure), default=None)
    return best.speaker if best else None
