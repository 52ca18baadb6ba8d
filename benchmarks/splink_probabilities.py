"""Splink with key columns, as the identity bench has it, with probabilities in place of its match weights."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

MOST_BITS = 60.0


def splink_keys(
    left: Sequence[Mapping[str, str]], right: Sequence[Mapping[str, str]]
) -> Iterator[tuple[int, int, float]]:
    """Give each pair with its probability; Splink's weight is the log odds in bits, prior included."""
    peer: Any = import_module("splink_keys")
    for one, other, bits in peer.splink_keys(left, right):
        yield one, other, 1 / (1 + 2 ** -max(-MOST_BITS, min(MOST_BITS, bits)))
