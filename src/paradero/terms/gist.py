"""What is kept of a text to tell whether another tells the same: it serves comparison alone, in any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

Sounds = frozenset[str]
"""How one word may sound, in every way of reading its letters: equal in two languages where the name is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GistSentence:
    """One sentence, without its words."""

    words: int
    quoted: bool
    """Whether somebody's own words stand in it."""
    names: tuple[Sounds, ...]
    """Its words that begin with a capital inside a sentence."""
    numbers: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Gist:
    """A text for comparison: what each sentence means, which names and numbers it has, and how it tells them."""

    language: str
    sentences: tuple[GistSentence, ...]
    vectors: Vectors = field(repr=False)
    """Shape (sentences, width): a sentence's meaning, of length 1; near in direction where two tell the same."""
    matters: Vectors = field(repr=False)
    """Shape (sentences,): how much each tells of where the news began; 1 is usual, what every report says has less."""
    own: Vectors = field(repr=False)
    """Shape (sentences,): how much each reads like what somebody saw or was told himself, in logits."""
    words: frozenset[str] = field(repr=False)
    """How all words of the text sound."""
    reports: int
    """How often the text speaks of asking or seeing for itself ("told this newspaper")."""
    passes_on: int
    """How often it says where it has something from ("according to")."""

    @cached_property
    def names(self) -> tuple[Sounds, ...]:
        """Every name-like word, once."""
        return tuple(dict.fromkeys(name for sentence in self.sentences for name in sentence.names))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number, as digits."""
        return frozenset(number for sentence in self.sentences for number in sentence.numbers)

    @cached_property
    def _by_beginning(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[:BEGINNING], []).append(word)
        return found

    def has(self, name: Sounds) -> bool:
        """Tell whether the text has a name, in any of its cases."""
        return any(alike(sound, word) for sound in name for word in self._by_beginning.get(sound[:BEGINNING], ()))


BEGINNING = 4
"""Sounds that two forms of one name share at least; a shorter name is the same only whole."""
ENDINGS = 3
"""Sounds by which the forms of one name differ at their ends at most: "Дорошенков", "Дорошенковым"."""


def alike(one: str, other: str) -> bool:
    """Tell whether two words sound like one name in two of its cases.

    >>> alike("doroSenkov", "doroSenkovim"), alike("timur", "tamara")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= max(BEGINNING, len(short) - 1) and len(long) - shared <= ENDINGS
