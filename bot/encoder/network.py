"""The network as an ONNX graph with eight-bit weights, made once when the environment is prepared.

Multilingual-e5-small is a BERT (Devlin et al. 2019) of 12 layers; the vector of a sentence is the mean over its
tokens, made length 1, after the last layer and, beside it, after three quarters and half of them. Weights are eight-
bit per output, activations eight-bit per token: each token is brought to the same range before it is rounded. So the
vector of a sentence is the same whatever is encoded beside it, which the usual scale per call
(``DynamicQuantizeLinear``) does not give, and four times as near to what the network says in full precision. The
embedding of tokens is no part of it: that table is looked up in the file.
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from bot.encoder.port import DEPTHS
from bot.encoder.weights import Weights, plain

_EPSILON = 1e-12
_FAR = 1e9
"""Taken off where padding stands, so that nothing looks at it."""
_LEAST = 1e-6
"""A token is never taken for smaller than this, so that nothing is divided by zero."""


def network(weights: Weights) -> bytes:
    """``embedded`` (batch × tokens × width) and ``mask`` (batch × tokens, 1 or 0) give ``vectors``: batch × (depths ×
    width), the last layer first.
    """
    return _Graph(weights).made()


class _Graph:
    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[Any] = []
        self._kept: list[Any] = []
        self._eight_bit: dict[str, tuple[str, str]] = {}

    def made(self) -> bytes:
        width = self._weights.width
        hidden = self._normalized("embedded", "emb.ln")
        absent = self._node("Sub", "mask", self._constant("one", np.float32(1)))
        absent = self._node("Unsqueeze", absent, self._constant("inner axes", np.array([1, 2])))
        absent = self._node("Mul", absent, self._constant("far", np.float32(_FAR)))
        mask = self._node("Unsqueeze", "mask", self._constant("last axis", np.array([2])))
        layers = self._weights.layers
        found = []
        for layer in range(layers):
            hidden = self._layer(hidden, absent, f"l{layer}")
            if layer + 1 in (layers // 2, layers * 3 // 4, layers):
                found.append(self._mean(hidden, mask))
        self._nodes.append(helper.make_node("Concat", found[::-1], ["vectors"], axis=-1))
        graph = helper.make_graph(
            self._nodes,
            "sentence encoder",
            [
                helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["batch", "tokens", width]),
                helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", "tokens"]),
            ],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", DEPTHS * width])],
            self._kept,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())

    def _mean(self, hidden: str, mask: str) -> str:
        """The direction of the mean over the tokens."""
        present = self._node("Mul", hidden, mask)
        total = self._node("ReduceSum", present, self._constant("tokens", np.array([1])), keepdims=0)
        return self._node("LpNormalization", total, axis=-1, p=2)

    def _layer(self, hidden: str, absent: str, name: str) -> str:
        width, heads, inner = self._weights.width, self._weights.heads, self._weights.inner
        apart = self._constant("heads apart", np.array([0, 0, heads, width // heads]))
        together = self._constant("heads together", np.array([0, 0, width]))
        query, key, value = (
            self._node("Reshape", self._linear(hidden, f"{name}.{part}", width, width), apart) for part in "qkv"
        )
        query = self._node("Transpose", query, perm=[0, 2, 1, 3])
        key = self._node("Transpose", key, perm=[0, 2, 3, 1])
        value = self._node("Transpose", value, perm=[0, 2, 1, 3])
        scale = self._constant("scale", np.float32((width / heads) ** -0.5))
        likeness = self._node("Add", self._node("Mul", self._node("MatMul", query, key), scale), absent)
        seen = self._node("MatMul", self._node("Softmax", likeness, axis=-1), value)
        seen = self._node("Reshape", self._node("Transpose", seen, perm=[0, 2, 1, 3]), together)
        attended = self._linear(seen, f"{name}.ao", width, width)
        hidden = self._normalized(self._node("Add", hidden, attended), f"{name}.aln")
        wide = self._node("Gelu", self._linear(hidden, f"{name}.fi", inner, width), domain="com.microsoft")
        narrow = self._linear(wide, f"{name}.fo", width, inner)
        return self._normalized(self._node("Add", hidden, narrow), f"{name}.oln")

    def _linear(self, hidden: str, name: str, outputs: int, inputs: int) -> str:
        table = plain(self._weights.blocks(f"{name}.w", outputs, inputs)).T
        scale = np.maximum(np.abs(table).max(axis=0) / 127, 1e-12).astype(np.float32)
        eight_bit = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
        rounded, largest = self._rounded(hidden)
        product = self._node(
            "MatMulIntegerToFloat",
            rounded,
            self._constant(f"{name} table", eight_bit),
            self._constant("step", np.float32(1 / 127)),
            self._constant(f"{name} scale", scale),
            self._constant("middle", np.uint8(128)),
            domain="com.microsoft",
        )
        product = self._node("Mul", product, largest)
        return self._node("Add", product, self._constant(f"{name} bias", self._weights.numbers(f"{name}.b")))

    def _rounded(self, hidden: str) -> tuple[str, str]:
        """Each token in eight bits as shares of its largest number, and that number."""
        if hidden not in self._eight_bit:
            largest = self._node("ReduceMax", self._node("Abs", hidden), axes=[-1], keepdims=1)
            largest = self._node("Max", largest, self._constant("least", np.float32(_LEAST)))
            step, middle = self._constant("step", np.float32(1 / 127)), self._constant("middle", np.uint8(128))
            rounded = self._node("QuantizeLinear", self._node("Div", hidden, largest), step, middle)
            self._eight_bit[hidden] = (rounded, largest)
        return self._eight_bit[hidden]

    def _normalized(self, hidden: str, name: str) -> str:
        factor = self._constant(f"{name} factor", self._weights.numbers(f"{name}.w"))
        bias = self._constant(f"{name} bias", self._weights.numbers(f"{name}.b"))
        return self._node("LayerNormalization", hidden, factor, bias, axis=-1, epsilon=_EPSILON)

    def _constant(self, name: str, value: "NDArray[Any] | np.generic") -> str:
        if all(kept.name != name for kept in self._kept):
            self._kept.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _node(self, kind: str, *inputs: str, domain: str = "", **settings: Any) -> str:
        output = f"{kind} {len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], domain=domain, **settings))
        return output
