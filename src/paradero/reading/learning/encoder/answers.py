"""What the network answers: the names of its columns, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from paradero.reading.impression import FATES, MANNERS
from paradero.reading.learning.encoder.marks import PASSAGES, Marked
from paradero.reading.learning.labels import LAYERS
from paradero.reading.tagging.tagger import OUT

TIES = ("target", "speaker", "via", "kinto", "coref")
"""Whom a fate is about, who says it, through whom, whose relative, and which earlier mention is the same."""
SEEN_MIN = 10
"""What is known of fewer words is not learned from."""


@dataclass(frozen=True)
class Answers:
    """The labels, roles and knowledge that some texts have."""

    layers: dict[str, tuple[str, ...]]
    roles: tuple[str, ...]
    known: tuple[str, ...]

    @cached_property
    def columns(self) -> dict[str, slice]:
        """Where each answer's columns stand."""
        ends = accumulate(self._sizes.values())
        return {name: slice(end - size, end) for (name, size), end in zip(self._sizes.items(), ends, strict=True)}

    @property
    def _sizes(self) -> dict[str, int]:
        sizes = {layer: len(labels) for layer, labels in self.layers.items()}
        return sizes | {"roles": len(self.roles), "manners": len(MANNERS), "fates": 2 * len(FATES)}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each thing that may be known of a word; 0 is nothing."""
        return {name: nth for nth, name in enumerate(self.known, 1)}

    def cover(self, text: Marked) -> bool:
        """Tell whether there is a label and a role for all that is marked in a text."""
        labelled = all(label in labels for layer, labels in self.layers.items() for label in text.labels[layer])
        return labelled and all(mentioned.role in self.roles for mentioned in text.mentioned)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return sum(self._sizes.values())


def answers_of(texts: Sequence[Marked]) -> Answers:
    """Return the answers that texts give."""
    counted: dict[str, int] = {}
    for text in texts:
        for of_word in text.known:
            for name in of_word:
                counted[name] = counted.get(name, 0) + 1
    return Answers(
        layers={
            layer: (OUT, *sorted({label for text in texts for label in text.labels[layer]} - {OUT}))
            for layer in (*LAYERS, PASSAGES)
        },
        roles=tuple(sorted({mentioned.role for text in texts for mentioned in text.mentioned})),
        known=tuple(sorted(name for name, count in counted.items() if count >= SEEN_MIN)),
    )
