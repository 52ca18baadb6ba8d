"""The network while it is fitted, and what each of its mistakes costs."""

from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from paradero.reading.encoder.network import steps_apart
from paradero.reading.encoder.windows import MOST_PIECES
from paradero.reading.learning.encoder.answers import TIES, Answers
from paradero.reading.learning.encoder.batches import NOT_ASKED, Arrays
from paradero.reading.learning.encoder.packed import Packed

DROPPED = 0.1
ACROSS = 64
"""Width of the two projections by which ties are weighed."""
STEPS = 25
COSTS = {"claims": 3.0, "counts": 2.0, "passages": 0.5}
"""How much dearer mistakes in a layer of labels are than in the others: few words have these labels."""
ROLE, MANNER, FATE, ABOUT, TIE = 0.15, 0.05, 0.15, 0.05, 0.06
NEVER = -1e4


class Layer(nn.Module):
    """One layer of attention and what follows it, as BERT has them (Devlin et al. 2019)."""

    def __init__(self, packed: Packed, at: int) -> None:
        """Take the weights of layer `at`."""
        super().__init__()
        wide, inner = packed.width, packed.inner
        self.heads = packed.heads
        for name, (rows, columns) in {"fi": (inner, wide), "fo": (wide, inner)}.items():
            setattr(self, name, _dense(packed, f"l{at}.{name}", rows, columns))
        for name in ("q", "k", "v", "ao"):
            setattr(self, name, _dense(packed, f"l{at}.{name}", wide, wide))
        self.aln, self.oln = (_norm(packed, f"l{at}.{name}") for name in ("aln", "oln"))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Any, there: Any) -> Any:
        """Return the words' vectors one layer further."""
        rows, size, wide = x.shape
        q, k, v = (part(x).view(rows, size, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=there.to(x.dtype))
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(rows, size, wide))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Network(nn.Module):
    """The first layers of the encoder, and the choices above them."""

    def __init__(self, packed: Packed, answers: Answers, depth: int) -> None:
        """Take the encoder's weights, and draw those of the choices."""
        super().__init__()
        wide = packed.width
        self.answers = answers
        self.places = nn.Parameter(torch.from_numpy(packed.places[:MOST_PIECES]))
        self.norm = _norm(packed, "emb.ln")
        self.layers = nn.ModuleList(Layer(packed, at) for at in range(depth))
        self.drop = nn.Dropout(DROPPED)
        self.into = nn.EmbeddingBag(len(answers.known) + 1, wide, mode="sum", padding_idx=0)
        self.beside = nn.EmbeddingBag(len(answers.known) + 1, wide, mode="sum", padding_idx=0)
        self.middle, self.out = nn.Linear(3 * wide, wide), nn.Linear(wide, answers.count)
        self.one, self.other = (nn.Linear(3 * wide, len(TIES) * ACROSS) for _ in range(2))
        self.nobody = nn.Linear(3 * wide, len(TIES))
        self.apart = nn.Parameter(torch.zeros(len(TIES), STEPS))
        nn.init.zeros_(self.into.weight)
        nn.init.normal_(self.beside.weight, 0, 0.05)
        with torch.no_grad():
            self.beside.weight[0] = 0
        for dense in (self.middle, self.out, self.one, self.other, self.nobody):
            nn.init.normal_(dense.weight, 0, 0.02)
            nn.init.zeros_(dense.bias)

    def forward(self, put: Arrays) -> tuple[Any, Any]:
        """Return the answers of each word, and how far each word is tied to each other and, last, to nobody."""
        pieces, first, word = put["pieces"], put["first"], put["word"]
        (rows, size, wide), words = pieces.shape, first.shape[1]
        known = put["known"].view(rows * words, -1)
        into = self.into(known).view(rows, words, wide) * word[..., None]
        x = pieces.scatter_add(1, first[..., None].expand(-1, -1, wide), into)
        x = self.drop(self.norm(x + self.places[:size]))
        there = (1 - put["there"])[:, None, None] * NEVER
        for layer in self.layers:
            x = layer(x, there)
        ends = [x.gather(1, at[..., None].expand(-1, -1, wide)) for at in (first, put["last"])]
        seen = self.drop(torch.cat([*ends, self.beside(known).view(rows, words, wide).to(x.dtype)], -1))
        answers = self.out(self.drop(functional.gelu(self.middle(seen)))).float()
        one = self.one(seen).view(rows, words, len(TIES), ACROSS).permute(0, 2, 1, 3)
        other = self.other(seen).view(rows, words, len(TIES), ACROSS).permute(0, 2, 3, 1)
        apart = torch.from_numpy(steps_apart(np.arange(words)[:, None] - np.arange(words)[None]))
        tied = (one @ other).float() / ACROSS**0.5 + self.apart[:, apart][None]
        tied = tied + (1 - word)[:, None, None] * NEVER
        return answers, torch.cat([tied, self.nobody(seen).float().transpose(1, 2)[..., None]], -1)


def cost(network: Network, found: tuple[Any, Any], right: Arrays, word: Any) -> Any:
    """Return what the mistakes in some windows cost."""
    answers, tied = found
    columns = network.answers.columns
    total: Any = 0.0
    for layer in network.answers.layers:
        each = functional.cross_entropy(
            answers[..., columns[layer]].flatten(0, 1), right[layer].flatten(), reduction="none"
        )
        total = total + COSTS.get(layer, 1.0) * (each * word.flatten()).sum() / word.sum()
    for name, dear in (("roles", ROLE), ("manners", MANNER)):
        if (right[name] != NOT_ASKED).any():
            scores = answers[..., columns[name]].flatten(0, 1)
            total = total + dear * functional.cross_entropy(scores, right[name].flatten(), ignore_index=NOT_ASKED)
    asked = right["fates"][..., 0] != NOT_ASKED
    if asked.any():
        each = functional.binary_cross_entropy_with_logits(
            answers[..., columns["fates"]][asked], right["fates"][asked], reduction="none"
        )
        total = total + FATE * each.sum(-1).mean()
    for at, tie in enumerate(TIES):
        total = total + _cost_of_ties(tie, tied[:, at], right["ties"][:, at], word)
    return total


def _cost_of_ties(tie: str, scores: Any, right: Any, word: Any) -> Any:
    asked = right.sum(-1) > 0
    if not asked.any():
        return 0.0
    words = scores.shape[1]
    if tie == "coref":
        earlier = torch.cat([torch.tril(torch.ones(words, words), -1), torch.ones(words, 1)], -1)
        scores = scores.masked_fill(earlier[None] == 0, NEVER)
    of_asked, right_of_asked = scores[asked], right[asked]
    total: Any = 0.0
    if tie == "target":
        there = torch.cat([word[:, None].expand(-1, words, -1), torch.ones(*word.shape, 1)], -1)[asked]
        each = functional.binary_cross_entropy_with_logits(of_asked, right_of_asked, reduction="none")
        total = ABOUT * (each * there).sum(-1).mean()
    among = torch.logsumexp(of_asked.masked_fill(right_of_asked == 0, NEVER), -1)
    return total + TIE * (torch.logsumexp(of_asked, -1) - among).mean()


def _dense(packed: Packed, name: str, rows: int, columns: int) -> nn.Linear:
    dense = nn.Linear(columns, rows)
    dense.weight.data = torch.from_numpy(packed.table(f"{name}.w", columns))
    dense.bias.data = torch.from_numpy(packed.plain(f"{name}.b"))
    return dense


def _norm(packed: Packed, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(packed.width, eps=1e-12)
    norm.weight.data = torch.from_numpy(packed.plain(f"{name}.w"))
    norm.bias.data = torch.from_numpy(packed.plain(f"{name}.b"))
    return norm
