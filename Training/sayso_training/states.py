"""What the exported int8 network makes of windows: the rows after one of its layers, as the program has them.

Heads that are trained on a network that no longer changes take these for their inputs.
"""

import torch
import torch.nn.functional as F
from safetensors import safe_open

from .words import PUNCTUATION, Wordpieces


class States:
    """The lower layers of a `model.safetensors` with int8 weights, activations rounded as the kernels do."""

    def __init__(self, path, layer):
        with safe_open(path, "pt") as file:
            self.tensors = {name: file.get_tensor(name) for name in file.keys()}
        self.layer = layer
        self.wordpieces = Wordpieces(bytes(self.tensors["vocabulary"].tolist()).decode().split("\n"))

    def linear(self, name, rows):
        weight, scale, bias = (self.tensors[f"{name}.{x}"] for x in ("weight", "scale", "bias"))
        flat = rows.reshape(-1, rows.shape[-1])
        largest = flat.abs().amax(1, keepdim=True).clamp(min=1e-12)
        codes = torch.round(flat * (127 / largest)).to(torch.int8)
        sums = torch._int_mm(codes, weight.T).float()
        return (sums * (largest / 127) * scale + bias).view(*rows.shape[:-1], -1)

    def norm(self, name, rows):
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        return F.layer_norm(rows, rows.shape[-1:], weight, bias, 1e-12)

    @torch.inference_mode()
    def __call__(self, ids, shapes, quotations, mask):
        """Rows [b, t, width]; `mask` is true where there is a wordpiece."""
        t, (b, n) = self.tensors, ids.shape
        x = t["embeddings.word.weight"][ids].float() * t["embeddings.word.scale"][ids][..., None]
        x = x + t["embeddings.position.weight"][:n] + t["embeddings.shape.weight"][shapes]
        x = self.norm("embeddings.norm", x + t["embeddings.quotation.weight"][quotations])
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in range(self.layer):
            name = f"layers.{layer}"
            qkv = self.linear(f"{name}.attention.qkv", x).view(b, n, 3, x.shape[-1] // 32, 32)
            a = F.scaled_dot_product_attention(*qkv.permute(2, 0, 3, 1, 4), attn_mask=bias)
            a = self.linear(f"{name}.attention.output", a.transpose(1, 2).reshape(b, n, -1))
            x = self.norm(f"{name}.attention.norm", x + a)
            inner = F.gelu(self.linear(f"{name}.feed_forward.up", x))
            x = self.norm(f"{name}.feed_forward.norm", x + self.linear(f"{name}.feed_forward.down", inner))
        return x


def batches(windows, pieces):
    """Lists of windows of similar length, each of some `pieces` wordpieces."""
    windows = sorted(windows, key=lambda r: len(r["ids"]))
    batch = []
    for r in windows:
        if batch and len(r["ids"]) * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(r)
    if batch:
        yield batch


def field(batch, key, padding):
    """A field of windows as one tensor [b, t]."""
    longest = max(len(r["ids"]) for r in batch)
    return torch.tensor([r[key] + [padding] * (longest - len(r[key])) for r in batch])


def rows(states, batch):
    """The rows of a batch of windows, and which of them are real."""
    lengths = torch.tensor([len(r["ids"]) for r in batch])
    mask = torch.arange(max(lengths)) < lengths[:, None]
    inputs = (field(batch, key, p) for key, p in (("ids", 0), ("shapes", PUNCTUATION), ("quotations", 0)))
    return states(*inputs, mask), mask
