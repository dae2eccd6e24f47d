"""The network: MiniLM's encoder (Wang et al., 2020) with two more inputs and two kinds of head.

Parameter names are those of the exported file.
"""

import torch
import torch.nn.functional as F
from torch import nn

from .windows import LABELS
from .words import QUOTATIONS, SHAPES

WIDTH, HEADS, FEED_FORWARD, POINTER, POSITIONS = 384, 12, 1536, 128, 256


class Attention(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, 1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        if self.training:  # faster backwards on a CPU than the fused kernel
            a = torch.softmax((q * (d // self.heads) ** -0.5) @ k.transpose(-1, -2) + mask, -1) @ v
        else:
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.output(a.transpose(1, 2).reshape(b, t, d))
        return self.norm(x + F.dropout(a, self.dropout, self.training))


class FeedForward(nn.Module):
    def __init__(self, width, hidden, dropout):
        super().__init__()
        self.dropout = dropout
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.norm = nn.LayerNorm(width, 1e-12)

    def forward(self, x):
        return self.norm(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Layer(nn.Module):
    def __init__(self, width, heads, hidden, dropout):
        super().__init__()
        self.attention = Attention(width, heads, dropout)
        self.feed_forward = FeedForward(width, hidden, dropout)

    def forward(self, x, mask):
        return self.feed_forward(self.attention(x, mask))


class Embeddings(nn.Module):
    def __init__(self, vocabulary, width, positions):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.shape = nn.Embedding(SHAPES, width)
        self.quotation = nn.Embedding(QUOTATIONS, width)
        self.norm = nn.LayerNorm(width, 1e-12)

    def forward(self, ids, shapes, quotations):
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        return self.norm(x + self.shape(shapes) + self.quotation(quotations))


class Network(nn.Module):
    def __init__(self, vocabulary=30522, width=WIDTH, heads=HEADS, hidden=FEED_FORWARD, layers=6,
                 pointer=POINTER, positions=POSITIONS, dropout=0.1):  # fmt: skip
        super().__init__()
        self.dropout, self.pointer = dropout, pointer
        self.embeddings = Embeddings(vocabulary, width, positions)
        self.layers = nn.ModuleList(Layer(width, heads, hidden, dropout / 2) for _ in range(layers))
        self.tags = nn.Linear(width, len(LABELS))
        self.pointers = nn.ModuleDict(
            dict(query=nn.Linear(width, 2 * pointer), key=nn.Linear(width, 2 * pointer))
        )
        for new in (self.embeddings.shape, self.embeddings.quotation, self.tags, *self.pointers.values()):
            nn.init.normal_(new.weight, std=0.02)
            if getattr(new, "bias", None) is not None:
                nn.init.zeros_(new.bias)

    def forward(self, ids, shapes, quotations, mask):
        """Tag logits [b, t, 7] and pointer logits [b, 2, t, t]: content → cue, cue → source."""
        x = self.embeddings(ids, shapes, quotations)
        x = F.dropout(x, self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        b, t, _ = x.shape
        head = F.dropout(x, self.dropout, self.training)
        q = self.pointers["query"](head).view(b, t, 2, self.pointer).transpose(1, 2)
        k = self.pointers["key"](head).view(b, t, 2, self.pointer).transpose(1, 2)
        return self.tags(head), (q @ k.transpose(-1, -2)) * self.pointer**-0.5


def load_base(network, tensors):
    """Copies the base model's weights (BERT's names) into the network."""

    def put(target, name):
        target.weight.copy_(tensors[name + ".weight"])
        if getattr(target, "bias", None) is not None:
            target.bias.copy_(tensors[name + ".bias"])

    with torch.no_grad():
        e = network.embeddings
        e.word.weight.copy_(tensors["embeddings.word_embeddings.weight"])
        positions = tensors["embeddings.position_embeddings.weight"]
        kind = tensors["embeddings.token_type_embeddings.weight"][0]
        e.position.weight.copy_(positions[: e.position.weight.shape[0]] + kind)
        put(e.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [tensors[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
                getattr(layer.attention.qkv, kind).copy_(torch.cat(parts))
            put(layer.attention.output, p + "attention.output.dense")
            put(layer.attention.norm, p + "attention.output.LayerNorm")
            put(layer.feed_forward.up, p + "intermediate.dense")
            put(layer.feed_forward.down, p + "output.dense")
            put(layer.feed_forward.norm, p + "output.LayerNorm")
