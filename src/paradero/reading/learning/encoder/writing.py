"""Writes a fitted network as it is shipped: a graph of whole numbers for onnxruntime, and tables."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from paradero.reading.encoder.network import NETWORK, TABLES
from paradero.reading.learning.encoder.answers import TIES
from paradero.reading.learning.encoder.graph import FORMAT, OPSET, Graph
from paradero.reading.learning.encoder.network import ACROSS, Network
from paradero.reading.learning.encoder.packed import Packed


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


def _layer(graph: Graph, x: str, part: str, heads: int, wide: int) -> str:
    apart = graph.whole(0, heads, wide // heads)
    q, k, v = (graph.node("Reshape", graph.dense(x, f"{part}.{name}"), apart) for name in "qkv")
    q, v = (graph.node("Transpose", of, perm=[1, 0, 2]) for of in (q, v))
    k = graph.node("Transpose", k, perm=[1, 2, 0])
    root = graph.constant(np.array((wide // heads) ** -0.5, np.float32))
    seen = graph.node("Softmax", graph.node("Mul", graph.node("MatMul", q, k), root), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", seen, v), perm=[1, 0, 2])
    together = graph.node("Reshape", mixed, graph.whole(0, wide))
    x = graph.norm(graph.node("Add", x, graph.dense(together, f"{part}.ao")), f"{part}.aln")
    inner = graph.gelu(graph.dense(x, f"{part}.fi"))
    return graph.norm(graph.node("Add", x, graph.dense(inner, f"{part}.fo")), f"{part}.oln")


def _model(weights: dict[str, Any], packed: Packed, depth: int) -> Any:
    graph, wide = Graph(weights), packed.width
    size = graph.node("Slice", graph.node("Shape", "pieces"), graph.whole(0), graph.whole(1))
    places = graph.node("Slice", graph.constant(weights["places"], "places"), graph.whole(0), size)
    x = graph.norm(graph.node("Add", "pieces", places), "norm")
    for at in range(depth):
        x = _layer(graph, x, f"layers.{at}", packed.heads, wide)
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
