"""Writes the fixtures that hold the Swift encoder to PyTorch.

    python -m sayso_training.parity Tests/SaysoEncoderTests/Fixtures

makes two tiny random models in the format of the real one, `tiny-int8.safetensors` and
`tiny-float.safetensors`, and for each `…-expected.safetensors`: some windows, and the logits that the network
below gives for them. The network is written out plainly, apart from the one that is trained, so that the
two check each other. For int8 it rounds activations as the kernels do. Where an activation lies all but
between two codes, the last bit of a float decides which it gets, and logits move by some hundredths; windows
in which that happens are passed over, so that the others can be compared closely.
"""

import argparse
import math
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn.functional import gelu, layer_norm

SIZES = {
    "layers": 2,
    "width": 64,
    "heads": 2,
    "feed_forward": 96,
    "pointer_width": 16,
    "positions": 40,
    "window": 24,
    "names_layer": 1,
    "names_width": 32,
}
WINDOW_LENGTHS = [2, 3, 13, 16, 17, 33]
LEAST_MARGIN = 2e-4
TAGS, SHAPES, QUOTATIONS, POINTERS, NAMES, AROUND = 7, 7, 8, 2, 10, 2

PIECES = (
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    + list("abdehinorstuy.,\"'-0123")
    + ["##" + letter for letter in "abdehinorstuy012"]
    + ["the", "said", "minister", "har", "##bour", "##ing", "##ed", "##s", "say", "un", "uno", "##said"]
    + ["strasse", "zurich", "ß", "й", "и", "他", "##и"]
)
FOLDING = {
    "Ä": "a",
    "Ü": "u",
    "ß": "ß",
    "ä": "a",
    "é": "e",
    "ö": "o",
    "ü": "u",
    "\u0301": "",
    "\u0308": "",
    "İ": "i",
    "И": "и",
    "Й": "и",
    "й": "и",
    "한": "\u1112\u1161\u11ab",
}


def quantised(weight: Tensor) -> tuple[Tensor, Tensor]:
    """int8 weights, symmetric per row, and what a step is worth in each row."""
    scale = weight.abs().amax(1) / 127
    return torch.round(weight / scale[:, None]).to(torch.int8), scale


def random_model(int8: bool, layers: int, generator: torch.Generator) -> dict[str, Tensor]:
    """A model whose values are of the size that trained ones have."""
    width, inner = SIZES["width"], SIZES["feed_forward"]
    tensors: dict[str, Tensor] = {}

    def normal(*shape: int, spread: float = 0.05) -> Tensor:
        return torch.randn(*shape, generator=generator) * spread

    def matrix(name: str, rows: int, columns: int) -> None:
        weight = normal(rows, columns, spread=1.2 / math.sqrt(columns))
        if int8:
            tensors[f"{name}.weight"], tensors[f"{name}.scale"] = quantised(weight)
        else:
            tensors[f"{name}.weight"] = weight

    def linear(name: str, rows: int, columns: int) -> None:
        matrix(name, rows, columns)
        tensors[f"{name}.bias"] = normal(rows)

    def norm(name: str) -> None:
        tensors[f"{name}.weight"] = 1 + normal(width)
        tensors[f"{name}.bias"] = normal(width)

    tensors["vocabulary"] = torch.tensor(list("\n".join(PIECES).encode()), dtype=torch.uint8)
    folding = sorted((ord(scalar), result) for scalar, result in FOLDING.items())
    tensors["folding.scalars"] = torch.tensor([scalar for scalar, _ in folding], dtype=torch.int32)
    tensors["folding.values"] = torch.tensor(
        [[ord(c) for c in result] + [0] * (4 - len(result)) for _, result in folding], dtype=torch.int32
    )
    matrix("embeddings.word", len(PIECES), width)
    tensors["embeddings.position.weight"] = normal(SIZES["positions"], width)
    tensors["embeddings.shape.weight"] = normal(SHAPES, width)
    tensors["embeddings.quotation.weight"] = normal(QUOTATIONS, width)
    norm("embeddings.norm")
    for layer in range(layers):
        linear(f"layers.{layer}.attention.qkv", 3 * width, width)
        linear(f"layers.{layer}.attention.output", width, width)
        norm(f"layers.{layer}.attention.norm")
        linear(f"layers.{layer}.feed_forward.up", inner, width)
        linear(f"layers.{layer}.feed_forward.down", width, inner)
        norm(f"layers.{layer}.feed_forward.norm")
    tensors["tags.weight"] = normal(TAGS, width, spread=0.2)
    tensors["tags.bias"] = normal(TAGS)
    tensors["tags.transitions"] = normal(TAGS, TAGS)
    tensors["tags.start"] = normal(TAGS)
    linear("pointers.query", POINTERS * SIZES["pointer_width"], width)
    linear("pointers.key", POINTERS * SIZES["pointer_width"], width)
    linear("names.hidden", SIZES["names_width"], width)
    tensors["names.tags.weight"] = normal(NAMES, (2 * AROUND + 1) * SIZES["names_width"], spread=0.2)
    tensors["names.tags.bias"] = normal(NAMES)
    return tensors


class Network:
    """The network, one window at a time."""

    def __init__(self, tensors: dict[str, Tensor], layers: int) -> None:
        self.tensors = tensors
        self.layers = layers
        # how near an activation came to the middle between two codes
        self.margin = math.inf

    def linear(self, name: str, rows: Tensor) -> Tensor:
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        if weight.dtype != torch.int8:
            return rows @ weight.T + bias
        largest = rows.abs().amax(1, keepdim=True)
        steps = rows * (127 / largest)
        codes = torch.round(steps)
        self.margin = min(self.margin, 0.5 - (steps - codes).abs().max().item())
        # whole numbers of this size are exact in double precision
        sums = (codes.double() @ weight.double().T).float()
        return sums * (largest / 127 * self.tensors[f"{name}.scale"]) + bias

    def norm(self, name: str, rows: Tensor) -> Tensor:
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        return layer_norm(rows, rows.shape[-1:], weight, bias, eps=1e-12)

    def words(self, pieces: Tensor) -> Tensor:
        rows = self.tensors["embeddings.word.weight"][pieces].float()
        scale = self.tensors.get("embeddings.word.scale")
        return rows if scale is None else rows * scale[pieces][:, None]

    def attention(self, name: str, rows: Tensor) -> Tensor:
        count, width = rows.shape
        heads = SIZES["heads"]
        qkv = self.linear(f"{name}.qkv", rows).view(count, 3, heads, width // heads)
        q, k, v = (part.transpose(0, 1) for part in qkv.unbind(1))
        weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(width // heads), dim=-1)
        return self.linear(f"{name}.output", (weights @ v).transpose(0, 1).reshape(count, width))

    def names(self, rows: Tensor) -> Tensor:
        hidden = gelu(self.linear("names.hidden", rows))
        none = torch.zeros(AROUND, hidden.shape[1])
        padded = torch.cat([none, hidden, none])
        around = [padded[i : i + len(rows)] for i in range(2 * AROUND + 1)]
        return self.linear("names.tags", torch.cat(around, 1))

    def __call__(self, pieces: Tensor, shapes: Tensor, quotations: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        t = self.tensors
        count = len(pieces)
        rows = self.words(pieces) + t["embeddings.position.weight"][:count]
        rows = rows + t["embeddings.shape.weight"][shapes] + t["embeddings.quotation.weight"][quotations]
        rows = self.norm("embeddings.norm", rows)
        for layer in range(self.layers):
            name = f"layers.{layer}"
            rows = self.norm(f"{name}.attention.norm", rows + self.attention(f"{name}.attention", rows))
            inner = gelu(self.linear(f"{name}.feed_forward.up", rows))
            outer = self.linear(f"{name}.feed_forward.down", inner)
            rows = self.norm(f"{name}.feed_forward.norm", rows + outer)
            if layer + 1 == SIZES["names_layer"]:
                names = self.names(rows)
        tags = self.linear("tags", rows)
        q, k = (
            self.linear(f"pointers.{side}", rows).view(count, POINTERS, -1).transpose(0, 1)
            for side in ("query", "key")
        )
        return tags, q @ k.transpose(1, 2) / math.sqrt(SIZES["pointer_width"]), names


def expected(network: Network, generator: torch.Generator) -> dict[str, Tensor]:
    """Windows of several lengths and their logits, one after the other."""
    fields = ["lengths", "pieces", "shapes", "quotations", "tags", "pointers", "names"]
    all_windows: dict[str, list[Tensor]] = {field: [] for field in fields}
    for length in WINDOW_LENGTHS:
        while True:
            network.margin = math.inf
            pieces = torch.randint(len(PIECES), (length,), generator=generator)
            shapes = torch.randint(SHAPES, (length,), generator=generator)
            quotations = torch.randint(QUOTATIONS, (length,), generator=generator)
            tags, pointers, names = network(pieces, shapes, quotations)
            if network.margin > LEAST_MARGIN:
                break
        count = torch.tensor([length])
        values = [count.int(), pieces.int(), shapes.byte(), quotations.byte(), tags, pointers, names]
        for field, value in zip(fields, values, strict=True):
            all_windows[field].append(value.reshape(-1))
    return {field: torch.cat(values) for field, values in all_windows.items()}


def main() -> None:
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=style)
    parser.add_argument("folder", type=Path, help="where the fixtures go")
    folder = parser.parse_args().folder
    torch.manual_seed(0)
    # floats take four times the room, so the float model is one layer lower
    for name, int8, layers in [("tiny-int8", True, SIZES["layers"]), ("tiny-float", False, 1)]:
        generator = torch.Generator().manual_seed(20)
        tensors = random_model(int8, layers, generator)
        metadata = {key: str(value) for key, value in (SIZES | {"layers": layers}).items()}
        metadata |= {"format": "sayso-encoder", "version": "1", "name": name, "license": "Apache-2.0"}
        save_file(tensors, folder / f"{name}.safetensors", metadata)
        save_file(expected(Network(tensors, layers), generator), folder / f"{name}-expected.safetensors")


if __name__ == "__main__":
    with torch.inference_mode():
        main()
