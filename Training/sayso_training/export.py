"""Writes the network as the Swift program reads it: int8 by default, or the floats as they are.

    python -m sayso_training.export runs/first/float.safetensors --data ../../shared/data --base BASE_FOLDER \
        --out ../Sources/CSaysoWeights/model.safetensors

Int8 weights are symmetric per output row (word embeddings per row too); the program quantises activations
per token as it runs. The file also carries the vocabulary, the table that folds letters, and the transitions
of tags, so that it is all the program needs.
"""

import argparse
import os

import torch
from safetensors.torch import load_file, save_file

from . import corpus
from .network import FEED_FORWARD, HEADS, POINTER, POSITIONS, WIDTH
from .windows import LABELS, windows
from .words import Wordpieces, folding_table

# How much the tags' habits count: learned transitions, and a tilt towards rare tags. Tuned on dev.
TRANSITIONS, RARITY = 0.5, 0.2


def quantise(weight):
    """int8 rows and their scales: weight ≈ rows * scales[:, None]."""
    scale = weight.abs().amax(1).clamp(min=1e-12) / 127
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def transitions(data, wordpieces):
    """log-scores [7, 7] of a tag after another and [7] of a first tag, from the training articles' counts."""
    counts, first = torch.full((7, 7), 0.5), torch.full((7,), 0.5)
    for article in data:
        for r in windows(corpus.plain(article), article.annotations[0], wordpieces, 160):
            labels = [x for x in r["labels"]]
            previous = None
            for piece, label in zip(r["ids"], labels):
                if piece in (wordpieces.cls, wordpieces.sep):
                    previous = None
                elif label >= 0:
                    if previous is None:
                        first[label] += 1
                    else:
                        counts[previous, label] += 1
                    previous = label
    prior = torch.log(counts.sum(0) / counts.sum())
    conditional = torch.log(counts / counts.sum(1, keepdim=True))
    return TRANSITIONS * conditional - RARITY * prior, -RARITY * prior


def exported(tensors, data, vocabulary, as_float):
    wordpieces = Wordpieces(vocabulary)
    out = {}
    for name, value in tensors.items():
        matrix = name.startswith(("layers", "pointers")) and value.ndim == 2
        if not as_float and (matrix or name == "embeddings.word.weight"):
            out[name], out[name.replace(".weight", ".scale")] = quantise(value)
        else:
            out[name] = value.float().contiguous()
    out["tags.transitions"], out["tags.start"] = transitions(data, wordpieces)
    out["vocabulary"] = torch.tensor(list("\n".join(vocabulary).encode()), dtype=torch.uint8)
    table = sorted(folding_table().items())
    out["folding.scalars"] = torch.tensor([o for o, _ in table], dtype=torch.int32)
    out["folding.values"] = torch.tensor([v + [0] * (4 - len(v)) for _, v in table], dtype=torch.int32)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("weights", help="float.safetensors of a training run")
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--float", action="store_true", help="keep 32-bit floats, to measure what int8 loses")
    a = p.parse_args()
    tensors = load_file(a.weights)
    with open(os.path.join(a.base, "vocab.txt"), encoding="utf-8") as f:
        vocabulary = f.read().split("\n")[: tensors["embeddings.word.weight"].shape[0]]
    data = corpus.load(os.path.join(a.data, "polnear", "train"))
    layers = 1 + max(int(n.split(".")[1]) for n in tensors if n.startswith("layers."))
    metadata = {
        "format": "sayso-encoder",
        "version": "1",
        "name": "sayso-minilm",
        "license": "Apache-2.0",
        "base": "sentence-transformers/all-MiniLM-L6-v2",
        "labels": " ".join(LABELS),
        "layers": str(layers),
        "width": str(WIDTH),
        "heads": str(HEADS),
        "feed_forward": str(FEED_FORWARD),
        "pointer_width": str(POINTER),
        "positions": str(POSITIONS),
        "window": "160",
    }
    save_file(exported(tensors, data, vocabulary, a.float), a.out, metadata)
    print(f"{a.out}: {os.path.getsize(a.out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
