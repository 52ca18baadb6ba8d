"""Writes the network of sentences as it is shipped, out of a pretrained one: whole numbers, for onnxruntime."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from paradero.reading.gists.vectors import MOST_PIECES
from paradero.reading.learning.encoder.graph import FORMAT, FUSED, OPSET, Graph
from paradero.reading.learning.encoder.packed import Packed

MARKS = 16
"""More pieces than a window has besides those of the sentence: its beginning, its end, what it is asked as."""


def put(packed: Packed, file: Path) -> None:
    """Write the whole pretrained network, with the mean of a sentence's pieces at its end."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / file.name
        onnx.save(_model(packed), whole)
        quantize_dynamic(
            whole,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            # Nodes of several steps hide from onnx what kind of number comes out of them.
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


class _Weights(dict[str, Any]):
    """The weights of a pretrained network under the names by which a graph asks for them."""

    def __init__(self, packed: Packed) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, name: str) -> Any:
        part, _, kind = name.rpartition(".")
        if kind == "bias" or part.endswith("ln"):
            return self._packed.plain(f"{part}.{kind[0]}")
        return self._packed.table(f"{part}.w", self._packed.inner if part.endswith("fo") else self._packed.width)


def _model(packed: Packed) -> Any:
    graph, wide, kind = Graph(_Weights(packed)), packed.width, TensorProto.FLOAT
    size = graph.node("Slice", graph.node("Shape", "pieces"), graph.whole(1), graph.whole(2))
    places = graph.constant(packed.places[: MOST_PIECES + MARKS])
    x = graph.norm(graph.node("Add", "pieces", graph.node("Slice", places, graph.whole(0), size)), "emb.ln")
    for at in range(packed.depth):
        x = _layer(graph, x, f"l{at}", packed.heads)
    shares = graph.node("Unsqueeze", "shares", graph.whole(2))
    graph.node("ReduceSum", graph.node("Mul", x, shares), graph.whole(1), keepdims=0, to="vectors")
    asked = [
        helper.make_tensor_value_info("pieces", kind, ["sentences", "places", wide]),
        helper.make_tensor_value_info("taken", TensorProto.INT32, ["sentences", "places"]),
        helper.make_tensor_value_info("shares", kind, ["sentences", "places"]),
    ]
    told = [helper.make_tensor_value_info("vectors", kind, ["sentences", wide])]
    made = helper.make_graph(graph.nodes, "sentences", asked, told, graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)])
    model.ir_version = FORMAT
    return model


def _layer(graph: Graph, x: str, part: str, heads: int) -> str:
    q, k, v = (graph.dense(x, f"{part}.{name}") for name in "qkv")
    seen = graph.node("MultiHeadAttention", q, k, v, "", "taken", domain=FUSED, num_heads=heads)
    x = graph.norm(graph.node("Add", x, graph.dense(seen, f"{part}.ao")), f"{part}.aln")
    inner = graph.node("Gelu", graph.dense(x, f"{part}.fi"), domain=FUSED)
    return graph.norm(graph.node("Add", x, graph.dense(inner, f"{part}.fo")), f"{part}.oln")
