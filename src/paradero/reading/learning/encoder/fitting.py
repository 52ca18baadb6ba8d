"""Fits the network: AdamW (Loshchilov and Hutter 2019), a rate that rises, then falls along a cosine."""

from collections.abc import Callable, Sequence
from math import cos, pi

import numpy as np
import torch

from paradero.reading.learning.encoder.answers import Answers
from paradero.reading.learning.encoder.batches import arrays, batches_of, parts_of
from paradero.reading.learning.encoder.marks import Marked
from paradero.reading.learning.encoder.network import Network, cost
from paradero.reading.learning.encoder.packed import Packed

DEPTH = 6
"""Layers of the encoder that are kept; the first know most of words."""
ROUNDS = 7
"""How often it sees each report."""
RATE = 2e-4
FURTHER_ROUNDS, FURTHER_RATE = 3, 1.2e-4
"""The same for a network that goes on."""
FASTER = {"layers": 1, "places": 1, "norm": 1, "into": 2}
"""How many times the rate each part learns, and the choices, which begin from nothing."""
CHOICES_FASTER = 5
WARMING = 0.1
LEAST = 0.02


def begun(answers: Answers, packed: Packed) -> Network:
    """Return a network that has learned nothing yet: the encoder's layers, and choices as drawn."""
    torch.manual_seed(0)
    return Network(packed, answers, DEPTH)


def fitted(
    network: Network,
    texts: Sequence[Marked],
    packed: Packed,
    *,
    rounds: int = ROUNDS,
    rate: float = RATE,
    say: Callable[[str], object] = lambda _: None,
) -> Network:
    """Return the network after it learned from texts.

    Args:
        network: What is fitted, in place.
        texts: Reports as a person marked them; it has a label for all that is marked in them.
        packed: The encoder whose pieces of words it reads.
        rounds: How often it sees each text.
        rate: How fast its layers learn at the most.
        say: Is told how dear the mistakes were, now and then.
    """
    torch.manual_seed(0)
    chance = np.random.default_rng(1)
    parts = parts_of(texts, packed)
    steps = _steps(network, rate)
    count = len(batches_of(parts, np.random.default_rng(0))) * rounds
    plan = torch.optim.lr_scheduler.LambdaLR(steps, lambda step: _share(step, count))
    network.train()
    for nth in range(1, rounds + 1):
        lost = []
        for batch in batches_of(parts, chance):
            put, right = arrays(batch, network.answers, packed)
            with torch.autocast("cpu", torch.bfloat16):
                found = network(put)
            loss = cost(network, found, right, put["word"])
            steps.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            plan.step()
            lost.append(loss.item())
        say(f"round {nth} of {rounds}, loss {np.mean(lost):.3f}")
    network.eval()
    return network


def _steps(network: Network, rate: float) -> torch.optim.AdamW:
    groups: dict[int, list[torch.nn.Parameter]] = {}
    for name, values in network.named_parameters():
        groups.setdefault(FASTER.get(name.partition(".")[0], CHOICES_FASTER), []).append(values)
    paces = [{"params": values, "lr": rate * faster} for faster, values in groups.items()]
    return torch.optim.AdamW(paces, weight_decay=0.01)


def _share(step: int, count: int) -> float:
    warming = max(1, int(count * WARMING))
    if step < warming:
        return (step + 1) / warming
    through = min(1.0, (step - warming) / max(1, count - warming))
    return LEAST + (1 - LEAST) * (1 + cos(pi * through)) / 2
