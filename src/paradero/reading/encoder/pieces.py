"""The pieces that words are cut into before the network, and the vector that each piece begins with.

Source: Kudo, "Subword Regularization", ACL 2018 (unigram segmentation); pieces and vectors are those of
multilingual-e5-small (Wang et al. 2024, MIT licence), the rare ones left out, each weight in four bits.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from paradero.terms.linear import Scores

BEGINS = "▁"
"""Stands before the first piece of a word."""
UNKNOWN, FIRST, LAST = 0, 1, 2
"""The pieces that stand for a sign that has none, for the beginning of a window and for its end."""
WORSE = 10.0
"""How much less likely, as a logarithm, an unknown sign is than the least likely piece."""
MOST_OF_A_WORD = 20
"""Pieces of one word that are looked at."""
REMEMBERED = 50_000
"""Words whose pieces are remembered."""
BLOCK = 32
"""Weights that share a scale."""


@dataclass(frozen=True)
class Pieces:
    """Pieces of words, how likely each is, and its vector."""

    pieces: tuple[str, ...]
    likely: Scores
    """Logarithms, one a piece."""
    halves: NDArray[np.uint8]
    """Shape (pieces, width / 2): in each byte two weights, the lower four bits of a block's first half."""
    scales: NDArray[np.float16]
    """Shape (pieces, width / 32)."""
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _number(self) -> dict[str, int]:
        return {piece: nth for nth, piece in enumerate(self.pieces) if nth > LAST}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.pieces))

    @cached_property
    def _cost(self) -> list[float]:
        cost: list[float] = self.likely.astype(float).tolist()
        return cost

    @cached_property
    def _unknown(self) -> float:
        return min(self._cost) - WORSE

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the likeliest pieces of a word, by their numbers."""
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        text = BEGINS + "".join(unicodedata.normalize("NFKC", word).split())
        number, cost, unknown, end_of = self._number, self._cost, self._unknown, len(text)
        best = [0.0] + [-np.inf] * end_of
        came: list[tuple[int, int]] = [(0, UNKNOWN)] * (end_of + 1)
        for start in range(end_of):
            for end in range(start + 1, min(end_of, start + self._longest) + 1):
                piece = number.get(text[start:end])
                if piece is None and end > start + 1:
                    continue
                score = best[start] + (unknown if piece is None else cost[piece])
                if score > best[end]:
                    best[end], came[end] = score, (start, UNKNOWN if piece is None else piece)
        found: list[int] = []
        at = end_of
        while at:
            at, piece = came[at]
            found.append(piece)
        return tuple(found[::-1][:MOST_OF_A_WORD])

    def vectors(self, pieces: Sequence[int]) -> Scores:
        """Return the vectors of some pieces, shape (pieces, width)."""
        asked = list(pieces)
        halves = self.halves[asked].reshape(len(asked), -1, BLOCK // 2)
        weights = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - 8
        found: Scores = (weights * self.scales[asked].astype(np.float32)[..., None]).reshape(len(asked), -1)
        return found
