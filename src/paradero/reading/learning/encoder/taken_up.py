"""A network as it was when it was written, to be fitted further."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from paradero.reading.encoder.network import NETWORK, opened
from paradero.reading.learning.encoder.answers import Answers
from paradero.reading.learning.encoder.network import Network
from paradero.reading.learning.encoder.packed import Packed

Table = NDArray[np.float32]


def taken_up(folder: Path, packed: Packed, depth: int) -> Network:
    """Return the network that `writing.put` wrote into a folder; its weights have lost what eight bits lose.

    Raises:
        KeyError: If the graph does not hold a weight of the network under its name.
    """
    known = opened(folder)
    network = Network(packed, Answers(layers=dict(known.layers), roles=known.roles, known=known.known), depth)
    tables = {t.name: numpy_helper.to_array(t) for t in onnx.load(folder / NETWORK).graph.initializer}
    weights = {"apart": known.apart, "into.weight": _with_nothing(known.into)}
    weights["beside.weight"] = _with_nothing(known.beside)
    for name, values in network.named_parameters():
        if name not in weights:
            weights[name] = _weights(tables, name).reshape(values.shape)
    network.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in weights.items()})
    return network


def _with_nothing(table: Table) -> Table:
    """Return a table of what is known of words with its first row, which says nothing."""
    found: Table = np.concatenate([np.zeros((1, table.shape[1]), np.float32), table])
    return found


def _weights(tables: dict[str, NDArray[np.generic]], name: str) -> Table:
    """Return a weight by its name; those that multiply stand there turned, in whole numbers with their scales."""
    if name in tables:
        return tables[name].astype(np.float32)
    whole, nought, scale = (tables[f"{name}_{of}"].astype(np.float32) for of in ("quantized", "zero_point", "scale"))
    found: Table = ((whole - nought) * scale).T
    return found
