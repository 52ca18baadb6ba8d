"""A document with its parties and labels, laid out for the questions that are asked of triggers and mentions."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import Tags
from paradero.terms.claims import Status
from paradero.terms.linear import Scores

COUNTED = frozenset({MentionKind.NAME, MentionKind.NOUN, MentionKind.GROUP})
"""Mentions of those that something may have become of."""
LABELS = {
    Status.CAPTURED: ("captured", "surrendered"),
    Status.MISSING: ("missing",),
    Status.KILLED: ("killed",),
    Status.WOUNDED: ("wounded",),
    Status.RETURNED: ("returned",),
}
"""The labels of claims that make up a status."""
STATUSES = tuple(LABELS)
JOINED_MAX = 9
"""Words between two people of one enumeration, at most."""
LIGHT = frozenset({"NUM", "DET", "ADP", "PUNCT", "CCONJ"})
HEADING_WORDS = 14
"""Words in a line that may head a list, at most; a line that ends in a colon may have more."""
LAST_LINES, SIGNATURE_WORDS = 3, 12
"""Lines at the end among which a signature is looked for, and the words of such a line, at most."""
FATE_LIKELY, FATE_BESIDE = 0.3, 3
"""How likely a word must tell a fate, and how many words from a mention it stands beside it."""
LABEL_WORDS = 6
"""Words of a line among which its speaker's name stands."""

Mentioned = tuple[Mention, int]
"""A mention and the place of its party."""


@dataclass(frozen=True)
class View:
    """A document, its labels and its parties."""

    document: Document
    tags: Mapping[str, Tags]
    parties: Sequence[Party]

    @cached_property
    def mentions(self) -> tuple[Mentioned, ...]:
        """Every mention of a person or group, in order of the text."""
        return tuple(
            sorted((m, at) for at, party in enumerate(self.parties) for m in party.mentions if m.kind in COUNTED)
        )

    @cached_property
    def party_of(self) -> dict[Mention, int]:
        """The place of each mention's party."""
        return dict(self.mentions)

    @cached_property
    def order(self) -> dict[int, int]:
        """How many parties are mentioned before each."""
        return {at: nth for nth, at in enumerate(dict.fromkeys(party for _, party in self.mentions))}

    @cached_property
    def by_sentence(self) -> tuple[tuple[Mentioned, ...], ...]:
        """The mentions that begin in each sentence."""
        found: list[list[Mentioned]] = [[] for _ in self.document.sentences]
        for mention, party in self.mentions:
            found[self.document.sentence_of[mention.first]].append((mention, party))
        return tuple(map(tuple, found))

    def between(self, first: int, end: int) -> tuple[Mentioned, ...]:
        """Return the mentions that begin between two words, the second excluded."""
        return self.mentions[bisect_left(self._begins, first) : bisect_left(self._begins, end)]

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(mention.first for mention, _ in self.mentions)

    @cached_property
    def beside(self) -> dict[int, set[int]]:
        """The parties that stand with each in one enumeration: "A, su suegro B, de 63 años, y C"."""
        found: dict[int, set[int]] = {party: set() for party in self.order}
        for (one, party), (other, next_party) in pairwise(self.mentions):
            if party != next_party and self._joined(one, other):
                found[party].add(next_party)
                found[next_party].add(party)
        return found

    def _joined(self, one: Mention, other: Mention) -> bool:
        """Tell whether only commas, "and", ages and the like stand between two mentions, and one of them at least."""
        document, gap = self.document, range(one.end, other.first)
        if len(gap) > JOINED_MAX or document.sentence_of[one.first] != document.sentence_of[other.first]:
            return False
        joins = [document.tokens[at].text == "," or "and" in document.cues[at] for at in gap]
        light = [document.tokens[at].tag in LIGHT or bool(self.attributes[at]) for at in gap]
        return any(joins) and all(join or weightless for join, weightless in zip(joins, light, strict=True))

    @cached_property
    def main(self) -> int | None:
        """The person whom the document mentions most often, the first of several."""
        people = [at for at, party in enumerate(self.parties) if party.person]
        return max(people, key=lambda at: len(self.parties[at].mentions), default=None)

    @cached_property
    def fated(self) -> dict[Mention, str]:
        """The mentions in whose sentence a fate is likely told: `"beside"` where its word is near, else `"here"`."""
        likely = self.statuses.max(axis=1) if len(self.document.tokens) else []
        words = [at for at, value in enumerate(likely) if value > FATE_LIKELY]
        found = {}
        for mention, _ in self.mentions:
            sentence = self.document.sentence_of[mention.first]
            apart = [
                max(mention.first - at, at - mention.end + 1)
                for at in words
                if self.document.sentence_of[at] == sentence
            ]
            if apart:
                found[mention] = "beside" if min(apart) <= FATE_BESIDE else "here"
        return found

    @cached_property
    def statuses(self) -> Scores:
        """How likely each word claims each status, shape (words, statuses)."""
        tags = self.tags["claims"]
        columns = [[at for at, label in enumerate(tags.labels) if label in labels] for labels in LABELS.values()]
        return np.stack([tags.likely[:, known].sum(axis=1) for known in columns], axis=1)

    @cached_property
    def said(self) -> list[float]:
        """How likely each word is one of saying."""
        tags = self.tags["said"]
        known = [at for at, label in enumerate(tags.labels) if label == "said"]
        likely: list[float] = tags.likely[:, known].sum(axis=1).tolist()
        return likely

    @cached_property
    def hedges(self) -> list[str]:
        """The grade of the hedge that each word likeliest is, `"2"` for likelihood; empty for none."""
        tags = self.tags["said"]
        grades = [label[5:] if label.startswith("hedge") else "" for label in tags.labels]
        return [grades[label] for label in tags.likely.argmax(axis=1)]

    @cached_property
    def attributes(self) -> list[str]:
        """The attribute that each word likeliest gives; empty for none."""
        return [label.rpartition("-")[2] if "-" in label else "" for label in self.tags["attributes"].best]

    @cached_property
    def line_words(self) -> dict[int, tuple[int, int]]:
        """First word and the word after the last of each line that has words."""
        bounds: dict[int, tuple[int, int]] = {}
        for at, line in enumerate(self.document.line_of):
            bounds[line] = (bounds.get(line, (at, at))[0], at + 1)
        return bounds

    def starts_line(self, at: int) -> bool:
        """Tell whether a word stands first in its line, marks and numbers aside."""
        first, _ = self.line_words[self.document.line_of[at]]
        return not any(token.text[0].isalpha() for token in self.document.tokens[first:at])

    def heads(self, line: int) -> bool:
        """Tell whether a line may head a list."""
        first, end = self.line_words[line]
        return end - first <= HEADING_WORDS or self.document.tokens[end - 1].text == ":"

    @cached_property
    def turns(self) -> dict[int, int | None]:
        """Whose turn each line belongs to, where lines begin with their speaker and a colon."""
        turns: dict[int, int | None] = {}
        speaker = None
        for line, (first, end) in self.line_words.items():
            label = next(iter(self.between(first, min(end, first + LABEL_WORDS))), None)
            if label and label[0].end < end and self.document.tokens[label[0].end].text in {":", "."}:
                speaker = label[1] if self.starts_line(label[0].first) else speaker
            turns[line] = speaker
        return turns

    @cached_property
    def narrator(self) -> int | None:
        """Who writes in the first person if anybody does: who signs, else whose name comes first."""
        for line in sorted(self.line_words)[: -LAST_LINES - 1 : -1]:
            first, end = self.line_words[line]
            found = self.between(first, end)
            if found and end - first <= SIGNATURE_WORDS and found[0][0].kind is MentionKind.NAME:
                return found[0][1]
        return next((party for mention, party in self.mentions if mention.kind is MentionKind.NAME), None)
