"""Writes a fitted network as it is shipped: a graph of whole numbers for onnxruntime, and tables."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from paradero.reading.encoder.network import NETWORK, TABLES
from paradero.reading.learning.encoder.answers import TIES
from paradero.reading.learning.encoder.network import ACROSS, Network
from paradero.reading.learning.encoder.packed import Packed

OPSET, FORMAT = 17, 9


def put(network: Network, packed: Packed, folder: Path) -> None:
    """Write a network into a folder, for `paradero.reading.encoder.network.opened`."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: values.detach().numpy() for name, values in network.named_parameters()}
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / NETWORK
        onnx.save(_model(weights, packed, len(network.layers)), whole)
        quantize_dynamic(
            whole, folder / NETWORK, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
        )
    answers, pieces = network.answers, packed.pieces
    np.savez_compressed(
        folder / TABLES,
        pieces=_words(pieces.pieces),
        likely=pieces.likely,
        halves=pieces.halves,
        scales=pieces.scales,
        known=_words(answers.known),
        into=weights["into.weight"][1:].astype(np.float16),
        beside=weights["beside.weight"][1:].astype(np.float16),
        apart=weights["apart"],
        ties=_words(TIES),
        layers=_words(tuple(answers.layers)),
        roles=_words(answers.roles),
        **{f"{layer}.labels": _words(labels) for layer, labels in answers.layers.items()},
    )


def _words(words: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


class _Graph:
    """A graph while it is written, node after node."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, values: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def whole(self, *numbers: int) -> str:
        return self.constant(np.array(numbers, np.int64))

    def node(self, kind: str, *taken: str, to: str = "", **how: Any) -> str:
        name = to or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, taken, [name], **how))
        return name

    def dense(self, x: str, part: str, *, to: str = "") -> str:
        weighed = self.node("MatMul", x, self.constant(self.weights[f"{part}.weight"].T))
        return self.node("Add", weighed, self.constant(self.weights[f"{part}.bias"]), to=to)

    def norm(self, x: str, part: str) -> str:
        scale, bias = (self.constant(self.weights[f"{part}.{name}"]) for name in ("weight", "bias"))
        return self.node("LayerNormalization", x, scale, bias, epsilon=1e-12, axis=-1)

    def gelu(self, x: str) -> str:
        root, one, half = (self.constant(np.array(value, np.float32)) for value in (2**0.5, 1, 0.5))
        raised = self.node("Add", self.node("Erf", self.node("Div", x, root)), one)
        return self.node("Mul", self.node("Mul", x, raised), half)

    def layer(self, x: str, part: str, heads: int, wide: int) -> str:
        apart = self.whole(0, heads, wide // heads)
        q, k, v = (self.node("Reshape", self.dense(x, f"{part}.{name}"), apart) for name in "qkv")
        q, v = (self.node("Transpose", of, perm=[1, 0, 2]) for of in (q, v))
        k = self.node("Transpose", k, perm=[1, 2, 0])
        root = self.constant(np.array((wide // heads) ** -0.5, np.float32))
        seen = self.node("Softmax", self.node("Mul", self.node("MatMul", q, k), root), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", seen, v), perm=[1, 0, 2])
        together = self.node("Reshape", mixed, self.whole(0, wide))
        x = self.norm(self.node("Add", x, self.dense(together, f"{part}.ao")), f"{part}.aln")
        inner = self.gelu(self.dense(x, f"{part}.fi"))
        return self.norm(self.node("Add", x, self.dense(inner, f"{part}.fo")), f"{part}.oln")


def _model(weights: dict[str, Any], packed: Packed, depth: int) -> Any:
    graph, wide = _Graph(weights), packed.width
    size = graph.node("Slice", graph.node("Shape", "pieces"), graph.whole(0), graph.whole(1))
    places = graph.node("Slice", graph.constant(weights["places"]), graph.whole(0), size)
    x = graph.norm(graph.node("Add", "pieces", places), "norm")
    for at in range(depth):
        x = graph.layer(x, f"layers.{at}", packed.heads, wide)
    ends = (graph.node("Gather", x, at, axis=0) for at in ("first", "last"))
    seen = graph.node("Concat", *ends, "known", axis=1)
    graph.dense(graph.gelu(graph.dense(seen, "middle")), "out", to="answers")
    for name in ("one", "other"):
        by_tie = graph.node("Reshape", graph.dense(seen, name), graph.whole(0, len(TIES), ACROSS))
        graph.node("Transpose", by_tie, perm=[1, 0, 2], to=f"{name} by tie")
    graph.dense(seen, "nobody", to="nobody by tie")
    kind = TensorProto.FLOAT
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "reading",
            [
                helper.make_tensor_value_info("pieces", kind, ["pieces", wide]),
                *(helper.make_tensor_value_info(name, TensorProto.INT64, ["words"]) for name in ("first", "last")),
                helper.make_tensor_value_info("known", kind, ["words", wide]),
            ],
            [
                helper.make_tensor_value_info("answers", kind, ["words", len(weights["out.bias"])]),
                *(
                    helper.make_tensor_value_info(f"{name} by tie", kind, [len(TIES), "words", ACROSS])
                    for name in ("one", "other")
                ),
                helper.make_tensor_value_info("nobody by tie", kind, ["words", len(TIES)]),
            ],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="paradero",
    )
    model.ir_version = FORMAT
    onnx.checker.check_model(model)
    return model
