"""Writes a network's graph for onnxruntime, node after node; what was fitted stands in it under its own name."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from onnx import helper, numpy_helper

OPSET, FORMAT = 17, 9
FUSED = "com.microsoft"
"""Where onnxruntime's own nodes are, which do several steps at once."""


class Graph:
    """A graph while it is written, node after node."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        """Begin with no node; `weights` are those that `dense` and `norm` look up."""
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, values: Any, name: str = "") -> str:
        """Put in a table; its name is returned, as of each node below."""
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def whole(self, *numbers: int) -> str:
        """Put in a row of whole numbers."""
        return self.constant(np.array(numbers, np.int64))

    def node(self, kind: str, *taken: str, to: str = "", **how: Any) -> str:
        """Put in a node."""
        name = to or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, taken, [name], **how))
        return name

    def dense(self, x: str, part: str, *, to: str = "") -> str:
        """Weigh and add."""
        weight, bias = f"{part}.weight", f"{part}.bias"
        weighed = self.node("MatMul", x, self.constant(self.weights[weight].T, weight))
        return self.node("Add", weighed, self.constant(self.weights[bias], bias), to=to)

    def norm(self, x: str, part: str) -> str:
        """Bring to one length and spread."""
        scale, bias = (self.constant(self.weights[name], name) for name in (f"{part}.weight", f"{part}.bias"))
        return self.node("LayerNormalization", x, scale, bias, epsilon=1e-12, axis=-1)

    def gelu(self, x: str) -> str:
        """Let through what is above zero, softly (Hendrycks and Gimpel 2016)."""
        root, one, half = (self.constant(np.array(value, np.float32)) for value in (2**0.5, 1, 0.5))
        raised = self.node("Add", self.node("Erf", self.node("Div", x, root)), one)
        return self.node("Mul", self.node("Mul", x, raised), half)
