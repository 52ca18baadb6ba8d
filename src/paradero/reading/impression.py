"""What a network that reads a report as a whole makes of it, word by word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from paradero.terms.linear import Scores

NOBODY = -1
"""Stands among a word's ties for nobody of the report."""
FATES = ("captured", "missing", "killed", "wounded", "returned", "surrendered", "deserted")
"""The fates that the network tells apart, in its order."""
MANNERS = ("asserted", "alleged", "planned", "conditional", "denied", "refuted")
HOLDING = (0, 1)
"""Of the manners, those in which a thing is claimed to be so."""
STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
"""Likelihoods that are told apart where only yes or no can be asked."""

Ties = Mapping[int, Mapping[int, float]]
"""For a word, how likely it is tied to each of some others, or to `NOBODY`; what is hardly likely is left out."""


@dataclass(frozen=True)
class Impression:
    """The network's answers about a report of so many words."""

    labels: Mapping[str, tuple[tuple[str, ...], Scores]]
    """Of each layer the labels, and the logarithm of how likely each label of each word is; shape (words, labels)."""
    roles: Scores
    """How likely whoever a word mentions has each role, shape (words, roles)."""
    manners: Scores
    """In what manner a word claims a fate, shape (words, manners)."""
    told: Scores
    """How likely each fate is spoken of whomever a word mentions, shape (words, fates)."""
    stands: Scores
    """How likely each fate stands for them: as a fact or with a doubt, and not taken back."""
    ties: Mapping[str, Ties] = field(repr=False)
    """Of each kind: whom a word of fate is about, who says it, through whom, whose relative a word of kinship names,
    and which earlier mention a mention repeats."""

    def tied(self, kind: str, at: int, words: Iterable[int]) -> float:
        """Return how likely a word is tied to any of some others."""
        known = self.ties[kind].get(at)
        return min(1.0, sum(known.get(word, 0.0) for word in words)) if known else 0.0


def mean(table: Scores, words: Sequence[int]) -> Scores:
    """Return the mean of some words' rows of a table."""
    found: Scores = table[list(words)].mean(axis=0, dtype=np.float32)
    return found


def levels(name: str, likely: float) -> Iterator[str]:
    """Yield a likelihood as features: every step that it exceeds."""
    for step in STEPS:
        if likely > step:
            yield f"{name}>{step}"
        else:
            break
