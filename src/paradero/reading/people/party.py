"""Somebody a report speaks of, with every place where it does."""

from dataclasses import dataclass
from enum import Enum


class MentionKind(Enum):
    """What words a report points with."""

    NAME = "name"
    NOUN = "noun"
    GROUP = "group"
    FORMATION = "formation"
    SOURCE = "source"


PERSONS = frozenset({MentionKind.NAME, MentionKind.NOUN})


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of words that points at somebody: from word `first` up to, not including, word `end`."""

    first: int
    end: int
    kind: MentionKind
    likely: float
    """How likely the labels hold it that the words are a mention of this kind."""
    kin: float = 0.0
    """How likely the word is a kin word that tells a link: "madre" in "su madre"."""
    call_sign: float = 0.0
    """How likely a name is labelled as a call sign."""


@dataclass(frozen=True, slots=True)
class Party:
    """A person, group, formation or source: its mentions in order of the text."""

    mentions: tuple[Mention, ...]

    @property
    def named(self) -> bool:
        """Tell whether it is a person who is called by a name somewhere."""
        return any(mention.kind is MentionKind.NAME for mention in self.mentions)

    @property
    def person(self) -> bool:
        """Tell whether it is one person, named or not."""
        return any(mention.kind in PERSONS for mention in self.mentions)

    @property
    def first_words(self) -> list[int]:
        """The first word of each mention: there the network's impression of somebody is asked for."""
        return [mention.first for mention in self.mentions]

    @property
    def kind(self) -> MentionKind:
        """What it is: `NAME` for a named person, `NOUN` for an unnamed one, else as its first mention."""
        return MentionKind.NAME if self.named else self.mentions[0].kind
