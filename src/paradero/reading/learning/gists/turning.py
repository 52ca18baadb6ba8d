"""Fits how the vectors of sentences are turned, so that they tell one piece of news from another on its subject.

A pair of texts is weighed by how near the nearest sentence of the other stands to each of its own. The matrix that
turns the vectors, how much a sentence matters, and a small network over both texts' coverage are fitted together to
tell pairs of one origin from the others; only the first two are kept, for the other questions are asked beside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from paradero.reading.gists.vectors import FURTHEST, Turn
from paradero.terms.gist import Vectors

ROUNDS, AT_ONCE = 9, 8
RATE, RATE_OF_REST, DECAY = 1e-3, 3e-3, 0.01
NEAR_ITSELF = 0.01
"""How strongly the matrix is held to the one that turns nothing."""
DROPPED = 0.1
SHARP = 20.0
"""How sharply the nearest sentence stands out among the others."""


@dataclass(frozen=True)
class Texts:
    """The texts of one story: of each its sentences' vectors as the network gives them and their words, its origin."""

    raw: list[Vectors]
    words: list[Vectors]
    origins: list[str]


class _Weighing(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.matrix = nn.Parameter(torch.eye(width))
        self.matter = nn.Linear(width, 1)
        nn.init.zeros_(self.matter.weight)
        nn.init.zeros_(self.matter.bias)
        self.least, self.sharp = nn.Parameter(torch.tensor([0.5, 0.65])), nn.Parameter(torch.tensor(8.0))
        self.answer = nn.Sequential(nn.Linear(10, 16), nn.GELU(), nn.Linear(16, 1))

    def forward(self, vectors: list[Tensor], words: list[Tensor]) -> Tensor:
        """Return the log-odds of each two texts, in order."""
        sizes = [len(each) for each in vectors]
        together = functional.dropout(torch.cat(vectors), DROPPED, self.training)
        turned = functional.normalize(together @ self.matrix, dim=1).split(sizes)
        matters = torch.exp(self.matter(together).squeeze(1).clamp(-FURTHEST, FURTHEST)) * torch.cat(words)
        weights, lengths = matters.split(sizes), [each.sum() for each in words]
        found = []
        for pair in combinations(range(len(sizes)), 2):
            short, long = sorted(pair, key=lambda at: float(lengths[at]))
            near = turned[short] @ turned[long].T
            sides = ((near, 1, weights[short]), (near, 0, weights[long]))
            found.append(torch.stack([number for side in sides for number in self._side(*side)]))
        answers: Tensor = self.answer(torch.stack(found)).squeeze(1)
        return answers

    def _side(self, near: Tensor, across: int, weights: Tensor) -> list[Tensor]:
        best = (near * torch.softmax(near * SHARP, across)).sum(across)
        shares = weights / weights.sum()
        told = [torch.sigmoid((best - least) * self.sharp) for least in self.least]
        covered = [(each * shares).sum() for each in told]
        untold = [torch.log1p(((1 - each) * weights).sum()) / 3 for each in told]
        return [(best * shares).sum(), *covered, *untold]


def fitted(stories: Sequence[Texts], *, mean: Vectors, seed: int = 0) -> Turn:
    """Return the turn that was fitted on some stories; what is a writer's own is not fitted here."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    width = len(mean)
    weighing = _Weighing(width)
    rest = [values for name, values in weighing.named_parameters() if name != "matrix"]
    steps = torch.optim.AdamW(
        [{"params": [weighing.matrix], "lr": RATE}, {"params": rest, "lr": RATE_OF_REST, "weight_decay": DECAY}]
    )
    itself, put = torch.eye(width), [_put(story, mean) for story in stories]
    for _ in range(ROUNDS):
        order = chance.permutation(len(put)).tolist()
        for start in range(0, len(order), AT_ONCE):
            some = [put[at] for at in order[start : start + AT_ONCE]]
            wrong = sum(
                functional.binary_cross_entropy_with_logits(weighing(vectors, words), right)
                for vectors, words, right in some
            )
            loss = wrong / len(some) + NEAR_ITSELF * ((weighing.matrix - itself) ** 2).sum()
            steps.zero_grad()
            loss.backward()
            steps.step()
    return Turn(
        mean=mean,
        matrix=weighing.matrix.detach().numpy().copy(),
        matter=weighing.matter.weight.detach().numpy()[0].copy(),
        bias=float(weighing.matter.bias.detach()[0]),
        own=np.zeros_like(mean),
    )


def _put(story: Texts, mean: Vectors) -> tuple[list[Tensor], list[Tensor], Tensor]:
    vectors = [functional.normalize(torch.tensor(raw - mean), dim=1) for raw in story.raw]
    right = [float(one == other) for one, other in combinations(story.origins, 2)]
    return vectors, [torch.tensor(words) for words in story.words], torch.tensor(right)
